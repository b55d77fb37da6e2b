export type { JsonRulesEngineEligibility } from './check-eligibility.js';
export { checkEligibilityWithJsonRulesEngine } from './check-eligibility.js';
