import { describe, expect, it } from 'vitest';
import { groupedCode } from './grouped-code.js';
import { storedForm } from './stored-form.js';

describe('groupedCode', () => {
  it.each([
    ['citizen-number', '11010519491231002X', '110105 1949 1231 002X'],
    ['organisation-code', '91350100M000100Y43', '91 350100 M000100Y4 3'],
    ['bank-card', '6222021100118820016', '6222 0211 0011 8820 016'],
    ['bank-account', '44050166', '4405 0166'],
    ['phone', '13800138000', '138 0013 8000'],
    ['phone', '0757-88888888', '0757-88888888'],
    ['phone', '1380013', '1380013'],
    ['citizen-number', '1101', '1101'],
    ['citizen-number', '不知道', '不知道'],
    ['area-code', '440608', '440608'],
    ['constructor', '440608', '440608'],
    ['bank-card', '', ''],
  ])('shows %s %j as %j', (format, stored, shown) => {
    expect(groupedCode(format, stored)).toBe(shown);
    expect(storedForm(format, shown)).toBe(stored);
  });
});

describe('row 30: a code that was pasted with spaces, dashes or full-width characters', () => {
  it.each([
    ['citizen-number', '110105-19491231-002x', '11010519491231002X'],
    ['citizen-number', '１１０１０５ １９４９１２３１ ００２ｘ', '11010519491231002X'],
    ['organisation-code', '91350100-M000100Y-43', '91350100M000100Y43'],
    ['bank-card', '6222 0211-0011 8820 016', '6222021100118820016'],
    ['phone', '138-0013-8000', '13800138000'],
  ])('is stored, for %s, from %j as %j', (format, typed, stored) => {
    expect(storedForm(format, typed)).toBe(stored);
  });
});
