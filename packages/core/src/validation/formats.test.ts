import { describe, expect, it } from 'vitest';
import { createAjvValidator } from '../ajv/index.js';
import { citizenNumberCheckDigit } from '../codes/index.js';
import { message } from '../locales/index.js';
import { namedFormats, schemeFormats } from './formats.js';
import { createInterpreter } from './whole-interpreter.js';
import type { CompiledSchema } from './validator.js';

const validators = [createInterpreter({ formats: schemeFormats }), createAjvValidator()];
const compiled = new Map<string, readonly CompiledSchema[]>();
/** Both validators have to say the same. */
const fits = (format: string, value: unknown): boolean => {
  if (!compiled.has(format)) compiled.set(format, validators.map((validator) => validator.compile({ format })));
  const [own, ajv] = (compiled.get(format) ?? []).map((schema) => schema.validate(value).length === 0);
  expect(ajv).toBe(own);
  return own === true;
};

describe('named formats', () => {
  it.each<[string, unknown, boolean]>([
    ['money', 487655.55, true], ['money', 1.005, false], ['money', 90_000_000_000_001, false], ['money', '1.005', true],
    ['citizen-number', '11010519491231002X', true], ['citizen-number', '110105194912310021', false], ['citizen-number', 1, true],
    ['organisation-code', '91350100M000100Y43', true], ['organisation-code', '91350100M000100Y44', false],
    ['area-code', '440608', true], ['area-code', 'abc', false],
    ['phone', '13800138000', true], ['phone', '0757-88888888', true], ['phone', '88888888', false], ['phone', 13800138000, true],
    ['bank-card', '4111111111111111', true], ['bank-card', '4111111111111112', false],
    ['bank-account', '44001668888059000001', true], ['bank-account', '6222021234567890120', false],
  ])('%s of %j: %s', (format, value, expected) => {
    expect(fits(format, value)).toBe(expected);
  });
});

describe('sentences about named formats', () => {
  it.each(Object.keys(namedFormats))('%s has its own in both languages', (format) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const sentence = message('form/format', { label: 'x', format }, locale);
      expect(sentence).not.toBe(message('form/format', { label: 'x', format: 'other' }, locale));
    }
  });

  it('say what a phone number looks like', () => {
    expect(message('form/format', { label: '联系电话', format: 'phone' }, 'zh-CN')).toBe('“联系电话”不是正确的电话号码，应当是 11 位手机号码，或者带区号的固定电话，例如 0757-88888888');
  });
});

it('row 30: citizen numbers, organisation codes, phones, accounts and area codes are checked, and an old area code is accepted', () => {
  const vectors: [string, string, boolean][] = [
    ['citizen-number', '11010519491231002X', true],
    ['citizen-number', '440524188001010014', true],
    ['citizen-number', '110105194912310021', false],
    ['organisation-code', '91350100M000100Y43', true],
    ['organisation-code', '91350100M000100Y4Z', false],
    ['organisation-code', '11320000MB151840XJ', true],
    ['organisation-code', '91310115MA1H8R7C6D', false],
    ['phone', '13800138000', true],
    ['phone', '1380013800', false],
    ['bank-account', '6222021234567890128', true],
    ['bank-account', '6222021234567890120', false],
    ['area-code', '440608', true],
    ['area-code', '44060', false],
  ];
  for (const [format, code, right] of vectors) expect([code, fits(format, code)]).toEqual([code, right]);

  // Gaoming was 440623 as a county, 440684 as a city, and is 440608 as a district since 2002: cards keep the code of their day.
  for (const area of ['440623', '440684', '440608']) {
    const first = `${area}19680215002`;
    expect(fits('citizen-number', first + citizenNumberCheckDigit(first))).toBe(true);
  }
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
