import type { Computation, Condition, FormDefinition, LayoutElement } from '../../src/generated/types.js';
import { toPointer } from '../../src/problems/json-pointer.js';
import { LONGEST_TEXT } from '../../src/form/limits.js';
import { define, when } from './form-fixture.js';

/** Numbers that follow from a seed (mulberry32), so that a failing run can be repeated. */
export class Dice {
  constructor(private state: number) {}

  /** From 0 to below `sides`. */
  roll(sides: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  }
  one<T>(of: readonly T[]): T {
    return of[this.roll(of.length)] as T;
  }
  some<T>(of: readonly T[]): T[] {
    return of.filter(() => this.roll(2) === 0);
  }
  chance(oneIn: number): boolean {
    return this.roll(oneIn) === 0;
  }
}

const TOP = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
/** What may be typed anywhere, fitting or not. */
export const VALUES: readonly unknown[] = ['x', 'y', 'long', ' ', '', 'far too long', true, false, 0, 1, 7, '12', null, undefined, [], {}, ['x'], [{}], { x: 'y' }, { x: { p: 'x' }, old: 1 }, [{ p: 'x', n: 2 }, { q: 3 }], ['x', '', 'y'], { p: 'x', n: 1 }, [{ x: 'y' }], { p: 'x', n: null }];
export const TOO_LONG = 'x'.repeat(LONGEST_TEXT + 1);

function leaf(dice: Dice): Record<string, unknown> {
  return dice.one<Record<string, unknown>>([
    { type: 'string', maxLength: 3 },
    { type: 'string', title: '名称', minLength: 2 },
    { type: 'boolean' },
    { type: 'number', minimum: 1 },
    { enum: ['x', 'y'] },
    { type: ['string', 'null'] },
    { type: ['object', 'null'], properties: { p: { type: 'string' }, n: { type: ['number', 'null'] } }, required: ['p', 'n'] },
    { enum: [{ x: 'y' }, { p: 'x', n: 1 }, [], ['x'], null] },
    { type: 'array', items: { enum: [{ x: 'y' }, ['x'], 'x'] } },
    { type: 'array', items: { enum: ['x', 'y', 'z'] }, minItems: 1 },
    { type: 'string', readOnly: true },
    { anyOf: [{ type: 'string' }, { type: 'number', minimum: 5 }] },
    { type: 'object', additionalProperties: { type: 'string' } },
    { type: ['string', 'integer', 'array'], items: { type: 'string' } },
    { type: 'array', prefixItems: [{ type: 'string', minLength: 2 }, { type: 'number' }], items: dice.one([false, { type: 'string' }]) },
    { $ref: '#/$defs/node' },
    { $ref: '#/$defs/any' },
    { type: 'string', writeOnly: true },
  ]);
}

/** Definitions that come back to themselves. */
const DEFINITIONS = {
  node: { type: 'object', title: '单位', properties: { p: { type: 'string' }, n: { type: 'number' }, next: { $ref: '#/$defs/node' }, parts: { type: 'array', items: { $ref: '#/$defs/node' } } }, required: ['p'] },
  any: { anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'array', items: { $ref: '#/$defs/any' } }, { type: 'object', additionalProperties: { $ref: '#/$defs/any' } }] },
};

/** Names with values, beside fixed ones. */
function map(dice: Dice, depth: number): Record<string, unknown> {
  return {
    type: 'object',
    ...(dice.chance(2) ? { properties: { p: leaf(dice), n: { type: 'number' } }, required: ['p'] } : {}),
    ...(dice.chance(2) ? { patternProperties: { '^k': part(dice, depth - 1) } } : {}),
    ...(dice.chance(3) ? { propertyNames: { maxLength: 2 } } : {}),
    additionalProperties: dice.chance(2) ? leaf(dice) : group(dice, 0),
  };
}

