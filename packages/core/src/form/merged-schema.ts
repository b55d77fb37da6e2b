import { equalJson } from './answers.js';
import type { JsonSchema } from './json-schema.js';
import { isRecord, listAt, own } from './json-schema.js';
import { branchPart } from './parts/form-parts.js';
import type { SchemaSource } from './schema-sources.js';

const NOTHING: JsonSchema = {};

/**
 * One schema from all that always describe a value, for drawing: types and choices are cut with each other, the tighter limit
 * wins, and of words (title, description, default) those nearest to the field.
 */
export function mergeSchemas(sources: readonly SchemaSource[]): JsonSchema {
  const only = sources[0];
  if (only !== undefined && sources.length === 1) return only.schema;
  return only === undefined ? NOTHING : branchPart.now.combinedSchemas(sources);
}

export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}

export type ValueType = 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object';

const IMPLIED: readonly (readonly [ValueType, readonly string[]])[] = [
  ['object', ['properties', 'required', 'additionalProperties', 'patternProperties', 'propertyNames']],
  ['array', ['items', 'prefixItems', 'minItems', 'maxItems', 'uniqueItems']],
  ['string', ['minLength', 'maxLength', 'pattern', 'format']],
  ['number', ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']],
];

/** The one type that can be drawn, besides null; keywords tell it where `type` does not, and values where there are choices. */
export function valueType(schema: JsonSchema, choices: readonly unknown[]): ValueType | undefined {
  const types = (own(schema, 'type') === undefined ? [] : asList(own(schema, 'type'))).filter((type) => type !== 'null');
  if (types.length === 1) return types[0] as ValueType;
  if (types.length === 0) {
    if (choices.length > 0) return typeOfChoices(choices);
    return IMPLIED.find(([, keywords]) => keywords.some((keyword) => own(schema, keyword) !== undefined))?.[0];
  }
  return types.length === 2 && types.includes('number') && types.includes('integer') ? 'number' : choices.length > 0 ? typeOfChoices(choices) : undefined;
}

function typeOfChoices(choices: readonly unknown[]): ValueType | undefined {
  const types = new Set(choices.map((choice) => typeof choice));
  if (types.size !== 1) return 'string';
  const [type] = types;
  return type === 'number' || type === 'boolean' || type === 'string' ? type : undefined;
}

/** Whether null is the only answer: there is nothing to fill in. */
export function isNothing(schema: JsonSchema): boolean {
  const listed = listAt(schema, 'enum');
  return asList(own(schema, 'type')).every((type) => type === 'null') || own(schema, 'const') === null || (listed.length > 0 && listed.every((value) => value === null));
}

export function isNullable(schema: JsonSchema): boolean {
  return asList(own(schema, 'type')).includes('null') || listAt(schema, 'enum').includes(null);
}

/** One choice as the schema says it; `title` is in the language of the schema. */
export interface Choice { readonly value: unknown; readonly title?: string }

/** The choices of `enum`, `const`, or `oneOf`/`anyOf` whose every branch is one constant; `null` is "no answer" and none of them. */
export function choicesOf(schema: JsonSchema): readonly Choice[] {
  const listed = listAt(schema, 'enum');
  const branches = listAt(schema, 'oneOf').length > 0 ? listAt(schema, 'oneOf') : listAt(schema, 'anyOf');
  const titled = branches.map(constantOf).filter((choice): choice is Choice => choice !== undefined);
  if (titled.length > 0 && titled.length === branches.length) {
    return titled.filter((choice) => choice.value !== null && (listed.length === 0 || listed.some((value) => equalJson(value, choice.value))));
  }
  if (listed.length > 0) return listed.filter((value) => value !== null).map((value) => ({ value }));
  const constant = own(schema, 'const');
  return constant === undefined || constant === true || constant === null ? [] : [{ value: constant }];
}

function constantOf(branch: unknown): Choice | undefined {
  if (!isRecord(branch)) return undefined;
  const title = own(branch, 'title');
  const constant = constantValue(branch);
  if (constant === undefined) return undefined;
  return typeof title === 'string' ? { value: constant, title } : { value: constant };
}

function constantValue(branch: JsonSchema): unknown {
  const constant = own(branch, 'const');
  if (constant !== undefined) return constant;
  if (own(branch, 'type') === 'null') return null;
  const only = listAt(branch, 'enum');
  return only.length === 1 ? only[0] : undefined;
}
