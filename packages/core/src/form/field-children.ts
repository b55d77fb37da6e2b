import type { FormDefinition } from '../generated/types.js';
import { toPointer } from '../problems/json-pointer.js';
import { anyEntries, anyItems } from './any-inside.js';
import type { FieldEntries, FieldSpec } from './field-spec.js';
import type { JsonSchema } from './json-schema.js';
import { isRecord, listAt, own } from './json-schema.js';
import { branchPart, entryPart } from './parts/form-parts.js';
import type { WidgetSubject } from './widgets.js';
import type { Gate, SchemaSource, SourceContext } from './schema-sources.js';

/** Where a field stands. */
export interface Place {
  readonly name: string;
  readonly template: string;
  readonly depth: number;
  readonly presentWhen: readonly (readonly Gate[])[];
  readonly requiredWhen: readonly (readonly Gate[])[];
  /** It is there whatever the schema says: the root, or what somebody added. */
  readonly isThere?: boolean;
}

/** What fields are built with. */
export interface Building {
  readonly definition: FormDefinition;
  readonly hasPlaceSettings: boolean;
  readonly pick: (field: WidgetSubject) => FieldSpec['widget'];
  readonly build: (start: readonly SchemaSource[], place: Place, building: Building, context: SourceContext) => FieldSpec;
}

const NONE: readonly never[] = [];
/** The field is always there. */
export const ALWAYS: readonly (readonly Gate[])[] = [[]];
export const NEVER: readonly (readonly Gate[])[] = [];

/** The way to what is inside a value that these schemas describe. */
export function withPath(context: SourceContext, sources: readonly SchemaSource[]): SourceContext {
  const path = new Set(context.path);
  for (const { pointer } of sources) path.add(pointer);
  return { ...context, path };
}

/** A subschema of a source, behind the same gates; `true` says nothing about the value, `false` forbids it. */
export function inside({ pointer, gates }: SchemaSource, at: string, schema: unknown): readonly SchemaSource[] {
  if (schema === true) return [{ schema: {}, pointer: `${pointer}${at}`, gates }];
  return isRecord(schema) ? [{ schema, pointer: `${pointer}${at}`, gates }] : NONE;
}

/** The fields of a group: every property that one of the schemas describes. */
export function propertiesOf(sources: readonly SchemaSource[], place: Place, building: Building, context: SourceContext): readonly FieldSpec[] {
  const depth = place.depth + 1;
  const starts = new Map<string, readonly SchemaSource[]>();
  for (const source of sources) {
    const schemas = own(source.schema, 'properties');
    Object.keys(schemas ?? {}).forEach((name) => {
      const found = inside(source, `/properties${toPointer(name)}`, own(schemas, name));
      const start = starts.get(name);
      starts.set(name, start === undefined ? found : [...start, ...found]);
    });
  }
  const required = requirements(sources, depth);
  const fields: FieldSpec[] = [];
  starts.forEach((start, name) => {
    if (start.length === 0) return;
    const child: Place = {
      name,
      template: `${place.template}${toPointer(name)}`,
      depth,
      presentWhen: start.some((source) => source.gates.length === 0) ? ALWAYS : start.map((source) => source.gates),
      requiredWhen: required.get(name) ?? NEVER,
    };
    fields.push(building.build(start, child, building, context));
  });
  return fields;
}

/** What has to hold for each property to be required. */
function requirements(sources: readonly SchemaSource[], depth: number): ReadonlyMap<string, readonly (readonly Gate[])[]> {
  const found = new Map<string, (readonly Gate[])[]>();
  const add = (name: unknown, gates: readonly Gate[]): void => {
    if (typeof name !== 'string') return;
    const others = found.get(name);
    if (others) others.push(gates);
    else found.set(name, [gates]);
  };
  for (const { schema, gates } of sources) {
    for (const name of new Set(listAt(schema, 'required'))) add(name, gates);
    for (const keyword of ['dependentRequired', 'dependencies']) {
      for (const [property, names] of Object.entries(own(schema, keyword) ?? {})) {
        const present: readonly Gate[] = [...gates, { kind: 'present', depth, property }];
        if (Array.isArray(names)) for (const name of new Set<unknown>(names)) add(name, present);
      }
    }
  }
  return found;
}

/** The fixed places of a list: `prefixItems`, or a list in `items` as before 2020-12. */
const placesIn = (schema: JsonSchema): readonly [keyword: string, schemas: readonly unknown[]] =>
  listAt(schema, 'prefixItems').length > 0 ? ['prefixItems', listAt(schema, 'prefixItems')] : ['items', listAt(schema, 'items')];

export function placesOf(sources: readonly SchemaSource[], place: Place, building: Building, context: SourceContext): readonly FieldSpec[] {
  const starts: SchemaSource[][] = [];
  for (const source of sources) {
    const [keyword, schemas] = placesIn(source.schema);
    schemas.forEach((schema, index) => (starts[index] ??= []).push(...inside(source, `/${keyword}/${index}`, schema)));
  }
  const end = starts.findIndex((start) => start.length === 0); // a place that nothing may take
  return starts.slice(0, end < 0 ? starts.length : end).map((start, index) => {
    const at: Place = { name: String(index), template: `${place.template}/${index}`, depth: place.depth, presentWhen: ALWAYS, requiredWhen: NEVER };
    return building.build(start, at, building, context);
  });
}

/** What describes each item of a list, or each behind its fixed places. */
export function itemsOf(sources: readonly SchemaSource[], isTuple: boolean): readonly SchemaSource[] {
  const said = sources.flatMap((source) => {
    if (listAt(source.schema, 'items').length > 0) return isRecord(own(source.schema, 'additionalItems')) ? inside(source, '/additionalItems', own(source.schema, 'additionalItems')) : NONE;
    const items = own(source.schema, 'items');
    return isRecord(items) || (items === true && isTuple) ? inside(source, '/items', items) : NONE;
  });
  return said.length > 0 ? said : anyItems(sources, isTuple);
}

/** Properties beside those that are listed, where the schema says what they are like; any where it lists none and refuses none. */
export function entriesOf(sources: readonly SchemaSource[], place: Place, building: Building, context: SourceContext): FieldEntries | undefined {
  const naming = sources.filter(describesNames);
  // The outermost object asks what it lists.
  const anything = naming.length > 0 || place.template === '' ? undefined : anyEntries(sources);
  if (naming.length === 0 && anything === undefined) return undefined;
  // What is under a name is looked at once it is there, and needs the part by then.
  return entryPart.now.entriesBy({ naming, anything: anything && branchPart.now && anything }, sources, place, building, context);
}

/** Schemas for names that are no property: by pattern, and for the rest. */
const describesNames = ({ schema }: SchemaSource): boolean => ['patternProperties', ...REST].some((keyword) => isRecord(own(schema, keyword)));
export const REST = ['additionalProperties', 'unevaluatedProperties'] as const;
