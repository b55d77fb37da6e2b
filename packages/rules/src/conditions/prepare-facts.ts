import type { Case, HostFact, Locale, Problem, Scheme } from '@cobuild/core';
import { isCalendarDate, isEmpty, kindOf } from '../operators/index.js';
import type { HostFactFailure } from './host-fact-problem.js';
import { hostFactProblem } from './host-fact-problem.js';
import type { HostSignal } from './platform.js';
import { withTimeout } from './platform.js';

/** Looks up one fact about a case: in a register, a database, another system. The signal is aborted after the time-out. */
export type FactHost = (application: Case, signal?: HostSignal) => unknown;

export interface PrepareFactsOptions {
  /** Time for each look-up, in milliseconds; they run side by side. Default 10,000. */
  readonly timeoutMs?: number;
  /** Language of the problems. Default `zh-CN`. */
  readonly locale?: Locale;
}

/**
 * Fetches the host facts that a scheme declares (`eligibility.hostFacts`) and puts them into `case.facts`, so that the
 * decision itself can be synchronous. Never rejects.
 *
 * @param hosts - A look-up by fact id, synchronous or not. A fact without one keeps the value that the case brings.
 * @returns A copy of the case, and a problem per fact that failed (`facts/failed`), took too long (`facts/timeout`), has the wrong type
 *   (`facts/wrong-type`) or has neither look-up nor value (`facts/no-host`). Such a fact is left out, also when an earlier look-up
 *   had put a value there: old knowledge must not decide unnoticed. A look-up that answers nothing (`undefined`, `null`,
 *   `''`) leaves the fact missing without a problem: the register does not know.
 * @example
 * const { case: ready, problems } = await prepareFacts(scheme, application, { creditRating: async ({ applicant }) => registry.rating(applicant.id) });
 */
export async function prepareFacts(
  scheme: Pick<Scheme, 'eligibility'>, application: Case, hosts: Readonly<Record<string, FactHost>>, options: PrepareFactsOptions = {},
): Promise<{ readonly case: Case; readonly problems: readonly Problem[] }> {
  const { timeoutMs = 10_000, locale = 'zh-CN' } = options;
  const declared = scheme.eligibility.hostFacts ?? [];
  const answers = await Promise.all(declared.map((fact) => lookUp(fact, application, hosts, timeoutMs)));
  const fetched = new Map<string, unknown>(Object.entries(application.facts ?? {}));
  const problems: Problem[] = [];
  declared.forEach((fact, index) => {
    const answer = answers[index];
    if (answer === undefined) return;
    fetched.delete(fact.id);
    if ('code' in answer) problems.push(hostFactProblem(fact, answer, locale));
    else if (!isEmpty(answer.value)) fetched.set(fact.id, answer.value);
  });
  return { case: { ...application, facts: Object.fromEntries(fetched) }, problems };
}

/** `undefined` where the case's own value stays. */
async function lookUp(
  fact: HostFact, application: Case, hosts: Readonly<Record<string, FactHost>>, timeoutMs: number,
): Promise<{ readonly value: unknown } | HostFactFailure | undefined> {
  const host = Object.prototype.hasOwnProperty.call(hosts, fact.id) ? hosts[fact.id] : undefined;
  if (host === undefined) {
    const brought = Object.prototype.hasOwnProperty.call(application.facts ?? {}, fact.id);
    return brought ? undefined : { code: 'facts/no-host' };
  }
  const outcome = await withTimeout<unknown>((signal) => host(application, signal), timeoutMs);
  if (outcome.state === 'timeout') return { code: 'facts/timeout', timeoutMs };
  if (outcome.state === 'failed') return { code: 'facts/failed', cause: outcome.error instanceof Error ? outcome.error.message : String(outcome.error) };
  const { value } = outcome;
  return isEmpty(value) || hasType(value, fact.type) ? { value } : { code: 'facts/wrong-type', expected: fact.type };
}

function hasType(value: unknown, type: HostFact['type']): boolean {
  return type === 'date' ? isCalendarDate(value) : kindOf(value) === type;
}
