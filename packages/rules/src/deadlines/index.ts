export type { CountedDays } from './count-days.js';
export { countDays, explainCount } from './count-days.js';
export type { DeadlineLine } from './explain-deadline.js';
export { explainDeadline, explainDuty } from './explain-deadline.js';
export type { ClockAction, PlannedAction } from './planned-action.js';
export { plannedActions } from './planned-actions.js';
export { plannedForDuty } from './planned-duties.js';
export type { StageDeadline } from './stage-deadline.js';
export { officeHoursOf, stageDeadline } from './stage-deadline.js';
