import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createInterpreter, findDisagreements, SchemaError, schemeFormats } from '../validation/index.js';
import type { ValidationIssue } from '../validation/index.js';
import { createAjvValidator } from './index.js';

const ajv = createAjvValidator();
const interpreter = createInterpreter({ formats: schemeFormats });

/** Issues without what ajv decides otherwise: the order within one place, the closest branch, which pair of equal items it names. */
const essence = (issues: readonly ValidationIssue[]): string[] =>
  issues.map(({ keyword, instancePointer, schemaLocation, params }) => JSON.stringify([instancePointer, keyword, schemaLocation, keyword === 'uniqueItems' ? {} : params])).sort();

const form = {
  $id: 'https://example.org/forms/application',
  type: 'object',
  properties: {
    name: { type: 'string', minLength: 2, maxLength: 4, pattern: '^[a-z]+$' },
    amount: { type: 'number', format: 'money', exclusiveMinimum: 0, maximum: 1000 },
    households: { type: ['integer', 'null'], minimum: 1, multipleOf: 2 },
    kind: { enum: ['road', 'light', null] },
    agreed: { const: true },
    day: { type: 'string', format: 'date' },
    code: { type: 'string', format: 'area-code' },
    contact: {
      properties: {
        phone: { format: 'phone' }, account: { format: 'bank-account' }, card: { format: 'bank-card' }, citizen: { format: 'citizen-number' }, organisation: { format: 'organisation-code' },
        time: { format: 'time' }, email: { format: 'email' }, uri: { format: 'uri' }, uuid: { format: 'uuid' }, duration: { format: 'duration' }, host: { format: 'hostname' },
      },
      patternProperties: { '^p': { maxLength: 12 } },
    },
    lines: { type: 'array', minItems: 1, maxItems: 2, uniqueItems: true, items: { $ref: '#/$defs/line' }, contains: { required: ['price'] } },
    payee: {
      oneOf: [
        { properties: { kind: { const: 'card' }, number: { type: 'string' } }, required: ['kind', 'number'] },
        { properties: { kind: { const: 'bank' }, account: { type: 'string' } }, required: ['kind', 'account'] },
      ],
    },
    parent: { $ref: '#' },
  },
  required: ['name', 'toString'],
  dependentRequired: { amount: ['day'] },
  if: { properties: { kind: { const: 'road' } }, required: ['kind'] },
  then: { required: ['households'] },
  else: { not: { required: ['households'] } },
  propertyNames: { maxLength: 12 },
  additionalProperties: false,
  $defs: {
    line: { type: 'object', properties: { title: { type: 'string' }, price: { type: 'number' } }, required: ['title'], anyOf: [{ required: ['price'] }, { required: ['count'] }] },
  },
};

const scalar = fc.constantFrom<unknown>('road', 'light', 'ab', 'a', 'abcde', 'A1', '', '2026-02-28', '2026-02-30', '440608', 'card', 'bank', true, false, null, 0, 1, 2, 3, 1.5, 1.005, 1001, -2);
const TEXTS = [
  '13800138000', '1380013800', '0757-88888888', '075788888888', '44001668888059000001', '6222021234567890120', '4111111111111111', '4111111111111112', '11010519491231002X', '11010519491231002x',
  '110105194912310021', '91350100M000100Y43', '91350100M000100Y44', '08:30:00Z', '16:30:00+0800', 'lin@example.com', 'lin@@example.com', 'https://example.com', 'ftp://u:p/', 'urn:uuid:2eb8aa08-aa98-11ea-b4aa-73b441d16380',
  '2eb8aa08-aa98-11ea-b4aa-73b441d16380', 'P1Y2M', 'P1Y23D', '-', 'Ω',
];
const record = (keys: readonly string[], value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 6, noNullPrototype: true });
const line = fc.oneof(scalar, record(['title', 'price', 'count'], scalar));
const answersTo = (properties: object): fc.Arbitrary<unknown> =>
  fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      scalar,
      fc.array(line, { maxLength: 3 }),
      record(['kind', 'number', 'account'], scalar),
      record(['phone', 'account', 'card', 'citizen', 'organisation', 'time', 'email', 'uri', 'uuid', 'duration', 'host'], fc.constantFrom(...TEXTS)),
      tie('document'),
    ),
    document: record([...Object.keys(properties), 'toString', 'constructor', 'otherproperty'], tie('value')),
  })).document;

