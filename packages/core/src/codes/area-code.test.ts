import { describe, expect, it } from 'vitest';
import { checkAreaCode, isAreaCode } from './area-code.js';

describe('isAreaCode', () => {
  it.each(['440000', '440600', '440608', '440608101', '440608101201', '440608101000', '440000000000', '441900003', '469001', '710000'])('accepts %s', (code) => {
    expect(isAreaCode(code)).toBe(true);
  });

  it.each([
    ['44060', 'length'], ['4406081', 'length'], ['', 'length'], ['44060X', 'characters'], ['000000', 'structure'], ['990608', 'structure'],
    ['440008', 'structure'], ['440000101', 'structure'], ['440608000201', 'structure'],
  ])('refuses "%s" for its %s', (code, reason) => {
    expect(checkAreaCode(code)).toMatchObject({ ok: false, reason });
  });

  it('refuses a number', () => {
    expect(isAreaCode(440608)).toBe(false);
  });
});
