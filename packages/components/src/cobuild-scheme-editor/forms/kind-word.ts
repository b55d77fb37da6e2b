import type { FormDefinition } from '@cobuild/core';
import { valueAt } from '@cobuild/core';
import { drawnField } from './definitions.js';
import type { Designer } from './designer-actions.js';
import { settingsPointer } from './designer-actions.js';
import { followed, schemaPointer } from './form-outline.js';
import { palette } from './palette.js';

const LONGEST_LINE = 100;

/** What a field is, in a word: by its record, its widget, its format, its type. */
export function kindWord(designer: Designer, field: string): string {
  const { context, words, form } = designer;
  const drawn = drawnField(context.document, form, field);
  if (drawn !== undefined) return drawn.isList ? words.entries.list : kindWord({ ...designer, form: drawn.definition.pointer }, '');
  const settings = valueAt(context.document, settingsPointer(form, field));
  const schema = valueAt(context.document, followed(context.document, form, schemaPointer(context.document, form, field)));
  const record = Object.keys((valueAt(settings, '/record') ?? {})).find((name) => palette.some(({ settings: own }) => own?.record !== undefined && name in own.record));
  // A text that may be long is drawn in several lines.
  const drawnBy = valueAt(settings, '/widget') ?? (valueAt(schema, '/type') === 'string' && Number(valueAt(schema, '/maxLength') ?? 0) > LONGEST_LINE ? 'textarea' : undefined);
  const fits = [...palette].sort((one, other) => Number(other.settings?.widget === drawnBy) - Number(one.settings?.widget === drawnBy)).find(({ schema: own, settings: set }) => (record === undefined
    ? own['type'] === valueAt(schema, '/type') && own['format'] === valueAt(schema, '/format') && ('enum' in own) === Array.isArray(valueAt(schema, '/enum')) && set?.record === undefined && (set?.widget === undefined || set.widget === drawnBy) && (set?.mask === undefined || own['format'] !== undefined || set.mask === valueAt(settings, '/mask')) && ((own['items'] as FormDefinition['schema'] | undefined)?.['enum'] !== undefined) === Array.isArray(valueAt(schema, '/items/enum')) && own['const'] === valueAt(schema, '/const') && !('properties' in own && own['type'] === 'object' && set?.widget === undefined)
    : set?.record !== undefined && record in set.record));
  return fits === undefined ? (valueAt(schema, '/type') === 'object' ? words.group : words.entries.text) : words.entries[fits.id];
}
