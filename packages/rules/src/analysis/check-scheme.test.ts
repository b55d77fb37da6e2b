import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { valueAt, withValueAt } from '@cobuild/core';
import { readSchemeFolder } from '@cobuild/core/node';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkScheme } from './check-scheme.js';
import { analysisCodes, analysisSentences } from './sentences.js';

const examples = fileURLToPath(new URL('../../../../examples/schemes/', import.meta.url));
const base = JSON.parse(readFileSync(fileURLToPath(new URL('../../test/broken-schemes/base/scheme.json', import.meta.url)), 'utf8')) as unknown;
const check = (scheme: unknown): ReturnType<typeof checkScheme> => checkScheme({ read: (path) => (path === 'scheme.json' ? JSON.stringify(scheme) : undefined) });

/** Pointers of every place in a document. */
function places(value: unknown, pointer = ''): string[] {
  return value !== null && typeof value === 'object' ? [pointer, ...Object.entries(value).flatMap(([key, member]) => places(member, `${pointer}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`))] : [pointer];
}

describe('checkScheme', () => {
  it.each(['gaoming', 'gaoming-demo', 'sanshui-xinan'])('finds no error and no warning in the example %s', (name) => {
    expect(checkScheme(readSchemeFolder(examples + name)).problems.filter(({ severity }) => severity === 'error' || severity === 'warning')).toEqual([]);
  });

  it('returns the scheme only where nothing is an error', () => {
    expect(check(base).scheme?.id).toBe('base');
    expect(check(withValueAt(base, '/eligibility/rules/1/conditions/all/0/fact', 'househods')).scheme).toBeUndefined();
    expect(check(withValueAt(base, '/tests', [])).scheme?.id).toBe('base');
  });

  it('leaves the facts alone while a file that may hold them cannot be read', () => {
    const { problems } = check(withValueAt(base, '/forms', [{ $file: 'forms/application.json' }]));
    expect(problems.map(({ code }) => code)).toEqual(['scheme/missing-file']);
  });

  it('tells at its place that a migration of drafts leads nowhere, also beside other mistakes of the form', () => {
    const [form] = (base as { readonly forms: readonly object[] }).forms;
    const moved = { ...form, version: 2, migrations: [{ to: 2, steps: [{ op: 'move', from: '/old', to: '/nobodyAsks' }] }, { to: 3, steps: [] }], layout: { steps: [{ id: 's', title: { 'zh-CN': '一' }, sections: [{ id: 'a', fields: ['/missing'] }] }] } };
    const { problems, scheme } = check(withValueAt(base, '/forms/0', moved));

    expect(problems.filter(({ code }) => code.startsWith('form/migration')).map(({ code, pointer, line }) => [code, pointer, line])).toEqual([
      ['form/migration-target', '/forms/0/migrations/0/steps/0', 1],
      ['form/migration-version', '/forms/0/migrations/1/to', 1],
    ]);
    expect(scheme).toBeUndefined();
  });

  it('never throws, whatever stands anywhere in the file', () => {
    const junk = fc.oneof(fc.constant(null), fc.boolean(), fc.integer(), fc.constantFrom('', 'UNDECIDED', '__proto__', 'a:b:c'), fc.constant([]), fc.constant({}), fc.jsonValue({ maxDepth: 2 }));
    fc.assert(
      fc.property(fc.constantFrom(...places(base).slice(1)), junk, (pointer, value) => {
        const { problems, scheme } = check(withValueAt(base, pointer, value));
        expect(scheme === undefined).toBe(problems.some(({ severity }) => severity === 'error'));
        for (const { line, column, message } of problems) expect(typeof line === 'number' && typeof column === 'number' && message.length > 0).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it.each(['gaoming-demo', 'sanshui-xinan'])('never throws on %s with several parts that are something else', (name) => {
    const { scheme } = checkScheme(readSchemeFolder(examples + name));
    const junk = fc.oneof(fc.constant(null), fc.integer(), fc.constantFrom('', '__proto__'), fc.constant([null]), fc.constant({}), fc.constant({ parameter: 'nowhere' }), fc.jsonValue({ maxDepth: 2 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...places(scheme).slice(1)), junk), { minLength: 1, maxLength: 3 }), (changes) => {
        const { problems } = check(changes.reduce<unknown>((changed, [pointer, value]) => withValueAt(changed, pointer, value), scheme));
        for (const { code, message } of problems) expect(message === '' || message === code).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  describe('of conditions about one item of a list', () => {
    const condition = (fact: string, path?: string): unknown => ({ fact, ...(path === undefined ? {} : { path }), operator: 'equal', value: fact === 'index' ? 0 : 'x' });
    const codes = (settings: unknown, key = '/lines/*/amount'): string[] =>
      check(withValueAt(base, '/forms/0/fields', { [key]: settings })).problems.filter(({ pointer }) => pointer.startsWith('/forms/0/fields')).map(({ code }) => code);

    it('knows the item, its answers and its index inside the list, and nowhere else', () => {
      expect(codes({ visibleWhen: condition('item', '$.item') })).toEqual([]);
      expect(codes({ readonlyWhen: condition('index') })).toEqual([]);
      expect(codes({ visibleWhen: condition('item', '$.itme') })).toEqual(['scheme/unknown-path']);
      expect(codes({ visibleWhen: condition('item') }, '/otherCategory')).toEqual(['scheme/unknown-fact']);
    });

    it('looks at the conditions of choices, gates and elements too', () => {
      const layout = { steps: [{ id: 'a', title: { 'zh-CN': 'a' }, opensWhen: condition('nobody'), sections: [{ id: 'b', elements: [{ group: [{ text: { 'zh-CN': 'x' }, visibleWhen: condition('noone') }], visibleWhen: condition('nothing') }] }] }] };
      expect(codes({ optionsWhen: { road: condition('nowhere') } }, '/category')).toEqual(['scheme/unknown-fact']);
      expect(check(withValueAt(base, '/forms/0/layout', layout)).problems.filter(({ code }) => code === 'scheme/unknown-fact').map(({ pointer }) => pointer)).toEqual([
        '/forms/0/layout/steps/0/opensWhen/fact',
        '/forms/0/layout/steps/0/sections/0/elements/0/group/0/visibleWhen/fact',
        '/forms/0/layout/steps/0/sections/0/elements/0/visibleWhen/fact',
      ]);
    });

    describe('in the layout', () => {
      const title = { 'zh-CN': '甲' };
      const whenOther = { fact: 'category', operator: 'equal', value: 'other' };
      const laidOut = (elements: unknown, step: object = {}): ReturnType<typeof check>['problems'] => {
        const layout = { steps: [{ id: 'a', title, ...step, sections: [{ id: 'b', elements }] }] };
        return check(withValueAt(base, '/forms/0/layout', layout)).problems;
      };
      const needed = (problems: ReturnType<typeof check>['problems']): unknown[] => problems.filter(({ code }) => code === 'scheme/hidden-field-needed').map(({ params }) => [params['fact'], params['visibleWhen']]);

      it.each([
        ['a group', [{ group: ['/households'], visibleWhen: whenOther }]],
        ['tabs', [{ tabs: [{ id: 't', title, elements: ['/households'] }], visibleWhen: whenOther }]],
      ])('finds a question that a requirement needs and %s hides', (_what, elements) => {
        expect(needed(laidOut(elements))).toEqual([['households', '/forms/0/layout/steps/0/sections/0/elements/0/visibleWhen']]);
      });

      it('finds it in a tab inside a group too', () => {
        const tab = { id: 't', title, elements: ['/households'], visibleWhen: whenOther };
        expect(needed(laidOut([{ group: [{ tabs: [tab] }] }]))).toEqual([['households', '/forms/0/layout/steps/0/sections/0/elements/0/group/0/tabs/0/visibleWhen']]);
        expect(needed(laidOut([{ group: ['/households'] }, { group: ['/ownFunds'], visibleWhen: whenOther }]))).toEqual([]);
      });

      it('finds conditions of gates, groups, tabs and texts that never hold, or always', () => {
        const never = { all: [whenOther, { fact: 'category', operator: 'equal', value: 'road' }] };
        const always = { any: [whenOther, { not: whenOther }] };
        const problems = laidOut([{ text: title, visibleWhen: never }, { group: ['/ownFunds'], visibleWhen: always }, { tabs: [{ id: 't', title, elements: ['/projectName'], visibleWhen: never }] }], { opensWhen: never });
        const at = (code: string): string[] => problems.filter((problem) => problem.code === code).map(({ pointer }) => pointer.replace('/forms/0/layout/steps/0', ''));

        expect(at('scheme/parts-contradict').map((pointer) => pointer.replace(/\/(all|any).*/, ''))).toEqual(['/opensWhen', '/sections/0/elements/0/visibleWhen', '/sections/0/elements/2/tabs/0/visibleWhen']);
        expect(at('scheme/always-true').map((pointer) => pointer.replace(/\/(all|any).*/, ''))).toEqual(['/sections/0/elements/1/visibleWhen']);
      });
    });

    it('says that an answer named item hides behind the item that such a condition reads', () => {
      const named = withValueAt(withValueAt(base, '/forms/0/schema/properties/item', { type: 'string', title: '一项' }), '/forms/0/fields', { '/lines/*/amount': { visibleWhen: condition('item', '$.item') } });
      expect(check(named).problems.filter(({ code }) => code === 'scheme/reserved-answer-name').map(({ pointer }) => pointer)).toEqual(['/forms/0/schema/properties/item']);
    });
  });

  describe('in a scheme with a mistake', () => {
    const neverMet = { fact: 'households', operator: 'lessThan', value: 10 };
    const broken = withValueAt(base, '/eligibility/rules/0/conditions', neverMet);
    const codes = (scheme: unknown): string[] => check(scheme).problems.map(({ code }) => code);

    it.each([
      ['a part that nothing knows', '/currncy', 'CNY', ['scheme/additionalProperties']],
      ['a stage', '/stages/1/mehtod', 'vote', ['scheme/additionalProperties']],
      ['a parameter that the requirements do not read', '/parameters/spare', { title: { 'zh-CN': '备用' }, type: 'integer', value: '3', overlay: 'any' }, ['scheme/parameter-value']],
      ['another form', '/forms/1/schema/type', 'objct', ['scheme/form-schema-root', 'scheme/form-schema']],
      ['a field that the requirements do not read', '/forms/0/schema/properties/projectName/maxLength', -1, ['scheme/form-schema']],
    ])('tells what is wrong elsewhere: %s', (_, pointer, value, own) => {
      expect(codes(broken)).toEqual(['scheme/rules-contradict']);
      expect(codes(withValueAt(broken, pointer, value)).sort()).toEqual([...own, 'scheme/rules-contradict'].sort());
    });

    it('concludes nothing from a parameter, a field, a condition or a stage that is wrong', () => {
      expect(codes(withValueAt(broken, '/parameters/minHouseholds/value', '20'))).toEqual(['scheme/parameter-value']);
      expect(codes(withValueAt(withValueAt(base, '/forms/0/schema/properties/households/minimum', 9), '/forms/0/schema/properties/households/maximum', 3))).toEqual(['scheme/answer-limits']);
      expect(codes(withValueAt(broken, '/eligibility/rules/0/conditions/reason', 5))).toEqual(['scheme/additionalProperties']);
      expect(codes(withValueAt(base, '/stages/1/outcomes/0/to', 'nowhere'))).toEqual(['scheme/unknown-stage']);
    });
  });

  it('tells a misspelt name of every fact that a requirement reads', () => {
    const facts = places(base).filter((pointer) => pointer.startsWith('/eligibility') && pointer.endsWith('/fact'));
    expect(facts.length).toBeGreaterThan(8);
    for (const pointer of facts) {
      const { problems } = check(withValueAt(base, pointer, `${String(valueAt(base, pointer))}x`));
      expect(problems.map(({ code, params }) => [code, params['nearest']])).toEqual([['scheme/unknown-fact', valueAt(base, pointer)]]);
    }
  });
});

describe('analysisSentences', () => {
  it.each(analysisCodes)('has both languages for %s', (code) => {
    expect(analysisSentences(code, {}, 'zh-CN').message).toMatch(/[\u4e00-\u9fff]/);
    expect(analysisSentences(code, {}, 'en').message).not.toMatch(/[\u4e00-\u9fff]/);
  });
});
