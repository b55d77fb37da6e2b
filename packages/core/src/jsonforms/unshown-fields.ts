import { toPointer } from '../problems/json-pointer.js';
import type { JsonSchema } from '../form/json-schema.js';
import { hasType } from './answers-schema.js';
import { NEVER } from './conditions.js';
import { propertyNames, schemaAt } from './scopes.js';
import type { SettingsBook } from './settings-book.js';

/**
 * JSON Forms shows what its layout names and nothing else; what it does not show stays in the data. Here fields that no section
 * names come last, so those are hidden for good and keep their answers.
 *
 * @param template - Of the object whose fields are looked through.
 */
export function hideUnshown(root: JsonSchema, schema: JsonSchema, template: string, book: SettingsBook): void {
  for (const name of propertyNames(root, schema)) {
    const field = `${template}${toPointer(name)}`;
    const inner = schemaAt(root, schema, [name]);
    if (inner !== undefined && hasType(inner, 'array') && book.holdsPlaced(`${field}/*`)) {
      const items = schemaAt(root, inner, ['*']);
      if (items !== undefined) hideUnshown(root, items, `${field}/*`, book);
    }
    if (book.isPlaced(field)) continue;
    if (inner !== undefined && book.holdsPlaced(field)) hideUnshown(root, inner, field, book);
    else book.add(field, { visibleWhen: NEVER, hiddenAnswer: 'keep' });
  }
}
