import { describe, expect, it } from 'vitest';
import { codeChecks, storedForm } from './index.js';

describe('storedForm', () => {
  it.each([
    ['citizen-number', '11010519491231002x', '11010519491231002X'],
    ['citizen-number', '１１０１０５ 19491231 002ｘ', '11010519491231002X'],
    ['organisation-code', '91350100m000100y43', '91350100M000100Y43'],
    ['area-code', ' ４４０６０８ ', '440608'],
    ['phone', '（0757）88888888', '0757-88888888'],
    ['bank-card', '4111 1111-1111 1111', '4111111111111111'],
    ['bank-account', '4400 1668 8880 5900 0001', '44001668888059000001'],
  ])('of %s "%s" is "%s"', (format, typed, stored) => {
    expect(storedForm(format, typed)).toBe(stored);
    expect(codeChecks[format]?.(stored)).toEqual({ ok: true, value: stored });
  });

  it.each([['date', ' 2026-01-01 '], [undefined, ' x '], ['constructor', ' x ']])('of %s leaves the text alone', (format, text) => {
    expect(storedForm(format, text)).toBe(text);
  });

  it('keeps what is no code', () => {
    expect(storedForm('bank-card', '不知道')).toBe('不知道');
  });
});
