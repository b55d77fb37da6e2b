import { describe, expect, it } from 'vitest';
import { define, open } from '../../test/form/form-fixture.js';
import type { FieldSettings, FormDefinition } from '../generated/types.js';
import { describeAnswers } from './describe-answers.js';
import { describeState } from './describe-nodes.js';
import type { FormNode } from './form-model.js';

const properties = {
  name: { type: 'string' },
  role: { enum: ['lead', 'member'] },
  born: { type: 'string', format: 'date' },
  contact: { type: 'object', properties: { phone: { type: 'string' } } },
  pin: { type: 'string', writeOnly: true },
};
const people = (settings: FieldSettings, more: Record<string, FieldSettings> = {}): FormDefinition =>
  define({ properties: { people: { type: 'array', items: { type: 'object', properties } } } }, { fields: { '/people': settings, '/people/*/role': { options: { lead: { 'zh-CN': '组长', en: 'Lead' } } }, ...more } });
const list = (definition: FormDefinition, item: unknown): FormNode => open(definition, { value: { people: [item] } }).state.steps[0]?.sections[0]?.fields[0] as FormNode;
const titleOf = (itemTitle: FieldSettings['itemTitle'], item: unknown): string | undefined => list(people(itemTitle === undefined ? {} : { itemTitle }), item).children[0]?.itemTitle;

describe('the title of an item', () => {
  it.each([
    ['the answer at a pointer', '/name', { name: '张三' }, '张三'],
    ['an answer inside a group', '/contact/phone', { contact: { phone: '138' } }, '138'],
    ['the title of a choice', '/role', { role: 'lead' }, '组长'],
    ['a date in words', '/born', { born: '1990-03-05' }, '1990年3月5日'],
    ['a text with answers', { 'zh-CN': '{name}（{role}）' }, { name: '张三', role: 'lead' }, '张三（组长）'],
    ['a text with an answer inside a group', { 'zh-CN': '{name} {contact/phone}' }, { name: '张三', contact: { phone: '138' } }, '张三 138'],
    ['a text without empty brackets', { 'zh-CN': '{name}（{role}）' }, { name: '张三' }, '张三'],
    ['nothing where nothing is answered', { 'zh-CN': '{name}（{role}）' }, {}, ''],
    ['nothing of what is typed unseen', '/pin', { pin: '1234' }, ''],
    ['nothing of an answer that the items do not have', '/__proto__/name', { name: '张三' }, ''],
  ] as const)('is %s', (_what, itemTitle, item, title) => {
    expect(titleOf(itemTitle, item)).toBe(title);
  });

  it.each([[59], [60]])('is whole with %s characters', (length) => {
    expect(titleOf('/name', { name: '长'.repeat(length) })).toBe('长'.repeat(length));
  });

  it('is cut off behind 60 characters', () => {
    expect(titleOf('/name', { name: '长'.repeat(61) })).toBe(`${'长'.repeat(60)}…`);
  });

  it('is not there where the list says nothing of it', () => {
    expect(titleOf(undefined, { name: '张三' })).toBeUndefined();
  });

  it('is the first answer in words where the items stand in a list beside the opened one', () => {
    expect(list(people({ widget: 'listDetail' }), { name: '张三' }).children[0]?.itemTitle).toBe('张三');
  });

  it('stands behind the number of the item, in each language', () => {
    const form = open(people({ itemTitle: '/name' }), { value: { people: [{ name: '张三' }] } });
    const label = (): string | undefined => form.state.steps[0]?.sections[0]?.fields[0]?.children[0]?.label;
    const chinese = label();
    form.setLocale('en');

    expect([chinese, label()]).toEqual(['第1项（张三）', 'Item 1 (张三)']);
  });

  it('follows the answer, and moves with its item', () => {
    const form = open(people({ itemTitle: '/name' }), { value: { people: [{ name: '张三' }, { name: '李四' }] } });
    const titles = (): unknown => form.state.steps[0]?.sections[0]?.fields[0]?.children.map(({ itemTitle }) => itemTitle);
    form.setValue('/people/0/name', '王五');
    const edited = titles();
    form.moveItem('/people', 0, 1);

    expect([edited, titles()]).toEqual([['王五', '李四'], ['李四', '王五']]);
  });

  it('is told of answers that were handed in as well', () => {
    const definition = people({ itemTitle: { 'zh-CN': '{name}（{role}）' } });
    const answers = { people: [{ name: '张三', role: 'lead' }] };
    const told = describeAnswers(definition, answers, 'zh-CN')[0]?.rows[0]?.table?.rows[0]?.title;

    expect([told, describeState(open(definition, { value: answers }).state, 'zh-CN')[0]?.rows[0]?.table?.rows[0]?.title]).toEqual(['张三（组长）', '张三（组长）']);
  });

  it('tells a reader nothing of answers that the reader may not see', () => {
    const definition = people({ itemTitle: '/name' }, { '/people/*/name': { visibleTo: { '*': ['district'] } } });
    const titleFor = (role: string): string | undefined => describeAnswers(definition, { people: [{ name: '张三', role: 'lead' }] }, 'zh-CN', { role })[0]?.rows[0]?.table?.rows[0]?.title;

    expect([titleFor('district'), titleFor('town')]).toEqual(['张三', undefined]);
  });

  it.each([
    [{ itemTitle: '/other' }, ['/fields/~1people/itemTitle']],
    [{ itemTitle: { 'zh-CN': '{name}{other}' } }, ['/fields/~1people/itemTitle']],
    [{ itemTitle: { 'zh-CN': '{name}' } }, []],
  ] as const)('of %o names only what the items have', (settings, places) => {
    expect(open(people(settings as FieldSettings)).definitionProblems.filter(({ code }) => code === 'form/unknown-field').map(({ pointer }) => pointer)).toEqual(places);
  });

  it('belongs to lists', () => {
    const problems = open(people({}, { '/people/*/name': { itemTitle: '/name' } })).definitionProblems;

    expect(problems.map(({ code, pointer }) => [code, pointer])).toEqual([['form/unknown-field', '/fields/~1people~1*~1name/itemTitle']]);
  });
});
