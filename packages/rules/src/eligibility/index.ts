export type { EligibilityOptions } from './check-eligibility.js';
export { checkEligibility } from './check-eligibility.js';
export { factName, missingFacts } from './missing-facts.js';
