import type { Scheme } from '@cobuild/core';
import { dateInZone } from '@cobuild/core';
import { findOutcome, findStage } from '../decision/stage-lookup.js';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import { walkState } from '../lifecycle/override-checks.js';
import type { CaseState } from '../results.js';

/** Where an application became a project. */
export interface ProjectApproval {
  /** Stage whose outcome did it; absent where it was the end of the case. */
  readonly stage?: string;
  readonly outcome?: string;
}

/**
 * Whether a case has become a project: it has ended `approved`, or has passed an outcome that `opensProject` and goes on, such as to the evaluation of what was carried out. What became a
 * project stays one, however its evaluation comes out.
 *
 * @param state - The whole of it: of a part that somebody may see, the way cannot be followed.
 * @example projectApproval(scheme, state) !== undefined // there is a project to report on
 */
export function projectApproval(scheme: Scheme, state: CaseState): ProjectApproval | undefined {
  if (state.end === 'withdrawn') return undefined;
  const opens = scheme.stages.some(({ outcomes }) => outcomes.some(({ opensProject }) => opensProject === true));
  const step = opens ? walkState(resolvedScheme(scheme), state).steps.find(({ stage, outcome }) => outcome !== undefined && findOutcome(findStage(scheme, stage), outcome)?.opensProject === true) : undefined;
  if (step !== undefined) return { stage: step.stage, ...(step.outcome === undefined ? {} : { outcome: step.outcome }) };
  return state.end === 'approved' ? {} : undefined;
}

/**
 * The day on which a project is over since its case has ended: one that went on after the approval, to its evaluation. `undefined` where the case goes on, or ended with the approval itself.
 *
 * @returns `2022-12-20`.
 */
export function projectEnd(scheme: Scheme, state: CaseState): string | undefined {
  return state.endedAt === undefined || projectApproval(scheme, state)?.stage === undefined ? undefined : dateInZone(state.endedAt);
}
