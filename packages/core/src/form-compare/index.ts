export type { AnswerChange, AnswerComparison, ComparedItem, ComparedKind, ComparedRow, ComparedSection } from './compared-answers.js';
export { compareAnswers, uncompared } from './compare-answers.js';
export type { ItemMatch } from './match-items.js';
export { matchItems } from './match-items.js';
