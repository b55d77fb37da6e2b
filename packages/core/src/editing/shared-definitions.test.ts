import { describe, expect, it } from 'vitest';
import { createInterpreter, schemeFormats } from '../validation/index.js';
import { validateAnswers } from '../form/index.js';
import { withOwnDefinitions } from '../scheme/definitions.js';
import { parseScheme } from '../scheme/parse-scheme.js';
import { valueAt } from '../problems/json-pointer.js';
import { renameField } from './form-fields.js';
import type { JsonChange } from './json-edits.js';
import { newSchemeTexts } from './new-scheme.js';
import { readyDefinitions } from './ready-definitions.js';
import { sampleAnswers } from './sample-answers.js';
import { createSchemeDraft } from './scheme-draft.js';
import { definitionDifferences, definitionUses, definitionVersions, newestVersion, nextVersion } from './shared-definitions.js';

const validator = createInterpreter({ formats: schemeFormats });
const read = (texts: Readonly<Record<string, string>>) => parseScheme({ read: (path) => texts[path] });

/** A new scheme whose form asks for each ready definition. */
function drawnFromAll() {
  const draft = createSchemeDraft(newSchemeTexts('shared', '共用定义'));
  draft.change([
    { kind: 'set', pointer: '/definitions', value: readyDefinitions },
    ...readyDefinitions.map(({ schema, title, id }): JsonChange => ({ kind: 'set', pointer: `/forms/0/schema/properties/${id.replace('-v1', 'Asked')}`, value: { $ref: schema['$id'], title: title['zh-CN'] } })),
  ]);
  return draft;
}

describe('ready definitions', () => {
  it('row 12: are understood by a scheme that takes them, and a form of them can be filled in', () => {
    const { scheme, problems } = read(drawnFromAll().texts);
    expect(problems.filter(({ severity }) => severity !== 'info')).toEqual([]);
    const form = scheme?.forms[0];
    if (form === undefined) throw new Error('not loaded');
    const answers = sampleAnswers(form);
    expect(Object.keys(answers)).toEqual(expect.arrayContaining(['organisationAsked', 'personAsked', 'contactAsked', 'accountAsked', 'budgetAsked']));
    expect(validateAnswers(form, answers, { validator, evaluateCondition: () => true })).toEqual([]);
  });

  it.each([
    ['organisationAsked', { name: '水头村委会', code: '91440101MA5XXXXXX0' }, '/organisationAsked/code'],
    ['personAsked', { name: '张三', citizenNumber: '440101199001011239' }, '/personAsked/citizenNumber'],
    ['contactAsked', { name: '张三', phone: '12' }, '/contactAsked/phone'],
    ['accountAsked', { name: '水头村委会', account: '12', bank: '农村信用社' }, '/accountAsked/account'],
  ])('row 12: assert the formats of codes: %s', (name, answer, pointer) => {
    const form = read(drawnFromAll().texts).scheme?.forms[0];
    if (form === undefined) throw new Error('not loaded');
    const found = validateAnswers(form, { ...sampleAnswers(form), [name]: answer }, { validator, evaluateCondition: () => true });
    expect(found.map((problem) => [problem.code, problem.pointer])).toEqual([['form/format', pointer]]);
  });

  it('have titles in both languages, and what is known of people and accounts is published nowhere', () => {
    for (const { title, fields, schema } of readyDefinitions) {
      expect(title).toMatchObject({ 'zh-CN': expect.any(String) as string, en: expect.any(String) as string });
      for (const name of Object.keys(schema['properties'] ?? {})) expect(fields?.[`/${name}`]?.title).toMatchObject({ 'zh-CN': expect.any(String) as string, en: expect.any(String) as string });
    }
    const masks = readyDefinitions.flatMap(({ fields = {} }) => Object.values(fields)).filter(({ mask }) => mask !== undefined);
    expect(masks.map(({ publish }) => publish)).toEqual(masks.map(() => 'never'));
  });
});

