import { describe, expect, it } from 'vitest';
import { checkBankAccount, isBankAccount } from './bank-account.js';
import { bankCardCheckDigit } from './bank-card.js';

describe('isBankAccount', () => {
  it.each(['44001668888059000001', '12345678', '1'.repeat(30), '4111111111111112', `622202123456789012${bankCardCheckDigit('622202123456789012')}`])('accepts %s', (number) => {
    expect(isBankAccount(number)).toBe(true);
  });

  it.each([
    ['1234567', { ok: false, reason: 'length', expected: '8–30' }],
    ['1'.repeat(31), { ok: false, reason: 'length', expected: '8–30' }],
    ['6222 0212 3456', { ok: false, reason: 'characters' }],
    ['6222021234567890120', { ok: false, reason: 'check-digit', expected: bankCardCheckDigit('622202123456789012') }],
  ])('says what is wrong with %s', (number, outcome) => {
    expect(checkBankAccount(number)).toEqual(outcome);
  });

  it('refuses a number', () => {
    expect(isBankAccount(44001668)).toBe(false);
  });
});
