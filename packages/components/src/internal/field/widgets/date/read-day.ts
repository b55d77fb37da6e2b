import { isDate } from '@cobuild/core';

const FORMS: readonly RegExp[] = [/^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/, /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/, /^(\d{4})(\d{2})(\d{2})$/];

/**
 * A day as people write it: `2026年3月5日`, `2026-3-5`, `2026/03/05`, `2026.3.5`, `20260305`, with full-width digits and spaces. Undefined for
 * what has no year, or no such day.
 *
 * @example readDay('２０２６年３月５日') // '2026-03-05'
 */
export function readDay(text: string): string | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  for (const form of FORMS) {
    const parts = form.exec(plain)?.slice(1).filter((part) => /^\d+$/.test(part));
    if (!parts || parts.length !== 3) continue;
    const day = [parts[0], ...parts.slice(1).map((part) => part.padStart(2, '0'))].join('-');
    if (isDate(day)) return day;
  }
  return undefined;
}
