import type { Problem, Scheme } from '@cobuild/core';
import { localize, resolveParameters } from '@cobuild/core';
import type { CaseAction, OverrideProposal } from '@cobuild/rules';
import { actionProblems, caseFromState, decide } from '@cobuild/rules';
import { endOfDay } from '../internal/dates.js';
import type { DeskInput } from './review-desk.js';

/** A result that was found automatically and that this person may propose to set aside. */
export interface OverrideTarget {
  /** Id of its stage; empty for the requirements. */
  readonly stage: string;
  /** Id of the outcome that was found; empty for the requirements, which were found not to be met. */
  readonly found: string;
  /** Ids of those that may come in its place. */
  readonly outcomes: readonly string[];
}

export interface OverrideDesk {
  readonly targets: readonly OverrideTarget[];
  /** What waits for its second person. */
  readonly proposal?: OverrideProposal;
  /** Why this person cannot confirm it; empty where they can. */
  readonly refused: readonly Problem[];
}

/** Only the requirements have it, see `overrideProposed`. */
export const ELIGIBLE = 'eligible';

/** What of the case was settled by the rules alone and may be settled otherwise by people, also after its end. The rules are asked for each outcome. */
export function overridesOf(input: DeskInput): OverrideDesk {
  const { state, actor, today, calendar, locale } = input;
  const scheme = resolveParameters(input.scheme);
  const context = { calendar, schemeHash: state.schemeHash, locale };
  const problems = (action: CaseAction): readonly Problem[] => actionProblems(scheme, state, action, actor, endOfDay(today), context);
  const propose = (stage: string, outcome: string): readonly Problem[] => problems({ type: 'overrideProposed', data: { ...(stage === '' ? {} : { stage }), outcome, reason: '—' } });
  const { proposal } = state;
  return {
    targets: [...requirements(input, scheme, propose), ...scheme.stages.flatMap(({ id, method, outcomes }) => (method === 'rule' || method === 'score' ? target(id, outcomes.map((outcome) => outcome.id), propose) : []))],
    ...(proposal === undefined ? {} : { proposal }),
    refused: proposal === undefined ? [] : problems({ type: 'overrideConfirmed', data: {} }),
  };
}

type Propose = (stage: string, outcome: string) => readonly Problem[];

/** Answers that are hidden from this person leave requirements open that are met: only what is seen not to be met is offered. */
function requirements({ state, today, calendar }: DeskInput, scheme: Scheme, propose: Propose): readonly OverrideTarget[] {
  if (propose('', ELIGIBLE).length > 0) return [];
  return decide(scheme, caseFromState(state), { calendar, today }).outcome === 'ineligible' ? [{ stage: '', found: '', outcomes: [ELIGIBLE] }] : [];
}

function target(stage: string, ids: readonly string[], propose: Propose): readonly OverrideTarget[] {
  const asked = ids.map((id) => ({ id, codes: propose(stage, id).map(({ code }) => code) }));
  const outcomes = asked.filter(({ codes }) => codes.length === 0).map(({ id }) => id);
  const found = asked.find(({ codes }) => codes.includes('case/override-changes-nothing'))?.id ?? '';
  return outcomes.length === 0 ? [] : [{ stage, found, outcomes }];
}

/** Titles of a stage and of one of its outcomes; of the requirements where there is no stage. */
export function overrideTitles({ scheme, locale }: Pick<DeskInput, 'scheme' | 'locale'>, stageId: string | undefined, outcomeId: string, words: { readonly requirements: string; readonly requirementsMet: string; readonly requirementsNotMet: string }): { readonly stage: string; readonly outcome: string } {
  const stage = scheme.stages.find(({ id }) => id === stageId);
  if (stage === undefined) return { stage: words.requirements, outcome: outcomeId === ELIGIBLE ? words.requirementsMet : words.requirementsNotMet };
  return { stage: localize(stage.title, locale), outcome: localize(stage.outcomes.find(({ id }) => id === outcomeId)?.title, locale) || outcomeId };
}
