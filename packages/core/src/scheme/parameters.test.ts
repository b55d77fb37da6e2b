import { describe, expect, it } from 'vitest';
import { soundScheme } from '../../test/scheme-files.js';
import type { Scheme } from '../generated/types.js';
import { parameterProblems, parametersFact, resolveParameters } from './parameters.js';

const scheme = { ...soundScheme, tests: [{ ...soundScheme.tests[0], case: { ...soundScheme.tests[0]?.case, answers: { name: { parameter: 'ratio' } } } }] } as unknown as Scheme;

describe('resolveParameters', () => {
  it('puts values in place of references and leaves answers and form schemas alone', () => {
    const resolved = resolveParameters(scheme);

    expect(resolved.thresholds?.[0]?.ratio).toEqual({ p: 1, q: 2 });
    expect(resolved.publicity?.notices[0]?.period).toEqual({ amount: 5, unit: 'workingDay' });
    expect(resolved.tests?.[0]?.case?.answers).toEqual({ name: { parameter: 'ratio' } });
    expect(resolved.forms).toEqual(scheme.forms);
    expect(scheme.thresholds?.[0]?.ratio).toEqual({ parameter: 'ratio' });
  });

  it('uses overriding values, in references and in the parameters', () => {
    const resolved = resolveParameters(scheme, { ratio: { p: 2, q: 3 }, unknown: 1 });

    expect(resolved.thresholds?.[0]?.ratio).toEqual({ p: 2, q: 3 });
    expect(resolved.parameters['ratio']?.value).toEqual({ p: 2, q: 3 });
    expect(resolved.parameters['unknown']).toBeUndefined();
  });
});

describe('parametersFact', () => {
  it('holds every value by key, the overriding ones first', () => {
    expect(parametersFact(scheme, { households: 12 })).toEqual({ cap: 20000, households: 12, ratio: { p: 1, q: 2 }, days: { amount: 5, unit: 'workingDay' }, fund: 100000 });
  });

  it('leaves out what is undecided', () => {
    expect(Object.keys(parametersFact(scheme, { households: 'UNDECIDED' }))).toEqual(['cap', 'ratio', 'days', 'fund']);
  });
});

describe('parameterProblems', () => {
  it.each([
    [{ households: 4 }, ['scheme/parameter-range']],
    [{ households: 5 }, []],
    [{ households: 6 }, []],
    [{ households: 5.5 }, ['scheme/parameter-value']],
    [{ households: 'UNDECIDED' }, []],
    [{ cap: 1.005 }, ['scheme/parameter-value']],
    [{ household: 5 }, ['scheme/unknown-parameter']],
    [{ toString: 5 }, ['scheme/unknown-parameter']],
  ])('finds in %j %j', (overrides, expected) => {
    expect(parameterProblems(scheme, overrides).map(({ code }) => code)).toEqual(expected);
  });

  it('names the parameter that was probably meant', () => {
    expect(parameterProblems(scheme, { household: 5 }, 'en')[0]).toMatchObject({ document: 'parameters', pointer: '/household', message: 'There is no parameter "household".', remedy: expect.stringContaining('Did you mean "households"?') as string });
  });
});
