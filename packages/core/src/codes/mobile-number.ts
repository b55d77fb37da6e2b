import type { CodeCheck } from './code-check.js';
import { faulty, passes, valid } from './code-check.js';

/** Checks a mobile number of mainland China: 11 digits, 13… to 19…, without country code or separators. */
export function checkMobileNumber(text: string): CodeCheck {
  if (text.length !== 11) return faulty('length', '11');
  if (!/^\d{11}$/.test(text)) return faulty('characters');
  return /^1[3-9]/.test(text) ? valid(text) : faulty('structure');
}

/** Whether a value is a mobile number of mainland China, 11 digits. */
export function isMobileNumber(value: unknown): boolean {
  return passes(value, checkMobileNumber);
}
