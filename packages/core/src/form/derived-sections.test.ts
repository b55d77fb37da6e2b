import { describe, expect, it } from 'vitest';
import { define, open, when } from '../../test/form/form-fixture.js';
import type { FieldSettings, FormDefinition } from '../generated/types.js';
import { describeAnswers } from './describe-answers.js';

const text = { type: 'string' };
const group = (title: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({ type: 'object', title, properties: { name: text, phone: text }, ...more });
const list = { type: 'array', items: { type: 'object', properties: { name: text } } };

/** Title and questions of each section. */
const sections = (definition: FormDefinition, value = {}): readonly string[] =>
  open(definition, { value }).state.steps.flatMap((step) => step.sections.map(({ title, fields }) => `${title}: ${fields.map(({ pointer }) => pointer).join(' ')}`));
const of = (properties: Record<string, unknown>, fields: Record<string, FieldSettings> = {}): readonly string[] => sections(define({ properties }, { fields }));

describe('a form without a layout', () => {
  it('has its groups as sections with their titles, in the order of the schema', () => {
    expect(of({ project: text, unit: group('申报单位'), bank: group('收款账户') })).toEqual([': /project', '申报单位: /unit/name /unit/phone', '收款账户: /bank/name /bank/phone']);
  });

  it('heads what follows the groups', () => {
    expect(of({ unit: group('申报单位'), bank: group('收款账户'), note: text })).toEqual(['申报单位: /unit/name /unit/phone', '收款账户: /bank/name /bank/phone', '其他: /note']);
  });

  it('lets lists stand between and behind groups, since they have headings', () => {
    expect(of({ unit: group('申报单位'), people: list, bank: group('收款账户'), lines: list })).toEqual(['申报单位: /unit/name /unit/phone', ': /people', '收款账户: /bank/name /bank/phone', ': /lines']);
  });

  it.each([
    ['no group', { a: text, b: list }],
    ['one group that is the whole form', { unit: group('申报单位') }],
    ['one group that other questions follow', { a: text, unit: group('申报单位'), b: text }],
    ['questions between groups', { unit: group('申报单位'), a: text, bank: group('收款账户') }],
    ['a group that asks for a number of answers', { a: text, unit: group('申报单位', { minProperties: 1 }) }],
    ['a group between whose kinds one chooses', { a: text, unit: { oneOf: [group('个人'), group('单位', { properties: { code: text } })] } }],
  ])('is one section with %s', (_what, properties) => {
    expect(of(properties)).toHaveLength(1);
  });

  it.each<[string, FieldSettings]>([
    ['has a widget of the host', { widget: 'x-map' }],
    ['shows no title', { titleHidden: true }],
    ['says where it comes from', { provenance: { kind: 'invented' } }],
  ])('keeps a group as one question that %s', (_what, settings) => {
    expect(of({ a: text, unit: group('申报单位') }, { '/unit': settings })).toEqual([': /a /unit']);
  });

  it('takes title and description from the settings, else from the schema, else the name', () => {
    const form = open(define({ properties: { a: group('', { title: undefined }), b: group('乙', { description: '说明' }), c: group('丙') } }, { fields: { '/c': { title: { 'zh-CN': '第三', en: 'Third' }, help: { 'zh-CN': '帮助', en: 'Help' } } } }));
    const said = (): unknown => form.state.steps[0]?.sections.map(({ title, description }) => [title, description]);
    const chinese = said();
    form.setLocale('en');

    expect(chinese).toEqual([['a', ''], ['乙', '说明'], ['第三', '帮助']]);
    expect(said()).toEqual([['a', ''], ['乙', '说明'], ['Third', 'Help']]);
  });

  it('shows a section only while its group shows', () => {
    const definition = define({ properties: { kind: { enum: ['x', 'y'] }, unit: group('申报单位') } }, { fields: { '/unit': { visibleWhen: when('kind', 'x') } } });
    const shown = (kind: string): unknown => open(definition, { value: { kind } }).state.steps[0]?.sections.map(({ visible }) => visible);

    expect([shown('x'), shown('y')]).toEqual([[true, true], [true, false]]);
    expect(describeAnswers(definition, { kind: 'y' }, 'zh-CN').map(({ title }) => title)).toEqual(['项目申报表']);
  });

  it('asks for what a required group requires', () => {
    const form = open(define({ required: ['unit'], properties: { a: text, unit: group('申报单位', { required: ['name'] }) } }));

    expect(form.state.problems.map(({ pointer }) => pointer)).toEqual(['/unit/name']);
  });
});
