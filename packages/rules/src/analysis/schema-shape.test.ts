import { describe, expect, it } from 'vitest';
import { shapeOfSchema } from './schema-shape.js';

describe('shapeOfSchema', () => {
  it.each([
    [{ type: 'integer' }, 'number'], [{ type: 'string' }, 'text'], [{ type: 'string', format: 'date' }, 'date'], [{ type: 'boolean' }, 'boolean'], [{ type: 'array' }, 'list'],
    [{ type: ['string', 'null'] }, 'text'], [{ type: ['string', 'number'] }, 'any'], [{ type: 'object' }, 'any'], [{}, 'any'], [{ enum: ['a', 'b'] }, 'text'], [{ enum: ['a', 1] }, 'any'], [true, 'any'], [null, 'any'],
  ])('%j is of the type %s', (schema, type) => {
    expect(shapeOfSchema(schema).type).toBe(type);
  });

  it.each([[{ enum: ['a', 'b'] }], [{ oneOf: [{ const: 'a' }, { const: 'b' }] }], [{ $ref: '#/$defs/c', $defs: { c: { enum: ['a', 'b'] } } }], [{ allOf: [{ enum: ['a', 'b'] }] }]])('reads the choices of %j', (schema) => {
    expect(shapeOfSchema(schema).options).toEqual(['a', 'b']);
  });

  it('takes choices and types of one branch for no promise about the value', () => {
    const { type, options } = shapeOfSchema({ anyOf: [{ type: 'string', enum: ['a'] }, { type: 'number' }] });
    expect([type, options]).toEqual(['any', undefined]);
  });

  it('finds the properties of every branch', () => {
    const schema = { properties: { a: {} }, allOf: [{ properties: { b: {} } }], if: {}, then: { properties: { c: { type: 'number' } } }, dependentSchemas: { a: { properties: { d: {} } } } };
    const shape = shapeOfSchema(schema);
    expect(shape.names).toEqual(['a', 'b', 'c', 'd']);
    expect(shape.property?.('c')?.type).toBe('any');
  });

  it('knows no closed list of names where the schema takes any', () => {
    expect(shapeOfSchema({ properties: { a: {} }, patternProperties: { '^x': {} } }).names).toBeUndefined();
    expect(shapeOfSchema({ additionalProperties: { type: 'number' } }).names).toBeUndefined();
  });

  it('follows schemas that refer to themselves as far as it is asked', () => {
    const tree = { $ref: '#/$defs/node', $defs: { node: { type: 'object', properties: { label: { type: 'string' }, next: { $ref: '#/$defs/node' } } } } };
    expect(shapeOfSchema(tree).property?.('next')?.property?.('next')?.property?.('label')?.type).toBe('text');
    expect(shapeOfSchema({ $ref: '#/$defs/a', $defs: { a: { allOf: [{ $ref: '#/$defs/b' }] }, b: { allOf: [{ $ref: '#/$defs/a' }] } } }).type).toBe('any');
  });

  it('has no property that the schema does not have itself', () => {
    expect(shapeOfSchema({ properties: { a: {} } }).property?.('__proto__')).toBeUndefined();
    expect(shapeOfSchema({ properties: { a: {} } }).property?.('constructor')).toBeUndefined();
  });
});
