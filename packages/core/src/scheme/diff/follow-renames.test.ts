import { describe, expect, it } from 'vitest';
import { renameField } from '../../editing/form-fields.js';
import { createSchemeDraft } from '../../editing/scheme-draft.js';
import type { FormDefinition } from '../../generated/types.js';
import { withValueAt } from '../../problems/with-value-at.js';
import { diffSchemes } from './diff-schemes.js';
import { followRenames } from './follow-renames.js';

const form = (id: string, title: string): FormDefinition => ({
  id, title: { 'zh-CN': title },
  schema: { type: 'object', required: ['homes'], properties: { homes: { type: 'integer', title: '受益户数' }, lines: { type: 'array', title: '明细', items: { type: 'object', properties: { amount: { type: 'number', title: '金额' } } } } } },
  layout: { steps: [{ id: 'a', title: { 'zh-CN': '一' }, sections: [{ id: 'b', title: { 'zh-CN': '二' }, fields: ['/homes', '/lines'] }] }] },
  fields: { '/homes': { help: { 'zh-CN': '按户口本' } } },
});
const scheme = {
  formatVersion: 1, id: 'demo', title: { 'zh-CN': '演示' },
  forms: [form('application', '申报表'), form('report', '完成情况报告')],
  stages: [{ id: 'apply', title: { 'zh-CN': '申报' }, method: 'application', form: 'application' }],
  eligibility: { rules: [{ id: 'enough', title: { 'zh-CN': '户数' }, conditions: { all: [{ fact: 'homes', operator: 'greaterThanInclusive', value: 20 }] } }] },
};
/** As the editor does it where the form is in use. */
function renamed(at: string, ...steps: readonly (readonly [string, string])[]): unknown {
  const draft = createSchemeDraft({ 'scheme.json': JSON.stringify(scheme) });
  const published = scheme.forms[Number(at.slice(-1))];
  for (const [field, name] of steps) draft.change(renameField(draft.document, at, field, name, published) ?? []);
  return draft.document;
}
const lines = (after: unknown, before: unknown = scheme, locale: 'zh-CN' | 'en' = 'zh-CN'): readonly string[] => diffSchemes(before, after, locale).map((change) => `${change.class} ${change.sentence}`);

describe('followRenames', () => {
  it.each([['/forms/0', '申报表'], ['/forms/1', '完成情况报告']])('shows a question of %s with another name as one change, wherever the scheme speaks of it', (at, title) => {
    expect(lines(renamed(at, ['/homes', 'households']))).toEqual([expect.stringMatching(/^harmless .*版本.*2$/), `harmless 「${title}」的“受益户数”的代号由 homes 改为 households`]);
  });

  it('shows what else has changed of the question', () => {
    const after = withValueAt(renamed('/forms/1', ['/homes', 'households']), '/forms/1/schema/properties/households/minimum', 5);
    expect(lines(after)).toEqual(['breaking 新增「完成情况报告」的“受益户数”的下限：5', expect.stringContaining('版本'), 'harmless 「完成情况报告」的“受益户数”的代号由 homes 改为 households']);
  });

  it('knows one name after several steps, and questions inside others', () => {
    expect(lines(renamed('/forms/1', ['/homes', 'a'], ['/a', 'b'])).slice(1)).toEqual(['harmless 「完成情况报告」的“受益户数”的代号由 homes 改为 b']);
    const inside = followRenames(scheme, renamed('/forms/1', ['/lines/*/amount', 'price'], ['/lines', 'rows'])).renamed;
    expect(inside.map(({ pointer, before, after }) => [pointer, before, after])).toEqual([['/forms/1/schema/properties/rows/items/properties/price', 'amount', 'price'], ['/forms/1/schema/properties/rows', 'lines', 'rows']]);
  });

  it('takes a question for gone and another for new where no migration says that they are one', () => {
    const draft = createSchemeDraft({ 'scheme.json': JSON.stringify(scheme) });
    draft.change(renameField(draft.document, '/forms/1', '/homes', 'households') ?? []);
    expect(lines(draft.document)).toContain('breaking 去掉「完成情况报告」的“受益户数”');
    expect(followRenames(scheme, draft.document)).toEqual({ document: scheme, renamed: [] });
  });

  it('leaves both documents as they are, also those that are no scheme', () => {
    const [before, after] = [JSON.stringify(scheme), renamed('/forms/0', ['/homes', 'households'])];
    const text = JSON.stringify(after);
    followRenames(scheme, after);
    expect([JSON.stringify(scheme), JSON.stringify(after)]).toEqual([before, text]);
    for (const odd of [undefined, null, 7, { forms: 3 }, { forms: [{ id: 'application', version: 9, migrations: [{ to: 9, steps: 'x' }, { to: '9' }, null, { to: 9, steps: [null, { op: 'rename', from: 'homes', name: '' }, { op: 'rename', from: '/homes', name: 'lines' }, { op: 'rename' }] }] }] }]) expect(followRenames(scheme, odd)).toEqual({ document: scheme, renamed: [] });
  });

  it('gives plain differences where it is not asked for, and speaks English', () => {
    const after = renamed('/forms/1', ['/homes', 'households']);
    expect(diffSchemes(scheme, after, 'zh-CN', { followRenames: false }).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['removed', 'added']));
    expect(lines(after, scheme, 'en').at(-1)).toBe('harmless “完成情况报告”, “受益户数”, key: homes becomes households.');
  });
});
