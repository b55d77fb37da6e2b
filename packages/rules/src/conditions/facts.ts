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
  const hostFacts = sources.hostFacts ?? {};
  const taken = new Set<string>([...reservedFacts, ...(sources.hostFactIds ?? []), ...Object.keys(hostFacts)]);
  const reserved: readonly string[] = reservedFacts;
  return Object.fromEntries([
    ...Object.entries(sources.answers).filter(([name]) => !taken.has(name) && !taken.has(name.split('(', 1)[0] ?? name)),
    ...Object.entries(hostFacts).filter(([name]) => !reserved.includes(name)),
    ...reservedFacts.map((name): [string, unknown] => [name, sources[name]]).filter(([, value]) => value !== undefined),
  ]);
}