/** Ways to answer that no property tells apart. */
function alternatives(dice: Dice, depth: number): Record<string, unknown> {
  const branch = (title: string, kind: unknown): Record<string, unknown> => ({ title, type: 'object', properties: { x: kind, p: leaf(dice), [title]: part(dice, depth - 1) }, required: ['x'] });
  const objects = [branch('first', { type: 'string' }), branch('second', { type: 'number' })];
  return dice.one<Record<string, unknown>>([
    { [dice.one(['oneOf', 'anyOf'])]: objects },
    { type: 'object', properties: { n: { type: 'number' } }, oneOf: [...objects, { $ref: '#/$defs/node' }] },
    { oneOf: [{ type: 'string', maxLength: 3 }, { type: 'array', items: leaf(dice) }, objects[0], { type: 'null' }] },
    { oneOf: [objects[0], { title: 'more', oneOf: [objects[1], { type: 'object', properties: { q: leaf(dice) } }] }] },
  ]);
}

/** What an answer is like while another one is there. */
function narrowed(dice: Dice): Record<string, unknown> {
  return {
    type: 'object',
    properties: { p: { enum: ['x', 'y', 'long'] }, x: { type: 'string', maxLength: 9 }, n: { type: 'number' } },
    if: { properties: { n: { const: 1 } }, required: ['n'] },
    then: { properties: { p: { enum: ['x'] }, x: { title: '窄', maxLength: 2, ...(dice.chance(2) ? { readOnly: true } : {}) } } },
    ...(dice.chance(2) ? { dependentSchemas: { x: { properties: { n: { minimum: 3 } } } } } : {}),
  };
}

function group(dice: Dice, depth: number): Record<string, unknown> {
  const names = ['p', 'q', 'x', 'n'];
  const properties: Record<string, unknown> = {};
  for (const name of names) properties[name] = name === 'n' ? { type: 'number' } : depth > 0 && dice.chance(5) ? part(dice, depth - 1) : leaf(dice);
  if (dice.chance(4)) properties['p'] = { type: 'string', default: 'x' };
  return {
    type: 'object',
    properties,
    required: dice.some(names),
    ...(dice.chance(3) ? { additionalProperties: false } : {}),
    ...(dice.chance(4) ? { if: { properties: { p: { const: 'x' } }, required: ['p'] }, then: { properties: { then: leaf(dice) }, required: ['then', 'q'] }, else: { required: ['x'] } } : {}),
    ...(dice.chance(5) ? { dependentRequired: { q: ['x'] } } : {}),
  };
}

function part(dice: Dice, depth: number): Record<string, unknown> {
  const kind = dice.roll(12);
  if (kind === 8) return map(dice, Math.max(depth, 1));
  if (kind === 9) return depth > 0 ? alternatives(dice, depth) : leaf(dice);
  if (kind === 10) return narrowed(dice);
  if (kind === 11) return { type: 'array', items: dice.one([{ type: 'array', items: { type: 'string' } }, { $ref: '#/$defs/any' }, narrowed(dice)]) };
  if (kind < 2) return group(dice, depth);
  if (kind === 2) return { type: 'array', items: leaf(dice), maxItems: 2 };
  if (kind < 5) return { type: 'array', items: group(dice, depth), minItems: 1, ...(dice.chance(3) ? { uniqueItems: true } : {}) };
  return leaf(dice);
}

/** @param inList - Whether it may read the item around it. */
function condition(dice: Dice, depth = 2, inList = false): Condition {
  const kind = depth > 0 ? dice.roll(8) : 7;
  if (inList && dice.chance(2)) return dice.chance(4) ? when('index', dice.roll(2)) : { fact: 'item', path: dice.one(['$.p', '$.x', '$']), operator: 'equal', value: 'x' };
  if (kind === 0) return { all: [condition(dice, depth - 1, inList), condition(dice, depth - 1, inList)] };
  if (kind === 1) return { any: [condition(dice, depth - 1, inList), condition(dice, depth - 1, inList)] };
  if (kind === 2) return { not: condition(dice, depth - 1, inList) };
  if (kind === 3) return when('today', dice.one(['x', 'y']));
  if (kind === 4) return { fact: dice.one(TOP), path: dice.one(['$.p', '$.0.x', '$.n']), operator: 'equal', value: 'x' };
  return when(dice.one(TOP), dice.one(['x', 'y', true, 1]));
}

