import { escapeToken, pointerTokens, valueAt } from '../../problems/json-pointer.js';
import { isObject } from '../../validation/instance.js';
import type { SchemeCheck } from '../finding.js';
import { walkFormat } from '../format-schema.js';

/** Allocations have checks and sentences of their own. */
const ELSEWHERE = '/allocation/';

/** Shares of a whole that are more than all of it, wherever the format has a ratio; a parameter is looked at where it is used. */
export const ratios: SchemeCheck = (document, report) => {
  walkFormat(document, (value, pointer, sites) => {
    if (!sites.some(({ schema }) => schema['title'] === 'Ratio') || pointer.startsWith(ELSEWHERE)) return;
    const ratio = settledRatio(document, value, pointer);
    if (ratio === undefined || ratio.q <= 0 || ratio.p <= ratio.q) return;
    const isVote = pointerTokens(pointer)[0] === 'thresholds';
    report({ code: 'scheme/ratio-above-one', severity: 'error', pointer: ratio.pointer, params: { p: ratio.p, q: ratio.q, ...(isVote ? { unreachable: true } : {}) } });
  });
};

interface Ratio { readonly p: number; readonly q: number; readonly pointer: string }

/** A ratio that stands at a place, or that of the parameter which stands there, with where it is written. */
function settledRatio(document: unknown, value: unknown, pointer: string): Ratio | undefined {
  if (!isObject(value)) return undefined;
  const { parameter, p, q } = value;
  if (typeof p === 'number' && typeof q === 'number') return { p, q, pointer };
  if (typeof parameter !== 'string' || valueAt(document, `/parameters/${escapeToken(parameter)}/type`) !== 'ratio') return undefined;
  const at = `/parameters/${escapeToken(parameter)}/value`;
  const set = valueAt(document, at);
  return isObject(set) && typeof set['p'] === 'number' && typeof set['q'] === 'number' ? { p: set['p'], q: set['q'], pointer: at } : undefined;
}
