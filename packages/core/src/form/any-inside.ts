import type { JsonSchema } from './json-schema.js';
import { listAt, own } from './json-schema.js';
import type { SchemaSource } from './schema-sources.js';

const ANYTHING: JsonSchema = {};

/** What each item of a list may be where no schema says it, or `items: true` does: anything. A list of places has no items behind them then. */
export function anyItems(sources: readonly SchemaSource[], isTuple: boolean): readonly SchemaSource[] {
  const [first] = sources;
  return first === undefined || isTuple || sources.some(({ schema }) => own(schema, 'items') === false || listAt(schema, 'items').length > 0) ? [] : [{ schema: ANYTHING, pointer: `${first.pointer}/items`, gates: [] }];
}

const NAMING = ['properties', 'patternProperties'] as const;
const CLOSING = ['additionalProperties', 'unevaluatedProperties'] as const;

/** What each answer may be in an object of which no schema lists one and none refuses any: anything, under any name. `undefined` for another object. */
export function anyEntries(sources: readonly SchemaSource[]): readonly SchemaSource[] | undefined {
  const [first] = sources;
  const isListed = sources.some(({ schema }) => NAMING.some((keyword) => own(schema, keyword) !== undefined) || CLOSING.some((keyword) => own(schema, keyword) === false));
  return first === undefined || isListed ? undefined : [{ schema: ANYTHING, pointer: `${first.pointer}/additionalProperties`, gates: [] }];
}
