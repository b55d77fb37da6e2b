import { describe, expect, it } from 'vitest';
import { filesOf, overlayFiles, soundScheme } from '../../test/scheme-files.js';
import { parseScheme } from './parse-scheme.js';

type Json = Readonly<Record<string, unknown>>;

const section = (id: string, fields: readonly string[], more: Json = {}): Json => ({ id, title: { 'zh-CN': `栏目${id}` }, fields, ...more });
const condition = { fact: 'kind', operator: 'equal', value: 'road' };
/** A city's template: it keeps a section, a step, two questions and a stage, and locks a rule and a vote. */
const city = {
  ...soundScheme,
  forms: [{
    id: 'application', title: { 'zh-CN': '申报表' },
    schema: { type: 'object', required: ['name', 'kind'], properties: { name: { type: 'string', title: '项目名称' }, kind: { enum: ['road', 'lamp'] }, homes: { type: 'integer' }, notes: { type: 'string' }, lines: { type: 'array', items: { type: 'object', required: ['price'], properties: { price: { type: 'number', title: '单价' } } } } } },
    layout: { steps: [{ id: 'main', title: { 'zh-CN': '主要内容' }, overlay: 'keep', sections: [section('core', ['/name', '/kind'], { overlay: 'keep' }), section('more', ['/homes', '/notes', '/lines'])] }, { id: 'extra', title: { 'zh-CN': '补充' }, sections: [section('last', [])] }] },
    fields: { '/name': { publish: 'plain', overlay: 'keep' }, '/homes': { overlay: 'keep', requiredWhen: condition }, '/kind': { overlay: 'locked' }, '/lines/*/price': { overlay: 'keep' } },
  }],
  eligibility: { rules: [
    { id: 'enough', title: { 'zh-CN': '受益户数' }, overlay: 'locked', conditions: { all: [{ fact: 'homes', operator: 'greaterThanInclusive', value: { fact: 'parameters', path: '$.households' } }] }, reason: { 'zh-CN': '受益户数不够。' } },
    { id: 'named', title: { 'zh-CN': '写明名称' }, conditions: { all: [{ fact: 'name', operator: 'notEqual', value: '' }] }, reason: { 'zh-CN': '没有名称。' } },
  ] },
  stages: soundScheme.stages.map((stage) => (stage.id === 'vote' ? { ...stage, overlay: 'keep' } : stage)),
  thresholds: soundScheme.thresholds.map((threshold) => ({ ...threshold, overlay: 'locked' })),
};

const found = (changes: Json, base: Json = city): string[] => parseScheme(overlayFiles(changes, base)).problems.filter(({ severity }) => severity === 'error').map(({ code, pointer, params }) => `${code} ${pointer}${params['how'] === undefined ? '' : ` ${params['how'] as string}`}`);
const form = (changes: Json): Json => ({ forms: [{ id: 'application', ...changes }] });
const layout = (...sections: readonly Json[]): Json => form({ layout: { steps: [{ id: 'main', sections }] } });

describe('what a base keeps', () => {
  it('is no problem by itself, nor where an overlay says it in other words', () => {
    expect(parseScheme(filesOf({ 'scheme.json': city })).problems).toEqual([]);
    expect(found({})).toEqual([]);
    expect(found({ ...layout({ id: 'core', title: { 'zh-CN': '基本情况' } }), stages: [{ id: 'vote', publicTitle: { 'zh-CN': '评审会' } }] })).toEqual([]);
  });

  it('cannot be removed: a section, its step, its form, a stage', () => {
    expect(found(layout({ id: 'core', remove: true }))).toEqual(['scheme/overlay-removes /forms/0/layout/steps/0/sections/0']);
    expect(found(form({ layout: { steps: [{ id: 'main', remove: true }] } }))).toContain('scheme/overlay-removes /forms/0/layout/steps/0');
    expect(found({ stages: [{ id: 'vote', remove: true }] })).toContain('scheme/overlay-removes /stages/0');
  });

  it('leaves the rest free', () => {
    expect(found(layout({ id: 'more', remove: true }))).toEqual([]);
    expect(found({ ...form({ layout: { steps: [{ id: 'extra', remove: true }] } }), eligibility: { rules: [{ id: 'named', remove: true }] } })).toEqual([]);
  });

  it('is asked under no condition that the base does not have', () => {
    expect(found(layout({ id: 'core', visibleWhen: condition }))).toContain('scheme/overlay-hides /forms/0/layout/steps/0/sections/0/visibleWhen hidden');
    expect(found(form({ fields: { '/name': { visibleWhen: condition } } }))).toEqual(['scheme/overlay-hides /forms/0/fields/~1name hidden']);
    expect(found(form({ fields: { '/name': { readonlyWhen: condition } } }))).toEqual(['scheme/overlay-hides /forms/0/fields/~1name hidden']);
    expect(found(form({ fields: { '/lines': { visibleWhen: condition } } }))).toEqual(['scheme/overlay-hides /forms/0/fields/~1lines hidden']);
    expect(found(form({ fields: { '/notes': { visibleWhen: condition } } }))).toEqual([]);
  });

  it('does not follow its questions into a section of the overlay that hides them', () => {
    const moved = layout({ id: 'more', fields: ['/notes'] }, section('own', ['/homes'], { visibleWhen: condition }));
    expect(found(moved)).toEqual(['scheme/overlay-hides /forms/0/layout hidden']);
    expect(found(layout({ id: 'more', fields: ['/notes', '/lines'] }, section('own', ['/homes'])))).toEqual([]);
  });

  it('keeps its questions', () => {
    expect(found(layout({ id: 'core', fields: ['/name'] }))).toEqual(['scheme/overlay-hides /forms/0/layout/steps/0/sections/0 emptied']);
    expect(found(layout({ id: 'core', fields: ['/notes', '/kind', '/name'] }))).toEqual([]);
  });

  it('stays required, or required under the same condition', () => {
    const optional = (changes: Json): string[] => found(form({ schema: { $comment: 'meant', ...changes } }));
    expect(optional({ required: ['kind'] })).toEqual(['scheme/overlay-hides /forms/0/schema/required optional']);
    expect(optional({ required: ['kind', 'name', 'homes'] })).toEqual([]);
    expect(optional({ properties: { lines: { items: { required: [], $comment: 'meant' } } } })).toEqual(['scheme/overlay-hides /forms/0/schema/properties/lines/items/required optional']);
    expect(found(form({ fields: { '/homes': { requiredWhen: { fact: 'kind', operator: 'equal', value: 'lamp' } } } }))).toEqual(['scheme/overlay-hides /forms/0 optional']);
  });

  it('stays of its kind, with limits of the overlay', () => {
    expect(found(form({ schema: { properties: { homes: { type: 'string' } } } }))).toContain('scheme/overlay-hides /forms/0/schema/properties/homes kind');
    expect(found(form({ computed: { '/homes': { op: 'count', of: ['/lines'], missing: 'zero' } } }))).toContain('scheme/overlay-hides /forms/0 kind');
    expect(found(form({ schema: { properties: { homes: { minimum: 5 } } } }))).toEqual([]);
  });
});

