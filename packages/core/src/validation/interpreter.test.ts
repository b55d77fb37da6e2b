import { describe, expect, it } from 'vitest';
import { createInterpreter, metaschemas, SchemaError, schemeFormats } from './index.js';
import type { ValidationIssue } from './index.js';

const validator = createInterpreter({ formats: schemeFormats });

function issues(schema: unknown, instance: unknown): readonly ValidationIssue[] {
  return validator.compile(schema).validate(instance);
}

/** The one issue, without what the case does not look at. */
function issue(schema: unknown, instance: unknown): Omit<ValidationIssue, 'closest'> {
  const found = issues(schema, instance);
  expect(found).toHaveLength(1);
  const { closest: _, ...rest } = found[0] as ValidationIssue;
  return rest;
}

function schemaError(schema: unknown): SchemaError {
  try {
    validator.compile(schema);
  } catch (error) {
    if (error instanceof SchemaError) return error;
    throw error;
  }
  throw new Error('The schema compiled.');
}

describe('issues of each keyword', () => {
  const cases: [keyword: string, schema: unknown, instance: unknown, pointer: string, params: unknown, location?: string][] = [
    ['type', { type: 'string' }, 1, '', { type: ['string'] }],
    ['type', { type: ['integer', 'null'] }, 1.5, '', { type: ['integer', 'null'] }],
    ['const', { const: { a: [1] } }, { a: [2] }, '', { allowedValue: { a: [1] } }],
    ['enum', { enum: ['a', null] }, 'b', '', { allowedValues: ['a', null] }],
    ['minimum', { minimum: 2 }, 1, '', { limit: 2 }],
    ['maximum', { maximum: 2 }, 3, '', { limit: 2 }],
    ['exclusiveMinimum', { exclusiveMinimum: 2 }, 2, '', { limit: 2 }],
    ['exclusiveMaximum', { exclusiveMaximum: 2 }, 2, '', { limit: 2 }],
    ['multipleOf', { multipleOf: 0.01 }, 1.005, '', { multipleOf: 0.01 }],
    ['minLength', { minLength: 2 }, '𠮷', '', { limit: 2 }],
    ['maxLength', { maxLength: 1 }, 'ab', '', { limit: 1 }],
    ['pattern', { pattern: '^a' }, 'b', '', { pattern: '^a' }],
    ['format', { format: 'date' }, '2026-02-29', '', { format: 'date' }],
    ['format', { format: 'money' }, 1.005, '', { format: 'money' }],
    ['minItems', { minItems: 1 }, [], '', { limit: 1 }],
    ['maxItems', { maxItems: 1 }, [1, 2], '', { limit: 1 }],
    ['uniqueItems', { uniqueItems: true }, [1, { a: 1, b: 2 }, { b: 2, a: 1 }], '', { i: 1, j: 2 }],
    ['items', { prefixItems: [true], items: false }, [1, 2], '', { limit: 1 }],
    ['contains', { contains: { type: 'string' } }, [1], '', { min: 1, found: 0 }],
    ['contains', { contains: { type: 'string' }, minContains: 0, maxContains: 1 }, ['a', 'b'], '', { min: 0, max: 1, found: 2 }],
    ['unevaluatedItems', { prefixItems: [true], unevaluatedItems: false }, [1, 2, 3], '', { index: 1 }],
    ['required', { required: ['a/b'] }, {}, '/a~1b', { missingProperty: 'a/b' }],
    ['minProperties', { minProperties: 1 }, {}, '', { limit: 1 }],
    ['maxProperties', { maxProperties: 0 }, { a: 1 }, '', { limit: 0 }],
    ['dependentRequired', { dependentRequired: { a: ['b'] } }, { a: 1 }, '/b', { property: 'a', missingProperty: 'b' }, '#/dependentRequired/a'],
    ['additionalProperties', { additionalProperties: false }, { a: 1 }, '', { property: 'a' }],
    ['unevaluatedProperties', { allOf: [{ properties: { a: true } }], unevaluatedProperties: false }, { a: 1, b: 2 }, '', { property: 'b' }],
    ['propertyNames', { propertyNames: { maxLength: 1 } }, { ab: 1 }, '', { property: 'ab' }],
    ['not', { not: { type: 'string' } }, 'a', '', {}],
    ['anyOf', { anyOf: [{ type: 'string' }, { type: 'null' }] }, 1, '', {}],
    ['oneOf', { oneOf: [{ type: 'string' }, { type: 'null' }] }, 1, '', { passing: [] }],
    ['oneOf', { oneOf: [true, false, true] }, 1, '', { passing: [0, 2] }],
    ['false', { properties: { a: false } }, { a: 1 }, '/a', {}, '#/properties/a'],
  ];

  it.each(cases)('%s %j', (keyword, schema, instance, instancePointer, params, schemaLocation = `#/${keyword}`) => {
    expect(issue(schema, instance)).toEqual({ keyword, instancePointer, schemaLocation, params });
  });

  it('names the keyword by $id and pointer, through references', () => {
    const schema = { $id: 'https://example.org/form', properties: { name: { $ref: '#/$defs/a~1b' } }, $defs: { 'a/b': { minLength: 2 } } };

    expect(issue(schema, { name: '' }).schemaLocation).toBe('https://example.org/form#/$defs/a~1b/minLength');
  });

  it('collects all, in document order, missing properties last', () => {
    const schema = {
      required: ['z'],
      properties: { a: { type: 'string', minLength: 1 }, b: { items: { type: 'number' } } },
      additionalProperties: false,
    };

    const found = issues(schema, { b: ['x', 1, 'y'], extra: 1, a: '' });

    expect(found.map(({ keyword, instancePointer }) => `${keyword} ${instancePointer}`)).toEqual([
      'additionalProperties ',
      'type /b/0',
      'type /b/2',
      'minLength /a',
      'required /z',
    ]);
  });

  it('judges decimals as written', () => {
    expect(issues({ multipleOf: 0.01 }, 1.1)).toEqual([]);
    expect(issues({ multipleOf: 0.01 }, 9000000000000.01)).toEqual([]);
    expect(issues({ multipleOf: 0.5 }, 1e308)).toEqual([]);
  });

  it('takes a property that is undefined for absent', () => {
    expect(issue({ required: ['a'], additionalProperties: false }, { a: undefined, b: undefined }).keyword).toBe('required');
  });
});

