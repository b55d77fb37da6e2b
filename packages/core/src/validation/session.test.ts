import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withValueAt } from '../problems/with-value-at.js';
import { createInterpreter } from './index.js';
import type { InterpretedSchema, ValidationSession } from './index.js';

const interpreter = createInterpreter();

const sessionOf = (schema: unknown): ValidationSession => interpreter.compile(schema).session();

/** Everything that keeps or drops what was found in a way of its own. */
const form = {
  $id: 'https://example.org/form',
  type: 'object',
  required: ['name', 'kind'],
  properties: {
    name: { type: 'string', minLength: 2 },
    amount: { type: 'number', minimum: 0 },
    kind: { enum: ['road', 'light'] },
    rows: { type: 'array', uniqueItems: true, contains: { required: ['price'] }, items: { $ref: '#/$defs/row' } },
    parts: { type: 'array', prefixItems: [{ type: 'string' }], items: { $ref: '#' } },
    child: { $ref: '#' },
    payee: {
      oneOf: [
        { title: 'card', properties: { kind: { const: 'card' }, number: { type: 'string' } }, required: ['kind', 'number'] },
        { title: 'bank', properties: { kind: { const: 'bank' }, owner: { $ref: '#/$defs/row' } }, required: ['kind', 'owner'] },
      ],
    },
    bag: { patternProperties: { '^a': { type: 'string' }, 'b$': { minLength: 2 } }, additionalProperties: false, propertyNames: { maxLength: 3 }, maxProperties: 40 },
    open: { allOf: [{ properties: { name: true } }, { anyOf: [{ properties: { a: { const: 1 } }, required: ['a'] }, { properties: { b: true } }] }], unevaluatedProperties: { type: 'number' } },
  },
  dependentRequired: { amount: ['name', 'rows'] },
  dependentSchemas: { child: { properties: { name: { maxLength: 5 } } } },
  if: { properties: { kind: { const: 'road' } }, required: ['kind'] },
  then: { required: ['amount'], properties: { rows: { minItems: 1 } } },
  else: { not: { required: ['parts'] } },
  $defs: { row: { type: 'object', properties: { title: { type: 'string' }, price: { type: 'number' } }, required: ['title'], anyOf: [{ required: ['price'] }, { required: ['count'] }] } },
};

const KEYS = ['name', 'amount', 'kind', 'rows', 'parts', 'child', 'payee', 'bag', 'open', 'title', 'price', 'count', 'number', 'owner', 'a', 'ab', 'b', 'abcd', '__proto__', 'toString', 'a/b~'];
const leaf = fc.constantFrom<unknown>('road', 'light', 'card', 'bank', '', 'a', 'abc', 'abcdef', true, null, 0, 1, -1, 2.5);
const row = fc.oneof(leaf, fc.dictionary(fc.constantFrom(...KEYS), leaf, { maxKeys: 4, noNullPrototype: true }));
// Large enough for the members to be remembered.
const many = fc.array(row, { minLength: 25, maxLength: 28 });
const large = fc.oneof(many, fc.tuple(fc.constantFrom('a', 'b', 'c'), many).map(([first, values]) => Object.fromEntries(values.map((value, i) => [`${first}${i}`, value]))));
const member = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    leaf,
    { arbitrary: large, weight: 1 },
    { arbitrary: fc.array(tie('value'), { maxLength: 3 }), weight: 2 },
    { arbitrary: fc.dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 4, noNullPrototype: true }), weight: 3 },
  ),
})).value;

const document = fc.record(Object.fromEntries(KEYS.slice(0, 9).map((key) => [key, member])), { requiredKeys: [] });
interface Edit { readonly at: number; readonly value: unknown; readonly kind: number }
const edits = fc.array(fc.record({ at: fc.nat(), value: member, kind: fc.nat(9) }), { minLength: 2, maxLength: 6 });

function placesOf(value: unknown, at = ''): string[] {
  if (value === null || typeof value !== 'object') return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => placesOf(inner, `${at}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`))];
}

/** Replaces, removes, adds, moves or turns around; what is elsewhere stays the same object. */
function edited(value: unknown, { at, value: next, kind }: Edit): unknown {
  const places = placesOf(value);
  const place = places[at % places.length] as string;
  if (kind === 0) return withValueAt(value, place, undefined);
  if (kind === 1) return withValueAt(value, `${place}/${KEYS[at % KEYS.length]?.replace(/~/g, '~0').replace(/\//g, '~1') ?? ''}`, next);
  if (kind === 2) return { child: value, name: next };
  if (kind === 3) return (value as { child?: unknown } | undefined)?.child ?? value;
  if (kind === 4) return turned(value, place.split('/').slice(1));
  return withValueAt(value, place, next);
}

