import { describe, expect, it } from 'vitest';
import { schemeFormats } from './formats.js';
import { createInterpreter } from './interpreter.js';

const validator = createInterpreter({ formats: schemeFormats });
const fits = (format: string, value: unknown): boolean => validator.compile({ format }).validate(value).length === 0;

describe('named formats', () => {
  it.each<[string, unknown, boolean]>([
    ['money', 487655.55, true], ['money', 1.005, false], ['money', 90_000_000_000_001, false], ['money', '1.005', true],
    ['citizen-number', '11010519491231002X', true], ['citizen-number', '110105194912310021', false], ['citizen-number', 1, true],
    ['organisation-code', '91350100M000100Y43', true], ['organisation-code', '91350100M000100Y44', false],
    ['area-code', '440608', true], ['area-code', 'abc', false],
  ])('%s of %j: %s', (format, value, expected) => {
    expect(fits(format, value)).toBe(expected);
  });
});

describe('leap days', () => {
  it.each([['2024-02-29', true], ['2023-02-29', false], ['1900-02-29', false], ['2000-02-29', true], ['2024-00-10', false], ['2024-01-00', false]])('%s: %s', (text, expected) => {
    expect(fits('date', text)).toBe(expected);
  });
});

it('formats that nobody named are annotations', () => {
  expect(fits('colour', 'x')).toBe(true);
  expect(createInterpreter({ formats: {} }).compile({ format: 'date' }).validate('x')).toEqual([]);
  expect(createInterpreter().compile({ format: 'date' }).validate('x')).toHaveLength(1);
});
