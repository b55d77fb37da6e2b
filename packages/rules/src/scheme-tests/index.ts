export { describeDifferences, runSchemeTests } from './run-scheme-tests.js';
