import { anyAlternatives } from './any-value.js';
import { equalJson } from './answers.js';
import { outlineOnce } from './branch-outline.js';
import type { FieldSpec, FieldVariants } from './field-spec.js';
import type { JsonSchema } from './json-schema.js';
import { listAt, own } from './json-schema.js';
import type { ValueType } from './merged-schema.js';
import { choicesOf, mergeSchemas, valueType } from './merged-schema.js';
import type { Alternatives, Branch } from './schema-branches.js';
import type { Gate, SchemaFinding, SchemaSource, Sources } from './schema-sources.js';
import { drawnSources, sameGates } from './schema-sources.js';

const NONE: readonly never[] = [];

/** A field whose schema lies on the way to it already: one that says only that it may be there. */
export function comesBack(field: FieldSpec, isDeep: boolean, build: () => FieldSpec): FieldSpec {
  let whole: FieldSpec | undefined;
  const expand = (): FieldSpec => (whole ??= { ...build(), optional: true });
  return { ...field, shape: 'leaf', widget: field.settings.widget ?? 'absent', unsupported: isDeep ? 'deep' : undefined, children: NONE, item: undefined, entries: undefined, alternatives: NONE, choices: NONE, expand };
}

/** What describes a value, with a way to answer for each type that its schema names, or for every type where it names none. */
export function withTypeAlternatives(found: Sources, schema: JsonSchema, findings: readonly SchemaFinding[], objects: number): Sources {
  const [first] = found.sources as [SchemaSource];
  const alternatives = own(schema, 'type') === undefined ? anyAlternatives(schema, found.sources, findings, objects) : typeAlternatives(schema, first.pointer, objects);
  if (alternatives === undefined) return found;
  const { at, depth, branches } = alternatives;
  const sources = branches.map(({ schema, pointer, index }): SchemaSource => ({ schema, pointer, gates: [{ kind: 'branch', depth, at, branch: index }] }));
  return { ...found, sources: [...found.sources, ...sources], alternatives: [alternatives] };
}

/** Schemas that name several types: each is a way to answer. `undefined` where one type is left, or where values are listed. */
function typeAlternatives(schema: JsonSchema, pointer: string, depth: number): Alternatives | undefined {
  const types = listAt(schema, 'type');
  const choices = choicesOf(schema).map(({ value }) => value);
  if (types.filter((type) => type !== 'null').length < 2 || choices.length > 0 || valueType(schema, choices) !== undefined) return undefined;
  const at = `${pointer}/type`;
  const branches = types.flatMap((type, index) => (type === 'integer' && types.includes('number') ? [] : [branchOf(index, { type }, at)]));
  return { at, depth, gates: [], branches };
}

function branchOf(index: number, schema: JsonSchema, at: string): Branch {
  const pointer = `${at}/${index}`;
  return { index, schema, pointer, outline: outlineOnce(() => [{ schema, pointer, gates: [] }]) };
}

/** The type of a value of which only alternatives say something: that of all branches. */
export function branchTypes({ sources, alternatives }: Sources): ValueType | undefined {
  const [first] = alternatives;
  if (first === undefined) return undefined;
  const types = first.branches.map(({ index }) => {
    const ofBranch = sources.filter(({ gates }) => gates.every((gate) => gate.kind === 'branch' && gate.at === first.at && gate.branch === index));
    const schema = mergeSchemas(ofBranch);
    return valueType(schema, choicesOf(schema).map(({ value }) => value));
  });
  return types.every((type) => type === 'object') ? 'object' : undefined;
}

/** Keywords that lead to other schemas, or that only checking reads. */
const STRUCTURE = [
  '$ref', '$dynamicRef', '$recursiveRef', '$defs', 'definitions', '$id', '$schema', '$anchor', '$dynamicAnchor', '$comment', 'allOf', 'oneOf', 'anyOf', 'if', 'then', 'else', 'not',
  'dependentSchemas', 'dependentRequired', 'dependencies', 'required', 'examples',
];
/** What a branch may say about a group whose fields it brings: these come and go by themselves. */
const ABOUT_GROUPS = ['title', 'description', 'readOnly', 'writeOnly'];

function saysMore({ schema }: SchemaSource, field: FieldSpec, drawn: readonly SchemaSource[]): boolean {
  const speaks = Object.keys(schema).some((keyword) => (field.shape === 'group' ? ABOUT_GROUPS.includes(keyword) : !STRUCTURE.includes(keyword)));
  return speaks && !drawn.some((source) => equalJson(source.schema, schema));
}

/**
 * The other ways to draw a field: where schemas behind gates say something about it that those that are always there do not. The fields of a group
 * are there by their own gates, so a group only has other words.
 */
export function variantsOf(field: FieldSpec, drawn: readonly SchemaSource[], { sources }: Sources, build: (held: readonly SchemaSource[]) => FieldSpec): FieldVariants | undefined {
  const speaking = sources.filter((source) => !drawn.includes(source) && saysMore(source, field, drawn));
  if (speaking.length === 0) return undefined;
  const gates: (readonly Gate[])[] = [];
  for (const source of sources) if (source.gates.length > 0 && !gates.some((known) => sameGates(known, source.gates))) gates.push(source.gates);
  const known = new Map<string, FieldSpec>();
  const make = (held: string): FieldSpec => {
    const applying = sources.filter((source) => source.gates.length === 0 || held[gates.findIndex((each) => sameGates(each, source.gates))] === '1');
    if (applying.length === 0) return field;
    if (field.shape === 'group') return { ...field, schema: mergeSchemas(nearestFirst(applying, field.depth + 1)) };
    const chosen = sources.filter((source) => applying.includes(source) || isInside(source, applying, field.depth + 1));
    const built = build(open(chosen, applying, field.depth + 1));
    return { ...built, alternatives: field.alternatives };
  };
  return {
    gates,
    of: (held) => {
      let variant = known.get(held);
      if (variant === undefined) known.set(held, (variant = make(held)));
      return variant;
    },
  };
}

const isOwnBranch = (gate: Gate, depth: number): boolean => gate.kind === 'branch' && gate.depth === depth;

/** What other answers make of a field says more than what it always is; the title of a way to answer it is no title of the question. */
function nearestFirst(sources: readonly SchemaSource[], depth: number): readonly SchemaSource[] {
  const rank = ({ gates }: SchemaSource): number => (gates.some((gate) => !isOwnBranch(gate, depth)) ? -1 : gates.length);
  return [...sources].sort((left, right) => rank(left) - rank(right));
}

/** Whether a schema applies to the value itself under conditions of it, within a branch that is chosen: fields of a group that come and go. */
function isInside({ gates }: SchemaSource, applying: readonly SchemaSource[], depth: number): boolean {
  const branch = gates.filter((gate) => isOwnBranch(gate, depth));
  return branch.length > 0 && applying.some((source) => sameGates(source.gates, branch));
}

/** The schemas of a variant: what applies is not behind a gate any more, unless the answer is a group, whose fields may come and go with its answers. */
function open(sources: readonly SchemaSource[], applying: readonly SchemaSource[], depth: number): readonly SchemaSource[] {
  const opened = sources.map((source): SchemaSource => ({ ...source, gates: source.gates.filter((gate) => !isOwnBranch(gate, depth)) }));
  const schema = mergeSchemas(drawnSources(opened));
  if (valueType(schema, []) === 'object' || own(schema, 'properties') !== undefined) return opened;
  return nearestFirst(applying, depth).map((source) => ({ ...source, gates: [] }));
}
