import { describe, expect, it } from 'vitest';
import { createForm } from '../form/whole-form.js';
import type { RecordSettings } from '../generated/types.js';
import { createInterpreter } from '../validation/whole-interpreter.js';
import { FOUR_DISCUSSIONS } from './discussions/four-discussions.js';
import type { RecordKind } from './record-schema.js';
import { recordSchema } from './record-schema.js';
import { recordPlaceLabel } from './place-label.js';

describe('recordPlaceLabel', () => {
  it.each<[RecordKind, string[], unknown, RecordSettings, string, string]>([
    ['discussions', ['steps', '0', 'date'], { steps: [{ step: 'deliberate' }] }, { discussions: FOUR_DISCUSSIONS }, '“党员大会审议”的日期', 'Deliberation of all members: day'],
    ['discussions', ['steps', '1', 'date'], { steps: [{ step: 'deliberate' }] }, { discussions: FOUR_DISCUSSIONS }, '第2个步骤的日期', 'Step 2: day'],
    ['opinions', ['counts', '0', 'for'], { counts: [{ group: 'members' }] }, { opinions: { groups: [{ id: 'members', title: { 'zh-CN': '党员', en: 'Members' } }] } }, '“党员”的赞成份数', 'Members: number for it'],
    ['opinions', ['respondents', '1', 'name'], {}, {}, '第2人的姓名', 'Person 2: name'],
    ['opinions', ['heldOn'], {}, {}, '征求意见日期', 'Day of the opinions'],
    ['applicants', ['parties', '0', 'share'], { parties: [{ name: '甲村' }] }, {}, '“甲村”的份额', '甲村: share'],
    ['applicants', ['parties', '0', 'name'], { parties: [{ name: '' }] }, {}, '第1个单位的单位名称', 'Organisation 1: name'],
    ['indicators', ['2', 'unit'], [], {}, '第3个指标的计量单位', 'Indicator 3: unit'],
    ['indicators', ['2'], [], {}, '第3个指标', 'Indicator 3'],
  ])('names %s %j of %j', (kind, tokens, record, settings, zh, en) => {
    expect([recordPlaceLabel(kind, tokens, record, settings, 'zh-CN'), recordPlaceLabel(kind, tokens, record, settings, 'en')]).toEqual([zh, en]);
  });

  it.each(['constructor', '__proto__', 'nothing'])('has no name for a member that records do not have: %s', (token) => {
    expect(recordPlaceLabel('opinions', [token], {}, {}, 'zh-CN')).toBeUndefined();
  });
});

describe('a form with a record', () => {
  const definition = {
    id: 'form', title: { 'zh-CN': '表单' },
    schema: { type: 'object', properties: { goals: recordSchema('indicators') } },
    fields: { '/goals': { title: { 'zh-CN': '成效指标' }, record: { indicators: {} } } },
  };
  const formWith = (goals: unknown) => createForm(definition, { validator: createInterpreter(), evaluateCondition: () => true, value: { goals } });
  const goalsOf = (form: ReturnType<typeof formWith>) => form.state.steps[0]?.sections[0]?.fields[0];

  it('names the cell in the sentences of its schema, and shows them at the record', () => {
    const form = formWith([{ name: '受益户数', target: 20 }]);
    const before = goalsOf(form)?.problems;

    form.touch('/goals');

    expect(before).toEqual([]);
    expect(goalsOf(form)?.problems.map(({ pointer, message }) => [pointer, message])).toEqual([['/goals/0/unit', '请填写“受益户数”的计量单位']]);
    expect(form.state.steps[0]?.status).toBe('error');
  });

  it('shows what a server says of a cell at the record, until the answer changes', () => {
    const form = formWith([{ name: '受益户数', unit: '户', target: 20 }]);

    form.setExternalProblems([{ code: 'x', severity: 'error', document: 'answers', pointer: '/goals/0/target', params: {}, message: '目标值偏低' }]);
    const shown = goalsOf(form)?.problems.map(({ message }) => message);
    form.setValue('/goals', [{ name: '受益户数', unit: '户', target: 30 }]);

    expect([shown, goalsOf(form)?.problems]).toEqual([['目标值偏低'], []]);
  });

  it('does not describe the format to those who fill it in', () => {
    expect(goalsOf(formWith([]))?.help).toBe('');
  });
});
