export { conditionLines } from './condition-lines.js';
export type { ConditionWords } from './condition-words.js';
export { conditionSentence, describeCondition, expectationSentence, plainValue } from './condition-words.js';
export { explainDecision } from './explain-decision.js';
export { explainNearestChange } from './explain-nearest-change.js';
export { explainVote } from './explain-vote.js';
export type { Explanation, ExplanationNode } from './explanation.js';
export { explanationText } from './explanation.js';
export { factWords } from './fact-words.js';
