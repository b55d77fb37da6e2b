import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { define, evaluateCondition } from '../../../test/form/form-fixture.js';
import { Dice, VALUES, randomAnswers, randomDefinition } from '../../../test/form/random-forms.js';
import type { FormDefinition } from '../../generated/types.js';
import { checkRecords } from '../../records/check-records.js';
import type { LatePart } from '../../late/late-part.js';
import { MissingPartError } from '../../late/late-part.js';
import { addressPart, formatPart, keywordPart, patternPart } from '../../validation/parts/validation-parts.js';
import { createInterpreter, createPreparedInterpreter } from '../../validation/index.js';
import { createPreparedForm } from '../create-form.js';
import type { Form, FormNode } from '../form-model.js';
import { createForm } from '../whole-form.js';
import { branchPart, checkPart, computedPart, elementPart, entryPart, formerPart, recordPart, titlePart } from './form-parts.js';
import { partsOf, prepareForm, prepareWhole } from './prepare-form.js';

const ALL: readonly LatePart<unknown>[] = [branchPart, checkPart, computedPart, elementPart, entryPart, formerPart, recordPart, titlePart, addressPart, formatPart, keywordPart, patternPart];

/** A page that loaded these parts and no others. */
function onlyWith(parts: readonly LatePart<unknown>[]): void {
  for (const part of ALL) if (!parts.includes(part)) Object.defineProperty(part, 'known', { get: () => undefined, configurable: true });
}

afterEach(() => {
  for (const part of ALL) Reflect.deleteProperty(part, 'known');
});

const nodesOf = (form: Form): readonly FormNode[] => {
  const withInner = (node: FormNode): readonly FormNode[] => [...(node.choosers ?? []), node, ...node.children.flatMap(withInner)];
  return form.state.steps.flatMap((step) => step.sections.flatMap((section) => section.fields.flatMap(withInner)));
};

/** Fills in at random, and tells every state on the way; the same dice throw the same. */
function filledIn(form: Form, dice: Dice): string {
  const states: unknown[] = [];
  for (let step = 0; step < 12; step += 1) {
    const nodes = nodesOf(form);
    if (nodes.length === 0) break;
    const node = dice.one(nodes);
    const value = dice.one(VALUES);
    if (node.widget === 'map') form.addEntry(node.pointer, `x${step}`);
    else if (node.widget === 'cards' || node.widget === 'table' || node.widget === 'absent') form.addItem(node.pointer);
    else if (node.pointer.startsWith('?')) form.setValue(node.pointer, node.pointer.startsWith('?null') ? step % 2 === 0 : dice.one(node.options).value);
    else form.setValue(node.pointer, value);
    if (step === 6) form.undo();
    if (step === 9) form.showProblems();
    states.push([form.state, form.submission(), form.definitionErrors]);
  }
  form.reset();
  return JSON.stringify([...states, form.state]);
}

function expectSame(definition: FormDefinition, seed: number): void {
  const value = randomAnswers(new Dice(seed));
  const whole = filledIn(createForm(definition, { validator: createInterpreter(), evaluateCondition, value }), new Dice(seed));
  onlyWith([...partsOf(definition)]);
  const prepared = filledIn(createPreparedForm(definition, { validator: createPreparedInterpreter(), evaluateCondition, value, records: { check: checkRecords } }), new Dice(seed));
  for (const part of ALL) Reflect.deleteProperty(part, 'known');
  expect(prepared).toBe(whole);
}

