import type { CodeCheck } from './code-check.js';
import { faulty, passes, valid } from './code-check.js';

/** Digits and capital letters without I, O, S, V, Z; a character's value is its position here, not its place in the alphabet. */
const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/**
 * The check character of the first 17 characters of a unified social credit code.
 *
 * @throws {RangeError} when these are not 17 characters of the code's alphabet.
 * @see GB 32100-2015: weights 3^(i−1) mod 31, check = 31 − (sum mod 31), where 31 is written 0.
 * @example organisationCodeCheckDigit('91350100M000100Y4') // '3'
 */
export function organisationCodeCheckDigit(first17: string): string {
  if (!/^[0-9A-HJ-NPQRTUWXY]{17}$/.test(first17)) throw new RangeError('The check character is computed from 17 characters of the code');
  let weight = 1;
  let sum = 0;
  for (const character of first17) {
    sum += CHARACTERS.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return CHARACTERS.charAt((31 - (sum % 31)) % 31);
}

/**
 * Checks a unified social credit code: 18 characters of its alphabet and the check character. Lower case is not read.
 *
 * @example checkOrganisationCode('91350100M000100Y4Z') // { ok: false, reason: 'characters' }: the alphabet has no Z
 */
export function checkOrganisationCode(text: string): CodeCheck {
  if (text.length !== 18) return faulty('length', '18');
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(text)) return faulty('characters');
  const expected = organisationCodeCheckDigit(text.slice(0, 17));
  return text[17] === expected ? valid(text) : faulty('check-digit', expected);
}

/** Whether a value is a unified social credit code (统一社会信用代码, GB 32100-2015). */
export function isOrganisationCode(value: unknown): boolean {
  return passes(value, checkOrganisationCode);
}
