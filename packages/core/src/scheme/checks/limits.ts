import { escapeToken, valueAt } from '../../problems/json-pointer.js';
import { isObject } from '../../validation/instance.js';
import type { JsonObject } from '../../validation/instance.js';
import type { SchemeCheck } from '../finding.js';
import { entriesAt, partsAt } from '../parts.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What contradicts itself: limits and dates the wrong way round, notices of no days. */
export const limits: SchemeCheck = (document, report) => {
  for (const { pointer } of partsAt(document, '/publicity/notices')) {
    const period = settled(document, `${pointer}/period`);
    if (period?.value['amount'] === 0) report({ code: 'scheme/no-days', severity: 'warning', pointer: period.pointer, params: {} });
  }
  for (const { key, value, pointer } of entriesAt(document, '/parameters')) {
    const { minimum, maximum } = value;
    if (typeof minimum === 'number' && typeof maximum === 'number' && minimum > maximum) report({ code: 'scheme/parameter-limits', severity: 'error', pointer: `${pointer}/minimum`, params: { key, minimum, maximum } });
  }
  const [from, to] = [valueAt(document, '/effective/from'), valueAt(document, '/effective/to')];
  const isWrong = typeof from === 'string' && typeof to === 'string' && DAY.test(from) && DAY.test(to) && to < from;
  if (isWrong) report({ code: 'scheme/effective-order', severity: 'error', pointer: '/effective/to', params: { from, to } });
};

/** The value at a place, or that of the parameter which stands there, with where it is written. */
function settled(document: unknown, pointer: string): { readonly value: JsonObject; readonly pointer: string } | undefined {
  const value = valueAt(document, pointer);
  if (!isObject(value)) return undefined;
  if (typeof value['parameter'] !== 'string') return { value, pointer };
  const at = `/parameters/${escapeToken(value['parameter'])}/value`;
  const set = valueAt(document, at);
  return isObject(set) ? { value: set, pointer: at } : undefined;
}