/** Templates of all fields that the properties of a schema describe. */
function templates(schema: unknown, at: string): readonly string[] {
  const { properties = {}, items, then } = schema as { properties?: Record<string, unknown>; items?: unknown; then?: unknown };
  const inner = Object.entries(properties).flatMap(([name, child]) => [`${at}${toPointer(name)}`, ...templates(child, `${at}${toPointer(name)}`)]);
  const ofItems = items && (items as { enum?: unknown }).enum === undefined ? [`${at}/*`, ...templates(items, `${at}/*`)] : [];
  return [...inner, ...ofItems, ...(then ? templates(then, at) : [])];
}

function settingsOf(dice: Dice, template: string): Record<string, unknown> {
  const asked = (): Condition => condition(dice, 2, template.includes('/*'));
  return {
    ...(dice.chance(3) ? { visibleWhen: asked() } : {}),
    ...(dice.chance(4) ? { requiredWhen: asked() } : {}),
    ...(dice.chance(5) ? { readonlyWhen: asked() } : {}),
    ...(dice.chance(3) ? { optionsWhen: { x: asked(), ...(dice.chance(2) ? { y: asked() } : {}) } } : {}),
    ...(dice.chance(3) ? { hiddenAnswer: dice.one(['keep', 'clear', 'keepButNotSubmit']) } : {}),
    ...(dice.chance(4) ? { recommended: true } : {}),
    ...(dice.chance(5) ? { nullAnswer: dice.one(['offer', 'hide']) } : {}),
    ...(dice.chance(3) ? { itemTitle: dice.one(['/p', { 'zh-CN': '{p}（{x}）', en: '{n} ({q})' }]), ...(dice.chance(2) ? { widget: 'listDetail' } : {}) } : {}),
    ...(dice.chance(8) ? { messages: { required: { 'zh-CN': '请写', en: 'Write' } } } : {}),
    ...(dice.chance(4) ? { title: { 'zh-CN': '标题', en: 'Title' } } : {}),
  };
}

function computedOf(dice: Dice, all: readonly string[]): Record<string, Computation> {
  const computed: Record<string, Computation> = {};
  const numbers = all.filter((template) => template.endsWith('/n'));
  if (numbers.length === 0) return computed;
  for (let count = dice.roll(3); count > 0; count -= 1) {
    const target = dice.one([...numbers, '/d', '/e']);
    const of = [dice.one(numbers), dice.chance(2) ? dice.one(['/a', '/b', '/d']) : 1].filter((operand) => operand !== target);
    computed[target] = { op: dice.one(['sum', 'product', 'count', 'max'] as const), of, missing: dice.one(['zero', 'unknown'] as const) };
  }
  return computed;
}

/** Some fields in groups, tabs and between texts, with conditions of their own. */
function elementsOf(dice: Dice, fields: readonly string[], depth: number): LayoutElement[] {
  const when = (): { visibleWhen?: Condition } => (dice.chance(3) ? { visibleWhen: condition(dice) } : {});
  const title = { 'zh-CN': '题', en: 'Title' };
  const half = fields.slice(0, dice.roll(fields.length + 1));
  const rest = fields.slice(half.length);
  const inner = (): LayoutElement[] => (depth > 0 ? elementsOf(dice, half, depth - 1) : half);
  const kind = dice.roll(4);
  if (kind === 0) return [{ group: inner(), title, columns: 2, ...when() }, ...rest];
  if (kind === 1) return [...rest, { tabs: [{ id: 'one', title, elements: inner(), ...when() }], ...when() }];
  return kind === 2 ? [{ text: title, ...when() }, ...fields] : [...fields];
}

