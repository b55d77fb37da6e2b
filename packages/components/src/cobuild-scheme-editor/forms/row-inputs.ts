import { pointerTokens, valueAt } from '@cobuild/core';
import type { Designer } from './designer-actions.js';
import { settingsPointer } from './designer-actions.js';
import type { PlacedField } from './form-outline.js';

/** What all rows of a form look into, looked up once for each drawing of it. */
interface RowSources {
  readonly id: unknown;
  readonly properties: unknown;
  readonly settings: unknown;
  readonly computed: unknown;
  readonly definitions: unknown;
  readonly shared: unknown;
  readonly required: ReadonlySet<unknown>;
  readonly problems: ReturnType<Designer['context']['problemsIn']>;
}

const known = new WeakMap<Designer, RowSources>();

function sourcesOf(designer: Designer): RowSources {
  const found = known.get(designer);
  if (found !== undefined) return found;
  const { context, form: pointer } = designer;
  const form = valueAt(context.document, pointer);
  const required = valueAt(form, '/schema/required');
  const made: RowSources = {
    id: valueAt(form, '/id'), properties: valueAt(form, '/schema/properties'), settings: valueAt(form, '/fields'), computed: valueAt(form, '/computed'), definitions: valueAt(form, '/schema/$defs'),
    shared: valueAt(context.document, '/definitions'), required: new Set(Array.isArray(required) ? (required as readonly unknown[]) : []), problems: context.problemsIn(`${pointer}/fields`),
  };
  known.set(designer, made);
  return made;
}

/** The answers in a group, in the items of a list, or by reference. */
function holdsAnswers(schema: unknown): boolean {
  if (schema === null || typeof schema !== 'object') return false;
  const { $ref: reference, properties, items } = schema as Readonly<Record<string, unknown>>;
  return reference !== undefined || properties !== undefined || items !== undefined;
}

const isTopLevel = (field: string): boolean => !field.includes('/', 1) && !field.includes('~');
const own = (holder: unknown, key: string): unknown => (holder !== null && typeof holder === 'object' && Object.prototype.hasOwnProperty.call(holder, key) ? (holder as Readonly<Record<string, unknown>>)[key] : undefined);

/**
 * All that the row of a field is drawn from: as long as each of it is the same, the row stays as it is, whatever else of a large form changes. A row that is in hand shows
 * where it could go, so it is drawn each time.
 */
export function rowInputs(designer: Designer, field: string, place: PlacedField | undefined): unknown[] {
  const { context, form, inHand } = designer;
  if (inHand?.kind === 'field' && inHand.field.startsWith(field) && (inHand.field.length === field.length || inHand.field[field.length] === '/')) return [{}];
  const { id, properties, settings, computed, definitions, shared, required, problems } = sourcesOf(designer);
  const isTop = isTopLevel(field);
  const name = isTop ? field.slice(1) : pointerTokens(field)[0] ?? '';
  const schema = own(properties, name);
  const holds = !isTop || holdsAnswers(schema);
  return [
    form, field, place?.list, place?.index, schema, own(settings, field), own(computed, field) !== undefined, required.has(name), context.locale, context.readonly,
    // Of what a field holds, each has its settings and problems.
    ...(holds ? [settings, definitions, shared, problems] : [problems.length === 0 ? problems : context.problemsIn(settingsPointer(form, field))]),
    // What a base says of a field follows from the base and from which of its forms this is.
    context.base, id,
  ];
}
