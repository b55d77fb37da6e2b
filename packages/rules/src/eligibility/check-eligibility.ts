import type { Eligibility, Facts, Requirement } from '@cobuild/core';
import { traceCondition } from '../conditions/evaluate-condition.js';
import type { OwnOperator } from '../operators/index.js';
import type { EligibilityResult, RequirementResult } from '../results.js';
import { missingFacts } from './missing-facts.js';

export interface EligibilityOptions {
  /** Operators of the host's own beside the built-in ones; the same list every time, what is compiled is kept by it. */
  readonly operators?: readonly OwnOperator[];
}

/**
 * Checks every requirement. All have to be met: one that is not makes the application `ineligible`, otherwise one that
 * is unknown makes it `undetermined`.
 *
 * @param facts - See `buildFacts`; incomplete while a form is being filled in.
 * @returns All requirements in document order, each with its trace and, while unknown, the facts it waits for. Pointers of requirements
 *   are from the root of the scheme; those of conditions from the rule's `conditions`, below a reference from the named condition.
 * @example checkEligibility(scheme.eligibility, facts).result // 'undetermined' until the form is filled in
 */
export function checkEligibility(eligibility: Eligibility, facts: Facts, { operators }: EligibilityOptions = {}): EligibilityResult {
  const requirements = eligibility.rules.map((rule, index) => checkRequirement(rule, index, eligibility, facts, operators));
  const met = requirements.map((requirement) => requirement.met);
  return { result: met.includes(false) ? 'ineligible' : met.includes('unknown') ? 'undetermined' : 'eligible', requirements };
}

function checkRequirement(rule: Requirement, index: number, { conditions }: Eligibility, facts: Facts, operators: readonly OwnOperator[] | undefined): RequirementResult {
  const trace = traceCondition(rule.conditions, facts, conditions, operators);
  return { id: rule.id, met: trace.result, pointer: `/eligibility/rules/${index}`, trace, missing: missingFacts(trace, operators) };
}
