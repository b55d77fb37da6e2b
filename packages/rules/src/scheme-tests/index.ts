export { compareDecision, decideTest, describeDifferences, runSchemeTests } from './run-scheme-tests.js';