function turned(value: unknown, [token, ...rest]: readonly string[]): unknown {
  if (Array.isArray(value)) return token === undefined ? [...(value as unknown[])].reverse() : value.map((item: unknown, i) => (String(i) === token ? turned(item, rest) : item));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value);
  return Object.fromEntries(token === undefined ? entries.reverse() : entries.map(([key, item]) => [key, key === token ? turned(item, rest) : item]));
}

describe('a session', () => {
  it('finds after any edit what a validation from scratch finds', () => {
    const compiled = interpreter.compile(form);
    fc.assert(
      fc.property(document, edits, (start, steps) => {
        const session = compiled.session();
        const versions: unknown[] = [start];
        for (const step of steps) versions.push(edited(versions[versions.length - 1], step));
        // Backwards too, as undo does.
        for (const version of [...versions, ...versions.reverse()]) {
          // As text: comparing structures one by one takes most of the time.
          expect(JSON.stringify(session.validate(version))).toBe(JSON.stringify(compiled.validate(version)));
          expect(JSON.stringify(branchesOf(session, version))).toBe(JSON.stringify(branchesAfresh(compiled, version)));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('finds the same when objects move deeper than a schema is followed', () => {
    const compiled = interpreter.compile({ properties: { a: { $ref: '#' } } });
    const session = compiled.session();
    let value: unknown = 1;
    for (let i = 0; i < 495; i++) value = { a: value };
    session.validate(value);
    for (let i = 0; i < 10; i++) {
      value = { a: value };
      expect(session.validate(value)).toEqual(compiled.validate(value));
    }
    expect(session.validate(value)).toHaveLength(1);
  });

  it('remembers nothing where a dynamic reference depends on the way', () => {
    const schema = {
      $id: 'https://example.org/root',
      properties: { texts: { $ref: 'texts' }, numbers: { $ref: 'numbers' } },
      $defs: {
        list: { $id: 'list', items: { $dynamicRef: '#item' }, $defs: { any: { $dynamicAnchor: 'item' } } },
        texts: { $id: 'texts', $ref: 'list', $defs: { item: { $dynamicAnchor: 'item', type: 'string' } } },
        numbers: { $id: 'numbers', $ref: 'list', $defs: { item: { $dynamicAnchor: 'item', type: 'number' } } },
      },
    };
    const list = [{}, {}];
    const session = sessionOf(schema);

    expect(session.validate({ texts: list })).toHaveLength(2);
    expect(session.validate({ numbers: list }).map(({ schemaLocation }) => schemaLocation)).toEqual(Array(2).fill('https://example.org/numbers#/$defs/item/type'));
  });

  describe('of an object with many properties', () => {
    const names = Array.from({ length: 40 }, (_, i) => `f${i}`);
    const some = (kept: readonly string[]): object => Object.fromEntries(kept.map((name) => [name, 1]));
    const compiled = interpreter.compile({
      properties: Object.fromEntries(names.map((name, i) => [name, { type: i % 2 === 0 ? 'string' : 'number' }])),
      additionalProperties: false,
      allOf: [{ properties: { f3: { const: 2 }, f30: { const: 2 }, f31: { const: 2 } } }],
    });

    it.each<[string, readonly string[], readonly string[]]>([
      ['left out in front', names, names.slice(1)],
      ['left out in the middle', names, names.filter((_, i) => i < 10 || i > 15)],
      ['put in front', names.slice(1), names],
      ['put in the middle', names.filter((_, i) => i !== 20), names],
      ['unknown in the middle', names, [...names.slice(0, 20), 'x', ...names.slice(20)]],
      ['put in another order', names, [...names].reverse()],
      ['all different', names, names.map((name) => `x${name}`)],
    ])('finds the same when properties are %s', (_, before, after) => {
      const session = compiled.session();

      for (const kept of [before, after, before]) expect(session.validate(some(kept))).toEqual(compiled.validate(some(kept)));
    });
  });

  it('says what is wrong with an object that was only asked about before', () => {
    const session = sessionOf({ if: { $ref: '#/$defs/a' }, else: { $ref: '#/$defs/a' }, $defs: { a: { properties: { x: { required: ['y'] } } } } });

    expect(session.validate({ x: {} }).map(({ instancePointer }) => instancePointer)).toEqual(['/x/y']);
  });

  it('gives the issues that stay as the same objects', () => {
    const session = sessionOf({ required: ['a', 'b'], properties: { rows: { items: { required: ['a'] } } } });
    const rows = [{}, { a: 1 }];
    const before = session.validate({ rows, a: 1 });
    const after = session.validate({ rows, a: 2 });

    expect(after.map(({ instancePointer }) => instancePointer)).toEqual(['/rows/0/a', '/b']);
    after.forEach((issue, index) => expect(issue).toBe(before[index]));
  });

  it('gives the same list for the same document', () => {
    const session = sessionOf({ required: ['a'] });
    const answers = {};

    expect(session.validate(answers)).toBe(session.validate(answers));
  });

  it('looks only at what changed', () => {
    let looked = 0;
    const counting = createInterpreter({ formats: { counted: () => Boolean(++looked) } });
    const flat = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`f${i}`, 'a']));
    const rows = Array.from({ length: 1000 }, () => ({ title: 'a' }));
    const session = counting.compile({ properties: { rows: { items: { properties: { title: { format: 'counted' } } } } }, additionalProperties: { format: 'counted' } }).session();
    const answers = { ...flat, rows };

    session.validate(answers);
    const first = looked;
    session.validate({ ...answers, f500: 'b' });
    const afterKey = looked;
    session.validate({ ...answers, rows: rows.map((row, i) => (i === 500 ? { title: 'b' } : row)) });
    const afterRow = looked;
    session.validate({ ...answers, rows: rows.slice(1) });

    expect([first, afterKey - first, afterRow - afterKey, looked - afterRow]).toEqual([2000, 1, 2, 0]);
  });
});

const CHOICES = ['/properties/payee/oneOf', '/properties/open/allOf/1/anyOf', '/if', '/$defs/row/anyOf'].map((pointer) => `${form.$id}#${pointer}`);

function branchesOf(session: ValidationSession, version: unknown): unknown {
  return placesOf(version).flatMap((place) => CHOICES.map((location) => session.branch(place, location)));
}

/** A session of its own for one document has nothing to remember. */
function branchesAfresh(compiled: InterpretedSchema, version: unknown): unknown {
  const session = compiled.session();
  session.validate(version);
  return branchesOf(session, version);
}

describe('branches of a session', () => {
  const payee = {
    properties: {
      payee: { oneOf: [{ properties: { kind: { const: 'card' } }, required: ['kind', 'number'] }, { properties: { kind: { const: 'bank' } }, required: ['kind', 'account'] }] },
      extra: { anyOf: [{ type: 'string' }, { type: 'number' }, { minimum: 1 }] },
    },
    if: { required: ['payee'] },
    then: { required: ['extra'] },
  };
  const after = (schema: unknown, instance: unknown): ValidationSession => {
    const session = sessionOf(schema);
    session.validate(instance);
    return session;
  };

  it.each<[string, unknown, string, string, number | undefined, boolean?]>([
    ['the branch that fits', { payee: { kind: 'bank', account: '1' } }, '/payee', '#/properties/payee/oneOf', 1, true],
    ['the closest one where none fits', { payee: { kind: 'bank' } }, '/payee', '#/properties/payee/oneOf', 1, false],
    ['the first of several', { extra: 2 }, '/extra', '#/properties/extra/anyOf', 1, true],
    ['nothing where no value is', { extra: 2 }, '/payee', '#/properties/payee/oneOf', undefined],
    ['nothing at another place', { payee: {} }, '/extra', '#/properties/payee/oneOf', undefined],
    ['then as 0', { payee: {} }, '', '#/if', 0, true],
    ['else as 1, even where the schema has none', {}, '', '#/if', 1, true],
  ])('%s', (_, instance, pointer, location, branch, fits) => {
    const match = after(payee, instance).branch(pointer, location);

    expect(match).toEqual(branch === undefined ? undefined : { instancePointer: pointer, schemaLocation: location, branch, fits });
  });

  it('names two that fit where only one may by the first', () => {
    expect(after({ oneOf: [false, true, true] }, 1).branch('', '#/oneOf')).toMatchObject({ branch: 1, fits: true });
  });

  it('reaches into branches that were taken, and into no others', () => {
    const inner = (value: number): object => ({ properties: { kind: { const: value }, deep: { anyOf: [{ const: 1 }, { const: 2 }] } }, required: ['kind', 'more'] });
    const session = after({ $id: 'https://example.org/a', items: { oneOf: [inner(1), inner(2)] } }, [{ kind: 2, deep: 2 }]);

    expect(session.branch('/0', 'https://example.org/a#/items/oneOf')).toMatchObject({ branch: 1, fits: false });
    expect(session.branch('/0/deep', 'https://example.org/a#/items/oneOf/1/properties/deep/anyOf')?.branch).toBe(1);
    expect(session.branch('/0/deep', 'https://example.org/a#/items/oneOf/0/properties/deep/anyOf')).toBeUndefined();
  });

  it('are those of the last document', () => {
    const session = after({ properties: { a: { anyOf: [{ type: 'string' }, true] } } }, { a: 'x' });
    session.validate({ a: 1 });

    expect(session.branch('/a', '#/properties/a/anyOf')?.branch).toBe(1);
  });

  it('do not come from schemas that only ask', () => {
    const session = after({ not: { anyOf: [false] }, if: { anyOf: [true] } }, 1);

    expect([session.branch('', '#/if')?.branch, session.branch('', '#/if/anyOf'), session.branch('', '#/not/anyOf')]).toEqual([0, undefined, undefined]);
  });
});
