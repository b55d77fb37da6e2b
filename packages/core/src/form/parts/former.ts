/** Answers to questions that a form had once. */
export { evaluateWithFormer } from '../former-answers.js';
