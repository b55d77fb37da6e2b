import { describe, expect, it } from 'vitest';
import type { SchemeDraft } from './scheme-draft.js';
import { createSchemeDraft } from './scheme-draft.js';
import { mayOverlaySay, overlayRule } from './overlay-rule.js';

const parameter = (value: unknown, overlay: string): object => ({ title: { 'zh-CN': '参数' }, type: 'integer', value, overlay });
const city = {
  formatVersion: 1, id: 'city', version: '1.0.0', title: { 'zh-CN': '市模板' },
  parameters: { least: parameter(20, 'raise'), most: parameter(50, 'lower'), fixed: parameter(3, 'locked'), free: parameter(5, 'any'), open: parameter('UNDECIDED', 'raise') },
  thresholds: [{ id: 'vote', quorum: { parameter: 'fixed' }, tie: 'fails' }, { id: 'other', tie: 'fails' }],
  eligibility: { rules: [{ id: 'a', title: { 'zh-CN': '户数' }, conditions: { all: [{ fact: 'households', operator: 'greaterThanInclusive', value: { fact: 'parameters', path: '$.least' } }] } }] },
};
const district = (said: object): SchemeDraft => createSchemeDraft({ 'scheme.json': JSON.stringify({ extends: '../city', id: 'district', version: '1.0.0', title: { 'zh-CN': '区' }, ...said }, undefined, 2) }, { base: { read: () => JSON.stringify(city) } });
const own = (draft: SchemeDraft): unknown => JSON.parse(draft.texts['scheme.json'] ?? '');

describe('overlayRule', () => {
  it.each([['least', 'raise'], ['most', 'lower'], ['fixed', 'locked']])('says of the value of %s that the base allows %s', (key, permission) => {
    expect(overlayRule(district({}), `/parameters/${key}/value`)).toMatchObject({ permission, because: 'parameter', parameter: key, differs: false });
  });

  it('leaves a parameter free whose base allows anything, and titles', () => {
    expect(overlayRule(district({}), '/parameters/free/value')).toMatchObject({ permission: 'any', base: 5 });
    expect(overlayRule(district({}), '/parameters/fixed/title')).toMatchObject({ permission: 'any' });
  });

  it('orders a value as a whole, not its parts', () => {
    const ratio = { ...city, parameters: { pass: { title: { 'zh-CN': '通过比例' }, type: 'ratio', value: { p: 1, q: 2 }, overlay: 'raise' } } };
    const draft = createSchemeDraft({ 'scheme.json': JSON.stringify({ extends: '../city', id: 'district', version: '1.0.0', title: { 'zh-CN': '区' } }) }, { base: { read: () => JSON.stringify(ratio) } });
    expect(overlayRule(draft, '/parameters/pass/value')).toMatchObject({ permission: 'raise' });
    expect(overlayRule(draft, '/parameters/pass/value/p')).toMatchObject({ permission: 'any' });
  });

  it('keeps the settings by which the base limits a parameter, and the places that read one', () => {
    expect(overlayRule(district({}), '/parameters/free/type')).toMatchObject({ permission: 'locked', because: 'setting' });
    expect(overlayRule(district({}), '/thresholds/0/quorum')).toMatchObject({ permission: 'locked', because: 'use', parameter: 'fixed' });
    expect(overlayRule(district({}), '/eligibility/rules/0/conditions/all/0/value')).toMatchObject({ permission: 'locked', because: 'use', parameter: 'least' });
  });

  it('lets things of lists be taken away unless a limited parameter is read in them', () => {
    expect(overlayRule(district({}), '/thresholds/0')?.mayRemove).toBe(false);
    expect(overlayRule(district({}), '/thresholds/1')?.mayRemove).toBe(true);
    expect(overlayRule(district({}), '/eligibility/rules/0')?.mayRemove).toBe(false);
    expect(overlayRule(district({}), '/thresholds/1/tie')?.mayRemove).toBe(false);
  });

  it('finds a thing by its id, and tells where the overlay says something else', () => {
    const draft = district({ thresholds: [{ id: 'new', tie: 'fails', after: null }, { id: 'other', tie: 'chair' }] });
    expect(overlayRule(draft, '/thresholds/2/tie')).toMatchObject({ base: 'fails', basePointer: '/thresholds/1/tie', differs: true });
    expect(overlayRule(draft, '/thresholds/0/tie')).toBeUndefined();
  });

  it('says nothing of a scheme that lies over no other', () => {
    expect(overlayRule(createSchemeDraft({ 'scheme.json': JSON.stringify(city) }), '/parameters/least/value')).toBeUndefined();
  });
});

