export type { FailedTestWords } from './explain-test.js';
export { explainFailedTest } from './explain-test.js';
export { compareDecision, decideTest, runSchemeTests } from './run-scheme-tests.js';
export type { BatchTest, CaseTest, GradingTest, PaymentTest, PayTest } from './test-kinds.js';
export { isBatchTest, isCaseTest, isGradingTest, isPaymentTest, isPayTest } from './test-kinds.js';
export { makeCaseTest } from './make-case-test.js';
export { unpinnedWords } from './unpinned-words.js';
