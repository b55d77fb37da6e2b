import { toPointer, valueAt } from '../problems/json-pointer.js';
import { outlineOnce } from './branch-outline.js';
import type { JsonSchema } from './json-schema.js';
import { isRecord, listAt, own, resolveLocal, textAt } from './json-schema.js';
import type { Alternatives } from './schema-branches.js';
import { alternativesIn, discriminatedBranches } from './schema-branches.js';

/**
 * A condition of the JSON Schema itself, asked of the value at `depth` objects below the root: whether it fits the schema at a
 * pointer, whether one of its properties is there and fits, whether a property is there, whether a branch of alternatives is chosen.
 */
export type Gate =
  | { readonly kind: 'schema'; readonly depth: number; readonly pointer: string; readonly expected: boolean }
  | { readonly kind: 'property'; readonly depth: number; readonly pointer: string; readonly property: string }
  | { readonly kind: 'present'; readonly depth: number; readonly property: string }
  | { readonly kind: 'branch'; readonly depth: number; readonly at: string; readonly branch: number };

/** One schema that takes part in describing a value, with what has to hold for it to apply; no gates: it always applies. */
export interface SchemaSource {
  readonly schema: JsonSchema;
  readonly pointer: string;
  readonly gates: readonly Gate[];
}

/** Something that stands in the way of drawing. */
export interface SchemaFinding { readonly kind: 'reference'; readonly reference: string; readonly pointer: string }

export interface SourceContext {
  readonly root: JsonSchema;
  /** Before 2019-09 keywords beside a `$ref` said nothing. */
  readonly refAlone: boolean;
  readonly findings: SchemaFinding[];
  /** Pointers of schemas that lie on the way from the root; meeting one again is recursion. */
  readonly path: ReadonlySet<string>;
}

/** What {@link sourcesOf} found: all that describes the value, the alternatives among it, and whether the way from the root came by here already. */
export interface Sources {
  readonly sources: readonly SchemaSource[];
  readonly alternatives: readonly Alternatives[];
  readonly recursive: boolean;
  readonly nullable: boolean;
}

interface Collector { readonly sources: SchemaSource[]; readonly alternatives: Alternatives[]; readonly seen: Set<string>; recursive: boolean; nullable: boolean }

/**
 * Everything that describes one value: the schema, what it refers to, its `allOf` parts, and, behind gates, `then`, `else`,
 * dependent schemas and the branches of alternatives that a property tells apart.
 *
 * @param depth - How many objects lie between the root and this value; gates of this schema ask the object at this depth.
 */
export function sourcesOf(start: readonly SchemaSource[], depth: number, context: SourceContext): Sources {
  if (start.every((source) => !leadsOn(source.schema))) return { sources: start, alternatives: NO_ALTERNATIVES, recursive: false, nullable: false };
  const found: Collector = { sources: [], alternatives: [], seen: new Set(), recursive: false, nullable: false };
  for (const source of start) collect(source, depth, context, found);
  return found;
}

const NO_ALTERNATIVES: readonly Alternatives[] = [];
const LEADING_ON = ['$ref', '$dynamicRef', '$recursiveRef', 'allOf', 'if', 'dependentSchemas', 'dependencies', 'oneOf', 'anyOf'];

/** Whether a schema brings others with it; most fields have one plain schema. */
function leadsOn(schema: JsonSchema): boolean {
  for (const keyword of LEADING_ON) if (schema[keyword] !== undefined) return true;
  return false;
}

/** Alternatives inside alternatives further than this are not followed: nobody chooses so often for one answer. */
const MOST_GATES = 6;

function collect(source: SchemaSource, depth: number, context: SourceContext, found: Collector): void {
  const { schema, pointer, gates } = source;
  const key = `${pointer} ${gates.map((gate) => JSON.stringify(gate)).join()}`;
  // An allOf, or a branch, that comes back to itself says nothing new.
  if (found.seen.has(key) || gates.length > MOST_GATES || found.sources.length > MOST_SOURCES) return;
  found.seen.add(key);
  const reference = referenceIn(schema);
  const onlyRefers = context.refAlone && textAt(schema, '$ref') !== undefined;
  found.sources.push(onlyRefers ? { ...source, schema: NOTHING } : source);
  if (reference !== undefined) follow(reference, source, depth, context, found);
  if (!onlyRefers) collectInside(source, depth, context, found);
}

