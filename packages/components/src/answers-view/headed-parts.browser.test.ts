import type { FormDefinition, RecordKind } from '@cobuild/core';
import { createForm, createInterpreter } from '@cobuild/core';
import { evaluateCondition } from '@cobuild/rules';
import { html, render } from 'lit';
import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { axeViolations } from '../../test/axe.js';
import { elementsLayout, projectAnswers, stepsLayout } from '../../test/every-layout.js';
import { everyRecord } from '../../test/every-record.js';
import { mount } from '../../test/mount.js';
import type { CobuildAnswers } from '../cobuild-answers/cobuild-answers.js';
import type { CobuildForm } from '../cobuild-form/cobuild-form.js';
import '../define/cobuild-answers.js';
import '../define/cobuild-form.js';
import { messages } from '../locales/messages.js';
import { blankForm, withOneItem } from './blank-form.js';
import { headedParts } from './headed-parts.js';
import { printWidgets } from './registries.js';

beforeEach(() => page.viewport(1280, 900));

const value = { ...projectAnswers, kind: 'culture' };
const NOTE = '文化活动类项目，请先向镇街文化站了解场地安排。';
const words = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
/** Heading and labels of each part. */
const parts = (root: ParentNode): string[] => Array.from(root.querySelectorAll('.answers-part'), (part) => `${words(part.querySelector('h3, h4') as Element)}: ${Array.from(part.querySelectorAll('dt'), words).join(' ')}`);

function paper(definition: FormDefinition): HTMLElement {
  const form = createForm(definition, { validator: createInterpreter(), evaluateCondition, value: {} });
  const box = document.createElement('div');
  document.body.append(box);
  render(html`${blankForm(withOneItem(form), { locale: 'zh-CN', words: messages['zh-CN'], widgets: printWidgets })}`, box);
  return box;
}

describe('the parts of a section', () => {
  it('begin where the groups around the answers change, and where a text stands between them', () => {
    const entries = [{ at: 1 }, { at: 2, under: ['甲'] }, { at: 3, under: ['甲'] }, { at: 4, under: ['甲', '乙'] }, { at: 5 }, { at: 6, notes: ['注'] }];

    expect(headedParts(entries, (entry) => entry).map(({ title, notes, entries: inner }) => [title, notes, inner.map(({ at }) => at)])).toEqual([
      ['', [], [1]], ['甲', [], [2, 3]], ['甲 · 乙', [], [4]], ['', [], [5]], ['', ['注'], [6]],
    ]);
  });
});

describe('groups, tabs and texts of the layout', () => {
  const contact = '联系人: 联系人 联系电话 所在镇街';

  it('are headed parts in a form that is read', async () => {
    const form = await mount<CobuildForm>('cobuild-form', { definition: elementsLayout, value, mode: 'read' });

    expect(parts(form.renderRoot)).toContain(contact);
    expect(parts(form.renderRoot).length).toBeGreaterThan(2);
    expect(words(form.renderRoot as unknown as Element)).toContain(NOTE);
    expect(await axeViolations(form)).toEqual([]);
  });

  it('leave out what does not show', async () => {
    const form = await mount<CobuildForm>('cobuild-form', { definition: elementsLayout, value: projectAnswers, mode: 'read' });

    expect(words(form.renderRoot as unknown as Element)).not.toContain(NOTE);
  });

  it.each(['review', 'print'] as const)('are headed parts for %s', async (view) => {
    const element = await mount<CobuildAnswers>('cobuild-answers', { definition: elementsLayout, value, view });

    expect(parts(element.renderRoot)).toContain(contact);
    expect(await axeViolations(element)).toEqual([]);
  });

  it('are headed parts of what changed', async () => {
    const element = await mount<CobuildAnswers>('cobuild-answers', { definition: elementsLayout, value: { ...value, phone: '13900139000' }, earlier: value, onlyChanges: true });

    expect(parts(element.renderRoot).map((part) => part.replace(/ 已改.*| 修改.*/, ''))).toEqual([expect.stringMatching(/^联系人: 联系电话/)]);
  });

  it('are headed parts for the public, who see only what is published', async () => {
    const definition: FormDefinition = { ...elementsLayout, fields: { ...elementsLayout.fields, '/town': { ...elementsLayout.fields?.['/town'], publish: 'plain' } } };
    const element = await mount<CobuildAnswers>('cobuild-answers', { definition, value: { ...value, town: '荷城' }, view: 'public' });

    expect(parts(element.renderRoot)).toEqual(['联系人: 所在镇街']);
  });

  it('stand on an empty form with their titles and texts', () => {
    const box = paper(elementsLayout);

    expect(Array.from(box.querySelectorAll('.paper-part > h4'), words)).toContain('联系人');
    expect(words(box)).toContain(NOTE);
    expect(words(box.querySelector('.paper-part') as Element)).toContain('联系电话');
  });
});

