import type { Scheme, Stage } from '@cobuild/core';
import { findStage } from '../decision/stage-lookup.js';
import type { CaseState, MeetingState } from '../results.js';
import type { TypedAction } from './event-shapes.js';
import type { Finding } from './finding.js';
import { finding } from './finding.js';

/** The form of a stage that a vote settles: nobody gives an opinion there, so that it is recorded on its own, once the meeting has begun. */
export interface StageSheet {
  readonly stage: Stage;
  readonly form: string;
  /** As it was filled in last. */
  readonly record?: NonNullable<CaseState['evidence']>[number];
}

/** All meetings of a case, the present one last. */
export function meetingsOf({ meetings = [], meeting }: CaseState): readonly MeetingState[] {
  return meeting === undefined ? meetings : [...meetings, meeting];
}

/**
 * Forms of the voting stages that a case has come to, in the order of the scheme: those of meetings that were opened, filled in or not.
 *
 * @example stageSheets(scheme, state).filter(({ record }) => record === undefined).map(({ form }) => form) // ['consult']
 */
export function stageSheets({ stages }: Pick<Scheme, 'stages'>, state: CaseState): readonly StageSheet[] {
  const held = meetingsOf(state);
  return stages.flatMap((stage): readonly StageSheet[] => {
    const { form } = stage;
    if (stage.method !== 'vote' || form === undefined || !held.some((meeting) => meeting.stage === stage.id)) return [];
    const filled = (state.evidence ?? []).filter((record) => record.stage === stage.id && record.kind === form && record.answers !== undefined);
    const record = filled[filled.length - 1];
    return [{ stage, form, ...(record === undefined ? {} : { record }) }];
  });
}

/** The stage to which a sheet belongs; `undefined` for any other record. */
export function sheetStage(scheme: Scheme, state: CaseState | undefined, { data }: Extract<TypedAction, { type: 'evidenceRecorded' }>): Stage | undefined {
  return data.answers === undefined ? undefined : findStage(scheme, data.stage ?? state?.stage ?? '');
}

/** A sheet is one of a voting stage and under the name of its form; no other record names a stage. */
export function sheetProblems(scheme: Scheme, state: CaseState, action: Extract<TypedAction, { type: 'evidenceRecorded' }>): Finding[] {
  const { kind, stage: named } = action.data;
  const stage = sheetStage(scheme, state, action);
  if (stage?.method === 'vote' && stage.form === kind) return [];
  return [finding('case/unknown-evidence', named === undefined ? '/data/kind' : '/data/stage', { kind })];
}
