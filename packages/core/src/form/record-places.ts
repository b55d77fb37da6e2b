import { pointerTokens, toPointer, valueAt } from '../problems/json-pointer.js';
import type { Locale } from '../problems/problem.js';
import { recordPlaceLabel } from '../records/place-label.js';
import type { FieldSpec } from './field-spec.js';
import { specAt, specsOnTheWay } from './labels.js';
import { recordKind } from './record-kind.js';
import { isWhole } from './whole-answers.js';

/** Whether the answer at a pointer is asked for as one, whatever is inside: a record, several choices, an answer of several parts. */
export function isRecordAt(root: FieldSpec, pointer: string): boolean {
  const spec = specAt(root, pointer);
  return spec !== undefined && (recordKind(spec.settings) !== undefined || (spec.shape === 'leaf' && (spec.choices.length > 0 || isWhole(spec.settings))));
}

/** How a sentence names a place inside a record, `“党员大会审议”的日期`; `undefined` where the pointer is none. */
export function labelInRecord(root: FieldSpec, pointer: string, answers: unknown, locale: Locale): string | undefined {
  const way = specsOnTheWay(root, pointer);
  const spec = way[way.length - 1];
  const kind = spec && recordKind(spec.settings);
  const tokens = pointerTokens(pointer);
  if (spec === undefined || kind === undefined || tokens.length < way.length) return undefined;
  const record = valueAt(answers, toPointer(...tokens.slice(0, way.length - 1)));
  return recordPlaceLabel(kind, tokens.slice(way.length - 1), record, spec.settings.record ?? {}, locale);
}
