import type { Scheme } from '@cobuild/core';
import { toPointer, valueAt, withValueAt } from '@cobuild/core';
import type { Mutation, TestRun } from './mutation.js';
import { isSet } from './condition-mutations.js';
import { neighbours } from './mutation.js';

/** Settings of the score card that are numbers and decide; marks of anchors are words beside a number and decide nothing. */
const DECIDING: readonly RegExp[] = [
  /^\/scoring\/(totalMinimum|totalMaximum|passMark)$/, /^\/scoring\/criteria\/\d+\/weight$/, /^\/scoring\/bands\/\d+\/from$/, /^\/scoring\/panel\/(dropHighest|dropLowest|minimumScores)$/,
  /^\/scoring\/criteria\/\d+\/byFact\/(otherwise|bands\/\d+\/(from|mark))$/, /^\/scoring\/criteria\/\d+\/(minimum|maximum)$/, /^\/scoring\/rounding\/step$/,
];
/** A band ends where the next begins. */
const UPPER = /^\/scoring\/(.*\/)?bands\/\d+\/below$/;

/** The numbers of the score card: weights and ranges of criteria, rounding, pass mark, where bands begin, and what a panel needs. */
export function scoreMutations(scheme: Scheme): readonly Mutation[] {
  const reads = (run: TestRun): boolean => run.decision.score !== null || (run.test.case.scores ?? []).length > 0 || run.decision.trace.score !== undefined;
  return placesOf(scheme.scoring, '/scoring').filter((pointer) => DECIDING.some((pattern) => pattern.test(pointer))).flatMap((written) => {
    const key: unknown = valueAt(scheme, `${written}/parameter`);
    const pointer = typeof key === 'string' ? `${toPointer('parameters', key)}/value` : written;
    const value = valueAt(scheme, pointer);
    if (typeof value !== 'number') return [];
    // Nothing is rounded to steps of nothing, and no criterion ends at nothing.
    const isPossible = (mutant: number): boolean => mutant > 0 || !/\/(step|maximum)$/.test(written);
    return neighbours(value, undefined).filter(isPossible).map((mutant): Mutation => ({
      pointer, original: value, mutant, scheme: moved(scheme, written, pointer, value, mutant), rules: [], touches: (run) => reads(run) && (typeof key !== 'string' || !isSet(run, key)),
    }));
  });
}

/** The bound of the band before moves along, so that no gap opens. */
function moved(scheme: Scheme, written: string, pointer: string, value: number, mutant: number): Scheme {
  const changed = withValueAt(scheme, pointer, mutant) as Scheme;
  const bands = /^(.*\/bands)\/\d+\/from$/.exec(written)?.[1];
  if (bands === undefined) return changed;
  return placesOf(valueAt(scheme, bands), bands).filter((place) => UPPER.test(place) && valueAt(scheme, place) === value).reduce((all, place) => withValueAt(all, place, mutant) as Scheme, changed);
}

function placesOf(value: unknown, pointer: string): string[] {
  if (typeof value !== 'object' || value === null) return [pointer];
  return [pointer, ...Object.entries(value).flatMap(([key, member]) => placesOf(member, `${pointer}${toPointer(key)}`))];
}
