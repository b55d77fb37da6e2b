import { checkBankCard } from './bank-card.js';
import type { CodeCheck } from './code-check.js';
import { faulty, passes, valid } from './code-check.js';

/** Cards of mainland banks begin with 62; accounts of organisations begin with figures of the bank's own and have no check digit. */
const CARD = /^62\d{14,17}$/;

/**
 * Checks the number of a bank account, a person's card or an organisation's account: 8 to 30 digits without separators. Where it
 * can only be a card, the Luhn check digit counts; other accounts have none, so a mistyped digit in them passes. A form that
 * pays persons alone asks for a card with `checkBankCard`.
 *
 * @example checkBankAccount('44001668888059000001') // { ok: true, value: '44001668888059000001' }
 */
export function checkBankAccount(text: string): CodeCheck {
  if (text.length < 8 || text.length > 30) return faulty('length', '8–30');
  if (!/^\d+$/.test(text)) return faulty('characters');
  return CARD.test(text) ? checkBankCard(text) : valid(text);
}

/** Whether a value is the number of a bank account (银行账号), a person's or an organisation's. */
export function isBankAccount(value: unknown): boolean {
  return passes(value, checkBankAccount);
}
