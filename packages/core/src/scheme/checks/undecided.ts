import { isObject } from '../../validation/instance.js';
import { escapeToken, pointerTokens } from '../../problems/json-pointer.js';
import type { SchemeCheck } from '../finding.js';
import { isOpen, walkFormat } from '../format-schema.js';
import { partsAt } from '../parts.js';
import { findUndecided } from '../undecided.js';

/** Holes, and `UNDECIDED` where the format allows none. */
export const undecided: SchemeCheck = (document, report) => {
  for (const { pointer, blocksPublishing, examples } of findUndecided(document)) {
    const [part, parameter] = pointerTokens(pointer);
    const params = { blocksPublishing, examples, ...(part === 'parameters' ? { parameter } : {}) };
    report({ code: 'scheme/undecided', severity: blocksPublishing ? 'undecided' : 'info', pointer, params });
  }
  const refuse = (pointer: string): void => report({ code: 'scheme/undecided-not-allowed', severity: 'error', pointer, params: {} });
  walkFormat(document, (value, pointer, sites) => {
    // The cases of tests hold answers, where the word is a text like any other.
    if (value === 'UNDECIDED' && !isOpen(sites) && !pointer.startsWith('/tests/')) refuse(pointer);
  });
  for (const { value, pointer } of partsAt(document, '/forms')) placesOf(value['schema'], `${pointer}/schema`).forEach(refuse);
};

function placesOf(value: unknown, pointer: string): string[] {
  if (value === 'UNDECIDED') return [pointer];
  if (Array.isArray(value)) return value.flatMap((item, index) => placesOf(item, `${pointer}/${index}`));
  return isObject(value) ? Object.entries(value).flatMap(([key, member]) => placesOf(member, `${pointer}/${escapeToken(key)}`)) : [];
}
