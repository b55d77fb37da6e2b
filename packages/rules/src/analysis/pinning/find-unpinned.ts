import type { Calendar, Scheme, SchemeTest } from '@cobuild/core';
import { caseFacts, decisionDay } from '../../decision/case-facts.js';
import { resolvedScheme } from '../../decision/resolved-scheme.js';
import { compareDecision, decideTest } from '../../scheme-tests/index.js';
import { conditionMutations } from './condition-mutations.js';
import type { Mutation, TestRun } from './mutation.js';
import { scoreMutations } from './score-mutations.js';
import { suggestTest } from './suggest-test.js';
import { voteMutations } from './vote-mutations.js';

/** A number that decides, or a word in its place, that could be another without any test of the scheme failing. */
export interface UnpinnedThreshold {
  /** From the root of the scheme. */
  readonly pointer: string;
  readonly value: unknown;
  /** Values, or words, in its place that no test notices. */
  readonly unnoticed: readonly unknown[];
  /** A test that would notice: a case just at the limit, with what the scheme as it stands decides. */
  readonly suggestion?: SchemeTest;
}

/**
 * Finds thresholds that no test of the scheme pins: each is moved by one step down and up, `>` becomes `>=`, the base of a vote its neighbour, and the
 * tests that it can concern are run again. Tests that fail anyway notice nothing.
 *
 * @param scheme - As loaded, without errors.
 * @returns In the order of parameters, requirements, votes and score card.
 * @example findUnpinned(scheme, { calendar: chinaCalendar }).map(({ pointer }) => pointer) // ['/parameters/perProjectCap/value']
 */
export function findUnpinned(scheme: Scheme, { calendar }: { readonly calendar: Calendar }): readonly UnpinnedThreshold[] {
  const runs = (scheme.tests ?? []).flatMap((test): TestRun[] => {
    const decision = decideTest(scheme, test, calendar);
    const facts = caseFacts(resolvedScheme(scheme, test.set), test.case, decisionDay(test.case, test.today));
    return compareDecision(test, decision).length === 0 ? [{ test, facts, decision }] : [];
  });
  const isNoticed = (mutation: Mutation): boolean => runs.some((run) => mutation.touches(run) && compareDecision(run.test, decideTest(mutation.scheme, run.test, calendar)).length > 0);
  const mutations = [...conditionMutations(scheme), ...voteMutations(scheme, runs), ...scoreMutations(scheme)];
  const pointers = [...new Set(mutations.map(({ pointer }) => pointer))];
  return pointers.flatMap((pointer): UnpinnedThreshold[] => {
    const own = mutations.filter((mutation) => mutation.pointer === pointer);
    const unnoticed = ways(own).filter((way) => !way.some(isNoticed)).flatMap(([first]) => {
      const suggestion = first === undefined ? 'no difference' : suggestTest(scheme, first, runs, calendar);
      return first === undefined || suggestion === 'no difference' ? [] : [{ first, suggestion }];
    });
    const [least] = unnoticed;
    if (least === undefined) return [];
    const suggestion = unnoticed.map((each) => each.suggestion).find((each) => each !== undefined);
    return [{ pointer, value: least.first.original, unnoticed: unnoticed.map(({ first }) => first.mutant), ...(suggestion === undefined ? {} : { suggestion }) }];
  });
}

/** Shares of several committees move the same way; it is enough when a test of one of them notices. */
function ways(mutations: readonly Mutation[]): readonly (readonly Mutation[])[] {
  const shareOf = (value: unknown): number | undefined => {
    const { p, q } = (typeof value === 'object' && value !== null ? value : {}) as { readonly p?: unknown; readonly q?: unknown };
    return typeof p === 'number' && typeof q === 'number' ? p / q : undefined;
  };
  const [first] = mutations;
  const original = shareOf(first?.original);
  if (original === undefined) return mutations.map((mutation) => [mutation]);
  const above = mutations.filter(({ mutant }) => (shareOf(mutant) ?? original) >= original);
  const below = mutations.filter((mutation) => !above.includes(mutation));
  return [below, above].filter((way) => way.length > 0);
}
