import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCitizenNumber, citizenNumberCheckDigit, isCitizenNumber, normalizeCitizenNumber } from './citizen-number.js';

const CHECK_CHARACTERS = '0123456789X';

describe('isCitizenNumber', () => {
  it("accepts the standard's samples and a lower-case x", () => {
    expect(isCitizenNumber('11010519491231002X')).toBe(true);
    expect(isCitizenNumber('11010519491231002x')).toBe(true);
    expect(isCitizenNumber('440524188001010014')).toBe(true);
  });

  it.each(['110105194912310021', '', ' 11010519491231002X', '１１０１０５１９４９１２３１００２X', '11010519491231002X\n', null, undefined, 4405, {}])('refuses %j', (value) => {
    expect(isCitizenNumber(value)).toBe(false);
  });

  it('accepts exactly one check character of eleven', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10).replace(/-/g, ''));
    const parts = fc.tuple(fc.integer({ min: 110000, max: 829999 }), day, fc.integer({ min: 0, max: 999 }));
    fc.assert(
      fc.property(parts, ([area, birth, sequence]) => {
        const first = `${area}${birth}${String(sequence).padStart(3, '0')}`;
        expect([...CHECK_CHARACTERS].filter((check) => isCitizenNumber(first + check))).toEqual([citizenNumberCheckDigit(first)]);
      }),
    );
  });
});

describe('checkCitizenNumber', () => {
  it('gives the number as it is stored', () => {
    expect(checkCitizenNumber('11010519491231002x')).toEqual({ ok: true, value: '11010519491231002X' });
  });

  it.each([
    ['1101051949123100', { ok: false, reason: 'length', expected: '18' }],
    ['11010519491231002X1', { ok: false, reason: 'length', expected: '18' }],
    ['1101051949123100X2', { ok: false, reason: 'characters' }],
    ['110105194902290020', { ok: false, reason: 'date' }],
    ['110105194913310020', { ok: false, reason: 'date' }],
    ['110105179912310020', { ok: false, reason: 'date' }],
    ['110105194912310021', { ok: false, reason: 'check-digit', expected: 'X' }],
  ])('says what is wrong with %s', (text, outcome) => {
    expect(checkCitizenNumber(text)).toEqual(outcome);
  });

  it('knows leap years', () => {
    const born = (date: string): unknown => checkCitizenNumber(`110105${date}0020`);
    expect(born('20000229')).not.toMatchObject({ reason: 'date' });
    expect(born('19000229')).toMatchObject({ reason: 'date' });
  });
});

describe('normalizeCitizenNumber', () => {
  it('changes a lower-case x at the end and nothing else', () => {
    expect(normalizeCitizenNumber('11010519491231002x')).toBe('11010519491231002X');
    expect(normalizeCitizenNumber('x1')).toBe('x1');
  });
});

describe('citizenNumberCheckDigit', () => {
  it('refuses anything but 17 digits', () => {
    expect(() => citizenNumberCheckDigit('1101051949123100')).toThrow(RangeError);
  });
});