function layoutOf(dice: Dice, all: readonly string[]): Partial<FormDefinition> {
  const placeable = all.filter((template) => !template.includes('*'));
  if (dice.chance(4) || placeable.length === 0) return {};
  const steps = Array.from({ length: 1 + dice.roll(3) }, (_, index) => ({
    id: `step${index}`,
    title: { 'zh-CN': `第${index}步` },
    ...(dice.chance(4) ? { visibleWhen: condition(dice) } : {}),
    ...(dice.chance(4) ? { opensWhen: condition(dice) } : {}),
    ...(dice.chance(4) ? { afterEarlierSteps: true } : {}),
    ...(dice.chance(9) ? { review: true } : {}),
    sections: Array.from({ length: 1 + dice.roll(2) }, (__, at) => {
      const fields = [...new Set(dice.some(placeable).filter(() => dice.chance(2)))];
      return {
        id: `section${at}`,
        ...(dice.chance(4) ? { visibleWhen: condition(dice) } : {}),
        ...(dice.chance(3) ? { elements: elementsOf(dice, fields, 2) } : { fields }),
      };
    }),
  }));
  return { layout: { steps } };
}

/** An outermost answer that is no group of questions, or not only one. */
function root(dice: Dice, named: Record<string, unknown>): Record<string, unknown> {
  return dice.one<() => Record<string, unknown>>([
    () => ({ ...named, additionalProperties: leaf(dice) }),
    () => map(dice, 1),
    () => ({ type: 'array', items: group(dice, 1), minItems: 1 }),
    () => ({ type: 'array', prefixItems: [leaf(dice), group(dice, 0)], items: leaf(dice) }),
    () => alternatives(dice, 1),
    () => leaf(dice),
  ])();
}

/** A form about eight answers, with everything in it that makes one answer depend on another. */
export function randomDefinition(dice: Dice): FormDefinition {
  const properties: Record<string, unknown> = {};
  for (const name of TOP) properties[name] = name <= 'c' ? dice.one([{ type: 'string', maxLength: 3 }, { type: 'boolean' }, { enum: ['x', 'y'] }]) : part(dice, 2);
  const named: Record<string, unknown> = {
    type: 'object',
    properties,
    required: dice.some(TOP),
    ...(dice.chance(3) ? { additionalProperties: false } : {}),
    ...(dice.chance(3) ? { if: { properties: { a: { const: 'x' } }, required: ['a'] }, then: { properties: { i: part(dice, 1) }, required: ['i'] } } : {}),
    ...(dice.chance(3) ? { oneOf: ['x', 'y'].map((kind) => ({ properties: { kind: { const: kind }, [`of-${kind}`]: part(dice, 1) }, required: ['kind', `of-${kind}`] })) } : {}),
    ...(dice.chance(4) ? { dependentRequired: { a: ['b', 'd'] } } : {}),
    ...(dice.chance(5) ? { minProperties: 3 } : {}),
    ...(dice.chance(4) ? { anyOf: [{ title: 'here', properties: { a: { type: 'string' }, here: part(dice, 1) } }, { title: 'there', properties: { b: { title: '别' }, there: part(dice, 1) } }] } : {}),
  };
  const schema: Record<string, unknown> = { ...(dice.chance(4) ? root(dice, named) : named), $defs: DEFINITIONS };
  const all = templates({ ...schema }, '').concat(schema['oneOf'] ? ['/kind', '/of-x', '/of-y'] : []);
  const fields: Record<string, unknown> = {};
  for (const template of all) if (dice.chance(2)) fields[template] = settingsOf(dice, template);
  return { ...define({}, { fields, computed: computedOf(dice, all), ...layoutOf(dice, all) } as Partial<FormDefinition>), schema };
}

/** Any answers, of which many fit. */
export function randomAnswers(dice: Dice): Record<string, unknown> {
  // What is no object is an answer to some forms and to others none.
  if (dice.chance(8)) return dice.one(VALUES) as Record<string, unknown>;
  const answers: Record<string, unknown> = {};
  for (const name of [...TOP, 'i', 'kind', 'of-x', 'old']) if (dice.chance(2)) answers[name] = dice.one(VALUES);
  for (const [name, value] of Object.entries(answers)) if (value === undefined) delete answers[name];
  return answers;
}
