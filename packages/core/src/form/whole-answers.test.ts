import { describe, expect, it } from 'vitest';
import type { FormDefinition } from '../generated/types.js';
import { createInterpreter } from '../validation/index.js';
import { createForm } from './whole-form.js';
import { checkAnswers } from './validate-answers.js';

const definition: FormDefinition = {
  id: 'whole',
  title: { 'zh-CN': '一项' },
  schema: {
    type: 'object',
    properties: {
      duration: { type: 'object', required: ['startsOn', 'endsOn'], properties: { startsOn: { type: 'string', format: 'date', title: '开工' }, endsOn: { type: 'string', format: 'date' } } },
      notice: { type: 'object', required: ['amount', 'unit'], properties: { amount: { type: 'integer', minimum: 1 }, unit: { enum: ['workingDay', 'calendarDay'] } } },
      bornOn: { type: 'string', format: 'date', formatMinimum: '1900-01-01' },
      plain: { type: 'object', properties: { from: { type: 'string' } } },
    },
  },
  fields: {
    '/duration': { title: { 'zh-CN': '项目工期' }, widget: 'dateRange', widgetOptions: { from: 'startsOn', to: 'endsOn', max: '2026-12-31' } },
    '/notice': { title: { 'zh-CN': '公示期', en: 'Notice period' }, widget: 'period' },
    '/bornOn': { title: { 'zh-CN': '出生日期' }, widgetOptions: { max: '2026-03-01' } },
    '/plain': { title: { 'zh-CN': '其他' }, widget: 'dateRange' },
  },
};

const options = { validator: createInterpreter(), evaluateCondition: () => true as const };
const sentences = (answers: object): readonly string[] => checkAnswers(definition, answers, options).problems.map(({ message }) => message);

describe('an answer of several parts', () => {
  it('is one field whose widget knows the parts', () => {
    const form = createForm(definition, options);
    const [duration, notice] = form.state.steps[0]?.sections[0]?.fields ?? [];

    expect([duration?.widget, duration?.children]).toEqual(['dateRange', []]);
    expect(duration?.widgetOptions?.['parts']).toEqual({ from: { label: '开工', choices: [] }, to: { label: '结束日期', choices: [] } });
    expect(notice?.widgetOptions?.['parts']).toEqual({ amount: { label: '数量', choices: [] }, unit: { label: '单位', choices: ['workingDay', 'calendarDay'] } });
  });

  it('is asked for part by part, at the field', () => {
    const form = createForm(definition, { ...options, value: { duration: { startsOn: '2026-03-05' }, notice: { amount: 0, unit: 'workingDay' } } });
    form.showProblems();
    const shown = form.state.steps[0]?.sections[0]?.fields.map(({ problems }) => problems.map(({ message }) => message));

    expect(shown).toEqual([['请填写项目工期的结束日期'], ['“公示期的数量”不能小于 1'], [], []]);
  });

  it('is a group where its object has no such parts, and the definition is told so', () => {
    const form = createForm(definition, options);

    expect(form.state.steps[0]?.sections[0]?.fields[3]?.widget).not.toBe('dateRange');
    expect(form.definitionProblems.map(({ code, pointer }) => [code, pointer])).toEqual([['form/unsuitable-widget', '/fields/~1plain/widget']]);
  });
});

describe('days', () => {
  it.each([
    ['2026-03-04', '2026-03-05', ['“项目工期”的结束日期不能早于开始日期']],
    ['2026-03-05', '2026-03-05', []],
    ['2026-03-06', '2026-03-05', []],
  ])('end on %s, begin on %s: %j', (endsOn, startsOn, problems) => {
    expect(sentences({ duration: { startsOn, endsOn } })).toEqual(problems);
  });

  it.each([
    ['2026-12-30', []],
    ['2026-12-31', []],
    ['2027-01-01', ['“项目工期”不能晚于2026年12月31日']],
  ])('up to the last one: %s', (endsOn, problems) => {
    expect(sentences({ duration: { startsOn: '2026-03-05', endsOn } })).toEqual(problems);
  });

  it.each([
    ['1899-12-31', ['“出生日期”不能早于1900年1月1日']],
    ['1900-01-01', []],
    ['2026-03-01', []],
    ['2026-03-02', ['“出生日期”不能晚于2026年3月1日']],
    ['1900-02-29', ['“出生日期”应当是日期，例如 2026-03-05']],
  ])('from the first to the last one: %s', (bornOn, problems) => {
    expect(sentences({ bornOn })).toEqual(problems);
  });
});
