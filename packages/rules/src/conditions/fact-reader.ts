import type { Facts } from '@cobuild/core';
import { parsePath } from './parse-path.js';
import type { FactReference } from './read-condition.js';
import { compileSteps } from './resolve-path.js';

/** Reads one value of what is judged: a fact, or what its path leads to. `undefined` where there is none. */
export type FactReader = (facts: Facts) => unknown;

/** Makes readers; whoever judges many cases hands in one whose readers find what was read before. */
export type FactReaders = (reference: FactReference) => FactReader;

/** The value of a fact; facts are own properties. */
export function ownFact(facts: Facts, fact: string): unknown {
  return Object.prototype.hasOwnProperty.call(facts, fact) ? facts[fact] : undefined;
}

/** A reader of own properties only. A path that is refused leads nowhere. */
export const factReader: FactReaders = ({ fact, path }) => {
  if (path === undefined) return (facts) => ownFact(facts, fact);
  const parsed = parsePath(path);
  if (!parsed.ok) return () => undefined;
  const follow = compileSteps(parsed);
  return (facts) => follow(ownFact(facts, fact));
};
