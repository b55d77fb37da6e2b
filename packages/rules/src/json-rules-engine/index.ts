export type { JsonRulesEngineEligibility } from './check-eligibility.js';
export { checkEligibilityWithJsonRulesEngine } from './check-eligibility.js';
export { decideWithJsonRulesEngine } from './decide-with-json-rules-engine.js';
