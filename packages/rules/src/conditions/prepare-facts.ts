import type { Case, HostFact, Locale, Problem, Scheme } from '@cobuild/core';
import { isCalendarDate, isEmpty, kindOf } from '../operators/index.js';
import { conditionFacts } from './condition-facts.js';
import type { FactParams } from './fact-key.js';
import { factKey } from './fact-key.js';
import type { HostFactFailure } from './host-fact-problem.js';
import { hostFactProblem } from './host-fact-problem.js';
import type { HostSignal } from './platform.js';
import { withTimeout } from './platform.js';

/** What a look-up is asked for: `{ "fact": "creditRating", "params": { "year": 2025 } }`; params are those of the condition that wants it. */
export interface FactRequest { readonly fact: string; readonly params: FactParams }

/** Looks up one fact about a case: in a register, a database, another system; at once or later. The signal is aborted after the time-out. */
export type FactHost = (application: Case, signal?: HostSignal, request?: FactRequest) => unknown;

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
 * Each fact is asked for once, however many requirements want it; where requirements want it with `params`, once for each params, and those answers
 * stand in `case.facts` under names that hold them.
 *
 * @param hosts - A look-up by fact id, synchronous or not. A fact without one keeps the value that the case brings.
 * @returns A copy of the case, and a problem per request that failed (`facts/failed`), took too long (`facts/timeout`), has the wrong type
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
  const requests = requestsOf(scheme.eligibility);
  const answers = await Promise.all(requests.map((request) => lookUp(request, application, hosts, timeoutMs)));
  const fetched = new Map<string, unknown>(Object.entries(application.facts ?? {}));
  const problems: Problem[] = [];
  requests.forEach(({ declared, params }, index) => {
    const answer = answers[index];
    const key = factKey(declared.id, params);
    if (answer === undefined) return;
    fetched.delete(key);
    if ('code' in answer) problems.push(hostFactProblem(declared, answer, locale, params));
    const value = 'code' in answer || isEmpty(answer.value) ? undefined : answer.value;
    // Null keeps a condition with params from falling back to the fact without them.
    if (value !== undefined) fetched.set(key, value);
    else if (key !== declared.id) fetched.set(key, null);
  });
  return { case: { ...application, facts: Object.fromEntries(fetched) }, problems };
}

interface Request { readonly declared: HostFact; readonly params: FactParams }

/** Every declared fact as the requirements want it; one that no requirement reads is wanted by another part, without params. */
function requestsOf({ hostFacts = [], rules, conditions }: Scheme['eligibility']): readonly Request[] {
  const uses = rules.flatMap((rule) => conditionFacts(rule.conditions, conditions));
  return hostFacts.flatMap((declared) => {
    const byKey = new Map<string, Request>();
    for (const { fact, params = {} } of uses) if (fact === declared.id) byKey.set(factKey(fact, params), { declared, params });
    return byKey.size === 0 ? [{ declared, params: {} }] : [...byKey.values()];
  });
}

/** `undefined` where the case's own value stays. */
async function lookUp(
  { declared: { id, type }, params }: Request, application: Case, hosts: Readonly<Record<string, FactHost>>, timeoutMs: number,
): Promise<{ readonly value: unknown } | HostFactFailure | undefined> {
  const host = Object.prototype.hasOwnProperty.call(hosts, id) ? hosts[id] : undefined;
  if (host === undefined) {
    const brought = Object.prototype.hasOwnProperty.call(application.facts ?? {}, factKey(id, params));
    return brought ? undefined : { code: 'facts/no-host' };
  }
  const outcome = await withTimeout<unknown>((signal) => host(application, signal, { fact: id, params }), timeoutMs);
  if (outcome.state === 'timeout') return { code: 'facts/timeout', timeoutMs };
  if (outcome.state === 'failed') return { code: 'facts/failed', cause: outcome.error instanceof Error ? outcome.error.message : String(outcome.error) };
  const { value } = outcome;
  return isEmpty(value) || hasType(value, type) ? { value } : { code: 'facts/wrong-type', expected: type };
}

function hasType(value: unknown, type: HostFact['type']): boolean {
  return type === 'date' ? isCalendarDate(value) : kindOf(value) === type;
}