describe('a page to check the answers', () => {
  it('is no part of an empty form', () => {
    const box = paper({ ...stepsLayout, id: 'checked' });

    expect(stepsLayout.layout?.steps.some(({ review }) => review === true)).toBe(true);
    expect(Array.from(box.querySelectorAll('.paper-step'), (step) => step.querySelectorAll('.paper-field').length)).not.toContain(0);
  });
});

describe('a title that the screen does not show', () => {
  it('is not printed on an empty form, what to know before writing is', () => {
    const box = paper({ id: 'hall', title: { 'zh-CN': '场地' }, schema: { type: 'object', properties: { shown: { type: 'string', title: '名称' }, hidden: { type: 'string', title: '说明' } }, required: ['shown'] }, fields: { '/hidden': { titleHidden: true } } });

    expect(Array.from(box.querySelectorAll('.paper-label'), words)).toEqual(['名称', '（选填）']);
  });
});

describe('a record on an empty form', () => {
  it.each<[RecordKind, string, number]>([
    ['opinions', '征求对象 征求人数 赞成 反对 其他 合计', 1],
    ['discussions', '步骤 日期 召集人 应到 实到 赞成 反对 弃权 结果', 4],
    ['applicants', '序号 单位名称 牵头或合作 统一社会信用代码 承担的工作 份额 签字', 4],
    ['indicators', '序号 类别 指标名称 单位 现状 目标 权重（%）', 6],
  ])('%s has a table to write in', (kind, heads, rows) => {
    const table = paper(everyRecord[kind]).querySelector('[data-pointer="/record"] table') as HTMLTableElement;

    expect(Array.from(table.querySelectorAll('thead th'), words).join(' ')).toBe(heads);
    expect(table.tBodies[0]?.rows.length).toBeGreaterThanOrEqual(rows);
  });

  it('says what is pledged above a line for each who signs', () => {
    const field = paper(everyRecord.pledge).querySelector('[data-pointer="/record"]') as Element;

    expect(words(field.querySelector('.paper-text') as Element)).toContain('本单位承诺：所填内容真实');
    expect(Array.from(field.querySelectorAll('.write-signature'), words)).toEqual(['党组织书记（签名）日期', '村委会主任（签名）日期']);
  });

  it('leaves room for a pledge that nobody has decided', () => {
    const { fields, ...definition } = everyRecord.pledge;
    const pledge = { text: 'UNDECIDED' as const, signers: [] };
    const field = paper({ ...definition, fields: { ...fields, '/record': { record: { pledge } } } }).querySelector('[data-pointer="/record"]') as Element;

    expect(field.querySelector('.write-box')).not.toBeNull();
    expect(Array.from(field.querySelectorAll('.write-signature'), words)).toEqual(['签名（盖章）日期']);
  });

  it('says in which unit amounts are written, in its table and in that of a list', () => {
    const heads = (definition: FormDefinition): string[] => Array.from(paper(definition).querySelectorAll('thead th'), words);
    const list: FormDefinition = { id: 'team', title: { 'zh-CN': '团队' }, schema: { type: 'object', properties: { people: { type: 'array', title: '成员', items: { type: 'object', properties: { name: { type: 'string', title: '姓名' }, pay: { type: 'number', format: 'money', title: '报酬' } } } } } } };

    expect(heads(everyRecord.budget)).toEqual(expect.arrayContaining(['单价（元）', '金额（元）']));
    expect(heads(list)).toEqual(['序号', '姓名', '报酬（元）']);
  });

  it('names the steps of the discussions', () => {
    const names = Array.from(paper(everyRecord.discussions).querySelectorAll('tbody th'), words);

    expect(names.length).toBeGreaterThanOrEqual(4);
    expect(names.every((name) => name !== '')).toBe(true);
  });
});