describe('overlayRule where the base keeps or locks a thing', () => {
  const kept = {
    ...city,
    forms: [{ id: 'application', schema: { type: 'object', properties: { name: { type: 'string' }, kind: { enum: ['a'] }, lines: { type: 'array', items: { properties: { price: {} } } } } }, fields: { '/name': { overlay: 'keep' }, '/kind': { overlay: 'locked' }, '/lines/*/price': { overlay: 'locked' } },
      layout: { steps: [{ id: 's', sections: [{ id: 'core', fields: ['/name'], overlay: 'keep' }, { id: 'more', fields: ['/kind'] }] }] } }],
    thresholds: [{ id: 'other', tie: 'fails', overlay: 'locked' }],
  };
  const rule = (pointer: string): ReturnType<typeof overlayRule> => overlayRule({ base: kept, document: kept }, pointer);

  it('says that it cannot be removed, nor what it is in', () => {
    expect(['/forms/0', '/forms/0/layout/steps/0', '/forms/0/layout/steps/0/sections/0', '/forms/0/layout/steps/0/sections/1', '/thresholds/0'].map((pointer) => rule(pointer)?.mayRemove)).toEqual([false, false, false, true, false]);
    expect([rule('/forms/0/layout/steps/0/sections/0')?.lock, rule('/forms/0/layout/steps/0/sections/1')?.lock]).toEqual(['keep', undefined]);
  });

  it('lets words of what is kept change, and nothing of what is locked', () => {
    expect(rule('/forms/0/layout/steps/0/sections/0/fields')?.permission).toBe('any');
    expect(rule('/thresholds/0/tie')).toMatchObject({ permission: 'locked', because: 'thing' });
    expect(rule('/forms/0/schema/properties/name/type')?.permission).toBe('any');
    expect(rule('/forms/0/schema/properties/kind/enum')).toMatchObject({ permission: 'locked', because: 'thing' });
    expect(rule('/forms/0/schema/properties/lines/items/properties/price')).toMatchObject({ permission: 'locked', lock: 'locked' });
    expect(rule('/forms/0/fields/~1name/overlay')).toMatchObject({ permission: 'locked', because: 'thing' });
  });
});

describe('mayOverlaySay', () => {
  it.each([['least', 19, false], ['least', 20, true], ['least', 21, true], ['most', 51, false], ['most', 50, true], ['most', 49, true], ['fixed', 3, true], ['fixed', 4, false], ['free', -1, true], ['open', 1, true], ['least', 'many', false]])('judges %s becoming %j as parseScheme does', (key, value, expected) => {
    const rule = overlayRule(district({}), `/parameters/${key}/value`);
    if (rule === undefined) throw new Error('no rule');
    expect(mayOverlaySay(rule, value, 'integer')).toBe(expected);
    const codes = district({ parameters: { [key]: { value } } }).loaded.problems.map(({ code }) => code).filter((code) => /overlay-(raise|lower|locked)/.test(code));
    expect(codes.length === 0).toBe(expected);
  });
});

describe('restoring what the base says', () => {
  it('takes the words of the overlay away, with what held only them, as one step', () => {
    const draft = district({ parameters: { least: { value: 30 } }, thresholds: [{ id: 'other', tie: 'chair' }] });
    const before = draft.texts;
    expect(draft.restore('/parameters/least/value')).toBe(true);
    expect(own(draft)).not.toHaveProperty('parameters');
    expect(draft.restore('/thresholds/1/tie')).toBe(true);
    expect(own(draft)).not.toHaveProperty('thresholds');
    draft.undo();
    draft.undo();
    expect(draft.texts).toEqual(before);
  });

  it('leaves what else the overlay says', () => {
    const draft = district({ parameters: { least: { value: 30, title: { 'zh-CN': '区里的叫法' } }, most: { value: 40 } } });
    expect(draft.restore('/parameters/least/value')).toBe(true);
    expect(own(draft)).toMatchObject({ parameters: { least: { title: { 'zh-CN': '区里的叫法' } }, most: { value: 40 } } });
    expect(overlayRule(draft, '/parameters/least/value')).toMatchObject({ base: 20, differs: false });
  });

  it('changes nothing where the overlay says nothing else, or the base says nothing', () => {
    const draft = district({ parameters: { mine: parameter(1, 'any') } });
    expect([draft.restore('/parameters/least/value'), draft.restore('/parameters/mine/value'), draft.changedFiles]).toEqual([false, false, []]);
  });

  it('knows what is of the base by ids, wherever an overlay puts it', () => {
    const base = { forms: [{ id: 'a', layout: { steps: [{ id: 's' }] } }] };
    const document = { forms: [{ id: 'own', layout: { steps: [] } }, { id: 'a', layout: { steps: [{ id: 'mine' }, { id: 's' }] } }] };
    expect(['/forms/0', '/forms/1', '/forms/1/layout/steps/0', '/forms/1/layout/steps/1', '/forms/9'].map((pointer) => overlayRule({ base, document }, pointer) !== undefined)).toEqual([false, true, false, true, false]);
  });
});