describe('what a base locks', () => {
  it('cannot be removed or changed, but for the parameters that it reads', () => {
    expect(found({ eligibility: { rules: [{ id: 'enough', remove: true }] } })).toContain('scheme/overlay-removes /eligibility/rules/0');
    expect(found({ eligibility: { rules: [{ id: 'enough', reason: { 'zh-CN': '换一句。' } }] } })).toEqual(['scheme/overlay-changes /eligibility/rules/0']);
    expect(found({ thresholds: [{ id: 'jointVote', tie: 'lot' }] })).toEqual(['scheme/overlay-changes /thresholds/0']);
    expect(found({ parameters: { households: { value: 12 } } })).toEqual([]);
  });

  it('is a question with its schema', () => {
    expect(found(form({ schema: { properties: { kind: { enum: ['road'] } } } }))).toEqual(['scheme/overlay-changes /forms/0/schema/properties/kind']);
    expect(found(form({ fields: { '/kind': { help: { 'zh-CN': '选一个' } } } }))).toEqual(['scheme/overlay-changes /forms/0/fields/~1kind']);
  });

  it('cannot be loosened, and can be tightened', () => {
    expect(found(form({ fields: { '/kind': { overlay: 'keep' } } }))).toEqual(['scheme/overlay-unlocks /forms/0/fields/~1kind/overlay']);
    expect(found({ stages: [{ id: 'vote', overlay: 'locked' }] })).toEqual([]);
  });

  it('is said in both languages, by the name of the thing', () => {
    const said = (locale: 'zh-CN' | 'en'): unknown => parseScheme(overlayFiles(layout({ id: 'core', remove: true }), city), { locale }).problems.map(({ message, remedy }) => [message, remedy]);
    expect(said('zh-CN')).toEqual([['底本规定“栏目core”必须保留，不能删去', '请删去这里的 "remove"。确需删去的，由制定底本的单位在那个方案里放宽它的 "overlay"。']]);
    expect(said('en')).toEqual([['The base keeps "栏目core"; it cannot be removed.', 'Take the "remove" away. Where it has to go, those who keep the base loosen its "overlay" there.']]);
  });

  it('holds through two layers: a town cannot remove what the city keeps', () => {
    const district = { formatVersion: 1, id: 'district', version: '1.0.0', title: { 'zh-CN': '区' }, extends: '../city', stages: [{ id: 'apply', overlay: 'keep' }] };
    const town = { formatVersion: 1, id: 'town', version: '1.0.0', title: { 'zh-CN': '镇' }, extends: '../district', stages: [{ id: 'apply', remove: true }, { id: 'vote', remove: true }] };
    const { problems } = parseScheme(filesOf({ 'scheme.json': town, '../district/scheme.json': district, '../city/scheme.json': city }));
    expect(problems.filter(({ code }) => code === 'scheme/overlay-removes').map(({ document, pointer }) => [document, pointer])).toEqual([['scheme.json', '/stages/0'], ['scheme.json', '/stages/1']]);
  });
});