describe('closest', () => {
  const payment = {
    oneOf: [
      { properties: { kind: { const: 'card' }, number: { type: 'string' }, month: { type: 'integer' } }, required: ['kind', 'number', 'month'] },
      { $ref: '#/$defs/bank' },
    ],
    $defs: { bank: { properties: { kind: { enum: ['bank'] }, account: { type: 'string' } }, required: ['kind', 'account'] } },
  };

  it('is the branch whose discriminator matches, even with more issues', () => {
    const [found] = issues(payment, { kind: 'card', account: 1 });

    expect(found?.closest?.map(({ instancePointer }) => instancePointer)).toEqual(['/number', '/month']);
  });

  it('reads discriminators through references', () => {
    const [found] = issues(payment, { kind: 'bank' });

    expect(found?.closest?.map(({ instancePointer }) => instancePointer)).toEqual(['/account']);
  });

  it('prefers a branch of the right type, then fewest issues', () => {
    const [found] = issues({ anyOf: [{ type: 'string' }, { required: ['a', 'b'] }, { required: ['c'] }] }, {});

    expect(found?.closest?.map(({ instancePointer }) => instancePointer)).toEqual(['/c']);
  });

  it('prefers the branch whose issue lies deepest', () => {
    const [found] = issues({ anyOf: [{ properties: { a: { type: 'string' } } }, { properties: { a: { properties: { b: { type: 'string' } } } } }] }, { a: { b: 1 } });

    expect(found?.closest?.map(({ instancePointer }) => instancePointer)).toEqual(['/a/b']);
  });

  it('does not complain of what the closest branch knows as unevaluated', () => {
    const found = issues({ anyOf: [{ properties: { a: { type: 'string' } } }], unevaluatedProperties: false }, { a: 1 });

    expect(found.map(({ keyword }) => keyword)).toEqual(['anyOf']);
  });
});

describe('a list of constants', () => {
  const constants = ['a', 'b', 1, 1, true, null, '', 0];
  // `minProperties: 0` allows everything and keeps these branches from being looked up.
  const lookedUp = (keyword: string): unknown => ({ [keyword]: constants.map((value) => (value === null ? { const: 'null' } : { const: value, title: String(value) })) });
  const oneByOne = (keyword: string): unknown => ({ [keyword]: constants.map((value) => ({ const: value ?? 'null', title: String(value), minProperties: 0 })) });

  it.each(['oneOf', 'anyOf'])('is looked up in %s and says the same as branches that are tried one by one', (keyword) => {
    for (const value of [...constants, 'c', 2, false, 'null', -0, [], ['a'], {}, { const: 'a' }]) {
      expect(issues(lookedUp(keyword), value)).toEqual(issues(oneByOne(keyword), value));
    }
  });
});