/** The same kind of form in the words of draft-07: lists of items, anchors in `$id`, both kinds of dependencies, words beside `$ref`. */
const form07 = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'https://example.org/forms/former',
  properties: {
    name: { $ref: '#/definitions/name', maxLength: 1, format: 'date' },
    day: { format: 'date' },
    kind: { enum: ['road', 'light'] },
    pair: { items: [{ type: 'string' }, { $ref: '#line' }], additionalItems: { type: 'number' } },
    single: { items: [{ type: 'string' }], additionalItems: false, contains: { const: 'ab' } },
    lines: { items: { $ref: '#line' }, additionalItems: false, uniqueItems: true },
    contact: { properties: { phone: { format: 'phone' }, card: { format: 'bank-card' }, email: { format: 'email' } } },
    parent: { $ref: '#' },
  },
  dependencies: { name: ['day', 'kind'], lines: { required: ['single'], properties: { kind: { const: 'road' } } }, parent: { not: {} } },
  if: { required: ['pair'] },
  then: { propertyNames: { maxLength: 6 } },
  definitions: {
    name: { type: 'string', minLength: 2 },
    line: { $id: '#line', type: 'object', properties: { title: { type: 'string' } }, required: ['title'], dependencies: { price: ['count'] } },
  },
};

describe('ajv and the interpreter', () => {
  // 10,000 documents in all.
  it.each<[string, { readonly properties: object }, number, string]>([
    [
      '2020-12', form, 7000,
      'additionalProperties anyOf area-code bank-account bank-card citizen-number const contains date dependentRequired duration email enum exclusiveMinimum maxItems maxLength maximum minItems minLength minimum money multipleOf not oneOf organisation-code pattern phone propertyNames required time type uniqueItems uri uuid',
    ],
    ['draft-07', form07, 3000, 'additionalItems bank-card const contains date dependentRequired email enum minLength not phone propertyNames required type uniqueItems'],
  ])('find the same issues in documents made at random for a form of %s', (_, schema, numRuns, met) => {
    expect(findDisagreements(schema)).toEqual([]);
    const [first, second] = [ajv.compile(schema), interpreter.compile(schema)];
    const seen = new Set<unknown>();

    fc.assert(
      fc.property(answersTo(schema.properties), (document) => {
        const found = second.validate(document);
        found.forEach(({ keyword, params }) => seen.add(keyword === 'format' ? params['format'] : keyword));
        expect(essence(first.validate(document)).join('\n')).toBe(essence(found).join('\n'));
      }),
      { numRuns, seed: 1 },
    );
    expect([...seen].sort().join(' ')).toBe(met);
  });

  it.each<[string, Record<string, unknown>, (schema: fc.Arbitrary<object | boolean>) => Record<string, fc.Arbitrary<unknown>>]>([
    [
      '2020-12',
      {},
      (schema) => ({
        unevaluatedProperties: schema,
        unevaluatedItems: schema,
        prefixItems: fc.array(schema, { minLength: 1, maxLength: 2 }),
        items: schema,
        dependentRequired: fc.constant({ a: ['b'] }),
        dependentSchemas: fc.dictionary(fc.constantFrom('a', 'b'), schema, { noNullPrototype: true }),
      }),
    ],
    [
      'draft-07',
      { $schema: 'http://json-schema.org/draft-07/schema#' },
      (schema) => ({
        $ref: fc.constantFrom('#/definitions/text', '#anchor', '#/properties/a'),
        items: fc.oneof(schema, fc.array(schema, { minLength: 1, maxLength: 2 })),
        additionalItems: schema,
        dependencies: fc.dictionary(fc.constantFrom('a', 'b'), fc.oneof(schema, fc.constantFrom(['a'], ['b', 'c'])), { noNullPrototype: true }),
      }),
    ],
  ])('agree on validity for schemas of %s made at random', (draft, head, more) => {
    const leaf = fc.oneof(
      fc.constantFrom<object | boolean>(true, false, { type: 'string' }, { type: ['integer', 'null'] }, { minimum: 2 }, { maxLength: 2 }, { const: 1 }, { enum: ['a', 1] }, { pattern: '^a' }, { format: 'date' }, { format: 'money' }),
    );
    const { schema: inner } = fc.letrec<{ schema: object | boolean }>((tie) => {
      const keywords: Record<string, fc.Arbitrary<unknown>> = {
        properties: fc.dictionary(fc.constantFrom('a', 'b'), tie('schema'), { noNullPrototype: true }),
        additionalProperties: tie('schema'),
        required: fc.uniqueArray(fc.constantFrom('a', 'b')),
        allOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }),
        anyOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }),
        oneOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }),
        not: tie('schema'),
        contains: tie('schema'),
        if: tie('schema'),
        then: tie('schema'),
        else: tie('schema'),
        ...more(tie('schema')),
      };
      const some = fc.subarray(Object.keys(keywords), { minLength: 1, maxLength: 4 }).chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, keywords[name] as fc.Arbitrary<unknown>]))));
      return { schema: fc.oneof({ depthSize: 'small', maxDepth: 4 }, leaf, some) };
    });
    const whole = draft === '2020-12' ? inner : inner.map((schema) => ({ ...head, definitions: { text: { type: 'string' }, marked: { $id: '#anchor', maxLength: 1 } }, properties: { a: { type: ['string', 'array'] } }, allOf: [schema] }));
    const values = fc.letrec((tie) => ({
      value: fc.oneof({ depthSize: 'small' }, fc.constantFrom<unknown>('a', 'abc', '2026-01-01', 1, 2, 2.005, null), fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 3, noNullPrototype: true })),
    })).value;

    fc.assert(
      fc.property(whole, fc.array(values, { minLength: 5, maxLength: 10 }), (schema, instances) => {
        fc.pre(findDisagreements(schema).length === 0);
        const [first, second] = [ajv.compile(schema), interpreter.compile(schema)];
        for (const instance of instances) expect(first.validate(instance).length === 0, JSON.stringify(instance)).toBe(second.validate(instance).length === 0);
      }),
      { numRuns: 80, seed: 1 },
    );
  });
});

