import { pointerTokens, valueAt } from '@cobuild/core';
import type { Designer } from './designer-actions.js';
import { settingsPointer } from './designer-actions.js';
import type { PlacedField } from './form-outline.js';

/** What all rows of a form look into, looked up once for each form. */
interface RowSources {
  readonly id: unknown;
  readonly properties: unknown;
  readonly settings: unknown;
  readonly computed: unknown;
  readonly definitions: unknown;
  readonly required: ReadonlySet<unknown>;
}

const known = new WeakMap<object, RowSources>();

function sourcesOf(form: unknown): RowSources {
  const found = form !== null && typeof form === 'object' ? known.get(form) : undefined;
  if (found !== undefined) return found;
  const required = valueAt(form, '/schema/required');
  const made: RowSources = {
    id: valueAt(form, '/id'), properties: valueAt(form, '/schema/properties'), settings: valueAt(form, '/fields'), computed: valueAt(form, '/computed'), definitions: valueAt(form, '/schema/$defs'),
    required: new Set(Array.isArray(required) ? (required as readonly unknown[]) : []),
  };
  if (form !== null && typeof form === 'object') known.set(form, made);
  return made;
}

const own = (holder: unknown, key: string): unknown => (holder !== null && typeof holder === 'object' && Object.prototype.hasOwnProperty.call(holder, key) ? (holder as Readonly<Record<string, unknown>>)[key] : undefined);

/**
 * All that the row of a field is drawn from: as long as each of it is the same, the row stays as it is, whatever else of a large form changes. A row that is in hand shows
 * where it could go, so it is drawn each time.
 */
export function rowInputs({ context, form, inHand }: Designer, field: string, place: PlacedField | undefined): unknown[] {
  if (inHand?.kind === 'field' && (inHand.field === field || inHand.field.startsWith(`${field}/`))) return [{}];
  const { id, properties, settings, computed, definitions, required } = sourcesOf(valueAt(context.document, form));
  const [name = '', ...inside] = pointerTokens(field);
  const schema = own(properties, name);
  const holds = inside.length > 0 || ['$ref', 'properties', 'items'].some((key) => own(schema, key) !== undefined);
  return [
    form, field, place?.list, place?.index, schema, own(settings, field), own(computed, field) !== undefined, required.has(name), context.locale, context.readonly,
    // Of what a field holds, each has its settings and problems.
    ...(holds ? [settings, definitions, valueAt(context.document, '/definitions'), context.problemsIn(`${form}/fields`)] : [context.problemsIn(settingsPointer(form, field))]),
    // What a base says of a field follows from the base and from which of its forms this is.
    context.base, id,
  ];
}
