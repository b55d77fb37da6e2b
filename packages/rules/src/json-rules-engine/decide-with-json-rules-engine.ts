import type { Case, Scheme } from '@cobuild/core';
import type { DecideOptions } from '../decision/decide.js';
import { decide } from '../decision/decide.js';
import { caseFacts, decisionDay } from '../decision/case-facts.js';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import { checkEligibility } from '../eligibility/index.js';
import type { Decision } from '../results.js';
import { checkEligibilityWithJsonRulesEngine } from './check-eligibility.js';

/**
 * The verdict on a case whose requirements json-rules-engine itself has judged; everything after them is that of `decide`. On complete facts
 * the two agree. Where a fact is missing they do not: to json-rules-engine what is missing is not met, here it is undetermined.
 *
 * Its trace shows what our own check found at each condition, under the engine's verdict.
 *
 * @throws (rejects) what json-rules-engine throws on facts that a rule cannot read.
 * @example (await decideWithJsonRulesEngine(scheme, caseData, { calendar: chinaCalendar })).outcome // 'approved'
 */
export async function decideWithJsonRulesEngine(scheme: Scheme, caseData: Case, options: Omit<DecideOptions, 'eligibility'>): Promise<Decision> {
  const resolved = resolvedScheme(scheme, options.parameters);
  const facts = caseFacts(resolved, caseData, decisionDay(caseData, options.today));
  const own = options.operators === undefined ? {} : { operators: options.operators };
  const { result, unmet } = await checkEligibilityWithJsonRulesEngine(resolved.eligibility, facts, own);
  const requirements = checkEligibility(resolved.eligibility, facts, own).requirements.map((requirement) => ({ ...requirement, met: !unmet.includes(requirement.id) }));
  return decide(scheme, caseData, { ...options, eligibility: { result, requirements } });
}
