import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkOrganisationCode, isOrganisationCode, organisationCodeCheckDigit } from './organisation-code.js';

const CHARACTERS = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];

describe('isOrganisationCode', () => {
  it.each(['91350100M000100Y43', '11320000MB151840XJ'])('accepts %s', (code) => {
    expect(isOrganisationCode(code)).toBe(true);
  });

  it.each(['91350100M000100Y4Z', '91310115MA1H8R7C6D', '91350100m000100y43', '', null, 91350100])('refuses %j', (code) => {
    expect(isOrganisationCode(code)).toBe(false);
  });

  it('accepts exactly one check character of 31', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CHARACTERS), { minLength: 17, maxLength: 17 }), (characters) => {
        const first = characters.join('');
        expect(CHARACTERS.filter((check) => isOrganisationCode(first + check))).toEqual([organisationCodeCheckDigit(first)]);
      }),
    );
  });
});

describe('checkOrganisationCode', () => {
  it.each([
    ['91350100M000100Y4', { ok: false, reason: 'length', expected: '18' }],
    ['91350100M000100Y4Z', { ok: false, reason: 'characters' }],
    ['91350100O000100Y43', { ok: false, reason: 'characters' }],
    ['91350100M000100Y44', { ok: false, reason: 'check-digit', expected: '3' }],
    ['91310115MA1H8R7C6D', { ok: false, reason: 'check-digit', expected: '7' }],
  ])('says what is wrong with %s', (text, outcome) => {
    expect(checkOrganisationCode(text)).toEqual(outcome);
  });

  it('writes a check of 31 as 0', () => {
    expect(organisationCodeCheckDigit('0'.repeat(17))).toBe('0');
  });
});
