import { describe, expect, it } from 'vitest';
import { createAjvValidator } from '../src/ajv/index.js';
import { createInterpreter, findDisagreements, metaschemas } from '../src/validation/index.js';
import type { InterpretedSchema, Interpreter, Validator } from '../src/validation/index.js';
import { ledger } from './json-schema-ajv-ledger.js';
import { readRemotes, readSharedRemotes, readSuite } from './json-schema-suite.js';
import type { SuiteGroup } from './json-schema-suite.js';

/** Here the construct lies in another document, or in the metaschema: forms have neither. */
const OUTSIDE = [
  'dynamicRef.json | tests for implementation dynamic anchor and reference link',
  'dynamicRef.json | $ref and $dynamicAnchor are independent of order - $defs first',
  'dynamicRef.json | $ref and $dynamicAnchor are independent of order - $ref first',
  'dynamicRef.json | $ref to $dynamicRef finds detached $dynamicAnchor',
  'vocabulary.json | schema that uses custom metaschema with with no validation vocabulary',
];

const schemas = { ...metaschemas, ...readRemotes() };

describe('JSON Schema Test Suite, draft 2020-12, required', () => {
  const files = readSuite('draft2020-12');
  const validator = createInterpreter({ schemas, formats: {} });

  it('is here as a whole', () => {
    const cases = files.flatMap(([, groups]) => groups).reduce((count, { tests }) => count + tests.length, 0);
    expect(cases).toBe(1299);
  });

  describe.each(files)('%s', (_, groups) => {
    it.each(groups.flatMap(({ description, schema, tests }) => tests.map((test) => ({ ...test, schema, title: `${description}: ${test.description}` }))))(
      '$title',
      ({ schema, data, valid }) => {
        expect(validator.compile(schema).validate(data).length === 0).toBe(valid);
      },
    );
  });
});

describe('a session on the same suite, and on that of draft-07', () => {
  const groups = ['draft2020-12', 'draft7'].flatMap((draft) => readSuite(draft).flatMap(([, all]) => all));
  const validator = createInterpreter({ schemas: { ...schemas, ...readRemotes('draft7'), ...readSharedRemotes() }, formats: {} });

  it('finds what a validation from scratch finds, in any order of the cases', () => {
    for (const { description, schema, tests } of groups) {
      const compiled = compiledOrNot(validator, schema);
      const session = compiled?.session();
      const cases = tests.map(({ data }) => data);
      // A list of all cases and an object around them: what was found about a case is met again in another place.
      for (const data of [...cases, ...cases.reverse(), [cases], { foo: cases[0], bar: [cases[0]] }, ...cases]) {
        expect(session?.validate(data), description).toEqual(compiled?.validate(data));
      }
    }
  });
});

/** Schemas of draft-07 are read without their `$schema` here; a few of them mean nothing then. */
function compiledOrNot(validator: Interpreter, schema: unknown): InterpretedSchema | undefined {
  try {
    return validator.compile(schema);
  } catch {
    return undefined;
  }
}

describe('ajv on the same suite', () => {
  it('differs in the cases of the ledger and in no others', () => {
    const validator = createAjvValidator({ schemas: readRemotes(), assertFormats: false });
    const differing = readSuite('draft2020-12').flatMap(([file, groups]) =>
      groups.flatMap((group) => {
        const given = answers(validator, group);
        const wrong = group.tests.filter(({ valid }, index) => given[index] !== valid);
        return wrong.map((test) => `${file} | ${group.description} | ${test.description}`);
      }),
    );
    expect(differing.sort()).toEqual([...ledger].sort());
  }, 60_000);

  it('differs only where findDisagreements says so', () => {
    const named = new Set(ledger.map((line) => line.split(' | ').slice(0, 2).join(' | ')));
    const silent = readSuite('draft2020-12').flatMap(([file, groups]) =>
      groups.filter(({ description, schema }) => named.has(`${file} | ${description}`) && findDisagreements(schema).length === 0).map(({ description }) => `${file} | ${description}`),
    );
    expect(silent).toEqual(OUTSIDE);
  });
});

function answers(validator: Validator, { schema, tests }: SuiteGroup): (boolean | 'error')[] {
  try {
    const compiled = validator.compile(schema);
    return tests.map(({ data }) => {
      const issues = compiled.validate(data);
      return issues.some(({ keyword }) => keyword === 'depth') ? 'error' : issues.length === 0;
    });
  } catch {
    return tests.map(() => 'error');
  }
}
