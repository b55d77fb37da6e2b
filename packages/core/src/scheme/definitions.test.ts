import { describe, expect, it } from 'vitest';
import { validateAnswers } from '../form/index.js';
import { createInterpreter, schemeFormats } from '../validation/index.js';
import { newSchemeTexts } from '../editing/new-scheme.js';
import { createSchemeDraft } from '../editing/scheme-draft.js';
import type { JsonChange } from '../editing/json-edits.js';
import { buildPublished } from './published-scheme.js';
import { parseScheme } from './parse-scheme.js';

const validator = createInterpreter({ formats: schemeFormats });

const organisation = (version: number, more: object): object => ({
  id: `organisation-v${version}`, title: { 'zh-CN': '单位' },
  schema: { $id: `organisation/v${version}`, type: 'object', properties: { name: { type: 'string', minLength: 2 }, ...more }, required: ['name', ...Object.keys(more)], additionalProperties: false },
  fields: { '': { publish: 'plain' }, '/name': { title: { 'zh-CN': '单位名称' } }, ...('code' in more ? { '/code': { title: { 'zh-CN': '统一社会信用代码' } } } : {}) },
});
const first = organisation(1, {});
const second = organisation(2, { code: { type: 'string', format: 'organisation-code' } });

const form = (id: string, reference: string): object => ({
  id, title: { 'zh-CN': id }, schema: { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object', required: ['host'], properties: { host: { $ref: reference } } },
  layout: { steps: [{ id: 'one', title: { 'zh-CN': '一' }, sections: [{ id: 'a', title: { 'zh-CN': '甲' }, fields: ['/host'] }] }] }, fields: { '/host': { title: { 'zh-CN': '主办单位' } } },
});

/** A new scheme with these definitions, whose second and third form are drawn from these versions. */
function texts(definitions: readonly object[], ...references: readonly string[]): Readonly<Record<string, string>> {
  const draft = createSchemeDraft(newSchemeTexts('shared', '共用定义'));
  const changes: JsonChange[] = [{ kind: 'set', pointer: '/definitions', value: definitions }, ...references.map((reference, index): JsonChange => ({ kind: 'insert', pointer: '/forms', index: index + 1, value: form(`form-${index + 1}`, reference) }))];
  draft.change(changes);
  return draft.texts;
}

const parsed = (files: Readonly<Record<string, string>>, entry?: string) => parseScheme({ read: (path) => files[path] }, entry === undefined ? {} : { entry });
const problemsOf = (scheme: ReturnType<typeof parsed>, at: number, answers: object): readonly string[] => {
  const made = scheme.scheme?.forms[at];
  if (made === undefined) throw new Error(scheme.problems.map(({ message }) => message).join());
  return validateAnswers(made, answers, { validator, evaluateCondition: () => true }).map(({ code, pointer }) => `${code} ${pointer}`);
};

describe('shared, versioned definitions', () => {
  it('row 12: a second version beside the first leaves the forms of the first as they are: same schema, same answers valid', () => {
    const before = parsed(texts([first], 'organisation/v1', 'organisation/v1'));
    const after = parsed(texts([first, second], 'organisation/v1', 'organisation/v2'));
    expect(before.problems).toEqual([]);
    expect(after.scheme?.forms[1]).toEqual(before.scheme?.forms[1]);
    expect(problemsOf(after, 1, { host: { name: '水头村委会' } })).toEqual([]);
    expect(problemsOf(after, 2, { host: { name: '水头村委会' } })).toEqual(['form/required /host/code']);
  });

  it('row 12: says to whoever stays on the first version that there is a newer one, and no more', () => {
    const { problems } = parsed(texts([first, second], 'organisation/v1', 'organisation/v2'));
    expect(problems.map(({ code, severity, pointer, params }) => [code, severity, pointer, params])).toEqual([['scheme/newer-definition', 'info', '/definitions/0/schema', { id: 'organisation/v1', newest: 'organisation/v2' }]]);
  });

  it('gives each form its own copy, with the titles of what is inside', () => {
    const scheme = parsed(texts([first], 'organisation/v1')).scheme;
    expect(scheme?.forms[1]?.schema).toMatchObject({ properties: { host: { $ref: '#/$defs/organisation-v1' } }, $defs: { 'organisation-v1': { properties: { name: { type: 'string', minLength: 2 } } } } });
    expect(scheme?.forms[1]?.fields).toMatchObject({ '/host': { title: { 'zh-CN': '主办单位' } }, '#/$defs/organisation-v1/properties/name': { title: { 'zh-CN': '单位名称' } }, '#/$defs/organisation-v1': { publish: 'plain' } });
    expect(JSON.stringify(scheme?.forms)).not.toContain('$id');
  });

  it('row 12: is part of what is published: the hash changes with a version that is in use, and the published forms need no other file', () => {
    const publishedOf = (files: Readonly<Record<string, string>>) => {
      const { scheme } = parsed(files);
      if (scheme === undefined) throw new Error('not loaded');
      return buildPublished(scheme, { calendarVersion: 'cn-2026.1' });
    };
    const published = publishedOf(texts([first], 'organisation/v1'));
    expect(published.hash).not.toBe(publishedOf(texts([organisation(1, { code: { type: 'string' } })], 'organisation/v1')).hash);
    expect(JSON.stringify(published.scheme.forms)).not.toContain('"organisation/v1"');
  });

  it('row 12: an overlay takes the second version in one form, and the other stays on the first', () => {
    const base = texts([first, second], 'organisation/v1', 'organisation/v1');
    const overlay = { extends: '../base', formatVersion: 1, id: 'over', version: '1.0.0', title: { 'zh-CN': '叠加' }, forms: [{ id: 'form-2', schema: { properties: { host: { $ref: 'organisation/v2' } } } }] };
    const files: Record<string, string> = { 'scheme.json': JSON.stringify(overlay), ...Object.fromEntries(Object.entries(base).map(([path, text]) => [`../base/${path}`, text])) };
    const loaded = parsed(files);
    expect(loaded.problems.map(({ code }) => code)).toEqual(['scheme/newer-definition']);
    expect([1, 2].map((at) => problemsOf(loaded, at, { host: { name: '水头村委会' } }))).toEqual([[], ['form/required /host/code']]);
  });

  it.each([
    ['a version that nobody has', [first], 'organisation/v7', 'scheme/unknown-definition', '/forms/1/schema/properties/host/$ref'],
    ['a definition without an address', [{ ...first, schema: { type: 'object' } }], '#', 'scheme/definition-address', '/definitions/0/schema/$id'],
    ['one address twice', [first, { ...first, id: 'again' }], 'organisation/v1', 'scheme/definition-twice', '/definitions/1/schema/$id'],
  ])('reports %s', (_, definitions, reference, code, pointer) => {
    const found = parsed(reference === '#' ? texts(definitions) : texts(definitions, reference)).problems.filter(({ severity }) => severity === 'error');
    expect(found.map((problem) => [problem.code, problem.pointer])).toEqual([[code, pointer]]);
  });
});