describe('a form with the parts that its definition needs', () => {
  const text = { type: 'string' };
  it.each<[string, FormDefinition, readonly LatePart<unknown>[]]>([
    ['plain questions', define({ properties: { x: { type: 'string', maxLength: 3 }, n: { type: 'integer', minimum: 2 }, g: { type: 'object', properties: { x: text } } }, required: ['x'] }), []],
    ['a list', define({ properties: { x: { type: 'array', items: { type: 'object', properties: { p: text } }, minItems: 1 } } }), []],
    ['dates', define({ properties: { x: { type: 'string', format: 'date' } } }), []],
    ['text or nothing', define({ properties: { x: { type: ['string', 'null'] } }, required: ['x'] }), []],
    ['options with titles', define({ properties: { x: { oneOf: [{ const: 'x', title: 'X' }, { const: 'y', title: 'Y' }] } } }), [keywordPart]],
    ['several types', define({ properties: { x: { type: ['string', 'number'] } } }), [branchPart]],
    ['a reference', define({ properties: { x: { $ref: '#/$defs/t' } }, $defs: { t: text } }), [addressPart, branchPart, keywordPart]],
    ['a schema with an address', define({ $id: 'https://example.org/form', properties: { x: text, y: { $id: 'part', type: 'integer' } } }), [addressPart]],
    ['a condition of the schema', define({ properties: { a: { type: 'boolean' }, x: text }, if: { properties: { a: { const: true } } }, then: { required: ['x'] } }), [branchPart, keywordPart]],
    ['what another answer requires', define({ properties: { a: text, x: text }, dependentRequired: { a: ['x'] } }), [branchPart, keywordPart]],
    ['several ways to answer', define({ properties: { x: { anyOf: [{ type: 'string' }, { type: 'object', properties: { p: text } }] } } }), [branchPart, keywordPart]],
    ['answers with names', define({ properties: { x: { type: 'object', additionalProperties: text } } }), [entryPart, formerPart]],
    ['names by a pattern', define({ properties: { x: { type: 'object', patternProperties: { '^x': text } } } }), [entryPart, patternPart]],
    ['no other names', define({ properties: { x: text }, additionalProperties: false }), [formerPart]],
    ['a pattern', define({ properties: { x: { type: 'string', pattern: '^x' } } }), [patternPart]],
    ['an address', define({ properties: { x: { type: 'string', format: 'email' } } }), [formatPart]],
    ['a code by its widget', define({ properties: { x: text } }, { fields: { '/x': { widget: 'phone' } } }), [formatPart]],
    ['a calculation', define({ properties: { n: { type: 'number' }, x: { type: 'number' } } }, { computed: { '/x': { op: 'sum', of: ['/n', 1], missing: 'zero' } } }), [computedPart]],
    ['titles of items', define({ properties: { x: { type: 'array', items: { type: 'object', properties: { p: text } } } } }, { fields: { '/x': { itemTitle: '/p' } } }), [titlePart]],
    ['a list beside its item', define({ properties: { x: { type: 'array', items: { type: 'object', properties: { p: text } } } } }, { fields: { '/x': { widget: 'listDetail' } } }), [titlePart]],
    ['questions beside each other', define({ properties: { x: text } }, { layout: { steps: [{ id: 's', title: { 'zh-CN': 's' }, sections: [{ id: 'a', columns: 2, fields: ['/x'] }] }] } }), [elementPart]],
    ['a record', define({ properties: { x: { type: 'array' } } }, { fields: { '/x': { record: { attachments: {} } } } }), [recordPart, addressPart, patternPart, formatPart, keywordPart]],
  ])('is the same as with all of them: %s', (_, definition, needed) => {
    expect([...partsOf(definition)].sort(byName)).toEqual([...needed].sort(byName));
    for (const seed of [1, 2, 3]) expectSame(definition, seed);
  });

  it('is the same for any definition', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), (seed) => expectSame(randomDefinition(new Dice(seed)), seed)), { numRuns: 60 });
  });

  it('cannot be made without them', () => {
    onlyWith([]);
    const definition = define({ properties: { x: { $ref: '#/$defs/t' } }, $defs: { t: { type: 'string' } } });
    expect(() => createPreparedForm(definition, { validator: createPreparedInterpreter(), evaluateCondition })).toThrow('"branches" is not loaded');
  });

  it.each<[string, unknown]>([
    ['a value of any kind', true],
    ['a value of which nothing is said', {}],
    ['a list of anything', { type: 'array', items: true }],
  ])('says what no word of the schema tells, %s, when it is made, and is the same once everything was loaded', async (_, schema) => {
    const definition = define({ properties: { x: schema } });
    onlyWith([...partsOf(definition)]);
    expect(() => createPreparedForm(definition, { validator: createPreparedInterpreter(), evaluateCondition }).state).toThrow(MissingPartError);
    for (const part of ALL) Reflect.deleteProperty(part, 'known');
    await prepareWhole();
    expect(prepareWhole()).toBeUndefined();
    for (const seed of [1, 2, 3]) {
      const value = randomAnswers(new Dice(seed));
      const [whole, prepared] = [createForm(definition, { validator: createInterpreter(), evaluateCondition, value }), createPreparedForm(definition, { validator: createPreparedInterpreter(), evaluateCondition, value })].map((form) => filledIn(form, new Dice(seed)));
      expect(prepared).toBe(whole);
    }
  });

  it('waits for what is missing and for nothing else', async () => {
    expect(prepareForm(define({ properties: { x: { type: 'string' } } }))).toBeUndefined();
    const definition = define({ properties: { x: { type: 'object', additionalProperties: { type: 'string' } } } });
    await prepareForm(definition);
    expect([prepareForm(definition), entryPart.known === undefined]).toEqual([undefined, false]);
  });
});

const byName = (left: LatePart<unknown>, right: LatePart<unknown>): number => left.name.localeCompare(right.name);