describe('names that every object inherits', () => {
  const hostile = (json: string): unknown => JSON.parse(json) as unknown;

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s counts as missing', (name) => {
    expect(issue({ required: [name] }, {}).keyword).toBe('required');
    expect(issue(hostile(`{ "dependentRequired": { "a": ["${name}"] } }`), { a: 1 }).keyword).toBe('dependentRequired');
    expect(issues(hostile(`{ "dependentSchemas": { "${name}": false } }`), {})).toEqual([]);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s is checked where it is a property', (name) => {
    const schema = hostile(`{ "properties": { "${name}": { "type": "string" } }, "required": ["${name}"], "additionalProperties": false }`);

    expect(issues(schema, hostile(`{ "${name}": "a" }`))).toEqual([]);
    expect(issue(schema, hostile(`{ "${name}": 1 }`)).instancePointer).toBe(`/${name}`);
    expect(issue({ additionalProperties: false }, hostile(`{ "${name}": 1 }`)).params).toEqual({ property: name });
  });

  it('are no keywords, formats or definitions', () => {
    expect(issues({ format: 'constructor' }, 'a')).toEqual([]);
    expect(schemaError({ $ref: '#/$defs/constructor', $defs: {} }).pointer).toBe('/$ref');
    expect(issues(hostile('{ "__proto__": { "type": "string" } }'), 1)).toEqual([]);
  });
});

describe('depth', () => {
  const nested = (levels: number): unknown => {
    let value: unknown = 1;
    for (let i = 0; i < levels; i++) value = { a: value };
    return value;
  };
  const tree = { properties: { a: { $ref: '#' } } };

  it.each([[499, 0], [500, 0], [501, 1], [100_000, 1]])('%d levels give %d issues', (levels, count) => {
    expect(issues(tree, nested(levels))).toHaveLength(count);
  });

  it('may lie inside a list, and the place is the place in the document', () => {
    expect(issue({ prefixItems: [true, { $ref: '#/$defs/tree' }], $defs: { tree: { properties: { a: { $ref: '#/$defs/tree' } } } } }, [1, nested(501)]).instancePointer.split('/').slice(0, 3)).toEqual(['', '1', 'a']);
  });

  it('says where and how much', () => {
    const found = issue(tree, nested(501));

    expect(found).toMatchObject({ keyword: 'depth', params: { limit: 500 } });
    expect(found.instancePointer.split('/')).toHaveLength(502);
  });

  it('is not swallowed by not, anyOf or contains', () => {
    expect(issues({ not: tree }, nested(600)).map(({ keyword }) => keyword)).toContain('depth');
    expect(issues({ anyOf: [true, tree] }, nested(600))).toEqual([]);
    expect(issues({ anyOf: [tree, true] }, nested(600)).map(({ keyword }) => keyword)).toEqual(['depth']);
  });

  it('ends instances that contain themselves', () => {
    const loop: Record<string, unknown> = {};
    loop['a'] = loop;
    loop['b'] = loop;

    expect(issue({ additionalProperties: { $ref: '#' } }, loop).keyword).toBe('depth');
    expect(issue({ const: { a: 1 } }, loop).keyword).toBe('depth');
  });

  it('ends schemas that go in circles', () => {
    expect(issue({ $ref: '#' }, 1).keyword).toBe('depth');
    expect(issue({ anyOf: [{ $ref: '#' }, { $ref: '#' }] }, 1).keyword).toBe('depth');
  });

  it('leaves values alone that the schema does not enter', () => {
    expect(issues({ type: 'object' }, nested(100_000))).toEqual([]);
  });
});

describe('schemas that cannot be used', () => {
  it.each<[string, unknown, string]>([
    ['a reference to nothing', { properties: { a: { $ref: '#/$defs/b' } } }, '/properties/a/$ref'],
    ['a reference to an unknown document', { $ref: 'https://example.org/other' }, '/$ref'],
    ['no regular expression', { properties: { 'a/b': { pattern: '(' } } }, '/properties/a~1b/pattern'],
    ['no regular expression as a key', { patternProperties: { '[': true } }, '/patternProperties/['],
    ['an explosive pattern', { $defs: { a: { pattern: '(a+)+$' } } }, '/$defs/a/pattern'],
    ['an explosive pattern as a key', { patternProperties: { '(.*)*': true } }, '/patternProperties/(.*)*'],
    ['an unknown type', { type: 'text' }, '/type'],
    ['a limit that is text', { properties: { a: { minimum: '5' } } }, '/properties/a/minimum'],
    ['a negative count', { minItems: -1 }, '/minItems'],
    ['a step of nothing', { multipleOf: 0 }, '/multipleOf'],
    ['required as true', { properties: { a: { required: true } } }, '/properties/a/required'],
    ['a number for a schema', { properties: { a: 5 } }, '/properties/a'],
    ['a list of items', { items: [{ type: 'string' }] }, '/items'],
    ['no branches', { anyOf: [] }, '/anyOf'],
    ['text for properties', { properties: 'a' }, '/properties'],
    ['null', null, ''],
    ['nothing', undefined, ''],
    ['text', 'schema', ''],
    ['a list', [], ''],
  ])('%s', (_, schema, pointer) => {
    expect(schemaError(schema).pointer).toBe(pointer);
  });

  it('is said for nesting without end', () => {
    const loop: Record<string, unknown> = {};
    loop['not'] = loop;

    expect(schemaError(loop).message).toContain('deep');
  });

  it('is said for a vocabulary nobody knows', () => {
    const strange = { $id: 'https://example.org/meta', $vocabulary: { 'https://example.org/vocab': true } };
    const knowing = createInterpreter({ schemas: { 'https://example.org/meta': strange } });

    expect(() => knowing.compile({ $schema: 'https://example.org/meta' })).toThrow(SchemaError);
  });
});

