import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkMigrations } from '../drafts/check-migrations.js';
import type { DraftAnswers } from '../drafts/form-draft.js';
import { migrateAnswers } from '../drafts/migrate-answers.js';
import type { FormDefinition } from '../generated/types.js';
import { changedValue } from './changed-value.js';
import { fieldUses, removeField, renameField } from './form-fields.js';
import type { JsonChange } from './json-edits.js';

const FORM = '/forms/0';
const scheme = {
  forms: [
    {
      id: 'application',
      schema: {
        type: 'object', required: ['households', 'lines'],
        properties: {
          category: { enum: ['a', 'b'] }, households: { type: 'integer' },
          lines: { type: 'array', items: { type: 'object', required: ['price'], properties: { price: { type: 'number' }, kind: { type: 'string' }, who: { type: 'object', properties: { name: { type: 'string' } } } } } },
          leader: { $ref: '#/$defs/person' }, total: { type: 'number' },
        },
        if: { properties: { households: { minimum: 50 } } }, then: { required: ['lines', 'households'] }, dependentRequired: { total: ['households'] },
        $defs: { person: { type: 'object', properties: { name: { type: 'string' } } } },
      },
      layout: { steps: [{ id: 's', sections: [{ id: 'one', fields: ['/households', '/lines'] }, { id: 'two', visibleWhen: { fact: 'households', operator: 'greaterThan', value: 2 }, elements: [{ group: ['/category', { tabs: [{ id: 't', elements: ['/total'] }] }] }] }] }] },
      fields: {
        '/households': { title: { 'zh-CN': '户数' } }, '#/properties/lines/items/properties/price': { unit: { 'zh-CN': '元' } },
        '/lines': { itemTitle: { 'zh-CN': '{kind}（{who/name}）' }, record: { budget: { categoryCaps: [] } } },
        '/lines/*/price': { visibleWhen: { all: [{ fact: 'item', path: '$.kind', operator: 'equal', value: 'a' }, { fact: 'households', operator: 'equal', value: { fact: 'lines', path: '$[0].price' } }] } },
        '/lines/*/who/name': { requiredWhen: { fact: 'item', path: "$.who['name']", operator: 'equal', value: 'x' } },
      },
      computed: { '/total': { op: 'sum', of: ['/lines/*/price', { op: 'product', of: ['/households', 2], missing: 'zero' }], missing: 'zero' } },
    },
    { id: 'other', schema: { type: 'object', properties: { households: { type: 'integer' } } }, fields: { '/households': { visibleWhen: { fact: 'households', operator: 'equal', value: 1 } } } },
  ],
  stages: [{ id: 'apply', method: 'application', form: 'application' }, { id: 'visit', method: 'approval', form: 'other' }],
  eligibility: { rules: [{ id: 'r', conditions: { fact: 'households', operator: 'lessThan', value: { fact: 'parameters', path: '$.households' } } }] },
  allocation: { reads: { requested: '/total' }, caps: [{ answer: '/category' }] },
  publicity: { notices: [{ columns: ['/households', '/lines'] }] },
  smallCaps: [{ when: { fact: 'households', operator: 'equal', value: 1 } }],
  evaluation: { gradings: [{ inputs: [{ from: { stage: 'visit', answer: '/households' } }] }] },
  tests: [{ case: { answers: { households: 3, lines: [{ price: 1, kind: 'a' }, { price: 2 }] }, reviews: [{ stage: 'visit', answers: { households: 9 } }] } }],
};

const applied = (document: unknown, changes: readonly JsonChange[] | undefined): typeof scheme => (changes ?? []).reduce(changedValue, document) as typeof scheme;
const textOf = (document: unknown, pointer = ''): string => JSON.stringify(pointer.split('/').slice(1).reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], document));

