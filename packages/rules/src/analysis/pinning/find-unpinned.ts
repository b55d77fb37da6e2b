import type { Calendar, Scheme, SchemeTest } from '@cobuild/core';
import { caseFacts, decisionDay } from '../../decision/case-facts.js';
import { resolvedScheme } from '../../decision/resolved-scheme.js';
import type { EligibilityOptions } from '../../eligibility/index.js';
import { compareDecision, decideTest } from '../../scheme-tests/index.js';
import { conditionMutations } from './condition-mutations.js';
import type { Mutation, TestRun } from './mutation.js';
import { scoreMutations } from './score-mutations.js';
import { makesDifference, suggestTest, suggestionContext } from './suggest-test.js';
import { tableMutations } from './table-mutations.js';
import { voteMutations } from './vote-mutations.js';

/** More suggestions than these are not worked out at once; the next call gives the next ones. */
const MOST_SUGGESTED = 25;

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
 * @param options.operators - Own operators of the scheme's conditions. Their own values are not moved: what lies next to one only the operator knows.
 * @returns In the order of parameters, requirements, votes, score card and decision tables.
 * @example findUnpinned(scheme, { calendar: chinaCalendar }).map(({ pointer }) => pointer) // ['/parameters/perProjectCap/value']
 */
export function findUnpinned(scheme: Scheme, { calendar, operators }: EligibilityOptions & { readonly calendar: Calendar }): readonly UnpinnedThreshold[] {
  const runs = (scheme.tests ?? []).flatMap((test): TestRun[] => {
    const decision = decideTest(scheme, test, calendar, operators);
    const facts = caseFacts(resolvedScheme(scheme, test.set), test.case, decisionDay(test.case, test.today));
    return compareDecision(test, decision).length === 0 ? [{ test, facts, decision }] : [];
  });
  const isNoticed = (mutation: Mutation): boolean => runs.some((run) => mutation.touches(run) && compareDecision(run.test, decideTest(mutation.scheme, run.test, calendar, operators)).length > 0);
  const context = suggestionContext(scheme, runs, calendar, operators);
  const mutations = [...conditionMutations(scheme, operators), ...voteMutations(scheme, runs), ...scoreMutations(scheme), ...tableMutations(scheme, context.shapes)];
  let count = 0;
  const byPointer = new Map<string, Mutation[]>();
  for (const mutation of mutations) byPointer.set(mutation.pointer, [...(byPointer.get(mutation.pointer) ?? []), mutation]);
  return [...byPointer].flatMap(([pointer, own]): UnpinnedThreshold[] => {
    const unnoticed = ways(own).filter((way) => !way.some(isNoticed)).flatMap((way) => way.find((mutation) => makesDifference(context, mutation)) ?? []);
    const [first] = unnoticed;
    if (first === undefined) return [];
    count += 1;
    const suggestion = count > MOST_SUGGESTED ? undefined : unnoticed.reduce<SchemeTest | undefined>((found, mutation) => found ?? suggestTest(context, mutation), undefined);
    return [{ pointer, value: first.original, unnoticed: unnoticed.map(({ mutant }) => mutant), ...(suggestion === undefined ? {} : { suggestion }) }];
  });
}

/** Shares of several committees move the same way, and a parameter stands in several places; it is enough when a test notices one of them. */
function ways(mutations: readonly Mutation[]): readonly (readonly Mutation[])[] {
  const shareOf = (value: unknown): number | undefined => {
    const { p, q } = (typeof value === 'object' && value !== null ? value : {}) as { readonly p?: unknown; readonly q?: unknown };
    return typeof p === 'number' && typeof q === 'number' ? p / q : undefined;
  };
  const [first] = mutations;
  const original = shareOf(first?.original);
  if (original === undefined) {
    const byMutant = new Map<unknown, Mutation[]>();
    for (const mutation of mutations) byMutant.set(mutation.mutant, [...(byMutant.get(mutation.mutant) ?? []), mutation]);
    return [...byMutant.values()];
  }
  const above = mutations.filter(({ mutant }) => (shareOf(mutant) ?? original) >= original);
  const below = mutations.filter((mutation) => !above.includes(mutation));
  return [below, above].filter((way) => way.length > 0);
}
