import type { FieldSettings, FormDefinition } from '../generated/types.js';
import type { FieldSpec, UnsupportedReason } from './field-spec.js';
import type { JsonSchema } from './json-schema.js';
import { isRecord, listAt, own, tokenOf } from './json-schema.js';
import type { Choice, ValueType } from './merged-schema.js';
import { choicesOf, isNullable, mergeSchemas, valueType } from './merged-schema.js';
import type { Gate, SchemaFinding, SchemaSource, SourceContext, Sources } from './schema-sources.js';
import { drawnSources, sourcesOf } from './schema-sources.js';
import { recordKind } from './record-kind.js';
import { pickWidget } from './widgets.js';

/** The compiled structure and what the schema says that could not be followed. */
export interface FieldTree { readonly root: FieldSpec; readonly findings: readonly SchemaFinding[] }

/** Schemas deeper than this are not drawn: nobody fills in a form nested so far. */
const DEEPEST = 16;

const NONE: readonly never[] = [];
const NO_SETTINGS: FieldSettings = {};
/** The field is always there. */
const ALWAYS: readonly (readonly Gate[])[] = [[]];

interface Place {
  readonly name: string;
  readonly template: string;
  readonly depth: number;
  readonly presentWhen: readonly (readonly Gate[])[];
  readonly requiredWhen: readonly (readonly Gate[])[];
}

/** Compiles the JSON Schema and the settings of a definition to the tree of its fields. */
export function buildFieldTree(definition: FormDefinition): FieldTree {
  const findings: SchemaFinding[] = [];
  const root = isRecord(definition.schema) ? definition.schema : {};
  const context: SourceContext = { root, findings, path: new Set() };
  const place: Place = { name: '', template: '', depth: -1, presentWhen: ALWAYS, requiredWhen: ALWAYS };
  return { root: buildField([{ schema: root, pointer: '', gates: [] }], place, definition, context), findings };
}

function buildField(start: readonly SchemaSource[], place: Place, definition: FormDefinition, outer: SourceContext): FieldSpec {
  const found = sourcesOf(start, place.depth + 1, outer);
  const context = found.references.length > 0 ? { ...outer, path: new Set([...outer.path, ...found.references]) } : outer;
  const schema = mergeSchemas(drawnSources(found.sources));
  const ownChoices = choicesOf(schema);
  const type = place.template === '' ? 'object' : valueType(schema, ownChoices.map((choice) => choice.value));
  const settings = settingsOf(definition, place.template);
  const isOneAnswer = recordKind(settings) !== undefined;
  const blocked = isOneAnswer ? undefined : obstacle(type, schema, found, place);
  const inner = blocked === undefined && !isOneAnswer ? childrenOf(type, found, place, definition, context) : {};
  const unsupported = blocked ?? inner.item?.unsupported;
  const choices = inner.choices ?? (ownChoices.length > 0 ? ownChoices : namedYesAndNo(type, settings));
  const field: Omit<FieldSpec, 'widget'> & { widget?: FieldSpec['widget'] } = {
    name: place.name,
    template: place.template,
    schemaPointer: start[0]?.pointer ?? '',
    depth: place.depth,
    shape: unsupported === undefined && !isOneAnswer ? shapeOf(type, inner.choices) : 'leaf',
    type,
    nullable: found.nullable || isNullable(schema),
    schema,
    settings,
    unsupported,
    choices,
    computed: own(definition.computed, place.template) !== undefined,
    presentWhen: place.presentWhen,
    requiredWhen: place.requiredWhen,
    children: inner.children ?? NONE,
    item: inner.item,
  };
  field.widget = pickWidget(field);
  return field as FieldSpec;
}

/** Yes and no are choices of their own where the settings give them words of their own, such as 符合 and 不符合. */
function namedYesAndNo(type: ValueType | undefined, { options }: FieldSettings): readonly Choice[] {
  const isNamed = type === 'boolean' && isRecord(options) && (own(options, 'true') !== undefined || own(options, 'false') !== undefined);
  return isNamed ? [{ value: true }, { value: false }] : NONE;
}

function shapeOf(type: ValueType | undefined, itemChoices: readonly Choice[] | undefined): FieldSpec['shape'] {
  if (type === 'object') return 'group';
  return type === 'array' && itemChoices === undefined ? 'list' : 'leaf';
}

function settingsOf(definition: FormDefinition, template: string): FieldSettings {
  const settings = own(definition.fields, template);
  return isRecord(settings) ? settings : NO_SETTINGS;
}

function obstacle(type: ValueType | undefined, schema: JsonSchema, found: Sources, place: Place): UnsupportedReason | undefined {
  if (found.recursive || place.depth > DEEPEST) return 'recursion';
  const alternatives = listAt(schema, 'oneOf').length + listAt(schema, 'anyOf').length > 0;
  if (type === undefined) return alternatives ? 'alternatives' : 'type';
  if (type === 'array' && listAt(schema, 'prefixItems').length > 0) return 'tuple';
  if (type === 'array' && !found.sources.some((source) => isRecord(own(source.schema, 'items')))) return 'type';
  if (type === 'object' && place.template !== '' && !found.sources.some((source) => isRecord(own(source.schema, 'properties')))) return alternatives ? 'alternatives' : 'open';
  return undefined;
}

interface Inner { readonly children?: readonly FieldSpec[]; readonly item?: FieldSpec; readonly choices?: readonly Choice[] }

function childrenOf(type: ValueType | undefined, found: Sources, place: Place, definition: FormDefinition, context: SourceContext): Inner {
  if (type === 'object') return { children: properties(found.sources, place, definition, context) };
  if (type !== 'array') return {};
  const start = found.sources.flatMap((source) => inside(source, '/items', own(source.schema, 'items')));
  const choices = choicesOf(mergeSchemas(drawnSources(sourcesOf(start, place.depth + 1, { ...context, findings: [] }).sources)));
  if (choices.length > 0) return { choices };
  const item: Place = { name: '*', template: `${place.template}/*`, depth: place.depth, presentWhen: ALWAYS, requiredWhen: NONE };
  return { item: buildField(start, item, definition, context) };
}

/** A subschema of a source, behind the same gates; `true` says nothing about the value, `false` forbids it. */
function inside({ pointer, gates }: SchemaSource, at: string, schema: unknown): readonly SchemaSource[] {
  if (schema === true) return [{ schema: {}, pointer: `${pointer}${at}`, gates }];
  return isRecord(schema) ? [{ schema, pointer: `${pointer}${at}`, gates }] : NONE;
}

function properties(sources: readonly SchemaSource[], place: Place, definition: FormDefinition, context: SourceContext): readonly FieldSpec[] {
  const depth = place.depth + 1;
  const starts = new Map<string, readonly SchemaSource[]>();
  for (const source of sources) {
    const schemas = own(source.schema, 'properties');
    for (const name of Object.keys(schemas ?? {})) {
      const found = inside(source, `/properties${tokenOf(name)}`, own(schemas, name));
      const start = starts.get(name);
      starts.set(name, start === undefined ? found : [...start, ...found]);
    }
  }
  const required = requirements(sources, depth);
  const fields: FieldSpec[] = [];
  for (const [name, start] of starts) {
    if (start.length === 0) continue;
    const child: Place = {
      name,
      template: `${place.template}${tokenOf(name)}`,
      depth,
      presentWhen: start.some((source) => source.gates.length === 0) ? ALWAYS : start.map((source) => source.gates),
      requiredWhen: required.get(name) ?? NONE,
    };
    fields.push(buildField(start, child, definition, context));
  }
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
