import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { define, when } from '../../test/form/form-fixture.js';
import type { FormDefinition } from '../generated/types.js';
import { withValueAt } from '../problems/with-value-at.js';
import type { DraftConsequences } from './index.js';
import { draftConsequences, draftForm, openDraft } from './index.js';

const text = { type: 'string' } as const;
const before = define({
  required: ['name'],
  properties: {
    name: { ...text, title: '项目名称', maxLength: 40 }, phone: { ...text, title: '联系电话' }, fax: { ...text, title: '传真' }, area: { ...text, title: '地段' },
    lines: { type: 'array', title: '预算明细', items: { type: 'object', properties: { item: { ...text, title: '名称' }, price: { type: 'number', title: '单价' } } } },
  },
});
const consequences = (...changes: readonly (readonly [string, unknown])[]): DraftConsequences => draftConsequences(before, changes.reduce<unknown>((form, [pointer, value]) => withValueAt(form, pointer, value), before) as FormDefinition);
const told = ({ asked, checked, moved, aside }: DraftConsequences): object => ({ asked: asked.map(({ template }) => template), checked: checked.map(({ template }) => template), moved: moved.map(({ template, to }) => [template, ...to]), aside: aside.map(({ template }) => template) });
const nothing = { asked: [], checked: [], moved: [], aside: [] };

describe('draftConsequences', () => {
  it('says nothing of a form that is the same, nor of other words', () => {
    expect(consequences()).toEqual({ same: true, ...nothing });
    const { same, ...rest } = consequences(['/schema/properties/name/title', '项目的名称']);
    expect([same, rest]).toEqual([false, nothing]);
  });

  it('names new questions, a group or list once, and whether they have to be answered', () => {
    const { asked } = consequences(['/schema/properties/email', { ...text, title: '邮箱' }], ['/schema/properties/people', { type: 'array', title: '人员', items: { type: 'object', properties: { name: text } } }], ['/schema/required', ['name', 'email']]);
    expect(asked).toEqual([{ template: '/email', title: '邮箱', required: true }, { template: '/people', title: '人员', required: false }]);
    expect(told(consequences(['/schema/properties/lines/items/properties/unit', text]))).toEqual({ ...nothing, asked: ['/lines/*/unit'] });
  });

  it('names what has to satisfy something else', () => {
    expect(told(consequences(['/schema/properties/name/maxLength', 20], ['/schema/properties/phone/type', 'integer'], ['/schema/required', ['name', 'fax']]))).toEqual({ ...nothing, checked: ['/name', '/phone', '/fax'] });
    expect(told(consequences(['/fields', { '/phone': { requiredWhen: when('area', '东') } }]))).toEqual({ ...nothing, checked: ['/phone'] });
  });

  it('tells answers that lose their place from those that a migration takes along', () => {
    expect(told(consequences(['/schema/properties/phone', undefined], ['/schema/properties/fax', undefined], ['/schema/properties/contact', { type: 'object', properties: { phone: text } }], ['/version', 2], ['/migrations', [{ to: 2, steps: [{ op: 'move', from: '/phone', to: '/contact/phone' }] }]])))
      .toEqual({ asked: ['/contact'], checked: [], moved: [['/phone', '/contact/phone']], aside: ['/fax'] });
    expect(told(consequences(['/schema/properties/area', { type: 'object', properties: { town: text } }]))).toEqual({ ...nothing, asked: ['/area'], aside: ['/area'] });
  });

  it('agrees with what opening a draft does', () => {
    const after = { ...(withValueAt(withValueAt(before, '/schema/properties/fax', undefined), '/schema/properties/area', { type: 'object', properties: { town: text } }) as FormDefinition) };
    const answers = { name: '路灯', phone: '1', fax: '2', area: '东', lines: [{ item: '灯', price: 1 }] };
    const opened = openDraft({ form: draftForm(before), answers, titles: { '/fax': '传真', '/area': '地段' }, savedAt: '2026-03-05T00:00:00Z', revision: 1 }, after);
    expect(opened.aside.map(({ pointer }) => pointer)).toEqual(draftConsequences(before, after).aside.map(({ template }) => template));
  });

  it('reads the forms of a real scheme', () => {
    const form = JSON.parse(readFileSync(new URL('../../../../examples/schemes/gaoming/forms/application.json', import.meta.url), 'utf8')) as FormDefinition;
    expect(draftConsequences(form, form).same).toBe(true);
    expect(told(draftConsequences(form, withValueAt(form, '/schema/properties/place', undefined) as FormDefinition))).toEqual({ ...nothing, aside: ['/place'] });
  });
});
