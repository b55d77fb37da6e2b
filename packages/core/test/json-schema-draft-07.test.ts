import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { createAjvValidator } from '../src/ajv/index.js';
import { createInterpreter, findDisagreements } from '../src/validation/index.js';
import { readRemotes, readSharedRemotes, readSuite } from './json-schema-suite.js';

const DRAFT_07 = 'http://json-schema.org/draft-07/schema#';

/** The suite leaves `$schema` out; a document without it is one of 2020-12. */
const draft07 = (schema: unknown): unknown => (schema !== null && typeof schema === 'object' ? { $schema: DRAFT_07, ...schema } : schema);

const remotes = Object.fromEntries(Object.entries({ ...readRemotes('draft7'), ...readSharedRemotes() }).map(([uri, schema]) => [uri, draft07(schema)]));
const metaschema = createRequire(import.meta.url)('ajv/dist/refs/json-schema-draft-07.json') as unknown;
const files = readSuite('draft7').map(([file, groups]) => [file, groups.map((group) => ({ ...group, schema: draft07(group.schema) }))] as const);

describe('JSON Schema Test Suite, draft-07, required', () => {
  const validator = createInterpreter({ schemas: { ...remotes, [DRAFT_07]: metaschema }, formats: {} });

  it('is here as a whole', () => {
    expect(files.flatMap(([, groups]) => groups).reduce((count, { tests }) => count + tests.length, 0)).toBe(927);
  });

  describe.each(files)('%s', (_, groups) => {
    it.each(groups)('$description', ({ schema, tests }) => {
      const compiled = validator.compile(schema);

      expect(tests.map(({ description, data }) => [description, compiled.validate(data).length === 0])).toEqual(tests.map(({ description, valid }) => [description, valid]));
    });
  });
});

/** Cases of draft-07 that ajv 8.20 answers differently, by reason: `file | schema | case`. */
const ledger = [
  // a property named __proto__ is passed over
  'properties.json | properties whose names are Javascript object property names | __proto__ not valid',
  // an $id beside $ref counts, although draft-07 ignores it
  'ref.json | $ref prevents a sibling $id from changing the base uri | $ref resolves to /definitions/base_foo, data does not validate',
  'ref.json | $ref prevents a sibling $id from changing the base uri | $ref resolves to /definitions/base_foo, data validates',
];

describe("ajv's class for draft-07 on the same suite", () => {
  const groups = files.flatMap(([file, all]) => all.map((group) => ({ ...group, file })));

  it('differs in the cases of the ledger and in no others', () => {
    const differing = groups.flatMap(({ file, description, schema, tests }) => {
      // `true` and `false` say of no draft what they are, and ajv's class for 2020-12 does not take documents of another.
      const schemas = typeof schema === 'object' ? remotes : {};
      const compiled = createAjvValidator({ schemas, assertFormats: false }).compile(schema);
      return tests.filter(({ data, valid }) => (compiled.validate(data).length === 0) !== valid).map((test) => `${file} | ${description} | ${test.description}`);
    });

    expect(differing).toEqual(ledger);
  });

  it('differs only where findDisagreements says so', () => {
    const named = new Set(ledger.map((line) => line.split(' | ').slice(0, 2).join(' | ')));
    const silent = groups.filter(({ file, description, schema }) => named.has(`${file} | ${description}`) && findDisagreements(schema).length === 0);

    expect(silent).toEqual([]);
  });
});
