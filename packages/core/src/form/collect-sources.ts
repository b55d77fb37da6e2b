import { toPointer, valueAt } from '../problems/json-pointer.js';
import { outlineOnce } from './branch-outline.js';
import type { JsonSchema } from './json-schema.js';
import { isRecord, listAt, own, textAt } from './json-schema.js';
import { resolveLocal } from './references.js';
import type { Alternatives } from './schema-branches.js';
import { alternativesIn, discriminatedBranches } from './schema-branches.js';
import type { Gate, SchemaSource, SourceContext, Sources } from './schema-sources.js';
import { sourcesOf } from './schema-sources.js';

interface Collector { readonly sources: SchemaSource[]; readonly alternatives: Alternatives[]; readonly seen: Set<string>; recursive: boolean; nullable: boolean }

/** What schemas bring with them that refer to others, or have parts and conditions. */
export function collectSources(start: readonly SchemaSource[], depth: number, context: SourceContext): Sources {
  const found: Collector = { sources: [], alternatives: [], seen: new Set(), recursive: false, nullable: false };
  for (const source of start) collect(source, depth, context, found);
  return found;
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
