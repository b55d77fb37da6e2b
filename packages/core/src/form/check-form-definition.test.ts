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

  it.each([
    [{ a: { $ref: '#/$defs/none' } }, '“/schema/properties/a/$ref”处引用的定义找不到'],
    [{ a: { type: 'string', pattern: '(' } }, '“/schema/properties/a/pattern”处的正则表达式写得不对'],
    [{ a: { type: 'text' } }, '“/schema/properties/a/type”处的写法不符合 JSON Schema'],
  ])('says in one language where the schema %j is wrong, the words of the validator beside it', (properties, reason) => {
    const problemIn = (locale: 'zh-CN' | 'en') => checkFormDefinition(define({ properties }), { validator, locale })[0];
    expect(problemIn('zh-CN')?.message).toBe(`表单「项目申报表」的数据定义无法使用：${reason}`);
    const detail = problemIn('zh-CN')?.params['detail'];
    expect(detail).toMatch(/^[ -~]+$/);
    expect(problemIn('en')?.message).toBe(`The data definition of the form “Application” cannot be used: ${String(detail)}`);
  });
});
