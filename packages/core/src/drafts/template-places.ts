import { isRecord } from '../form/json-schema.js';
import { pointerTokens, toPointer, valueAt } from '../problems/json-pointer.js';
import { withValueAt } from '../problems/with-value-at.js';
import type { DraftAnswers } from './form-draft.js';

/** Every answer that a template addresses, with the indexes that stood for its `*`. Places without an answer are left out. */
export function placesOf(answers: DraftAnswers, template: string): readonly { readonly pointer: string; readonly indexes: readonly number[] }[] {
  let places: { pointer: string; indexes: readonly number[] }[] = [{ pointer: '', indexes: [] }];
  for (const token of pointerTokens(template)) {
    places = places.flatMap(({ pointer, indexes }) => {
      if (token !== '*') return [{ pointer: `${pointer}${toPointer(token)}`, indexes }];
      const list = valueAt(answers, pointer);
      return Array.isArray(list) ? list.map((_, index) => ({ pointer: `${pointer}/${index}`, indexes: [...indexes, index] })) : [];
    });
  }
  return places.filter(({ pointer }) => valueAt(answers, pointer) !== undefined);
}

/** The template with these indexes for its `*`, one after the other. */
export function pointerOf(template: string, indexes: readonly number[]): string {
  let next = 0;
  return toPointer(...pointerTokens(template).map((token) => (token === '*' ? String(indexes[next++]) : token)));
}

/** The pointer with `*` for every index of a list. */
export function templateOf(answers: unknown, pointer: string): string {
  const tokens = pointerTokens(pointer);
  return toPointer(...tokens.map((token, index) => (Array.isArray(valueAt(answers, toPointer(...tokens.slice(0, index)))) ? '*' : token)));
}

/** Takes an answer out, and the groups around it that are empty then: a group without answers would look like an answer. */
export function without(answers: DraftAnswers, pointer: string): DraftAnswers {
  let next = withValueAt(answers, pointer, undefined) as DraftAnswers;
  for (let tokens = pointerTokens(pointer).slice(0, -1); tokens.length > 0; tokens = tokens.slice(0, -1)) {
    const around = toPointer(...tokens);
    const group = valueAt(next, around);
    const holder = valueAt(next, toPointer(...tokens.slice(0, -1)));
    if (!isRecord(group) || Object.keys(group).length > 0 || Array.isArray(holder)) break;
    next = withValueAt(next, around, undefined) as DraftAnswers;
  }
  return next;
}
