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
const record = (keys: readonly string[], value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 6, noNullPrototype: true });
const line = fc.oneof(scalar, record(['title', 'price', 'count'], scalar));
const answers = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(line, { maxLength: 3 }),
    record(['kind', 'number', 'account'], scalar),
    tie('document'),
  ),
  document: record([...Object.keys(form.properties), 'toString', 'constructor', 'otherproperty'], tie('value')),
})).document;

describe('ajv and the interpreter', () => {
  it('find the same issues in documents made at random', () => {
    expect(findDisagreements(form)).toEqual([]);
    const [first, second] = [ajv.compile(form), interpreter.compile(form)];

    fc.assert(
      fc.property(answers, (document) => {
        expect(essence(first.validate(document))).toEqual(essence(second.validate(document)));
      }),
      { numRuns: 1500, seed: 1 },
    );
  });

  it('agree on validity for schemas made at random', () => {
    const leaf = fc.oneof(
      fc.constantFrom<object | boolean>(true, false, { type: 'string' }, { type: ['integer', 'null'] }, { minimum: 2 }, { maxLength: 2 }, { const: 1 }, { enum: ['a', 1] }, { pattern: '^a' }),
    );
    const schemas = fc.letrec<{ schema: object | boolean }>((tie) => ({
      schema: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.record(
          {
            properties: fc.dictionary(fc.constantFrom('a', 'b'), tie('schema'), { noNullPrototype: true }),
            additionalProperties: tie('schema'),
            required: fc.uniqueArray(fc.constantFrom('a', 'b')),
            items: tie('schema'),
            allOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }),
            anyOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }),
            oneOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }),
            not: tie('schema'),
            unevaluatedProperties: tie('schema'),
            unevaluatedItems: tie('schema'),
            prefixItems: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }),
            contains: tie('schema'),
          },
          { requiredKeys: [] },
        ),
      ),
    })).schema;
    const values = fc.letrec((tie) => ({
      value: fc.oneof({ depthSize: 'small' }, fc.constantFrom<unknown>('a', 'abc', 1, 2, 3, null), fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 3, noNullPrototype: true })),
    })).value;

    fc.assert(
      fc.property(schemas, fc.array(values, { minLength: 5, maxLength: 10 }), (schema, instances) => {
        fc.pre(findDisagreements(schema).length === 0);
        const [first, second] = [ajv.compile(schema), interpreter.compile(schema)];
        for (const instance of instances) expect(first.validate(instance).length === 0, JSON.stringify(instance)).toBe(second.validate(instance).length === 0);
      }),
      { numRuns: 150, seed: 1 },
    );
  }, 60_000);
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
