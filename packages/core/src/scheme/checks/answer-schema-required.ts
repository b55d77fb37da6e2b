import { escapeToken } from '../../problems/json-pointer.js';
import { isObject } from '../../validation/instance.js';
import type { SchemeCheck } from '../finding.js';
import { nearestName } from '../nearest-name.js';
import { partsAt } from '../parts.js';
import { answerNames } from './answer-fields.js';

/** Keywords whose schemas speak of the same object: by their shape. */
const SAME = { list: ['allOf', 'anyOf', 'oneOf'], single: ['if', 'then', 'else', 'not'], map: ['dependentSchemas'] };
/** Keywords whose schemas speak of something inside it. */
const INSIDE = { list: ['prefixItems'], single: ['items', 'contains', 'additionalProperties'], map: ['properties', 'patternProperties', '$defs', 'definitions'] };

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
    ...parts(schema, pointer, SAME).flatMap((part) => missingIn(part.schema, part.pointer, known, root)),
    ...parts(schema, pointer, INSIDE).flatMap((part) => missingIn(part.schema, part.pointer, undefined, root)),
  ];
}

function parts(schema: Readonly<Record<string, unknown>>, pointer: string, { list, single, map }: typeof SAME): { readonly schema: unknown; readonly pointer: string }[] {
  return [
    ...single.map((keyword) => ({ schema: schema[keyword], pointer: `${pointer}/${keyword}` })),
    ...list.flatMap((keyword) => (Array.isArray(schema[keyword]) ? (schema[keyword] as unknown[]).map((part, index) => ({ schema: part, pointer: `${pointer}/${keyword}/${index}` })) : [])),
    ...map.flatMap((keyword) => (isObject(schema[keyword]) ? Object.entries(schema[keyword]).map(([key, part]) => ({ schema: part, pointer: `${pointer}/${keyword}/${escapeToken(key)}` })) : [])),
  ];
}
