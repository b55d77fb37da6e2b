import type { Case, CaseCount, Scheme } from '@cobuild/core';
import { dayOf } from '../decision/instant.js';
import { isEmpty } from '../operators/index.js';
import { factIn } from './fact-in.js';
import { smallCapsLeft } from './small-caps-left.js';

/** A case that may be counted; a `CaseState` is one. */
export interface CaseToCount extends Pick<Case, 'id' | 'submittedAt' | 'applicant' | 'answers'> {
  readonly status: 'open' | 'ended';
  /** How it ended. */
  readonly end?: CaseCount['states'][number];
  /** Of its project, where it has become one: reports that are late on the day of the submission (`overdueReports()`). */
  readonly overdueReports?: number;
}

/** How much of a date `YYYY-MM-DD` two submissions have in common. */
const LENGTHS: Readonly<Record<NonNullable<CaseCount['within']>, number>> = { year: 4, month: 7, day: 10 };

/**
 * Counts what a scheme declares as host facts with a `count` (`eligibility.hostFacts`), from the cases that the host has of it.
 *
 * @param application - The case that is decided; it does not count itself.
 * @param cases - The other cases of the scheme, of every version that may count; the case itself may be among them.
 * @returns Numbers by the fact's id, for `case.facts` or the `known.facts` of `appendEvent`. A fact is left out, and so unknown to the requirements, where the
 *   case leaves an answer empty that the others have to share, or has no readable date where a period is asked for. With `smallCaps` the number is yuan: what the
 *   small caps of the scheme leave for the payment that the case asks for.
 * @example countFacts(scheme, application, states) // { openWishes: 1 }
 */
export function countFacts(scheme: Pick<Scheme, 'eligibility'> & Partial<Pick<Scheme, 'parameters' | 'smallCaps'>>, application: Pick<Case, 'id' | 'submittedAt' | 'applicant' | 'answers'>, cases: readonly CaseToCount[]): Readonly<Record<string, number>> {
  const others = cases.filter(({ id }) => id !== application.id);
  return Object.fromEntries((scheme.eligibility.hostFacts ?? []).flatMap(({ id, count }) => {
    const own = count === undefined ? undefined : markOf(count, application);
    if (count === undefined || own === undefined) return [];
    const counts = (other: CaseToCount): boolean => count.states.some((state) => state === (other.status === 'open' ? 'open' : other.end)) && markOf(count, other) === own;
    const counted = others.filter(counts);
    if (count.smallCaps !== undefined) {
      const left = smallCapsLeft(scheme, count.smallCaps, application, counted);
      return left === undefined ? [] : [[id, left]];
    }
    return [[id, count.of === 'overdueReports' ? counted.reduce((sum, { overdueReports = 0 }) => sum + overdueReports, 0) : counted.length]];
  }));
}

/** What two cases have to share, as one text; `undefined` where it cannot be told. */
function markOf({ same = [], within }: CaseCount, item: Pick<Case, 'submittedAt' | 'applicant' | 'answers'>): string | undefined {
  const { submittedAt } = item;
  const values = same.map((fact) => factIn(item, fact));
  const day = within === undefined ? '' : dayOf(submittedAt)?.slice(0, LENGTHS[within]);
  const comparable = values.every((value) => !isEmpty(value) && ['string', 'number', 'boolean'].includes(typeof value));
  return comparable && day !== undefined ? JSON.stringify([day, ...values]) : undefined;
}
