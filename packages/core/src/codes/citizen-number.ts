import type { CodeCheck } from './code-check.js';
import { faulty, passes, valid } from './code-check.js';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';
/** The standard's own oldest sample is born in 1880. */
const EARLIEST_YEAR = 1800;

/**
 * The check character (`0`–`9` or `X`) of the first 17 digits of a citizen number.
 *
 * @throws {RangeError} when these are not 17 digits.
 * @see GB 11643-1999, ISO 7064 MOD 11-2.
 * @example citizenNumberCheckDigit('11010519491231002') // 'X'
 */
export function citizenNumberCheckDigit(first17: string): string {
  if (!/^\d{17}$/.test(first17)) throw new RangeError('The check digit is computed from 17 digits');
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

/** The number as it is stored: a lower-case `x` at the end becomes `X`; nothing else is changed. */
export function normalizeCitizenNumber(text: string): string {
  return text.replace(/x$/, 'X');
}

/**
 * Checks a citizen number: 18 characters, a real birth date, the check digit. The area code is not looked up, because old cards keep
 * codes that today's list lacks; a birth date in the future is for the scheme to refuse, which knows what today is.
 *
 * @example checkCitizenNumber('110105194912310021') // { ok: false, reason: 'check-digit', expected: 'X' }
 */
export function checkCitizenNumber(text: string): CodeCheck {
  const value = normalizeCitizenNumber(text);
  if (value.length !== 18) return faulty('length', '18');
  if (!/^\d{17}[\dX]$/.test(value)) return faulty('characters');
  if (!isBirthDate(Number(value.slice(6, 10)), Number(value.slice(10, 12)), Number(value.slice(12, 14)))) return faulty('date');
  const expected = citizenNumberCheckDigit(value.slice(0, 17));
  return value[17] === expected ? valid(value) : faulty('check-digit', expected);
}

/** Whether a value is a citizen number (居民身份证号码, GB 11643-1999) of 18 characters; `x` and `X` are both read. */
export function isCitizenNumber(value: unknown): boolean {
  return passes(value, checkCitizenNumber);
}

function isBirthDate(year: number, month: number, day: number): boolean {
  if (year < EARLIEST_YEAR || month < 1 || month > 12) return false;
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
