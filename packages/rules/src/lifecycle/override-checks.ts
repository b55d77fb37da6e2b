import type { Facts, Override, Scheme } from '@cobuild/core';
import { localize } from '@cobuild/core';
import { caseRecord } from '../decision/decide.js';
import { findOutcome, findStage } from '../decision/stage-lookup.js';
import { walkStages } from '../decision/walk-stages.js';
import type { Walk } from '../decision/walk-stages.js';
import { checkEligibility } from '../eligibility/check-eligibility.js';
import type { OwnOperator } from '../operators/index.js';
import type { CaseState, OverrideProposal, StageTrace } from '../results.js';
import type { ActionContext } from './action-problems.js';
import type { TypedAction } from './event-shapes.js';
import type { Finding } from './finding.js';
import { finding } from './finding.js';
import { stateCase, stateFacts } from './state-case.js';

type Proposed = Extract<TypedAction, { type: 'overrideProposed' }>;

/** The way of a case as its state has it: reviews that hold, the vote that was closed, what automatic stages find on the day of the submission. */
export function walkState(scheme: Scheme, state: CaseState, operators?: readonly OwnOperator[]): Walk {
  const { meeting, vote } = state;
  let known: Facts | undefined;
  const facts = (): Facts => {
    known = known ?? stateFacts(scheme, state);
    return known;
  };
  const voteAt = (stage: { readonly id: string }): CaseState['vote'] => (meeting?.phase === 'closed' && meeting.stage === stage.id ? vote : undefined);
  return walkStages(scheme, { ...caseRecord(scheme, stateCase(state), facts, operators), voteAt });
}

/** What was found automatically and can still be set aside: the requirements, or a stage behind which nobody has acted yet. */
export function overridable(scheme: Scheme, state: CaseState, stage: string | undefined, operators?: readonly OwnOperator[]): { readonly found: string } | undefined {
  if (stage === undefined) {
    const { result } = checkEligibility(scheme.eligibility, stateFacts(scheme, state), operators === undefined ? {} : { operators });
    return state.status === 'ended' || result === 'eligible' || (state.overrides ?? []).some((override) => override.stage === undefined) ? undefined : { found: result };
  }
  const { steps } = walkState(scheme, state, operators);
  const at = steps.findIndex((step) => step.stage === stage);
  const step = steps[at];
  if (step === undefined || !isAutomatic(step)) return undefined;
  const later = steps.slice(at + 1);
  const isUntouched = later.every((item) => (isAutomatic(item) || item.outcome === undefined) && item.stage !== state.meeting?.stage);
  return isUntouched && state.end !== 'withdrawn' ? { found: step.outcome ?? '' } : undefined;
}

function isAutomatic({ condition, table, score }: StageTrace): boolean {
  return (condition ?? table ?? score) !== undefined;
}

/** Whether a proposal says why, and what else than was found anyway. */
export function proposalProblems(scheme: Scheme, state: CaseState, { data }: Proposed, { locale = 'zh-CN', operators }: ActionContext): Finding[] {
  const reason = data.reason.trim() === '' ? [finding('case/override-reason-missing', '/data/reason')] : [];
  const target = overridable(scheme, state, data.stage, operators);
  const stage = data.stage === undefined ? undefined : findStage(scheme, data.stage);
  const known = data.stage === undefined ? data.outcome === 'eligible' : findOutcome(stage, data.outcome) !== undefined;
  if (!known) {
    const titles = stage === undefined ? ['eligible'] : stage.outcomes.map(({ title }) => localize(title, locale));
    return [...reason, finding('case/unknown-outcome', '/data/outcome', { stage: stage ? localize(stage.title, locale) : '', outcome: data.outcome, known: titles })];
  }
  return target?.found === data.outcome ? [...reason, finding('case/override-changes-nothing', '/data/outcome')] : reason;
}

/** A proposal as the log and the decision keep it once it is confirmed. */
export function confirmedOverride({ by, at, ...proposal }: OverrideProposal, second: { readonly id: string; readonly name?: string }, secondAt: string): Override {
  return {
    ...proposal, by: by.id, ...(by.name === undefined ? {} : { byName: by.name }), at,
    second: second.id, ...(second.name === undefined ? {} : { secondName: second.name }), secondAt,
  };
}
