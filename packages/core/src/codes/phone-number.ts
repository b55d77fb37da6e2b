import type { CodeCheck } from './code-check.js';
import { faulty, valid } from './code-check.js';

/**
 * Mobile; landline with its area code (three digits for 010 and 02x, else four), perhaps with an extension; the 400 and 800
 * numbers of organisations.
 */
const PHONE = /^(?:1[3-9]\d{9}|(010|02\d|0[3-9]\d\d)-?([2-9]\d{6,7})(-\d{1,6})?|([48]00)-?(\d{3})-?(\d{4}))$/;

/**
 * A phone number as it is stored: `13800138000`, `0757-88888888`, `0757-88888888-801`, `400-810-1234`. Full-width digits, spaces,
 * brackets, +86 and 转 before an extension are read. What is no phone number loses nothing but width, spaces and brackets.
 */
export function normalizePhoneNumber(text: string): string {
  const bare = text.normalize('NFKC').replace(/[\s()]/g, '').replace('转', '-');
  const local = bare.replace(/^(?:\+|00)86-?(?=(0|1[3-9]|[48]00)?)/, (_, start?: string) => (start === undefined ? '0' : ''));
  const mobile = local.replace(/-/g, '');
  if (/^1[3-9]\d{9}$/.test(mobile)) return mobile;
  return local.replace(PHONE, (_, area: string | undefined, number: string, extension = '', service = '', first = '', last = '') =>
    area === undefined ? `${service}-${first}-${last}` : `${area}-${number}${extension}`,
  );
}

/**
 * Checks a phone number of mainland China: mobile, landline with its area code, or a 400 or 800 number; hyphens may be missing.
 *
 * @example checkPhoneNumber('075788888888') // { ok: true, value: '0757-88888888' }
 */
export function checkPhoneNumber(text: string): CodeCheck {
  if (isPhoneNumber(text)) return valid(normalizePhoneNumber(text));
  if (!/^[\d-]*$/.test(text)) return faulty('characters');
  return /^1[3-9]\d*$/.test(text) ? faulty('length', '11') : faulty('structure');
}

/** Whether a value is a phone number (电话号码) of mainland China, mobile or landline. */
export function isPhoneNumber(value: unknown): boolean {
  return typeof value === 'string' && PHONE.test(value);
}
