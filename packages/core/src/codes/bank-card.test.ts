import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bankCardCheckDigit, checkBankCard, isBankCard } from './bank-card.js';

describe('isBankCard', () => {
  it.each(['4111111111111111', '5500005555555559', '378282246310005'])('accepts the public sample %s', (number) => {
    expect(isBankCard(number)).toBe(true);
  });

  it.each([
    ['41111111111', { ok: false, reason: 'length', expected: '12–19' }],
    ['41111111111111111111', { ok: false, reason: 'length', expected: '12–19' }],
    ['4111 1111 1111 111', { ok: false, reason: 'characters' }],
    ['4111111111111112', { ok: false, reason: 'check-digit', expected: '1' }],
  ])('says what is wrong with %s', (number, outcome) => {
    expect(checkBankCard(number)).toEqual(outcome);
  });

  it('refuses a number', () => {
    expect(isBankCard(4111111111111111)).toBe(false);
  });

  it('notices every single wrong digit', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 11, maxLength: 18 });
    fc.assert(
      fc.property(digits, fc.nat(), fc.integer({ min: 1, max: 9 }), (first, place, change) => {
        const number = first.join('') + bankCardCheckDigit(first.join(''));
        const at = place % number.length;
        const wrong = number.slice(0, at) + String((Number(number[at]) + change) % 10) + number.slice(at + 1);
        expect([isBankCard(number), isBankCard(wrong)]).toEqual([true, false]);
      }),
    );
  });
});
