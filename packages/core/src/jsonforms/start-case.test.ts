import { describe, expect, it } from 'vitest';
import { startCase } from './start-case.js';

describe('startCase', () => {
  it.each([
    ['firstName', 'First Name'], ['postal_code', 'Postal Code'], ['an-array-of-numbers', 'An Array Of Numbers'], ['ID', 'ID'], ['HTMLParser', 'HTML Parser'],
    ['line2', 'Line 2'], ['name_noDefault', 'Name No Default'], ["it's", 'Its'], ['$ref', 'Ref'], ['项目名称', '项目名称'], ['Größe', 'Größe'], ['', ''],
  ])('says %s as "%s"', (name, words) => {
    expect(startCase(name)).toBe(words);
  });
});