/** More schemas than this never describe one value; a document that says so is not followed for ever. */
const MOST_SOURCES = 300;
const NOTHING: JsonSchema = {};

function referenceIn(schema: JsonSchema): string | undefined {
  return textAt(schema, '$ref') ?? textAt(schema, '$dynamicRef') ?? textAt(schema, '$recursiveRef');
}

function collectInside({ schema, pointer, gates }: SchemaSource, depth: number, context: SourceContext, found: Collector): void {
  const add = (value: unknown, at: string, more: readonly Gate[] = []): void => {
    if (isRecord(value)) collect({ schema: value, pointer: at, gates: [...gates, ...more] }, depth, context, found);
  };
  listAt(schema, 'allOf').forEach((part, index) => add(part, `${pointer}/allOf/${index}`));
  const test = own(schema, 'if');
  if (test !== undefined) {
    const gate = { kind: 'schema', depth, pointer: `${pointer}/if` } as const;
    add(own(schema, 'then'), `${pointer}/then`, [{ ...gate, expected: true }]);
    add(own(schema, 'else'), `${pointer}/else`, [{ ...gate, expected: false }]);
  }
  for (const keyword of ['dependentSchemas', 'dependencies']) {
    for (const [property, part] of Object.entries(own(schema, keyword) ?? {})) {
      add(part, `${pointer}${toPointer(keyword, property)}`, [{ kind: 'present', depth, property }]);
    }
  }
  for (const { property, choice, branches } of discriminatedBranches(schema)) {
    found.sources.push({ schema: choice, pointer, gates });
    for (const branch of branches) add(branch.schema, `${pointer}${branch.at}`, [{ kind: 'property', depth, property, pointer: `${pointer}${branch.constantAt}` }]);
  }
  const single = singleNonNull(schema);
  if (single) {
    found.nullable = true;
    add(single.schema, `${pointer}/${single.at}`);
  }
  for (const { keyword, branches } of alternativesIn(schema, context.root)) {
    const at = `${pointer}/${keyword}`;
    const given = branches.map((branch) => {
      const start = { schema: branch.schema, pointer: `${at}/${branch.index}`, gates: [] };
      return { ...branch, pointer: start.pointer, outline: outlineOnce(() => sourcesOf([start], depth, { ...context, findings: [] }).sources) };
    });
    found.alternatives.push({ at, depth, gates, branches: given });
    given.forEach((branch) => add(branch.schema, branch.pointer, [{ kind: 'branch', depth, at, branch: branch.index }]));
  }
}

function follow(reference: string, source: SchemaSource, depth: number, context: SourceContext, found: Collector): void {
  const target = resolveLocal(context.root, reference);
  if (target === undefined) {
    context.findings.push({ kind: 'reference', reference, pointer: source.pointer });
    return;
  }
  if (context.path.has(target)) found.recursive = true;
  const schema = valueAt(context.root, target);
  if (isRecord(schema)) collect({ schema, pointer: target, gates: source.gates }, depth, context, found);
}

/** `anyOf: [{ … }, { "type": "null" }]` is how many generators write "may be null": the one real branch. */
function singleNonNull(schema: JsonSchema): { schema: JsonSchema; at: string } | undefined {
  for (const keyword of ['anyOf', 'oneOf']) {
    const branches = listAt(schema, keyword);
    if (branches.length !== 2) continue;
    const index = branches.findIndex((branch) => own(branch, 'type') !== 'null');
    const branch = branches[index];
    if (isRecord(branch) && own(branches[1 - index], 'type') === 'null') return { schema: branch, at: `${keyword}/${index}` };
  }
  return undefined;
}

/** Those of the sources that always apply where there are any, else the first one's company behind the fewest gates: what a field is drawn from before anything is known. */
export function drawnSources(sources: readonly SchemaSource[]): readonly SchemaSource[] {
  if (sources.length === 1) return sources;
  const fewest = Math.min(...sources.map((source) => source.gates.length));
  const first = sources.find((source) => source.gates.length === fewest);
  return sources.filter((source) => source.gates.length === fewest && (fewest === 0 || sameGates(source.gates, first?.gates ?? [])));
}

export function sameGates(left: readonly Gate[], right: readonly Gate[]): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}
