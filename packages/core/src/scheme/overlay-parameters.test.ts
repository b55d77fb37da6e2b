import { describe, expect, it } from 'vitest';
import { overlayFiles, soundScheme } from '../../test/scheme-files.js';
import { compareParameterValues } from './parameter-order.js';
import { parseScheme } from './parse-scheme.js';

const codes = (parameter: string, value: unknown, base: object = soundScheme): string[] =>
  parseScheme(overlayFiles({ parameters: { [parameter]: { value } } }, base as typeof soundScheme)).problems.map(({ code }) => code);
const withValue = (parameter: keyof typeof soundScheme.parameters, value: unknown): object => ({
  ...soundScheme,
  parameters: { ...soundScheme.parameters, [parameter]: { ...soundScheme.parameters[parameter], value } },
});

describe('what an overlay may do with a parameter', () => {
  it.each([
    ['raise', 'households', 9, ['scheme/overlay-raise']],
    ['raise', 'households', 10, []],
    ['raise', 'households', 11, []],
    ['raise', 'ratio', { p: 49, q: 100 }, ['scheme/overlay-raise']],
    ['raise', 'ratio', { p: 2, q: 4 }, []],
    ['raise', 'ratio', { p: 51, q: 100 }, []],
    ['raise', 'households', 'UNDECIDED', ['scheme/overlay-raise', 'scheme/undecided']],
    ['lower', 'cap', 19999.99, []],
    ['lower', 'cap', 20000, []],
    ['lower', 'cap', 20000.01, ['scheme/overlay-lower']],
    ['locked', 'fund', 99999.99, ['scheme/overlay-locked']],
    ['locked', 'fund', 100000, []],
    ['locked', 'fund', 100000.01, ['scheme/overlay-locked']],
    ['any', 'days', { amount: 1, unit: 'calendarDay' }, []],
    ['any', 'days', 'UNDECIDED', ['scheme/undecided']],
  ])('%s: %s to %j gives %j', (_permission, parameter, value, expected) => {
    expect(codes(parameter, value)).toEqual(expected);
  });

  it('fills in what the base leaves undecided, unless it is locked', () => {
    expect(codes('households', 6, withValue('households', 'UNDECIDED'))).toEqual([]);
    expect(codes('cap', 1, withValue('cap', 'UNDECIDED'))).toEqual([]);
    expect(codes('fund', 1, withValue('fund', 'UNDECIDED'))).toEqual(['scheme/overlay-locked']);
  });

  it('stays within the legal range of the base', () => {
    expect(codes('households', 4, withValue('households', 'UNDECIDED'))).toEqual(['scheme/parameter-range']);
    expect(codes('households', 5, withValue('households', 'UNDECIDED'))).toEqual([]);
  });

  it('adds parameters of its own', () => {
    const { problems, scheme } = parseScheme(overlayFiles({ parameters: { own: { title: { 'zh-CN': '自定' }, type: 'boolean', value: true, overlay: 'any' } } }));
    expect(problems).toEqual([]);
    expect(scheme?.parameters['own']?.value).toBe(true);
  });
});

describe('compareParameterValues', () => {
  it('compares intervals by their months and periods of the same unit', () => {
    expect(compareParameterValues('interval', { every: 1, unit: 'quarter' }, { every: 3, unit: 'month' })).toBe(0);
    expect(compareParameterValues('interval', { every: 1, unit: 'quarter' }, { every: 1, unit: 'halfYear' })).toBe(1);
    expect(compareParameterValues('period', { amount: 5, unit: 'workingDay' }, { amount: 4, unit: 'workingDay' })).toBe(-1);
  });

  it('does not compare working days with calendar days, texts, or what is no value', () => {
    expect(compareParameterValues('period', { amount: 5, unit: 'workingDay' }, { amount: 7, unit: 'calendarDay' })).toBeUndefined();
    expect(compareParameterValues('text', 'a', 'b')).toBeUndefined();
    expect(compareParameterValues('integer', 1, '2')).toBeUndefined();
    expect(compareParameterValues('ratio', { p: 1, q: 2 }, 0.5)).toBeUndefined();
    expect(compareParameterValues(undefined, 1, 2)).toBeUndefined();
  });
});
