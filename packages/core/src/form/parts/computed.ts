/** Calculated answers. */
export { calculateAnswers, withResults } from '../computed-answers.js';
export { planComputed } from '../computed-plan.js';
