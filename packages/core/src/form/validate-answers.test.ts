import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { define, evaluateCondition, open, validator, when } from '../../test/form/form-fixture.js';
import { DEEPEST_ANSWERS, LARGEST_ANSWERS, LONGEST_TEXT } from './limits.js';
import { answersChecker, checkAnswers, validateAnswers } from './validate-answers.js';

const options = { validator, evaluateCondition };
const definition = define(
  {
    properties: {
      kind: { enum: ['a', 'b'], title: '类别' },
      name: { type: 'string', title: '名称', minLength: 2 },
      idNumber: { type: 'string', title: '身份证号码', format: 'citizen-number' },
      amount: { type: 'number', format: 'money', title: '金额', minimum: 0 },
      rows: { type: 'array', title: '明细', items: { type: 'object', properties: { n: { type: 'integer' } }, required: ['n'] } },
      total: { type: 'number' },
    },
    required: ['kind', 'name'],
    additionalProperties: false,
  },
  {
    fields: { '/name': { visibleWhen: when('kind', 'a') }, '/amount': { requiredWhen: when('kind', 'b'), recommended: true } },
    computed: { '/total': { op: 'sum', of: ['/rows/*/n'], missing: 'zero' } },
  },
);

describe('validateAnswers', () => {
  it('finds the same problems as the form, for anything that is filled in', () => {
    const text = fc.constantFrom('', ' ', '好', '很好', '110105194912310021');
    const answers = fc.record(
      {
        kind: fc.constantFrom('a', 'b', 'c', null, 3),
        name: text,
        idNumber: text,
        amount: fc.constantFrom(0, -1, 1.005, '多'),
        rows: fc.array(fc.record({ n: fc.constantFrom(1, 1.5, '', 'x') }, { requiredKeys: [] }), { maxLength: 3 }),
        total: fc.constantFrom(1, 'x'),
        stranger: fc.constant(true),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(answers, (value) => {
        const form = open(definition, { value });
        const { stranger: _, ...known } = value as Record<string, unknown>;
        expect(validateAnswers(definition, known, options)).toEqual(form.state.problems);
        expect(validateAnswers(definition, form.submission(), options)).toEqual(form.state.problems);
      }),
    );
  });

  it('gives the reason why a code is wrong', () => {
    expect(validateAnswers(definition, { kind: 'b', amount: 1, idNumber: '110105194912310021' }, options).map((problem) => problem.message)).toEqual([
      '“身份证号码”不是正确的居民身份证号码：最后一位校验码不对，请逐位核对',
    ]);
  });

  it('does not repeat the answer in the problem, which may be logged', () => {
    const [problem] = validateAnswers(definition, { kind: 'b', amount: 1, idNumber: '110105194912310021' }, options);
    expect(JSON.stringify(problem)).not.toContain('110105194912310021');
  });

  it('names an answer that the form does not have', () => {
    expect(validateAnswers(definition, { kind: 'b', amount: 1, stranger: 1 }, options)).toMatchObject([{ code: 'form/additionalProperties', message: '“项目申报表”里没有“stranger”这一项' }]);
  });

  it.each([[null], ['text'], [[]], [7], [undefined]])('takes %j for no answers', (value) => {
    expect(validateAnswers(definition, value, options)).toEqual(validateAnswers(definition, {}, options));
    expect(validateAnswers(definition, value, options).map((problem) => problem.pointer)).toEqual(['/kind', '/amount']);
  });
});

describe('checkAnswers', () => {
  it('calculates again what was sent', () => {
    expect(checkAnswers(definition, { kind: 'b', amount: 1, rows: [{ n: 2 }], total: 1000000 }, options)).toEqual({
      answers: { kind: 'b', amount: 1, rows: [{ n: 2 }], total: 2 },
      problems: [],
    });
  });
});

describe('answersChecker', () => {
  it('gives for each of many answers what checkAnswers gives, in every language', () => {
    const check = answersChecker(definition, { validator });
    for (const locale of ['zh-CN', 'en', 'zh-CN'] as const) {
      for (const answers of [{}, { kind: 'b', amount: 1, rows: [{ n: 2 }] }, { kind: 'x' }, null]) {
        expect(check(answers, { evaluateCondition, locale })).toEqual(checkAnswers(definition, answers, { ...options, locale }));
      }
    }
  });
});

describe('limits', () => {
  const told = (value: unknown): string[] => validateAnswers(definition, value, options).map((problem) => `${problem.pointer} ${problem.code}`);
  const nested = (depth: number): unknown => (depth === 0 ? 1 : { deeper: nested(depth - 1) });

  it.each([
    [LONGEST_TEXT, []],
    [LONGEST_TEXT + 1, ['/name form/too-long']],
    [1_000_000, ['/name form/too-long']],
    [5_000_000, ['/name form/too-long']],
  ])('a text of %i characters gives %j', (length, problems) => {
    expect(told({ kind: 'a', name: 'x'.repeat(length), amount: 1 })).toEqual(problems);
  });

  it('takes a list with gaps for one with empty places', () => {
    const gaps: unknown[] = ['a'];
    gaps[3] = 'b';
    expect(() => told({ kind: 'a', name: gaps, amount: 1 })).not.toThrow();
  });

  it('says which text is too long, and by how much it may be long', () => {
    expect(validateAnswers(definition, { kind: 'a', name: 'x'.repeat(LONGEST_TEXT + 1) }, options)[0]?.message).toBe('“名称”的文字太长，最多100,000个字，请删减');
  });

  it('answers that are too large together give one problem', () => {
    const rows = (count: number): unknown => Array.from({ length: count }, () => 'x'.repeat(LONGEST_TEXT - 3));
    const other = { kind: 'b', amount: 1 };
    expect(told({ ...other, rows: rows(9) })).not.toContain(' form/too-large');
    expect(told({ ...other, rows: rows(11) })).toEqual([' form/too-large']);
    expect(told({ rows: new Array(LARGEST_ANSWERS + 1).fill(0) })).toEqual([' form/too-large']);
  });

  it.each([
    [DEEPEST_ANSWERS - 1, ' form/additionalProperties'],
    [DEEPEST_ANSWERS, ' form/additionalProperties'],
    [DEEPEST_ANSWERS + 1, ' form/too-large'],
  ])('objects %i deep give %s', (depth, code) => {
    expect(told(nested(depth))).toContain(code);
  });

  it('ends on an object that contains itself', () => {
    const loop: Record<string, unknown> = {};
    loop['self'] = loop;
    expect(told(loop)).toEqual([' form/too-large']);
    expect(open(definition, { value: loop }).state.valid).toBe(false);
  });

  it('keeps the long text in the form, so that it can be shortened', () => {
    const form = open(definition, { value: { kind: 'a' } });
    form.setValue('/name', 'x'.repeat(1_000_000));
    expect(form.state.problems).toHaveLength(1);
    expect((form.state.value['name'] as string).length).toBe(1_000_000);
    form.setValue('/name', '好了');
    expect(form.state.valid).toBe(true);
  });
});

describe('the sentence of a pattern', () => {
  const phone = (schema: object, fields = {}, locale: 'zh-CN' | 'en' = 'zh-CN'): readonly string[] =>
    validateAnswers(define({ properties: { phone: { type: 'string', title: '电话', pattern: '^1[0-9]{10}$', ...schema } } }, { fields }), { phone: '12' }, { ...options, locale }).map(({ message }) => message);

  it.each([
    ['the words and the example of the schema', { description: '11 位手机号码。', examples: ['13800138000'] }, '“电话”的格式不对：11 位手机号码，例如 13800138000'],
    ['the words alone', { description: '11 位手机号码' }, '“电话”的格式不对：11 位手机号码'],
    ['the example alone', { examples: [1, '13800138000'] }, '“电话”的格式不对，例如 13800138000'],
    ['no more where there is no more to say', {}, '“电话”的格式不对'],
  ])('says %s', (_what, schema, sentence) => {
    expect(phone(schema)).toEqual([sentence]);
  });

  it('is that of the form where it has one, and complete in English', () => {
    expect(phone({ description: '手机' }, { '/phone': { messages: { pattern: { 'zh-CN': '请写手机号码。' } } } })).toEqual(['请写手机号码。']);
    expect(phone({ description: '11 digits.', examples: ['13800138000'] }, {}, 'en')).toEqual(['“电话” has the wrong format: 11 digits, for example 13800138000']);
  });
});
