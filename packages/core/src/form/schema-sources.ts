import { toPointer, valueAt } from '../problems/json-pointer.js';
import type { JsonSchema } from './json-schema.js';
import { isRecord, listAt, own, resolveLocal, textAt } from './json-schema.js';
import { discriminatedBranches } from './schema-branches.js';

/**
 * A condition of the JSON Schema itself, asked of the object at `depth` objects below the root: whether it fits the schema at a
 * pointer, whether one of its properties is there and fits, whether a property is there.
 */
export type Gate =
  | { readonly kind: 'schema'; readonly depth: number; readonly pointer: string; readonly expected: boolean }
  | { readonly kind: 'property'; readonly depth: number; readonly pointer: string; readonly property: string }
  | { readonly kind: 'present'; readonly depth: number; readonly property: string };

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
  readonly findings: SchemaFinding[];
  /** Pointers of referenced schemas that lie on the way from the root; meeting one again is recursion. */
  readonly path: ReadonlySet<string>;
}

/** What {@link sourcesOf} found, and the references it went through. */
export interface Sources {
  readonly sources: readonly SchemaSource[];
  readonly references: readonly string[];
  readonly recursive: boolean;
  readonly nullable: boolean;
}

interface Collector { readonly sources: SchemaSource[]; readonly references: string[]; readonly seen: Set<string>; recursive: boolean; nullable: boolean }

/**
 * Everything that describes one value: the schema, what it refers to, its `allOf` parts, and, behind gates, `then`, `else`,
 * dependent schemas and the branches of alternatives that a property tells apart.
 *
 * @param depth - How many objects lie between the root and this value; gates of this schema ask the object at this depth.
 */
export function sourcesOf(start: readonly SchemaSource[], depth: number, context: SourceContext): Sources {
  if (start.every((source) => !leadsOn(source.schema))) return { sources: start, references: NO_REFERENCES, recursive: false, nullable: false };
  const found: Collector = { sources: [], references: [], seen: new Set(), recursive: false, nullable: false };
  for (const source of start) collect(source, depth, context, found);
  return found;
}

const NO_REFERENCES: readonly string[] = [];
const LEADING_ON = ['$ref', 'allOf', 'if', 'dependentSchemas', 'dependencies', 'oneOf', 'anyOf'];

/** Whether a schema brings others with it; most fields have one plain schema. */
function leadsOn(schema: JsonSchema): boolean {
  for (const keyword of LEADING_ON) if (schema[keyword] !== undefined) return true;
  return false;
}

function collect(source: SchemaSource, depth: number, context: SourceContext, found: Collector): void {
  const { schema, pointer, gates } = source;
  const key = `${pointer} ${gates.map((gate) => JSON.stringify(gate)).join()}`;
  if (found.seen.has(key)) return; // an allOf that comes back to itself
  found.seen.add(key);
  found.sources.push(source);
  const add = (value: unknown, at: string, more: readonly Gate[] = []): void => {
    if (isRecord(value)) collect({ schema: value, pointer: at, gates: [...gates, ...more] }, depth, context, found);
  };
  const reference = textAt(schema, '$ref');
  if (reference !== undefined) follow(reference, source, depth, context, found);
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
}

function follow(reference: string, source: SchemaSource, depth: number, context: SourceContext, found: Collector): void {
  const target = resolveLocal(context.root, reference);
  if (target === undefined) {
    context.findings.push({ kind: 'reference', reference, pointer: source.pointer });
    return;
  }
  if (context.path.has(target)) {
    found.recursive = true;
    return;
  }
  found.references.push(target);
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

/** Those of the sources that always apply where there are any, else those behind the fewest gates: what a field is drawn from. */
export function drawnSources(sources: readonly SchemaSource[]): readonly SchemaSource[] {
  if (sources.length === 1) return sources;
  const fewest = Math.min(...sources.map((source) => source.gates.length));
  return sources.filter((source) => source.gates.length === fewest);
}
