import type { FieldSettings, FormDefinition } from '../generated/types.js';
import { toPointer } from '../problems/json-pointer.js';
import type { FieldSpec, UnsupportedReason } from './field-spec.js';
import type { JsonSchema } from './json-schema.js';
import { isRecord, listAt, own } from './json-schema.js';
import type { Choice, ValueType } from './merged-schema.js';
import { choicesOf, isNullable, mergeSchemas, valueType } from './merged-schema.js';
import type { Gate, SchemaFinding, SchemaSource, SourceContext, Sources } from './schema-sources.js';
import { drawnSources, sourcesOf } from './schema-sources.js';
import { pickWidget } from './widgets.js';

/** The compiled structure and what the schema says that could not be followed. */
export interface FieldTree { readonly root: FieldSpec; readonly findings: readonly SchemaFinding[] }

/** Schemas deeper than this are not drawn: nobody fills in a form nested so far. */
const DEEPEST = 16;

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
  const place: Place = { name: '', template: '', depth: -1, presentWhen: [[]], requiredWhen: [[]] };
  return { root: buildField([{ schema: root, pointer: '', gates: [] }], place, definition, context), findings };
}

function buildField(start: readonly SchemaSource[], place: Place, definition: FormDefinition, outer: SourceContext): FieldSpec {
  const found = sourcesOf(start, place.depth + 1, outer);
  const context = { ...outer, path: new Set([...outer.path, ...found.references]) };
  const schema = mergeSchemas(drawnSources(found.sources));
  const ownChoices = choicesOf(schema);
  const type = place.template === '' ? 'object' : valueType(schema, ownChoices.map((choice) => choice.value));
  const blocked = obstacle(type, schema, found, place);
  const inner = blocked === undefined ? childrenOf(type, found, place, definition, context) : {};
  const unsupported = blocked ?? inner.item?.unsupported;
  const settings = settingsOf(definition, place.template);
  const subject = {
    ...place,
    schemaPointer: start[0]?.pointer ?? '',
    shape: unsupported === undefined ? shapeOf(type, inner.choices) : ('leaf' as const),
    ...(type === undefined ? {} : { type }),
    nullable: found.nullable || isNullable(schema),
    schema,
    settings,
    ...(unsupported === undefined ? {} : { unsupported }),
    choices: inner.choices ?? (ownChoices.length > 0 ? ownChoices : namedYesAndNo(type, settings)),
    computed: own(definition.computed, place.template) !== undefined,
    children: inner.children ?? [],
    ...(inner.item === undefined ? {} : { item: inner.item }),
  };
  return { ...subject, widget: pickWidget(subject) };
}

/** Yes and no are choices of their own where the settings give them words of their own, such as 符合 and 不符合. */
function namedYesAndNo(type: ValueType | undefined, { options }: FieldSettings): readonly Choice[] {
  const isNamed = type === 'boolean' && isRecord(options) && (own(options, 'true') !== undefined || own(options, 'false') !== undefined);
  return isNamed ? [{ value: true }, { value: false }] : [];
}

function shapeOf(type: ValueType | undefined, itemChoices: readonly Choice[] | undefined): FieldSpec['shape'] {
  if (type === 'object') return 'group';
  return type === 'array' && itemChoices === undefined ? 'list' : 'leaf';
}

function settingsOf(definition: FormDefinition, template: string): FieldSettings {
  const settings = own(definition.fields, template);
  return isRecord(settings) ? settings : {};
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
  const start = found.sources.flatMap((source) => schemaAt(source, ['items']));
  const choices = choicesOf(mergeSchemas(drawnSources(sourcesOf(start, place.depth + 1, { ...context, findings: [] }).sources)));
  if (choices.length > 0) return { choices };
  const item: Place = { name: '*', template: `${place.template}/*`, depth: place.depth, presentWhen: [[]], requiredWhen: [] };
  return { item: buildField(start, item, definition, context) };
}

/** The subschema at some keywords of a source, behind the same gates; `true` says nothing about the value, `false` forbids it. */
function schemaAt(source: SchemaSource, tokens: readonly string[]): SchemaSource[] {
  const schema = tokens.reduce<unknown>((value, token) => own(value, token), source.schema);
  const pointer = `${source.pointer}${toPointer(...tokens)}`;
  if (schema === true) return [{ schema: {}, pointer, gates: source.gates }];
  return isRecord(schema) ? [{ schema, pointer, gates: source.gates }] : [];
}

function properties(sources: readonly SchemaSource[], place: Place, definition: FormDefinition, context: SourceContext): readonly FieldSpec[] {
  const depth = place.depth + 1;
  const names = new Set(sources.flatMap((source) => Object.keys(own(source.schema, 'properties') ?? {})));
  return [...names].flatMap((name) => {
    const start = sources.flatMap((source) => schemaAt(source, ['properties', name]));
    if (start.length === 0) return [];
    const child: Place = {
      name,
      template: `${place.template}${toPointer(name)}`,
      depth,
      presentWhen: start.some((source) => source.gates.length === 0) ? [[]] : start.map((source) => source.gates),
      requiredWhen: requirements(sources, name, depth),
    };
    return [buildField(start, child, definition, context)];
  });
}

function requirements(sources: readonly SchemaSource[], name: string, depth: number): readonly (readonly Gate[])[] {
  return sources.flatMap((source) => {
    const always = listAt(source.schema, 'required').includes(name) ? [source.gates] : [];
    const dependent = ['dependentRequired', 'dependencies'].flatMap((keyword) =>
      Object.entries(own(source.schema, keyword) ?? {})
        .filter(([, names]) => Array.isArray(names) && names.includes(name))
        .map(([property]): readonly Gate[] => [...source.gates, { kind: 'present', depth, property }]),
    );
    return [...always, ...dependent];
  });
}
