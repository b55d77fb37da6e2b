import type { Applicant, Facts } from '@cobuild/core';
import { reservedFacts } from './reserved-facts.js';

/** What the facts of a decision are made of. */
export interface FactSources {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly applicant?: Applicant;
  /** Values by id, see `parametersFact`. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** Day of the decision, `2026-05-01`, in the district's time zone. */
  readonly today?: string;
  readonly batch?: unknown;
  readonly fund?: unknown;
  readonly history?: unknown;
  /** Values that the host looked up, by id: `case.facts` after `prepareFacts`. */
  readonly hostFacts?: Readonly<Record<string, unknown>>;
  /** Ids of `eligibility.hostFacts`: an answer of such a name is never taken for what only the host may say. */
  readonly hostFactIds?: readonly string[];
}

/**
 * The facts that conditions read: every top-level answer by its name, the host's facts by their id, and the reserved
 * ones. Where names meet, a reserved fact wins over a host fact and a host fact over an answer, which has no name either that a look-up with
 * params could have.
 *
 * @example buildFacts({ answers: { households: 25 }, parameters: { minHouseholds: 20 }, today: '2026-05-01' })
 */
export function buildFacts(sources: FactSources): Facts {
  const { answers, hostFacts = {}, hostFactIds = [] } = sources;
  const isTaken = (name: string): boolean => reserved.has(name) || hostFactIds.includes(name) || Object.prototype.hasOwnProperty.call(hostFacts, name);
  const facts: [string, unknown][] = [];
  for (const name of Object.keys(answers)) {
    const paramsAt = name.indexOf('(');
    if (!isTaken(name) && (paramsAt === -1 || !isTaken(name.slice(0, paramsAt)))) facts.push([name, answers[name]]);
  }
  for (const name of Object.keys(hostFacts)) if (!reserved.has(name)) facts.push([name, hostFacts[name]]);
  for (const name of reservedFacts) if (sources[name] !== undefined) facts.push([name, sources[name]]);
  return Object.fromEntries(facts);
}

const reserved: ReadonlySet<string> = new Set(reservedFacts);
