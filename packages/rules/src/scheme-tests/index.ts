export type { FailedTestWords } from './explain-test.js';
export { explainFailedTest } from './explain-test.js';
export { compareDecision, decideTest, describeDifferences, runSchemeTests } from './run-scheme-tests.js';
export { unpinnedWords } from './unpinned-words.js';
