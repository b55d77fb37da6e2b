import type { JsonChange, Problem, SchemeDraft } from '@cobuild/core';
import { createSchemeDraft, escapeToken, newSchemeTexts } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import type { EditorContext } from '../editor-context.js';
import type { Designer, InHand } from './designer-actions.js';
import { addedField, addedInner, spotAfter } from './form-changes.js';
import { formOutline, placeOfField } from './form-outline.js';
import { paletteEntry } from './palette.js';
import { rowInputs } from './row-inputs.js';

const FORM = '/forms/0';
const NONE: readonly Problem[] = [];
const settings = (field: string, name: string): string => `${FORM}/fields/${escapeToken(field)}/${name}`;

/** A form with a text, a number and a list of things with a name each. */
function open(): SchemeDraft {
  const draft = createSchemeDraft(newSchemeTexts('lights', '村道照明资金'));
  for (const id of ['text', 'number', 'list']) draft.change(addedField(draft.document, FORM, paletteEntry(id), { 'zh-CN': id }, spotAfter(draft.document, FORM, undefined)).changes);
  return draft;
}

const inputsOf = (draft: SchemeDraft, field: string, { inHand, problems = {} }: { readonly inHand?: InHand; readonly problems?: Readonly<Record<string, readonly Problem[]>> } = {}): readonly unknown[] => {
  const context = { document: draft.document, base: draft.base, locale: 'zh-CN', readonly: false, problemsIn: (pointer: string) => problems[pointer] ?? Object.entries(problems).find(([each]) => each.startsWith(`${pointer}/`))?.[1] ?? NONE } as unknown as EditorContext;
  return rowInputs({ context, form: FORM, inHand } as unknown as Designer, field, placeOfField(formOutline(draft.document, FORM), field));
};

/** Whether the row of a field is drawn again after changes. */
function isDrawnAgain(field: string, changesOf: (draft: SchemeDraft) => JsonChange | readonly JsonChange[]): boolean {
  const draft = open();
  const before = inputsOf(draft, field);
  expect(draft.change(changesOf(draft))).toBe(true);
  const after = inputsOf(draft, field);
  return before.length !== after.length || before.some((input, index) => input !== after[index]);
}

describe('rowInputs', () => {
  it.each<readonly [string, (draft: SchemeDraft) => JsonChange | readonly JsonChange[]]>([
    ['another field gets another title', () => ({ kind: 'set', pointer: settings('/number', 'title'), value: { 'zh-CN': '户数' } })],
    ['a field is added after it', (draft) => addedField(draft.document, FORM, paletteEntry('date'), { 'zh-CN': '日期' }, spotAfter(draft.document, FORM, undefined)).changes],
    ['another field becomes required', () => ({ kind: 'set', pointer: `${FORM}/schema/required`, value: ['projectName', 'number'] })],
    ['something else of the scheme changes', () => ({ kind: 'set', pointer: '/title/zh-CN', value: '照明' })],
  ])('are the same when %s', (_, changesOf) => expect(isDrawnAgain('/text', changesOf)).toBe(false));

  it.each<readonly [string, string, (draft: SchemeDraft) => JsonChange | readonly JsonChange[]]>([
    ['its title changes', '/text', () => ({ kind: 'set', pointer: settings('/text', 'title'), value: { 'zh-CN': '地点' } })],
    ['it becomes conditional', '/text', () => ({ kind: 'set', pointer: settings('/text', 'visibleWhen'), value: { all: [] } })],
    ['what may be answered changes', '/text', () => ({ kind: 'set', pointer: `${FORM}/schema/properties/text/maxLength`, value: 500 })],
    ['it becomes required', '/text', () => ({ kind: 'set', pointer: `${FORM}/schema/required`, value: ['text'] })],
    ['it is calculated', '/number', () => ({ kind: 'set', pointer: `${FORM}/computed`, value: { '/number': { op: 'sum', of: [1, 2], missing: 'zero' } } })],
    ['a field comes before it', '/text', (draft) => addedField(draft.document, FORM, paletteEntry('date'), { 'zh-CN': '日期' }, { list: placeOfField(formOutline(draft.document, FORM), '/text')?.list ?? '', index: 0 }).changes],
    ['a field comes into it', '/list', (draft) => addedInner(draft.document, FORM, '/list', paletteEntry('date'), { 'zh-CN': '日期' }).changes],
    ['what it holds gets another title', '/list', (draft) => {
      const { changes, field } = addedInner(draft.document, FORM, '/list', paletteEntry('date'), { 'zh-CN': '日期' });
      expect(draft.change(changes)).toBe(true);
      return { kind: 'set', pointer: settings(field, 'title'), value: { 'zh-CN': '哪天' } };
    }],
  ])('differ when %s', (_, field, changesOf) => expect(isDrawnAgain(field, changesOf)).toBe(true));

  it('differ when the checks say something of it, and while it or a part of it is in hand', () => {
    const draft = open();
    const plain = inputsOf(draft, '/text');
    expect(inputsOf(draft, '/text')).toEqual(plain);
    const found = [{ code: 'scheme/type' } as unknown as Problem];
    expect(inputsOf(draft, '/text', { problems: { [`${FORM}/fields/${escapeToken('/text')}`]: found } })).toContain(found);
    const inHand: InHand = { kind: 'field', field: '/list/*/name' };
    const [one, other] = [inputsOf(draft, '/list', { inHand }), inputsOf(draft, '/list', { inHand })];
    expect(one[0]).not.toBe(other[0]);
    expect(inputsOf(draft, '/text', { inHand })).toEqual(plain);
  });
});
