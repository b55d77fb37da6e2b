import { describe, expect, it } from 'vitest';
import { checkPhoneNumber, isPhoneNumber, normalizePhoneNumber } from './phone-number.js';

describe('isPhoneNumber', () => {
  it.each(['13800138000', '19912345678', '0757-88888888', '075788888888', '010-62345678', '02087654321', '0662-3123456', '0757-88888888-801', '400-810-1234', '4008101234'])('accepts %s', (number) => {
    expect(isPhoneNumber(number)).toBe(true);
  });

  it.each([
    ['1380013800', 'length'], ['138001380000', 'length'], ['12800138000', 'structure'], ['88888888', 'structure'], ['0757-8888888888', 'structure'], ['0757-888888', 'structure'],
    ['0757-18888888', 'structure'], ['0200-8765432', 'structure'], ['', 'structure'], ['+8613800138000', 'characters'], ['0757 88888888', 'characters'], ['１３８００１３８０００', 'characters'],
  ])('refuses "%s" for its %s', (number, reason) => {
    expect(checkPhoneNumber(number)).toMatchObject({ ok: false, reason });
  });

  it('refuses a number', () => {
    expect(isPhoneNumber(13800138000)).toBe(false);
  });
});

describe('checkPhoneNumber', () => {
  it('gives the number as it is stored', () => {
    expect(checkPhoneNumber('075788888888')).toEqual({ ok: true, value: '0757-88888888' });
  });
});

describe('normalizePhoneNumber', () => {
  it.each([
    ['138-0013-8000', '13800138000'], ['138 0013 8000', '13800138000'], ['１３８００１３８０００', '13800138000'], ['+86 138 0013 8000', '13800138000'], ['0086-13800138000', '13800138000'],
    ['（0757）88888888', '0757-88888888'], ['0757 8888 8888', '0757-88888888'], ['+86 757 88888888', '0757-88888888'], ['+86 (0757) 88888888', '0757-88888888'],
    ['02087654321', '020-87654321'], ['0757-88888888转801', '0757-88888888-801'], ['4008101234', '400-810-1234'], ['+86 400 810 1234', '400-810-1234'],
    ['8888 8888', '88888888'], ['打电话', '打电话'], ['', ''],
  ])('writes "%s" as "%s"', (typed, stored) => {
    expect(normalizePhoneNumber(typed)).toBe(stored);
    expect(normalizePhoneNumber(stored)).toBe(stored);
  });
});
