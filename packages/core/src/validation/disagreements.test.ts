import { describe, expect, it } from 'vitest';
import { findDisagreements } from './disagreements.js';

describe('findDisagreements', () => {
  it.each<[string, unknown, { pointer: string; construct: string }[]]>([
    ['nested items', { unevaluatedItems: false, anyOf: [{ items: true }, true] }, [{ pointer: '/unevaluatedItems', construct: 'unevaluatedItems' }]],
    ['contains', { properties: { a: { contains: true, unevaluatedItems: false } } }, [{ pointer: '/properties/a/unevaluatedItems', construct: 'unevaluatedItems' }]],
    ['items behind a reference', { unevaluatedItems: false, $ref: '#/$defs/a', $defs: { a: { items: true } } }, [{ pointer: '/unevaluatedItems', construct: 'unevaluatedItems' }]],
    ['lone if', { unevaluatedProperties: false, allOf: [{ if: { properties: { a: true } }, then: true }] }, [{ pointer: '/unevaluatedProperties', construct: 'unevaluatedProperties' }]],
    ['a dynamic reference', { not: { $dynamicRef: '#a' } }, [{ pointer: '/not/$dynamicRef', construct: '$dynamicRef' }]],
    ['an empty enum', { properties: { a: { enum: [] } } }, [{ pointer: '/properties/a/enum', construct: 'empty-enum' }]],
    ['an embedded $id with $ref', { properties: { a: { $id: 'b.json', $ref: '#/$defs/c' } } }, [{ pointer: '/properties/a/$id', construct: 'embedded-id-with-ref' }]],
    ['a property __proto__', JSON.parse('{ "properties": { "__proto__": true } }'), [{ pointer: '/properties/__proto__', construct: 'property-__proto__' }]],
    ['decimal steps', { multipleOf: 0.01 }, [{ pointer: '/multipleOf', construct: 'multipleOf-decimal' }]],
  ])('names %s', (_, schema, expected) => {
    expect(findDisagreements(schema)).toEqual(expected);
  });

  it.each<[string, unknown]>([
    ['an ordinary form', { $id: 'https://example.org/a', $ref: '#/$defs/a', $defs: { a: { type: 'object', properties: { a: { enum: ['b'] } } } } }],
    ['unevaluatedItems with prefixItems', { unevaluatedItems: false, allOf: [{ prefixItems: [true] }] }],
    ['unevaluatedProperties with both branches', { unevaluatedProperties: false, if: true, then: true, else: true }],
    ['what stands in a const', { const: { enum: [], $dynamicRef: '#a' } }],
    ['binary steps', { multipleOf: 0.25 }],
    ['whole steps', { multipleOf: 100 }],
    ['true', true],
  ])('is silent about %s', (_, schema) => {
    expect(findDisagreements(schema)).toEqual([]);
  });
});
