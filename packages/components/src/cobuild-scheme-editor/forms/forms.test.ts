import type { FormDefinition, JsonChange } from '@cobuild/core';
import { applyTextEdits, checkAnswers, chinaCalendar, createInterpreter, editJson, newSchemeTexts, sampleAnswers, schemeFormats, valueAt } from '@cobuild/core';
import { createAjvValidator } from '@cobuild/core/ajv';
import { checkForm, checkScheme, evaluateCondition } from '@cobuild/rules';
import { describe, expect, it } from 'vitest';
import { fieldKey, isFieldKey } from './field-key.js';
import { addedBlock, addedField, addedInner, addedSection, addedStep, addedTab, movedItem, movedTo, removedBlock, removedSections, removedTab, spotAfter } from './form-changes.js';
import { leavesNothing, spotBeside } from './form-moves.js';
import type { PlacedBlock } from './form-outline.js';
import { blocksIn, fieldsIn, formOutline } from './form-outline.js';
import { palette, paletteEntry } from './palette.js';
import { addedShared, detachedField, madeShared, removedShared, sharedFields } from './shared-fields.js';
import { formsWords } from './words.js';

const FORM = '/forms/0';
const texts = newSchemeTexts('lights', '村道照明资金');
const fresh: unknown = { ...JSON.parse(texts['scheme.json'] ?? '') as object, forms: [JSON.parse(texts['forms/application.json'] ?? '')] };
const changed = (document: unknown, changes: readonly JsonChange[]): unknown => JSON.parse(changes.reduce((text, change) => applyTextEdits(text, editJson(text, change)), JSON.stringify(document)));
const formOf = (document: unknown): FormDefinition => valueAt(document, FORM) as FormDefinition;
const fieldsOf = (document: unknown): readonly (readonly string[])[] => formOutline(document, FORM).sections.map(({ items }) => fieldsIn(items).map(({ field }) => field));
const title = (chinese: string) => ({ 'zh-CN': chinese });
const withFields = (...ids: readonly string[]): unknown => ids.reduce((document, id) => changed(document, addedField(document, FORM, paletteEntry(id), title(formsWords['zh-CN'].entries[id as 'text']), spotAfter(document, FORM, undefined)).changes), fresh);