describe('renameField', () => {
  it('changes the name in schema, layout, settings, calculations, rules, money, notices and tests', () => {
    const renamed = applied(scheme, renameField(scheme, FORM, '/households', 'homes'));
    expect(renamed.forms[0]).toMatchObject({
      schema: { required: ['homes', 'lines'], properties: { homes: { type: 'integer' } }, if: { properties: { homes: { minimum: 50 } } }, then: { required: ['lines', 'homes'] }, dependentRequired: { total: ['homes'] } },
      layout: { steps: [{ sections: [{ fields: ['/homes', '/lines'] }, { visibleWhen: { fact: 'homes' } }] }] },
      fields: { '/homes': { title: { 'zh-CN': '户数' } } },
      computed: { '/total': { of: ['/lines/*/price', { of: ['/homes', 2] }] } },
    });
    expect(renamed.eligibility.rules[0]?.conditions).toEqual({ fact: 'homes', operator: 'lessThan', value: { fact: 'parameters', path: '$.households' } });
    expect(renamed.publicity.notices[0]?.columns).toEqual(['/homes', '/lines']);
    expect(renamed.tests[0]?.case.answers).toMatchObject({ homes: 3 });
    expect(Object.keys(renamed.forms[0]?.schema.properties ?? {})).toEqual(['category', 'homes', 'lines', 'leader', 'total']);
  });

  it('leaves alone what has the same name and is something else: another form, its answers, payments, parameters', () => {
    const renamed = applied(scheme, renameField(scheme, FORM, '/households', 'homes'));
    expect(renamed.forms[1]).toEqual(scheme.forms[1]);
    expect([textOf(renamed, '/smallCaps'), textOf(renamed, '/evaluation')]).toEqual([textOf(scheme, '/smallCaps'), textOf(scheme, '/evaluation')]);
    expect(renamed.tests[0]?.case.reviews).toEqual([{ stage: 'visit', answers: { households: 9 } }]);
  });

  it('follows a form of a stage into marks and reviews', () => {
    const renamed = applied(scheme, renameField(scheme, '/forms/1', '/households', 'homes'));
    expect(renamed.evaluation.gradings[0]?.inputs[0]?.from.answer).toBe('/homes');
    expect(renamed.tests[0]?.case).toMatchObject({ answers: { households: 3 }, reviews: [{ answers: { homes: 9 } }] });
    expect(renamed.forms[0]).toEqual(scheme.forms[0]);
  });

  it('renames what is inside an item, with paths, titles of items and places in the schema', () => {
    const price = applied(scheme, renameField(scheme, FORM, '/lines/*/price', 'cost'));
    expect(textOf(price, '/forms/0/fields')).toContain('"#/properties/lines/items/properties/cost"');
    expect(textOf(price, '/forms/0/fields')).toContain('"/lines/*/cost":{"visibleWhen":{"all":[{"fact":"item","path":"$.kind","operator":"equal","value":"a"},{"fact":"households","operator":"equal","value":{"fact":"lines","path":"$[0].cost"}}]}}');
    expect(price.tests[0]?.case.answers.lines).toEqual([{ cost: 1, kind: 'a' }, { cost: 2 }]);
    const kind = applied(scheme, renameField(scheme, FORM, '/lines/*/kind', 'sort'));
    expect(textOf(kind, '/forms/0/fields')).toContain('"{sort}（{who/name}）"');
    expect(textOf(kind, '/forms/0/fields')).toContain('{"fact":"item","path":"$.sort"');
    const name = applied(scheme, renameField(scheme, FORM, '/lines/*/who/name', 'called'));
    expect(textOf(name, '/forms/0/fields')).toContain('"{kind}（{who/called}）"');
    expect(textOf(name, '/forms/0/fields')).toContain('"path":"$.who.called"');
  });

  it('writes down what was read by its usual name', () => {
    const renamed = applied(scheme, renameField(scheme, FORM, '/category', 'kind'));
    expect(renamed.allocation).toMatchObject({ reads: { requested: '/total', category: '/kind' }, caps: [{ answer: '/kind' }] });
    expect(textOf(renamed, '/forms/0/fields')).toContain('"budget":{"categoryCaps":[],"category":"/kind"}');
  });

  it('refuses a name that is taken or empty, and does nothing for the name it has', () => {
    expect(() => renameField(scheme, FORM, '/households', 'lines')).toThrow(RangeError);
    expect(() => renameField(scheme, FORM, '/households', '')).toThrow(RangeError);
    expect(renameField(scheme, FORM, '/households', 'households')).toEqual([]);
  });

  it('does not rename what a shared definition names, nor what is not there', () => {
    expect(renameField(scheme, FORM, '/leader/name', 'called')).toBeUndefined();
    expect(renameField(scheme, FORM, '/absent', 'x')).toBeUndefined();
    expect(applied(scheme, renameField(scheme, FORM, '/leader', 'head')).forms[0]?.schema.properties).toHaveProperty('head');
  });

  it('comes back to the same document by the name before, whatever the name between', () => {
    const fields = ['/households', '/category', '/lines', '/lines/*/price', '/lines/*/kind', '/lines/*/who/name', '/total', '/leader'];
    fc.assert(fc.property(fc.constantFrom(...fields), fc.stringMatching(/^[A-Za-z一-龥/~'{} .-]{1,8}$/).filter((name) => !name.includes('{') && !name.includes('}')), (field, name) => {
      const old = field.split('/').pop() ?? '';
      const free = `${name}_`;
      const there = applied(scheme, renameField(scheme, FORM, field, free));
      const escaped = free.replace(/~/g, '~0').replace(/\//g, '~1');
      const back = applied(there, renameField(there, FORM, `${field.slice(0, field.lastIndexOf('/'))}/${escaped}`, old));
      // What was read by its usual name is written down since.
      const wanted = field === '/category' ? applied(scheme, [{ kind: 'set', pointer: '/allocation/reads/category', value: '/category' }, { kind: 'set', pointer: '/forms/0/fields/~1lines/record/budget/category', value: '/category' }]) : scheme;
      const plain = (document: unknown): unknown => JSON.parse(JSON.stringify(document).replace("$.who['name']", '$.who.name'));
      expect(fieldUses(there, FORM, field)).toEqual([]);
      expect(plain(back)).toEqual(plain(wanted));
    }), { numRuns: 200 });
  });
});

describe('fieldUses', () => {
  it('names what reads a field, and not what describes it', () => {
    expect(fieldUses(scheme, FORM, '/households').map(({ part, pointer }) => `${part} ${pointer}`)).toEqual([
      'condition /forms/0/layout/steps/0/sections/1/visibleWhen/fact', 'condition /forms/0/fields/~1lines~1*~1price/visibleWhen/all/1/fact', 'computed /forms/0/computed/~1total/of/1/of/0',
      'rule /eligibility/rules/0/conditions/fact', 'notice /publicity/notices/0/columns/0', 'test /tests/0/case/answers/households',
    ]);
    expect(fieldUses(scheme, '/forms/1', '/households').map(({ pointer }) => pointer)).toEqual(['/evaluation/gradings/0/inputs/0/from/answer', '/tests/0/case/reviews/0/answers/households']);
  });
});

describe('removeField', () => {
  it('takes away schema, layout, settings and calculation, with what is inside', () => {
    const without = applied(scheme, removeField(scheme, FORM, '/lines'));
    expect(without.forms[0]).toMatchObject({ schema: { required: ['households'], then: { required: ['households'] } }, layout: { steps: [{ sections: [{ fields: ['/households'] }, {}] }] } });
    expect(Object.keys(without.forms[0]?.fields ?? {})).toEqual(['/households']);
    expect(Object.keys(without.forms[0]?.schema.properties ?? {})).toEqual(['category', 'households', 'leader', 'total']);
    expect(applied(scheme, removeField(scheme, FORM, '/total')).forms[0]?.computed).toEqual({});
    expect(JSON.stringify(applied(scheme, removeField(scheme, FORM, '/total')).forms[0]?.layout)).not.toContain('/total');
  });

  it('leaves what others read of it for its author to decide', () => {
    expect(applied(scheme, removeField(scheme, FORM, '/households')).eligibility).toEqual(scheme.eligibility);
  });
});

describe('renameField of a form that is in use', () => {
  const used: FormDefinition = {
    id: 'application', title: { 'zh-CN': '申报表' }, version: 2, migrations: [{ to: 2, steps: [{ op: 'rename', from: '/rows', name: 'lines' }, { op: 'rename', from: '/lines/*/amount', name: 'price' }] }],
    schema: { type: 'object', properties: { homes: { type: 'integer' }, lines: { type: 'array', items: { type: 'object', properties: { price: { type: 'number' } } } } } },
  };
  const open = { forms: [used], stages: [{ id: 'apply', method: 'application', form: 'application' }] };
  const after = (...renames: readonly (readonly [field: string, name: string])[]): FormDefinition => renames.reduce<{ forms: readonly FormDefinition[] }>((document, [field, name]) => applied(document, renameField(document, FORM, field, name, used)) as unknown as typeof document, open).forms[0] as FormDefinition;
  const draft = (form: FormDefinition, answers: DraftAnswers, version = 2): unknown => migrateAnswers(answers, form.migrations ?? [], version, form.version ?? 1, {}).answers;

  it('takes the answers of drafts along, under the next version', () => {
    const form = after(['/homes', 'households']);
    expect(form).toMatchObject({ version: 3, schema: { properties: { households: {} } } });
    expect(form.migrations).toEqual([...(used.migrations ?? []), { to: 3, steps: [{ op: 'rename', from: '/homes', name: 'households' }] }]);
    expect(draft(form, { homes: 3 })).toEqual({ households: 3 });
    expect(checkMigrations(form)).toEqual([]);
  });

  it('follows a list and what is in its items, from every version before', () => {
    const form = after(['/lines', 'budget'], ['/budget/*/price', 'cost']);
    expect(draft(form, { lines: [{ price: 1 }, { price: 2 }] })).toEqual({ budget: [{ cost: 1 }, { cost: 2 }] });
    expect(draft(form, { rows: [{ amount: 1 }] }, 1)).toEqual({ budget: [{ cost: 1 }] });
    expect(form.version).toBe(3);
    expect(checkMigrations(form)).toEqual([]);
  });

  it('says one new name for one that was changed twice, and none for one that was changed back', () => {
    expect(after(['/homes', 'a'], ['/a', 'b']).migrations?.[1]).toEqual({ to: 3, steps: [{ op: 'rename', from: '/homes', name: 'b' }] });
    expect(after(['/homes', 'a'], ['/a', 'homes']).migrations?.[1]).toEqual({ to: 3, steps: [] });
  });

  it('leaves alone what the form in use does not ask for', () => {
    const added = applied(open, [{ kind: 'set', pointer: '/forms/0/schema/properties/fresh', value: { type: 'string' } }]);
    const form = applied(added, renameField(added, FORM, '/fresh', 'new', used)).forms[0] as unknown as FormDefinition;
    expect([form.version, form.migrations]).toEqual([2, used.migrations]);
  });

  it('brings every answer to where the form asks for it, however often names are changed', () => {
    const names = ['homes', 'lines', 'a', 'b'];
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(1), fc.constantFrom(...names)), { maxLength: 8 }), (renames) => {
      let form = used;
      let document: unknown = open;
      for (const [index, name] of renames) {
        const field = `/${Object.keys(form.schema['properties'] as object)[index] ?? ''}`;
        if (name in (form.schema['properties'] as object)) continue;
        document = applied(document, renameField(document, FORM, field, name, used));
        form = (document as { forms: readonly FormDefinition[] }).forms[0] ?? used;
      }
      const [first = '', second = ''] = Object.keys(form.schema['properties'] as object);
      expect(draft(form, { homes: 7, lines: [{ price: 1 }] })).toEqual({ [first]: 7, [second]: [{ price: 1 }] });
      expect(checkMigrations(form)).toEqual([]);
    }));
  });
});
