export { checkEligibility } from './check-eligibility.js';
export { factName, missingFacts } from './missing-facts.js';
