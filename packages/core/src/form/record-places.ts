import { pointerTokens, toPointer, valueAt } from '../problems/json-pointer.js';
import type { Locale } from '../problems/problem.js';
import { recordPlaceLabel } from '../records/place-label.js';
import type { FieldSpec } from './field-spec.js';
import { specsOnTheWay } from './spec-at.js';
import { recordKind } from './record-kind.js';

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
