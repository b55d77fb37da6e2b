import { equalityKey, isObject } from '../../validation/instance.js';
import type { JsonObject } from '../../validation/instance.js';
import { pointerTokens } from '../../problems/json-pointer.js';
import type { DocumentFinding, SchemeCheck } from '../finding.js';
import { entriesAt, partsAt } from '../parts.js';
import { INSIDE_VALUE, SAME_VALUE, subSchemas } from './sub-schemas.js';

/** Keywords that leave nothing between them: where the first is greater, or, of those that leave the limit itself out, where it is as great. */
const PAIRS: readonly (readonly [low: string, high: string, meets: boolean])[] = [
  ['minimum', 'maximum', true], ['exclusiveMinimum', 'maximum', false], ['minimum', 'exclusiveMaximum', false], ['exclusiveMinimum', 'exclusiveMaximum', false],
  ['minLength', 'maxLength', true], ['minItems', 'maxItems', true], ['minProperties', 'maxProperties', true], ['minContains', 'maxContains', true],
];
/** Numbers below 0 are no limit of these, which is told by itself. */
const COUNTED = /^min(Length|Items|Properties|Contains)$/;
/** What stands below these need not come out. */
const ALTERNATIVES: readonly string[] = ['if', 'not'];

/** Answers that nobody can give: limits the wrong way round, and options that are there twice. */
export const answerLimits: SchemeCheck = (document, report) => {
  for (const form of partsAt(document, '/forms')) {
    const titles = new Map(entriesAt(document, `${form.pointer}/fields`).map(({ key, value }) => [key, value['title']]));
    checkSchema(form.value['schema'], { pointer: `${form.pointer}/schema`, answer: '' }, undefined, { titles, report });
  }
};

/** Where a schema stands, and the answer that it speaks of: `/lines/*`. */
interface Place { readonly pointer: string; readonly answer: string }
interface Check { readonly titles: ReadonlyMap<string, unknown>; readonly report: (finding: DocumentFinding) => void }

/** @param around - What the field is called that a schema without a title belongs to. */
function checkSchema(schema: unknown, { pointer, answer }: Place, around: unknown, check: Check): void {
  if (!isObject(schema)) return;
  const { titles, report } = check;
  const field = titles.get(answer) ?? schema['title'] ?? around ?? pointerTokens(pointer).pop();
  for (const [low, high, meets] of PAIRS) {
    const [least, most] = [schema[low], schema[high]];
    if (typeof least !== 'number' || typeof most !== 'number' || (COUNTED.test(low) && most < 0) || (meets ? least <= most : least < most)) continue;
    report({ code: 'scheme/answer-limits', severity: 'error', pointer: `${pointer}/${low}`, params: { field, low, high, least, most } });
  }
  checkOptions(schema, pointer, field, report);
  for (const part of subSchemas(schema, pointer, SAME_VALUE)) if (!ALTERNATIVES.includes(pointerTokens(part.pointer).pop() ?? '')) checkSchema(part.schema, { pointer: part.pointer, answer }, field, check);
  for (const part of subSchemas(schema, pointer, INSIDE_VALUE)) {
    const isItem = /\/(items|contains)$/.test(part.pointer);
    checkSchema(part.schema, { pointer: part.pointer, answer: `${answer}/${isItem ? '*' : (part.pointer.split('/').pop() ?? '')}` }, isItem ? field : undefined, check);
  }
}

/** An option of `enum` that is there twice changes nothing; one of `oneOf` fits twice then, and is refused. */
function checkOptions(schema: JsonObject, pointer: string, field: unknown, report: Check['report']): void {
  const lists = [
    { keyword: 'enum', severity: 'warning' as const, options: (Array.isArray(schema['enum']) ? (schema['enum'] as unknown[]) : []).map((value) => ({ value })) },
    { keyword: 'oneOf', severity: 'error' as const, options: (Array.isArray(schema['oneOf']) ? (schema['oneOf'] as unknown[]) : []).map((branch) => (isObject(branch) && 'const' in branch ? { value: branch['const'] } : undefined)) },
  ];
  for (const { keyword, severity, options } of lists) {
    const seen = new Set<string>();
    for (const [index, option] of options.entries()) {
      if (option === undefined) continue;
      const key = equalityKey(option.value);
      if (seen.has(key)) report({ code: 'scheme/option-twice', severity, pointer: `${pointer}/${keyword}/${index}`, params: { field, value: option.value, refused: severity === 'error' } });
      seen.add(key);
    }
  }
}
