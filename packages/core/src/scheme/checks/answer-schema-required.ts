import { isObject } from '../../validation/instance.js';
import type { SchemeCheck } from '../finding.js';
import { nearestName } from '../nearest-name.js';
import { partsAt } from '../parts.js';
import { answerNames } from './answer-fields.js';
import { INSIDE_VALUE, SAME_VALUE, subSchemas } from './sub-schemas.js';

interface Named { readonly name: string; readonly pointer: string; readonly known: readonly string[] }

/** What a form asks for is something that it has: an answer that no field takes could never be given. */
export const requiredAnswers: SchemeCheck = (document, report) => {
  for (const form of partsAt(document, '/forms')) {
    for (const { name, pointer, known } of missingIn(form.value['schema'], `${form.pointer}/schema`, undefined, form.value['schema'])) {
      const nearest = nearestName(name, known);
      report({ code: 'scheme/unknown-required', severity: 'error', pointer, params: { name, known, ...(nearest === undefined ? {} : { nearest }) } });
    }
  }
};

/** @param outer - Names that the schemas around know of the same object. */
function missingIn(schema: unknown, pointer: string, outer: readonly string[] | undefined, root: unknown): Named[] {
  if (!isObject(schema)) return [];
  const known = [...(outer ?? []), ...answerNames(schema, root)];
  const required: unknown[] = Array.isArray(schema['required']) ? (schema['required'] as unknown[]) : [];
  // Without properties the schema says of an object only what it must have; another one that refers to it says the rest.
  const isOpen = known.length === 0 || isObject(schema['patternProperties']);
  const own = required.flatMap((name, index) => (typeof name === 'string' && !isOpen && !known.includes(name) ? [{ name, pointer: `${pointer}/required/${index}`, known }] : []));
  return [
    ...own,
    ...subSchemas(schema, pointer, SAME_VALUE).flatMap((part) => missingIn(part.schema, part.pointer, known, root)),
    ...subSchemas(schema, pointer, INSIDE_VALUE).flatMap((part) => missingIn(part.schema, part.pointer, undefined, root)),
  ];
}