describe('createAjvValidator', () => {
  it('puts required at the place of the missing property', () => {
    expect(ajv.compile({ properties: { a: { required: ['b'] } } }).validate({ a: {} })).toEqual([
      { keyword: 'required', instancePointer: '/a/b', schemaLocation: '#/properties/a/required', params: { missingProperty: 'b' } },
    ]);
  });

  it('gives the issues of the shortest branch', () => {
    const [issue] = ajv.compile({ properties: { a: { anyOf: [{ required: ['b', 'c'] }, { required: ['d'] }] } } }).validate({ a: {} });

    expect(issue?.closest?.map(({ instancePointer }) => instancePointer)).toEqual(['/a/d']);
  });

  it('compiles the same $id again and again', () => {
    const first = ajv.compile({ $id: 'https://example.org/a', type: 'string' });
    const second = ajv.compile({ $id: 'https://example.org/a', type: 'number' });

    expect([first.validate(1).length, second.validate(1).length]).toEqual([1, 0]);
  });

  it('reads draft-07', () => {
    const schema = { $schema: 'http://json-schema.org/draft-07/schema#', items: [{ type: 'string' }], additionalItems: false, dependencies: { a: ['b'] } };
    const [first, second] = [ajv.compile(schema), interpreter.compile(schema)];

    for (const instance of [['a'], [1], ['a', 1], { a: 1 }, { a: 1, b: 2 }]) expect(essence(first.validate(instance))).toEqual(essence(second.validate(instance)));
  });

  it('refuses what cannot be used', () => {
    for (const schema of [{ type: 'text' }, { $ref: '#/nowhere' }, { pattern: '(' }, { pattern: '(a+)+' }]) expect(() => ajv.compile(schema)).toThrow(SchemaError);
  });

  it('keeps expressions apart', () => {
    const compiled = ajv.compile({ properties: { a: { pattern: '^a' }, b: { pattern: '^b' } } });

    expect(compiled.validate({ a: 'a', b: 'b' })).toEqual([]);
    expect(compiled.validate({ a: 'b', b: 'a' })).toHaveLength(2);
  });
});
