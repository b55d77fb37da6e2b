import type { JsonSchema } from './json-schema.js';
import { listAt } from './json-schema.js';
import { branchPart } from './parts/form-parts.js';
import { isTitledChoice } from '../late/words-in.js';
import type { Alternatives } from './schema-branches.js';

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

/**
 * Everything that describes one value: the schema, what it refers to, its `allOf` parts, and, behind gates, `then`, `else`,
 * dependent schemas and the branches of alternatives that a property tells apart.
 *
 * @param depth - How many objects lie between the root and this value; gates of this schema ask the object at this depth.
 */
export function sourcesOf(start: readonly SchemaSource[], depth: number, context: SourceContext): Sources {
  if (start.every((source) => !leadsOn(source.schema))) return { sources: start, alternatives: NO_ALTERNATIVES, recursive: false, nullable: false };
  return branchPart.now.collectSources(start, depth, context);
}

const NO_ALTERNATIVES: readonly Alternatives[] = [];
const LEADING_ON = new Set(['$ref', '$dynamicRef', '$recursiveRef', 'allOf', 'if', 'dependentSchemas', 'dependencies']);

/** Whether a schema brings others with it; most fields have one plain schema, and choices with titles are options of it. */
function leadsOn(schema: JsonSchema): boolean {
  return Object.keys(schema).some((keyword) => LEADING_ON.has(keyword) || ((keyword === 'oneOf' || keyword === 'anyOf') && !isTitledChoice(listAt(schema, keyword))));
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
