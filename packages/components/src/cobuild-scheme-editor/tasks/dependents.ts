import type { Locale } from '@cobuild/core';
import { describePlace, escapeToken, formatName, referencedPlace, valueAt } from '@cobuild/core';
import { heading } from '../editor-context.js';
import { pageOf, titleOf } from '../outline.js';

/** A part of the scheme or a thing in one, by the page that shows it. */
export interface Dependent {
  readonly pointer: string;
  readonly title: string;
}

/** By scheme and language, so that drawing again asks nothing anew. */
const known = new WeakMap<object, Map<string, readonly Dependent[]>>();

/**
 * What waits for a place to be decided: the thing that the place lies in, what names that thing, and what names those in turn; of a parameter the rules that read it, of a vote rule the
 * stages that vote by it.
 *
 * @param pointer - Into the merged scheme.
 */
export function dependentsOf(document: object, pointer: string, locale: Locale): readonly Dependent[] {
  const byPlace = known.get(document) ?? new Map<string, readonly Dependent[]>();
  known.set(document, byPlace);
  const key = `${locale} ${pageOf(pointer)}`;
  const found = byPlace.get(key) ?? findDependents(document, pageOf(pointer), locale);
  byPlace.set(key, found);
  return found;
}

function findDependents(document: object, first: string, locale: Locale): readonly Dependent[] {
  const found = [first];
  // What is found is looked for in its turn.
  for (const page of found) for (const next of pagesNaming(document, page)) if (!found.includes(next)) found.push(next);
  return found.filter((page) => page !== '').map((page) => ({ pointer: page, title: titleOf(valueAt(document, page), locale) || heading(formatName(page.split('/').pop() ?? '', locale)) }));
}

/** Pages of what names a thing by its id, or reads a parameter by its key. */
function pagesNaming(document: object, page: string): readonly string[] {
  // A stage waits itself; those that lead to it do not.
  if (page.startsWith('/stages/')) return [];
  const isParameter = page.startsWith('/parameters/');
  const id = isParameter ? page.slice('/parameters/'.length) : valueAt(document, `${page}/id`);
  if (typeof id !== 'string') return [];
  const found = new Set<string>();
  const visit = (value: unknown, pointer: string, name: string): void => {
    if (typeof value === 'string') {
      const names = isParameter ? (name === 'parameter' && value === id) || (name === 'path' && (value === `$.${id}` || value.startsWith(`$.${id}.`)) && valueAt(document, pointer.replace(/path$/, 'fact')) === 'parameters') : value === id && name !== 'id' && isNamed(document, pointer, id, page);
      if (names) found.add(pageOf(pointer));
    } else if (value !== null && typeof value === 'object') {
      // Tests and answers expect what comes out; nothing waits for them.
      for (const [key, member] of Object.entries(value)) if (!(pointer === '' && (key === 'tests' || key === 'parameters')) && key !== 'schema') visit(member, `${pointer}/${escapeToken(key)}`, key);
    }
  };
  visit(document, '', '');
  found.delete(page);
  return [...found];
}

function isNamed(document: object, pointer: string, id: string, page: string): boolean {
  const refersTo = describePlace(document, pointer)?.refersTo;
  return refersTo !== undefined && referencedPlace(document, refersTo, id) === page;
}
