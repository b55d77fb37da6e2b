import { describe, expect, it } from 'vitest';
import { define, open, validator } from '../../test/form/form-fixture.js';
import { checkFormDefinition } from './check-form-definition.js';

describe('checkFormDefinition', () => {
  it('finds nothing wrong with a plain form', () => {
    expect(checkFormDefinition(define({ properties: { a: { type: 'string' } } }), { validator })).toEqual([]);
  });

  it('says what the form itself says, in either language', () => {
    const broken = define(
      { properties: { odd: {}, a: { type: 'number' }, far: { $ref: 'https://example.org/other' } } },
      { fields: { '/nobody': { recommended: true } }, computed: { '/a': { op: 'sum', of: ['/a'], missing: 'zero' } } },
    );
    const problems = checkFormDefinition(broken, { validator, locale: 'en' });
    expect(problems.map((problem) => [problem.code, problem.severity, problem.pointer])).toEqual([
      ['form/schema', 'error', '/schema/properties/far/$ref'],
      ['form/computed-cycle', 'error', '/computed/~1a'],
      ['form/unknown-reference', 'warning', '/schema/properties/far'],
      ['form/unsupported', 'warning', '/schema/properties/odd'],
      ['form/unsupported', 'warning', '/schema/properties/far'],
      ['form/unknown-field', 'warning', '/fields/~1nobody'],
    ]);
    expect(open(broken, { locale: 'en' }).definitionProblems).toEqual(problems);
  });
});
