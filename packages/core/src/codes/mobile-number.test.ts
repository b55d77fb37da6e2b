import { describe, expect, it } from 'vitest';
import { checkMobileNumber, isMobileNumber } from './mobile-number.js';

describe('isMobileNumber', () => {
  it.each(['13800138000', '19912345678', '16612345678'])('accepts %s', (number) => {
    expect(isMobileNumber(number)).toBe(true);
  });

  it.each([
    ['1380013800', 'length'], ['138001380000', 'length'], ['+8613800138000', 'length'], ['138-0013800', 'characters'],
    ['12800138000', 'structure'], ['23800138000', 'structure'],
  ])('refuses %s for its %s', (number, reason) => {
    expect(checkMobileNumber(number)).toMatchObject({ ok: false, reason });
  });

  it('refuses a number', () => {
    expect(isMobileNumber(13800138000)).toBe(false);
  });
});
