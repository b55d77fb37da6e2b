import { normalizePhoneNumber } from './phone-number.js';

/** Full-width characters become plain ones, spaces between groups go. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');
const digits = (text: string): string => plain(text).replace(/-/g, '');
/** No code has a dash; people and documents put some between its parts. */
const capitals = (text: string): string => digits(text).toUpperCase();

const FORMS: Readonly<Record<string, (text: string) => string>> = {
  'citizen-number': capitals,
  'organisation-code': capitals,
  'area-code': plain,
  phone: normalizePhoneNumber,
  'bank-card': digits,
  'bank-account': digits,
};

/**
 * A code as it is stored, from what a person typed: capital letters, plain digits, no separators, phone numbers with a hyphen
 * after the area code. Whether it is right is for the format's check to say: what is wrong stays, so that nobody's typing is lost.
 *
 * @param format - Name of a format; the text of any other one comes back as it is.
 * @example storedForm('citizen-number', '11010519491231002x') // '11010519491231002X'
 */
export function storedForm(format: unknown, text: string): string {
  const form = typeof format === 'string' && Object.prototype.hasOwnProperty.call(FORMS, format) ? FORMS[format] : undefined;
  return form ? form(text) : text;
}
