import { toPointer } from '../problems/json-pointer.js';
import { hasOwn, isObject } from './instance.js';
import type { JsonObject } from './instance.js';
import { withAddresses } from './addresses.js';
import { eachSubschema, Registry } from './registry.js';
import type { SchemaNode } from './registry.js';
import { isMultiple } from './multiple.js';

/** A place in a schema where the interpreter and ajv give different answers. */
export interface Disagreement {
  /** JSON Pointer to the keyword. */
  readonly pointer: string;
  readonly construct:
    | 'unevaluatedItems'
    | 'unevaluatedProperties'
    | '$dynamicRef'
    | 'empty-enum'
    | 'embedded-id-with-ref'
    | 'property-__proto__'
    | 'multipleOf-decimal';
}

/**
 * Finds the constructs on which ajv 8.20 departs from the specification, and so from the interpreter. It looks at the schema
 * only and is careful: a construct is named even where no instance would show the difference. Measured against the official
 * suite: every case that ajv gets wrong under a usual metaschema is found.
 *
 * @returns In the order of the schema.
 */
export function findDisagreements(schema: unknown): Disagreement[] {
  withAddresses();
  const registry = new Registry();
  registry.load(schema, '');
  const found = registry.nodes().flatMap((node) => {
    const { schema: words, place } = node;
    if (!isObject(words)) return [];
    const at = (construct: Disagreement['construct'], ...tokens: string[]): Disagreement => ({ pointer: place + toPointer(...tokens), construct });
    return [
      ...(hasOwn(words, 'unevaluatedItems') && itemsGoWrong(node, registry) ? [at('unevaluatedItems', 'unevaluatedItems')] : []),
      ...(hasOwn(words, 'unevaluatedProperties') && within(node, registry).some(hasLoneIf) ? [at('unevaluatedProperties', 'unevaluatedProperties')] : []),
      ...(hasOwn(words, '$dynamicRef') ? [at('$dynamicRef', '$dynamicRef')] : []),
      ...(Array.isArray(words['enum']) && words['enum'].length === 0 ? [at('empty-enum', 'enum')] : []),
      ...(place !== '' && hasOwn(words, '$id') && hasOwn(words, '$ref') ? [at('embedded-id-with-ref', '$id')] : []),
      ...(isObject(words['properties']) && hasOwn(words['properties'], '__proto__') ? [at('property-__proto__', 'properties', '__proto__')] : []),
      ...(isInexact(words['multipleOf']) ? [at('multipleOf-decimal', 'multipleOf')] : []),
    ];
  });
  return [...new Map(found.map((item) => [`${item.pointer} ${item.construct}`, item])).values()];
}

/** ajv forgets the items that a nested `items` or any `contains` has evaluated, and those of an `if` without branches. */
function itemsGoWrong(node: SchemaNode, registry: Registry): boolean {
  return within(node, registry).some(
    (schema) => hasOwn(schema, 'contains') || hasLoneIf(schema) || (schema !== node.schema && hasOwn(schema, 'items')),
  );
}

/** ajv drops what `if` evaluated when `then` or `else` is missing. */
function hasLoneIf(schema: JsonObject): boolean {
  return hasOwn(schema, 'if') && !(hasOwn(schema, 'then') && hasOwn(schema, 'else'));
}

const IN_PLACE = ['allOf', 'anyOf', 'oneOf', 'if', 'then', 'else', 'dependentSchemas', 'dependencies'];

/** The schema and all that look at the same instance through it. */
function within(node: SchemaNode, registry: Registry): JsonObject[] {
  const known = new Set<JsonObject>();
  const visit = (schema: unknown, from: SchemaNode): void => {
    if (!isObject(schema) || known.has(schema)) return;
    known.add(schema);
    eachSubschema(schema, (subschema, keyword) => {
      if (IN_PLACE.includes(keyword)) visit(subschema, from);
    });
    const target = typeof schema['$ref'] === 'string' ? registry.resolve(schema['$ref'], from) : undefined;
    if (target) visit(target.schema, target);
  };
  visit(node.schema, node);
  return [...known];
}

/** ajv divides in binary, where 1.1 is no multiple of 0.01. Steps such as 0.5 and 0.25 are exact there too. */
function isInexact(step: unknown): boolean {
  return typeof step === 'number' && step > 0 && !isMultiple(step, 2 ** -20);
}