describe('palette', () => {
  it.each(palette.map((entry) => [entry.id, entry] as const))('makes of %s a field that checks find nothing in and that can be filled in', (id, entry) => {
    const { changes, field } = addedField(fresh, FORM, entry, title(formsWords['zh-CN'].entries[id]), spotAfter(fresh, FORM, undefined));
    const document = changed(fresh, changes);
    expect(checkForm(formOf(document)).map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([]);
    expect(checkScheme({ read: (path) => (path === 'scheme.json' ? JSON.stringify(document) : undefined) }).problems.filter(({ code }) => code !== 'scheme/no-tests').map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([]);
    const required = changed(document, [{ kind: 'insert', pointer: `${FORM}/schema/required`, index: 1, value: field.slice(1) }]);
    const answers = sampleAnswers(formOf(required));
    const found = checkAnswers(formOf(required), answers, { validator: createInterpreter({ formats: schemeFormats }), evaluateCondition, records: { calendar: chinaCalendar, now: () => '2026-03-06T00:00:00+08:00' } });
    expect({ answer: valueAt(answers, field) === undefined ? 'none' : 'some', problems: found.problems.map(({ message }) => message) }).toEqual({ answer: 'some', problems: [] });
  });

  it('has words for every entry in both languages, and each entry once', () => {
    for (const locale of ['zh-CN', 'en'] as const) expect(Object.keys(formsWords[locale].entries).sort()).toEqual(palette.map(({ id }) => id as string).sort());
  });
});

describe('fieldKey', () => {
  it('is made of the words of a title, else of what the field is, and is free', () => {
    expect([fieldKey('项目名称', 'text', []), fieldKey('联系电话', 'phone', []), fieldKey('受益户数', 'count', []), fieldKey('Project name', 'text', []), fieldKey('路灯盏数', 'count', [])]).toEqual(['projectName', 'contactPhone', 'beneficiaryHouseholds', 'projectName', 'count']);
    expect(fieldKey('路灯', 'count', ['count', 'count2'])).toBe('count3');
    expect(fieldKey('申报', 'text', [])).toBe('applicant2');
  });

  it('knows what a name may be', () => {
    expect(['lampCount', '1a', 'today', '数量', 'a-b', ''].map(isFieldKey)).toEqual([true, false, false, false, false, false]);
  });
});

describe('form changes', () => {
  it('puts a field where it is wanted, and moves it within a list and to another', () => {
    const document = withFields('money', 'date');
    expect(fieldsOf(document)).toEqual([['/projectName', '/amount', '/date']]);
    const at = '/forms/0/layout/steps/0/sections/0/fields';
    expect(fieldsOf(changed(document, movedItem(document, { list: at, index: 2 }, { list: at, index: 0 })))).toEqual([['/date', '/projectName', '/amount']]);
    expect(fieldsOf(changed(document, movedItem(document, { list: at, index: 0 }, { list: at, index: 3 })))).toEqual([['/amount', '/date', '/projectName']]);
    expect(movedItem(document, { list: at, index: 1 }, { list: at, index: 2 })).toEqual([]);
    const two = changed(document, addedSection(document, FORM, '/forms/0/layout/steps/0', title('第二')).changes);
    expect(fieldsOf(changed(two, movedItem(two, { list: at, index: 0 }, { list: '/forms/0/layout/steps/0/sections/1/fields', index: 0 })))).toEqual([['/amount', '/date'], ['/projectName']]);
  });

  it('finds its way when what is moved stands before the group that it is moved into', () => {
    const at = '/forms/0/layout/steps/0/sections/0';
    const document = changed(withFields('money'), [{ kind: 'remove', pointer: `${at}/fields` }, { kind: 'set', pointer: `${at}/elements`, value: ['/projectName', { group: ['/amount'] }] }]);
    const moved = changed(document, movedItem(document, { list: `${at}/elements`, index: 0 }, { list: `${at}/elements/1/group`, index: 1 }));
    expect(valueAt(moved, `${at}/elements`)).toEqual([{ group: ['/amount', '/projectName'] }]);
  });

  it('adds to a group, and to each item of a list', () => {
    const money = paletteEntry('money');
    const document = withFields('list', 'organisation');
    const inList = addedInner(document, FORM, '/items', money, title('单价'));
    const inGroup = addedInner(document, FORM, '/organisation', money, title('金额'));
    expect([inList.field, inGroup.field]).toEqual(['/items/*/unitPrice', '/organisation/amount']);
    const both = changed(changed(document, inList.changes), inGroup.changes);
    expect(checkForm(formOf(both))).toEqual([]);
    expect(sampleAnswers(formOf(both))).toMatchObject({ items: [{ unitPrice: 12000 }, {}], organisation: { amount: 12000 } });
  });

  it('adds steps and sections under ids of their own', () => {
    const step = addedStep(fresh, FORM, 1, title('第二步'), title('栏目'));
    const document = changed(fresh, step.changes);
    expect(valueAt(document, step.pointer)).toMatchObject({ title: title('第二步'), sections: [{ fields: [] }] });
    const ids = JSON.stringify(valueAt(document, '/forms/0/layout')).match(/"id":"[^"]+"/g) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
    const bare = changed(fresh, [{ kind: 'remove', pointer: '/forms/0/layout' }]);
    expect(fieldsOf(changed(bare, addedSection(bare, FORM, undefined, title('栏目')).changes))).toEqual([['/projectName']]);
  });

  it('takes a section away with its fields, or leaves them to another; its step goes when nothing is left in it', () => {
    const two = changed(withFields('money', 'promise'), addedStep(fresh, FORM, 1, title('第二步'), title('栏目')).changes);
    const at = '/forms/0/layout/steps/0/sections/0/fields';
    const full = changed(two, [...movedItem(two, { list: at, index: 2 }, { list: '/forms/0/layout/steps/1/sections/0/fields', index: 0 }), { kind: 'insert', pointer: '/forms/0/schema/required', index: 1, value: 'promise' }]);
    const [first, second] = formOutline(full, FORM).sections;
    if (first === undefined || second === undefined) throw new Error('two sections');
    const kept = changed(full, removedSections(full, FORM, [second], first));
    expect([fieldsOf(kept), formOf(kept).layout?.steps.length]).toEqual([[['/projectName', '/amount', '/promise']], 1]);
    const gone = changed(full, removedSections(full, FORM, [second], undefined));
    expect([fieldsOf(gone), Object.keys(formOf(gone).fields ?? {}), formOf(gone).schema['required']]).toEqual([[['/projectName', '/amount']], ['/projectName', '/amount'], ['projectName']]);
    expect(checkForm(formOf(gone))).toEqual([]);
  });
});

describe('shared fields', () => {
  it('are written once, used again, and taken apart', () => {
    const document = withFields('person');
    const shared = changed(document, madeShared(document, FORM, '/contact'));
    expect(formOf(shared).schema).toMatchObject({ properties: { contact: { $ref: '#/$defs/contact' } } });
    expect(Object.keys(formOf(shared).fields ?? {})).toEqual(['/projectName', '/contact', '#/$defs/contact/properties/name', '#/$defs/contact/properties/phone']);
    const second = changed(shared, addedShared(shared, FORM, 'contact', title('负责人'), spotAfter(shared, FORM, undefined)).changes);
    expect(sharedFields(second, FORM)).toMatchObject([{ name: 'contact', fields: ['/contact', '/head'] }]);
    expect(checkForm(formOf(second))).toEqual([]);
    expect(sampleAnswers(formOf(second))).toMatchObject({ contact: { name: expect.any(String) as string }, head: { phone: expect.any(String) as string } });
    const apart = changed(second, detachedField(second, FORM, '/head'));
    expect(formOf(apart).schema).toMatchObject({ properties: { contact: { $ref: '#/$defs/contact' }, head: { type: 'object' } } });
    expect(valueAt(formOf(apart).fields, '/~1head~1phone')).toMatchObject({ mask: 'phone', publish: 'never' });
    const alone = changed(apart, detachedField(apart, FORM, '/contact'));
    const [rest] = sharedFields(alone, FORM);
    const clean = changed(alone, rest === undefined ? [] : removedShared(alone, FORM, rest));
    expect([sharedFields(clean, FORM), Object.keys(formOf(clean).fields ?? {}).filter((key) => key.startsWith('#')), checkForm(formOf(clean))]).toEqual([[], [], []]);
  });
});

describe('row 11: a form of all kinds of fields, put into another order and saved', () => {
  const every = palette.map(({ id }) => id);
  const document = withFields(...every);
  const list = '/forms/0/layout/steps/0/sections/0/fields';
  const moved = changed(document, movedItem(document, { list, index: every.length }, { list, index: 0 }));
  const { schema } = formOf(moved);

  it('keeps every field, the last one first', () => {
    const [before = []] = fieldsOf(document);
    expect(before).toHaveLength(every.length + 1);
    expect(fieldsOf(moved)).toEqual([[...before.slice(-1), ...before.slice(0, -1)]]);
  });

  it('is a JSON Schema of 2020-12 that ajv compiles, and judges as our own validator does', () => {
    const dialect = 'https://json-schema.org/draft/2020-12/schema';
    expect([undefined, dialect]).toContain((schema as { $schema?: string }).$schema);
    // ajv holds what it compiles against the metaschema of that dialect.
    expect(() => createAjvValidator().compile({ $schema: dialect, type: 'texts' })).toThrow();
    const answers = sampleAnswers(formOf(moved));
    const second = createAjvValidator({ formats: schemeFormats }).compile({ ...(schema as object), $schema: dialect });
    const own = createInterpreter({ formats: schemeFormats }).compile(schema);
    expect([second.validate(answers), own.validate(answers)]).toEqual([[], []]);
    const names = Object.keys((schema as { properties: object }).properties);
    for (const name of names) {
      const wrong = { ...(answers as object), [name]: { wrong: [null] } };
      expect([name, second.validate(wrong).length > 0]).toEqual([name, own.validate(wrong).length > 0]);
    }
    // Of what is written or ticked none is an object.
    const single = names.filter((name) => ['string', 'number', 'integer', 'boolean', 'array'].includes((schema as { properties: Record<string, { type?: string }> }).properties[name]?.type ?? ''));
    expect(single.length).toBeGreaterThan(10);
    for (const name of single) expect([name, second.validate({ ...(answers as object), [name]: {} }).length]).not.toEqual([name, 0]);
  });
});

describe('groups, tabs and texts', () => {
  const section = '/forms/0/layout/steps/0/sections/0';
  const blocksOf = (document: unknown): readonly PlacedBlock[] => formOutline(document, FORM).sections.flatMap(({ items }) => blocksIn(items));
  const problemsOf = (document: unknown): readonly string[] => checkForm(formOf(document)).map(({ code, pointer }) => `${code} ${pointer}`);
  const blocks = (): unknown => {
    const fields = withFields('money', 'date');
    const group = changed(fields, addedBlock(fields, FORM, 'group', { list: `${section}/fields`, index: 1 }, title('钱')).changes);
    return changed(group, addedBlock(group, FORM, 'tabs', { list: `${section}/elements`, index: 4 }, title('第一页')).changes);
  };

  it('come among the fields of a section, which then has elements, and leave nothing for the checks to find', () => {
    for (const kind of ['group', 'tabs', 'text'] as const) {
      const { changes, pointer } = addedBlock(fresh, FORM, kind, { list: `${section}/fields`, index: 0 }, title('说明'));
      const document = changed(fresh, changes);
      expect([kind, pointer, problemsOf(document), fieldsOf(document), blocksOf(document).map((block) => block.kind)]).toEqual([kind, `${section}/elements/0${kind === 'tabs' ? '/tabs/0' : ''}`, [], [['/projectName']], [kind]]);
    }
    const bare = changed(fresh, [{ kind: 'remove', pointer: `${section}/fields` }]);
    expect(problemsOf(changed(bare, addedBlock(bare, FORM, 'text', { list: `${section}/fields`, index: 0 }, title('说明')).changes))).toEqual([]);
  });

  it('take fields in and let them out again when they go', () => {
    const document = blocks();
    const filled = changed(document, movedItem(document, { list: `${section}/elements`, index: 2 }, { list: `${section}/elements/1/group`, index: 0 }));
    expect(blocksOf(filled).map(({ kind, lists }) => [kind, ...lists.map(({ items }) => fieldsIn(items).map(({ field }) => field))])).toEqual([['group', ['/amount']], ['tabs', []]]);
    const [group] = blocksOf(filled);
    expect(fieldsOf(changed(filled, removedBlock(filled, group as PlacedBlock)))).toEqual([['/projectName', '/amount', '/date']]);
  });

  it('go from one section to another with what is in them', () => {
    const document = blocks();
    const two = changed(document, addedSection(document, FORM, '/forms/0/layout/steps/0', title('第二')).changes);
    const from = { list: `${section}/elements`, index: 1 };
    const to = { list: '/forms/0/layout/steps/0/sections/1/fields', index: 0 };
    const moved = changed(two, movedItem(two, from, to));
    expect([problemsOf(moved), blocksOf(moved).map(({ pointer }) => pointer)]).toEqual([[], [`${section}/elements/3`, '/forms/0/layout/steps/0/sections/1/elements/0']]);
    expect(movedTo(from, to)).toEqual({ list: '/forms/0/layout/steps/0/sections/1/elements', index: 0 });
  });

  it('have as many tabs as somebody adds; of one that goes the fields go into the next', () => {
    const document = blocks();
    const tabs = blocksOf(document)[1] as PlacedBlock;
    const two = changed(document, addedTab(document, FORM, tabs.pointer, title('第二页')).changes);
    const filled = changed(two, movedItem(two, { list: `${section}/elements`, index: 3 }, { list: `${tabs.pointer}/tabs/1/elements`, index: 0 }));
    const after = blocksOf(filled)[1] as PlacedBlock;
    expect([problemsOf(filled), after.lists.map(({ items }) => fieldsIn(items).map(({ field }) => field))]).toEqual([[], [[], ['/date']]]);
    const one = changed(filled, removedTab(filled, after, 1));
    const last = blocksOf(one)[1] as PlacedBlock;
    expect(last.lists.map(({ items }) => fieldsIn(items).map(({ field }) => field))).toEqual([['/date']]);
    expect([blocksOf(changed(one, removedTab(one, last, 0))).length, fieldsOf(changed(one, removedTab(one, last, 0)))]).toEqual([1, [['/projectName', '/amount', '/date']]]);
  });

  it('go along when their section goes', () => {
    const document = blocks();
    const two = changed(document, addedSection(document, FORM, '/forms/0/layout/steps/0', title('第二')).changes);
    const { sections } = formOutline(two, FORM);
    const left = changed(two, removedSections(two, FORM, sections.slice(0, 1), sections[1]));
    expect([problemsOf(left), fieldsOf(left), blocksOf(left).map(({ kind }) => kind)]).toEqual([[], [['/projectName', '/amount', '/date']], ['group', 'tabs']]);
  });

  it('are reached place by place, and never lead into themselves', () => {
    const document = blocks();
    const outline = formOutline(document, FORM);
    const list = `${section}/elements`;
    const down = (index: number) => spotBeside(document, outline, { list, index }, 1);
    // 项目名称, a group, 金额, 日期, tabs.
    expect([down(0), down(1), down(2), down(3), down(4)]).toEqual([{ list: `${list}/1/group`, index: 0 }, { list, index: 3 }, { list, index: 4 }, { list: `${list}/4/tabs/0/elements`, index: 0 }, undefined]);
    expect([spotBeside(document, outline, { list, index: 2 }, -1), spotBeside(document, outline, { list, index: 0 }, -1)]).toEqual([{ list: `${list}/1/group`, index: 0 }, undefined]);
    const two = changed(document, addedStep(document, FORM, 1, title('第二步'), title('栏目')).changes);
    expect(spotBeside(two, formOutline(two, FORM), { list: '/forms/0/layout/steps/0/sections', index: 0 }, 1)).toEqual({ list: '/forms/0/layout/steps/1/sections', index: 0 });
    expect(leavesNothing(two, { list: '/forms/0/layout/steps/0/sections', index: 0 }, { list: '/forms/0/layout/steps/1/sections', index: 0 })).toBe(true);
    expect(spotBeside(two, formOutline(two, FORM), { list: '/forms/0/layout/steps', index: 0 }, 1)).toEqual({ list: '/forms/0/layout/steps', index: 2 });
  });
});
