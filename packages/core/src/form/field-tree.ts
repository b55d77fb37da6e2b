import type { FieldSettings, FormDefinition } from '../generated/types.js';
import { inEachLanguage } from '../locales/words.js';
import { choosesWhole } from './choice-values.js';
import type { FieldSpec, UnsupportedReason } from './field-spec.js';
import { ALWAYS, NEVER, entriesOf, itemsOf, placesOf, propertiesOf, withPath } from './field-children.js';
import type { Building, Place } from './field-children.js';
import { fieldSettings, hasPlaceSettings } from './field-settings.js';
import type { JsonSchema } from './json-schema.js';
import { isRecord, listAt, own, refStandsAlone } from './json-schema.js';
import type { Choice, ValueType } from './merged-schema.js';
import { choicesOf, isNothing, isNullable, mergeSchemas, valueType } from './merged-schema.js';
import { branchPart } from './parts/form-parts.js';
import { recordKind } from './record-kind.js';
import type { SchemaFinding, SchemaSource, SourceContext, Sources } from './schema-sources.js';
import { drawnSources, sourcesOf } from './schema-sources.js';
import type { LocalizedText } from '../problems/problem.js';
import { isWhole } from './whole-answers.js';
import type { WidgetTester } from './widgets.js';
import { widgetPicker } from './widgets.js';

/** The compiled structure and what the schema says that could not be followed. */
export interface FieldTree { readonly root: FieldSpec; readonly findings: readonly SchemaFinding[] }

/** Objects deeper than this are not drawn: nobody fills in a form nested so far. */
const DEEPEST = 24;

const NONE: readonly never[] = [];
const NO_TESTERS: readonly WidgetTester[] = [];

/**
 * Compiles the JSON Schema and the settings of a definition to the tree of its fields, with the parts that are there.
 *
 * @param testers - Of the host, asked beside the built-in ones.
 */
export function buildPrepared(definition: FormDefinition, testers: readonly WidgetTester[] = NO_TESTERS): FieldTree {
  const findings: SchemaFinding[] = [];
  const root = isRecord(definition.schema) ? definition.schema : {};
  const context: SourceContext = { root, refAlone: refStandsAlone(root), findings, path: new Set() };
  const building: Building = { definition, hasPlaceSettings: hasPlaceSettings(definition), pick: widgetPicker(testers), build: buildField };
  const place: Place = { name: '', template: '', depth: -1, presentWhen: ALWAYS, requiredWhen: ALWAYS, isThere: true };
  return { root: buildField([{ schema: root, pointer: '', gates: NONE }], place, building, context), findings };
}

/** Names that people give beside the questions of a form. */
const further = (): LocalizedText => inEachLanguage(({ furtherAnswers }) => furtherAnswers);

/** The outermost field is called as the form is, unless the form's questions stand before it. */
function settingsOf(place: Place, building: Building, { sources }: Sources): FieldSettings {
  const settings = fieldSettings(building, place.template, sources);
  if (place.template !== '') return settings;
  return { title: sources.some(({ schema }) => own(schema, 'properties') !== undefined) ? further() : building.definition.title, ...settings };
}

function buildField(start: readonly SchemaSource[], place: Place, building: Building, context: SourceContext): FieldSpec {
  const found = withTypes(sourcesOf(start, place.depth + 1, context), place, building, context);
  const drawn = drawnSources(found.sources);
  const field = fieldOf(drawn, found, start, place, building, context);
  if (found.recursive && place.isThere !== true) {
    return branchPart.now.comesBack(field, place.depth > DEEPEST, () => buildField(start, { ...place, isThere: true }, building, { ...context, path: new Set() }));
  }
  if (found.sources.length === drawn.length && field.alternatives.length === 0) return field;
  const variants = branchPart.now.variantsOf(field, drawn, found, (held) => fieldOf(drawnSources(held), { ...found, sources: held, alternatives: NONE }, start, place, building, context));
  return variants === undefined ? field : { ...field, variants };
}

/** Several types are alternatives, and so are all where none is said: what kind of answer it is has to be chosen before it can be typed. */
function withTypes(found: Sources, place: Place, building: Building, { findings }: SourceContext): Sources {
  if (found.alternatives.length > 0 || found.sources.length === 0) return found;
  const schema = mergeSchemas(drawnSources(found.sources));
  return isOneKind(schema, found, place, building) ? found : branchPart.now.withTypeAlternatives(found, schema, findings, place.depth + 1);
}

/** The outermost answer has names unless its schema says otherwise, and a record says itself what it is. */
function isOneKind(schema: JsonSchema, { sources }: Sources, place: Place, building: Building): boolean {
  if (listAt(schema, 'type').filter((type) => type !== 'null').length > 1) return false;
  return place.template === '' || isTyped(schema) || recordKind(fieldSettings(building, place.template, sources)) !== undefined;
}

const isTyped = (schema: JsonSchema): boolean => own(schema, 'type') !== undefined || valueType(schema, choicesOf(schema).map(({ value }) => value)) !== undefined;

