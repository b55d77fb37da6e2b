import { outlineOnce } from './branch-outline.js';
import type { JsonSchema } from './json-schema.js';
import { own, textAt } from './json-schema.js';
import { choicesOf, isNothing, valueType } from './merged-schema.js';
import type { Alternatives } from './schema-branches.js';
import type { SchemaFinding, SchemaSource } from './schema-sources.js';

/** What an answer of any type can be; every whole number is a number. */
const KINDS = ['string', 'number', 'boolean', 'array', 'object', 'null'] as const;

/** Whether a schema leads elsewhere and could not be followed: what it says is not known, which is not the same as anything. */
const leadsNowhere = ({ schema, pointer }: SchemaSource, findings: readonly SchemaFinding[]): boolean =>
  (textAt(schema, '$ref') ?? textAt(schema, '$dynamicRef')) !== undefined && findings.some((finding) => finding.pointer === pointer);

/**
 * The kinds of an answer of which no schema says what it is (`{}`, `true`): the person chooses one and fills it in. `undefined` where a schema says it, or says under conditions what it is.
 *
 * @param schema - All that always describes the answer, merged.
 */
export function anyAlternatives(schema: JsonSchema, sources: readonly SchemaSource[], findings: readonly SchemaFinding[], depth: number): Alternatives | undefined {
  const choices = choicesOf(schema).map(({ value }) => value);
  const isSaid = own(schema, 'type') !== undefined || choices.length > 0 || valueType(schema, choices) !== undefined || isNothing(schema) || own(schema, 'const') !== undefined;
  const [first] = sources;
  if (isSaid || first === undefined || sources.some((source) => source.gates.length > 0 || leadsNowhere(source, findings))) return undefined;
  const at = `${first.pointer}/type`;
  const branches = KINDS.map((type, index) => {
    const branch: JsonSchema = { type };
    const pointer = `${at}/${index}`;
    return { index, schema: branch, pointer, outline: outlineOnce(() => [{ schema: branch, pointer, gates: [] }]) };
  });
  return { at, depth, gates: [], branches, anything: true };
}