describe('versions of definitions', () => {
  const withSecond = () => {
    const draft = drawnFromAll();
    const next = nextVersion(draft.document, '/definitions/0');
    if (next === undefined) throw new Error('no version');
    draft.change(next.change);
    return { draft, next };
  };

  it('row 12: a next version is a copy beside the first; no form changes, and what it is drawn from is known', () => {
    const before = drawnFromAll();
    const { draft, next } = withSecond();
    expect([next.pointer, next.address]).toEqual(['/definitions/5', 'organisation/v2']);
    expect(valueAt(draft.document, '/definitions/5')).toMatchObject({ id: 'organisation-v2', schema: { $id: 'organisation/v2', required: ['name'] } });
    expect(valueAt(draft.document, '/forms')).toEqual(valueAt(before.document, '/forms'));
    expect(definitionUses(draft.document, 'organisation/v1')).toEqual([{ holder: '/forms/0', pointer: '/forms/0/schema/properties/organisationAsked/$ref' }]);
    expect(definitionUses(draft.document, 'organisation/v2')).toEqual([]);
    expect(newestVersion(draft.document, 'organisation')?.version).toBe(2);
    expect(definitionVersions(draft.document).map(({ address }) => address)).toEqual(['organisation/v1', 'person/v1', 'contact/v1', 'account/v1', 'budget/v1', 'organisation/v2']);
    draft.undo();
    expect(draft.texts).toEqual(before.texts);
  });

  it('says question by question what another version changes', () => {
    const { draft } = withSecond();
    draft.change([
      { kind: 'set', pointer: '/definitions/5/schema/properties/town', value: { type: 'string' } }, { kind: 'set', pointer: '/definitions/5/fields/~1town', value: { title: { 'zh-CN': '镇街' } } },
      { kind: 'set', pointer: '/definitions/5/schema/required', value: ['town'] }, { kind: 'remove', pointer: '/definitions/5/schema/properties/code' },
      { kind: 'set', pointer: '/definitions/5/schema/properties/name/minLength', value: 4 }, { kind: 'set', pointer: '/definitions/5/fields/~1name/help', value: { 'zh-CN': '全称' } },
    ]);
    const said = (from: string, to: string): readonly string[] => definitionDifferences(draft.document, from, to).map(({ kind, pointer, title }) => `${kind} ${pointer} ${title['zh-CN']}`);
    expect(said('organisation/v1', 'organisation/v2')).toEqual(['optional /name 单位名称', 'answer /name 单位名称', 'settings /name 单位名称', 'added /town 镇街', 'required /town 镇街', 'removed /code 统一社会信用代码']);
    expect(said('organisation/v1', 'organisation/v1')).toEqual([]);
  });

  it('a question that has no settings is called by the title in its schema', () => {
    const { draft } = withSecond();
    draft.change([{ kind: 'set', pointer: '/definitions/5/schema/properties/leader', value: { type: 'string', title: '负责人' } }]);
    expect(definitionDifferences(draft.document, 'organisation/v1', 'organisation/v2').filter(({ pointer }) => pointer === '/leader').map(({ title }) => title['zh-CN'])).toEqual(['负责人']);
  });

  it('a question of a version that nobody uses gets another name; of one in use it does not', () => {
    const { draft } = withSecond();
    expect(renameField(draft.document, '/definitions/0', '/code', 'creditCode')).toBeUndefined();
    expect(renameField(draft.document, '/forms/0', '/organisationAsked/code', 'creditCode')).toBeUndefined();
    draft.change(renameField(draft.document, '/definitions/5', '/code', 'creditCode') ?? []);
    expect(valueAt(draft.document, '/definitions/5')).toMatchObject({ schema: { properties: { creditCode: { format: 'organisation-code' } } }, fields: { '/creditCode': { width: 'half' } } });
  });

  it('gives plain forms their own copies as loading does, and the very same value where nothing has changed', () => {
    const { draft } = withSecond();
    const once = withOwnDefinitions(draft.document) as { readonly forms: readonly unknown[] };
    expect(once.forms).toEqual(read(draft.texts).scheme?.forms);
    expect((withOwnDefinitions(draft.document) as typeof once).forms[0]).toBe(once.forms[0]);
    const plain = createSchemeDraft(newSchemeTexts('plain', '没有')).document;
    expect(withOwnDefinitions(plain)).toBe(plain);
  });
});