/** The field that some schemas describe, all of which apply, or those inside it behind gates. */
function fieldOf(drawn: readonly SchemaSource[], found: Sources, start: readonly SchemaSource[], place: Place, building: Building, outer: SourceContext): FieldSpec {
  const schema = mergeSchemas(drawn);
  const ownChoices = choicesOf(schema);
  const isChosenWhole = choosesWhole(ownChoices);
  const type = isChosenWhole ? undefined : valueType(schema, ownChoices.map((choice) => choice.value)) ?? (found.alternatives.length === 0 ? undefined : branchPart.now.branchTypes(found)) ?? (place.template === '' && found.alternatives.length === 0 ? 'object' : undefined);
  const settings = settingsOf(place, building, found);
  const isOneAnswer = isChosenWhole || recordKind(settings) !== undefined || (type === 'object' && isWhole(settings));
  // What comes back is looked into once it is there.
  const isLooked = !isOneAnswer && place.depth <= DEEPEST && !(found.recursive && place.isThere !== true);
  const inner = isLooked ? insideOf(type, found, place, building, outer, settings.widget !== 'cards') : {};
  const blocked = isOneAnswer || (found.recursive && place.isThere !== true) ? undefined : obstacle(type, schema, inner, found, place);
  const unsupported = blocked ?? (inner.children === undefined ? inner.item?.unsupported : undefined);
  const choices = inner.choices ?? (ownChoices.length > 0 ? ownChoices : namedYesAndNo(type, settings));
  const shape = unsupported === undefined && !isOneAnswer ? shapeOf(type, inner) : 'leaf';
  // The outermost list is there even where nothing is in it.
  const isRootList = place.template === '' && (shape === 'list' || shape === 'tuple');
  const field: Omit<FieldSpec, 'widget'> & { widget?: FieldSpec['widget'] } = {
    name: place.name,
    template: place.template,
    schemaPointer: start[0]?.pointer ?? '',
    depth: place.depth,
    shape,
    type,
    nullable: found.nullable || isNullable(schema),
    schema,
    settings,
    unsupported,
    choices,
    computed: own(building.definition.computed, place.template) !== undefined,
    presentWhen: place.presentWhen,
    requiredWhen: isRootList ? NEVER : place.requiredWhen,
    children: unsupported === undefined ? (inner.children ?? NONE) : NONE,
    item: inner.item,
    // A group by its settings has the questions that are listed, and no others.
    entries: settings.widget === 'group' ? undefined : inner.entries,
    alternatives: isOneAnswer ? NONE : found.alternatives,
  };
  field.widget = building.pick(field);
  return field as FieldSpec;
}

/** Yes and no are choices of their own where the settings give them words of their own, such as 符合 and 不符合. */
function namedYesAndNo(type: ValueType | undefined, { options }: FieldSettings): readonly Choice[] {
  const isNamed = type === 'boolean' && isRecord(options) && (own(options, 'true') !== undefined || own(options, 'false') !== undefined);
  return isNamed ? [{ value: true }, { value: false }] : NONE;
}

interface Inner extends Pick<FieldSpec, 'item' | 'entries'> { readonly children?: readonly FieldSpec[]; readonly choices?: readonly Choice[] }

function shapeOf(type: ValueType | undefined, inner: Inner): FieldSpec['shape'] {
  if (type === 'object') return 'group';
  if (type !== 'array' || inner.choices !== undefined) return 'leaf';
  return inner.children === undefined ? 'list' : 'tuple';
}

/** @param ticks - Whether choices are ticked: each once. Else each item of the list is a choice of its own. */
function insideOf(type: ValueType | undefined, found: Sources, place: Place, building: Building, outer: SourceContext, ticks: boolean): Inner {
  if (type !== 'object' && type !== 'array') return {};
  const context = withPath(outer, found.sources);
  if (type === 'object') return { children: propertiesOf(found.sources, place, building, context), entries: entriesOf(found.sources, place, building, context) };
  const places = placesOf(found.sources, place, building, context);
  const items = itemsOf(found.sources, places.length > 0);
  const choices = places.length > 0 || !ticks ? NONE : choicesOf(mergeSchemas(drawnSources(sourcesOf(items, place.depth + 1, { ...context, findings: [] }).sources)));
  if (choices.length > 0) return { choices };
  const item: Place = { name: '*', template: `${place.template}/*`, depth: place.depth, presentWhen: ALWAYS, requiredWhen: NEVER };
  return { ...(places.length > 0 ? { children: places } : {}), item: items.length === 0 ? undefined : building.build(items, item, building, context) };
}

function obstacle(type: ValueType | undefined, schema: JsonSchema, inner: Inner, { sources, alternatives }: Sources, place: Place): UnsupportedReason | undefined {
  if (place.depth > DEEPEST) return 'deep';
  if (alternatives.length > 0 || (place.template === '' && type === 'object')) return undefined;
  if (type === undefined) return isNothing(schema) ? undefined : 'type';
  if (type === 'array' && inner.item === undefined && inner.children === undefined && inner.choices === undefined) return 'type';
  const isKnown = inner.entries !== undefined || sources.some((source) => isRecord(own(source.schema, 'properties')));
  return type === 'object' && !isKnown ? 'open' : undefined;
}
