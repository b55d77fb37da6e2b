export type { DecideOptions } from './decide.js';
export { decide } from './decide.js';
export type { RecomputedDecision } from './recompute-decision.js';
export { recomputeDecision } from './recompute-decision.js';
export type { DecisionSummary } from './decision-summary.js';
export { decisionSummary } from './decision-summary.js';
export type { AutomaticStageFindingCode } from './automatic-stage-sentences.js';
export { automaticStageSentences } from './automatic-stage-sentences.js';
export { checkAutomaticStages } from './check-automatic-stages.js';
