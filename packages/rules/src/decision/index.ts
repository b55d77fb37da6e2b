export type { DecideOptions } from './decide.js';
export { decide } from './decide.js';
export type { DecisionSummary } from './decision-summary.js';
export { decisionSummary } from './decision-summary.js';
