import { isRecord, own } from '../form/json-schema.js';
import { specsOnTheWay } from '../form/spec-at.js';
import { recordKind } from '../form/record-kind.js';
import type { FormDefinition } from '../generated/types.js';
import { pointerTokens } from '../problems/json-pointer.js';
import { recordSchema } from '../records/record-schema.js';
import { fieldsOf } from './question-titles.js';

/** Whether a form has a place for an answer: a question, or a cell of a record, which is one question with a value of many parts. */
export function hasPlace(definition: FormDefinition, template: string): boolean {
  const tokens = pointerTokens(template);
  const way = specsOnTheWay(fieldsOf(definition), template);
  const inside = tokens.slice(way.length - 1);
  if (inside.length === 0) return true;
  const kind = recordKind(way[way.length - 1]?.settings ?? {});
  return kind !== undefined && isInSchema(recordSchema(kind), inside);
}

function isInSchema(schema: unknown, tokens: readonly string[]): boolean {
  let current = schema;
  for (const token of tokens) current = /^(\d+|\*)$/.test(token) && own(current, 'items') !== undefined ? own(current, 'items') : own(own(current, 'properties'), token);
  return isRecord(current);
}
