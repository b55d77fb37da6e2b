export type { AnswerChange, AnswerComparison, ComparedItem, ComparedKind, ComparedRow, ComparedSection } from './compared-answers.js';
export { compareAnswers, uncompared } from './compare-answers.js';
