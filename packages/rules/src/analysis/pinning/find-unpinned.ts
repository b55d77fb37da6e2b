import type { Calendar, Scheme, SchemeTest } from '@cobuild/core';
import { caseFacts, decisionDay } from '../../decision/case-facts.js';
import { resolvedScheme } from '../../decision/resolved-scheme.js';
import type { EligibilityOptions } from '../../eligibility/index.js';
import { compareDecision, decideTest, isCaseTest } from '../../scheme-tests/index.js';
import { testDifferences } from '../../scheme-tests/run-scheme-tests.js';
import { conditionMutations } from './condition-mutations.js';
import { moneyMutations, seesMoney } from './money-mutations.js';
import type { Mutation, TestRun } from './mutation.js';
import { scoreMutations } from './score-mutations.js';
import { changesPay, suggestMoneyTest } from './suggest-money-test.js';
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
  /** What a test has to be about to see it, where no single case can show it. */
  readonly input?: 'batch' | 'grading' | 'pay' | 'payment';
  /** A test that would notice: a case just at the limit, or a test of the scheme that names all that comes out, with what the scheme as it stands decides. */
  readonly suggestion?: SchemeTest;
}

/**
 * Finds thresholds that no test of the scheme pins: each is moved by one step down and up, `>` becomes `>=`, the base of a vote its neighbour, and the
 * tests that it can concern are run again. Caps, shares, places, the pot, steps of pay and small caps are seen by tests of batches, gradings, pay and payments.
 * Tests that fail anyway notice nothing.
 *
 * @param scheme - As loaded, without errors.
 * @param options.operators - Own operators of the scheme's conditions. Their own values are not moved: what lies next to one only the operator knows.
 * @returns In the order of parameters, requirements, votes, score card, decision tables, allocation, small caps, gradings and pay.
 * @example findUnpinned(scheme, { calendar: chinaCalendar }).map(({ pointer }) => pointer) // ['/parameters/perProjectCap/value']
 */
export function findUnpinned(scheme: Scheme, { calendar, operators }: EligibilityOptions & { readonly calendar: Calendar }): readonly UnpinnedThreshold[] {
  const options = { calendar, ...(operators === undefined ? {} : { operators }) };
  const tests = scheme.tests ?? [];
  const runs = tests.flatMap((test): TestRun[] => {
    if (!isCaseTest(test)) return [];
    const decision = decideTest(scheme, test, calendar, operators);
    const facts = caseFacts(resolvedScheme(scheme, test.set), test.case, decisionDay(test.case, test.today));
    return compareDecision(test, decision).length === 0 ? [{ test, facts, decision }] : [];
  });
  const others = tests.filter((test) => !isCaseTest(test) && testDifferences(scheme, test, options).length === 0);
  const isSeen = (mutation: Mutation, test: SchemeTest): boolean => (mutation.money === undefined ? test.batch !== undefined : seesMoney(mutation, test));
  // Cases one by one are quicker than a batch of them.
  const isNoticed = (mutation: Mutation): boolean =>
    runs.some((run) => mutation.touches(run) && compareDecision(run.test, decideTest(mutation.scheme, run.test, calendar, operators)).length > 0)
    || others.some((test) => isSeen(mutation, test) && testDifferences(mutation.scheme, test, options).length > 0);
  const context = suggestionContext(scheme, runs, calendar, operators);
  const isDifferent = (mutation: Mutation): boolean => (mutation.money === undefined ? makesDifference(context, mutation) : changesPay(scheme, mutation));
  const suggest = (mutation: Mutation): SchemeTest | undefined => (mutation.money === undefined ? suggestTest(context, mutation) : suggestMoneyTest(scheme, mutation, others, options));
  const mutations = [...conditionMutations(scheme, operators), ...voteMutations(scheme, runs), ...scoreMutations(scheme), ...tableMutations(scheme, context.shapes), ...moneyMutations(scheme)];
  let count = 0;
  const byPointer = new Map<string, Mutation[]>();
  for (const mutation of mutations) byPointer.set(mutation.pointer, [...(byPointer.get(mutation.pointer) ?? []), mutation]);
  return [...byPointer].flatMap(([pointer, own]): UnpinnedThreshold[] => {
    const unnoticed = ways(own).filter((way) => !way.some(isNoticed)).flatMap((way) => way.find(isDifferent) ?? []);
    const [first] = unnoticed;
    if (first === undefined) return [];
    count += 1;
    const suggestion = count > MOST_SUGGESTED ? undefined : unnoticed.reduce<SchemeTest | undefined>((found, mutation) => found ?? suggest(mutation), undefined);
    const input = unnoticed.every(({ money }) => money !== undefined) ? first.money?.input : undefined;
    return [{ pointer, value: first.original, unnoticed: unnoticed.map(({ mutant }) => mutant), ...(input === undefined ? {} : { input }), ...(suggestion === undefined ? {} : { suggestion }) }];
  });
}

/** Shares of several committees move the same way, and a parameter stands in several places, with steps of their own; it is enough when a test notices one of them. */
function ways(mutations: readonly Mutation[]): readonly (readonly Mutation[])[] {
  const [first] = mutations;
  const original = sizeOf(first?.original);
  if (original === undefined) {
    const byMutant = new Map<unknown, Mutation[]>();
    for (const mutation of mutations) byMutant.set(mutation.mutant, [...(byMutant.get(mutation.mutant) ?? []), mutation]);
    return [...byMutant.values()];
  }
  const above = mutations.filter(({ mutant }) => (sizeOf(mutant) ?? original) >= original);
  const below = mutations.filter((mutation) => !above.includes(mutation));
  return [below, above].filter((way) => way.length > 0);
}

/** A number, or a share as one. */
function sizeOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  const { p, q } = (typeof value === 'object' && value !== null ? value : {}) as { readonly p?: unknown; readonly q?: unknown };
  return typeof p === 'number' && typeof q === 'number' ? p / q : undefined;
}
