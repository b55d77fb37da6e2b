import type { Case, Facts, Scheme } from '@cobuild/core';
import { parametersFact } from '@cobuild/core';
import { buildFacts } from '../conditions/facts.js';
import { dayOf } from './instant.js';

/**
 * The facts that the requirements of a scheme read in a case.
 *
 * @param scheme - With its parameters at the values that count.
 * @param today - Day of the decision; see `decisionDay`.
 */
export function caseFacts(scheme: Scheme, { answers, applicant, batch, fund, history, facts }: Case, today: string): Facts {
  return buildFacts({
    answers, applicant, parameters: parametersFact(scheme), today, batch, fund, history,
    ...(facts === undefined ? {} : { hostFacts: facts }), hostFactIds: (scheme.eligibility.hostFacts ?? []).map(({ id }) => id),
  });
}

/** The day that a case is decided on: the given one, or that of the submission in the scheme's zone. */
export function decisionDay({ submittedAt }: Case, today?: string): string {
  return today ?? dayOf(submittedAt) ?? submittedAt.slice(0, 10);
}