describe('draft-07 documents', () => {
  const draft07 = (schema: object): object => ({ $schema: 'http://json-schema.org/draft-07/schema#', ...schema });

  it('know definitions and ignore what stands beside $ref', () => {
    const schema = draft07({ properties: { a: { $ref: '#/definitions/text', maxLength: 1 } }, definitions: { text: { type: 'string' } } });

    expect(issues(schema, { a: 'abc' })).toEqual([]);
    expect(issue(schema, { a: 1 }).schemaLocation).toBe('#/definitions/text/type');
  });

  it('know items as a list, with additionalItems', () => {
    const schema = draft07({ items: [{ type: 'string' }], additionalItems: { type: 'number' } });

    expect(issues(schema, ['a', 1])).toEqual([]);
    expect(issues(schema, [1, 'a']).map(({ instancePointer }) => instancePointer)).toEqual(['/0', '/1']);
    expect(issue(draft07({ items: [true], additionalItems: false }), [1, 2])).toMatchObject({ keyword: 'additionalItems', params: { limit: 1 } });
    expect(issues(draft07({ items: { type: 'string' }, additionalItems: false }), ['a', 'b'])).toEqual([]);
  });

  it('know dependencies of both kinds', () => {
    const schema = draft07({ dependencies: { a: ['b'], c: { required: ['d'] } } });

    expect(issues(schema, { a: 1, c: 1 }).map(({ keyword, instancePointer }) => `${keyword} ${instancePointer}`)).toEqual(['dependentRequired /b', 'required /d']);
  });

  it('know #name in $id as an anchor', () => {
    expect(issue(draft07({ $ref: '#text', definitions: { a: { $id: '#text', type: 'string' } } }), 1).keyword).toBe('type');
  });

  it('are those that say so: without $schema a document is one of 2020-12', () => {
    expect(issue({ properties: { a: { $ref: '#/definitions/text', maxLength: 1 } }, definitions: { text: { type: 'string' } } }, { a: 'abc' }).keyword).toBe('maxLength');
    expect(schemaError({ $ref: '#text', definitions: { a: { $id: '#text', type: 'string' } } }).pointer).toBe('/$ref');
  });

  it('do not know the words of later drafts as items', () => {
    expect(issues(draft07({ prefixItems: [{ type: 'string' }] }), [1])).toEqual([]);
  });
});

describe('metaschemas', () => {
  it('check schemas, their own included', () => {
    const schemaCheck = createInterpreter({ schemas: metaschemas }).compile({ $ref: 'https://json-schema.org/draft/2020-12/schema' });

    for (const metaschema of Object.values(metaschemas)) expect(schemaCheck.validate(metaschema)).toEqual([]);
    expect(schemaCheck.validate({ properties: { a: { minLength: -1 } } })[0]).toMatchObject({ keyword: 'minimum', instancePointer: '/properties/a/minLength' });
  });
});

describe('patterns', () => {
  it('do not try a text whose length is already refused', () => {
    const found = issues({ pattern: '^a*b*a*$', maxLength: 10 }, 'a'.repeat(50_000) + 'c');

    expect(found.map(({ keyword }) => keyword)).toEqual(['maxLength']);
  });

  it('refuse a text that is too long for an expression to be trusted with', () => {
    expect(issue({ pattern: '^.*a.*$' }, 'a'.repeat(10_001)).keyword).toBe('pattern');
    expect(issues({ pattern: '^.*a.*$' }, 'a'.repeat(10_000))).toEqual([]);
    expect(issues({ pattern: '^[a-z]+$' }, 'a'.repeat(1_000_000))).toEqual([]);
  });
});
