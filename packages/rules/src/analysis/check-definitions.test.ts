import type { JsonChange } from '@cobuild/core';
import { createSchemeDraft, newSchemeTexts, nextVersion, readyDefinitions, renameField, withOwnDefinitions } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { chinaCalendar } from '@cobuild/core';
import { runSchemeTests } from '../scheme-tests/index.js';
import { checkScheme } from './check-scheme.js';
import { factChoices } from './fact-choices.js';

/** A scheme whose form asks for the host by a shared definition with a number in it, with a rule about that number and a test. */
function sharing(condition: object = { fact: 'host', path: '$.members', operator: 'greaterThanInclusive', value: 3 }) {
  const draft = createSchemeDraft(newSchemeTexts('shared', '共用定义'));
  const [organisation] = readyDefinitions;
  const answered = (members: number): object => ({ submittedAt: '2026-03-02T09:00:00+08:00', applicant: { id: 'a', level: 'town' }, answers: { host: { name: '水头村委会', members } } });
  draft.change([
    { kind: 'set', pointer: '/definitions', value: [organisation] },
    { kind: 'set', pointer: '/definitions/0/schema/properties/members', value: { type: 'integer', minimum: 0 } }, { kind: 'set', pointer: '/definitions/0/fields/~1members', value: { title: { 'zh-CN': '成员人数' } } },
    { kind: 'set', pointer: '/forms/0/schema/properties/host', value: { $ref: 'organisation/v1' } }, { kind: 'set', pointer: '/forms/0/fields/~1host', value: { title: { 'zh-CN': '主办单位' } } },
    { kind: 'set', pointer: '/eligibility', value: { rules: [{ id: 'members', title: { 'zh-CN': '成员足够' }, conditions: { all: [condition] }, reason: { 'zh-CN': '成员太少。' }, provenance: { kind: 'invented' } }] } },
    { kind: 'set', pointer: '/tests', value: [{ id: 'enough', description: '三人可以', case: { id: 'c1', ...answered(3) }, expect: { eligibility: 'eligible' } }, { id: 'few', description: '两人不行', case: { id: 'c2', ...answered(2) }, expect: { eligibility: 'ineligible' } }] },
  ] as JsonChange[]);
  return draft;
}
const check = (draft: ReturnType<typeof sharing>) => checkScheme({ read: (path) => draft.texts[path] });
const told = (draft: ReturnType<typeof sharing>): readonly string[] => check(draft).problems.filter(({ severity }) => severity === 'error').map(({ code, pointer }) => `${code} ${pointer}`);

describe('facts of shared definitions', () => {
  it('row 12: are known with their types to the checks, and to whoever chooses one for a rule', () => {
    const at = '/eligibility/rules/0/conditions/all/0';
    expect(told(sharing())).toEqual([]);
    expect(told(sharing({ fact: 'host', path: '$.membres', operator: 'greaterThanInclusive', value: 3 }))).toEqual([`scheme/unknown-path ${at}/path`]);
    expect(told(sharing({ fact: 'host', path: '$.members', operator: 'greaterThanInclusive', value: '三' }))).toHaveLength(1);
    const choices = factChoices(withOwnDefinitions(sharing().document), '/eligibility/rules/0', 'zh-CN');
    expect(choices.find(({ fact, path }) => fact === 'host' && path === '$.members')).toMatchObject({ type: 'number', label: '成员人数', perUnit: 1 });
  });

  it('row 12: let the tests of the scheme run, and a form that takes a version with another name tells what no longer fits', () => {
    const draft = sharing();
    const { scheme } = check(draft);
    if (scheme === undefined) throw new Error(told(draft).join());
    expect(runSchemeTests(scheme, { calendar: chinaCalendar }).map(({ id, passed }) => [id, passed])).toEqual([['enough', true], ['few', true]]);

    const next = nextVersion(draft.document, '/definitions/0');
    if (next === undefined) throw new Error('no version');
    draft.change(next.change);
    draft.change(renameField(draft.document, next.pointer, '/members', 'people') ?? []);
    expect(told(draft)).toEqual([]);
    draft.change({ kind: 'set', pointer: '/forms/0/schema/properties/host/$ref', value: next.address });
    expect(told(draft)).toContain('scheme/unknown-path /eligibility/rules/0/conditions/all/0/path');
  });
});
