export type { LengthOfTime, MissingDay } from './add-duration.js';
export { addLengths } from './add-duration.js';
export type { CaseCycle, CaseCycleEvent } from './case-cycle.js';
export { caseCycleEvents, caseCycles } from './case-cycle.js';
export { checkCycle } from './check-cycle.js';
export { cycleSentences } from './cycle-sentences.js';
export { cycleState } from './cycle-state.js';
export type { CycleAction, CycleEvent, CyclePhaseState, CycleState } from './cycle-types.js';
