import type { ClockAction, DutyClockAction } from '../deadlines/planned-action.js';
import type { TypedAction } from './event-shapes.js';

/** Whether it is the clock that acts. */
export function isClockAction(action: TypedAction): action is ClockAction {
  return action.type === 'deadlineReminded' || action.type === 'deadlineEscalated' || action.type === 'deadlinePassed' || isDutyClockAction(action);
}

/** Whether the clock speaks of a duty of the years after the approval. */
export function isDutyClockAction(action: TypedAction): action is DutyClockAction {
  return action.type === 'cycleDutyReminded' || action.type === 'cycleDutyEscalated';
}
