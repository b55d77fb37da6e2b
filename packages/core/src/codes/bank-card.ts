import type { CodeCheck } from './code-check.js';
import { faulty, passes, valid } from './code-check.js';

/**
 * The check digit of a card number without it (Luhn, ISO/IEC 7812-1). @throws {RangeError} when there are other characters than digits.
 * @example bankCardCheckDigit('622202123456789012') // the 19th digit
 */
export function bankCardCheckDigit(digits: string): string {
  if (!/^\d+$/.test(digits)) throw new RangeError('The check digit is computed from digits');
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const counted = index % 2 === 0 ? digit * 2 : digit;
    sum += counted > 9 ? counted - 9 : counted;
  }
  return String((10 - (sum % 10)) % 10);
}

/** Checks a bank card number: 12 to 19 digits without separators, and the Luhn check digit. Accounts of organisations need not have one. */
export function checkBankCard(text: string): CodeCheck {
  if (text.length < 12 || text.length > 19) return faulty('length', '12–19');
  if (!/^\d+$/.test(text)) return faulty('characters');
  const expected = bankCardCheckDigit(text.slice(0, -1));
  return text.endsWith(expected) ? valid(text) : faulty('check-digit', expected);
}

/** Whether a value is a bank card number (银行卡号). */
export function isBankCard(value: unknown): boolean {
  return passes(value, checkBankCard);
}
