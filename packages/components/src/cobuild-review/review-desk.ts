import type { Calendar, EventActor, Locale, Outcome, Problem, Scheme, Stage } from '@cobuild/core';
import { resolveParameters } from '@cobuild/core';
import type { CaseAction, CaseState, StageDeadline } from '@cobuild/rules';
import { actionProblems, nextActions } from '@cobuild/rules';
import { caseDeadline } from '../internal/case-deadline.js';
import { endOfDay } from '../internal/dates.js';

export interface DeskInput {
  readonly scheme: Scheme;
  readonly state: CaseState;
  readonly actor: EventActor;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly calendar: Calendar;
  readonly locale: Locale;
}

export interface DeskOutcome {
  readonly outcome: Outcome;
  /** Why it cannot be chosen yet, such as a period that still runs. */
  readonly blocked: readonly Problem[];
}

/** What an actor finds on the desk: the stage, and what they may do there. */
export interface Desk {
  readonly stage: Stage;
  readonly outcomes: readonly DeskOutcome[];
  readonly mayAct: boolean;
  readonly mayPublish: boolean;
  readonly mayAnswer: boolean;
  /** Why somebody of the right office may not act on this very case. */
  readonly refused: readonly Problem[];
  readonly due?: StageDeadline;
}

/** Outcomes by which a stage is done, so that its form has to be complete. */
export const goesOn = ({ kind }: Outcome): boolean => kind === 'forward' || kind === 'passed' || kind === 'confirmed';

/** Outcomes by which the applicant gets the application back, so that remarks on single answers can go with it. */
export const goesBack = ({ kind, to }: Outcome, { stages }: Scheme): boolean => kind === 'return' && to === stages[0]?.id;

/** Problems that a person at another desk meets, whatever they choose. */
const ABOUT_THE_CASE: readonly string[] = ['case/own-application', 'case/other-unit', 'case/other-applicant', 'case/other-scheme'];

export function deskOf({ scheme, state, actor, today, calendar, locale }: DeskInput): Desk | undefined {
  const resolved = resolveParameters(scheme);
  const stage = resolved.stages.find(({ id }) => id === state.stage);
  if (stage === undefined) return undefined;
  const context = { calendar, schemeHash: state.schemeHash, locale };
  const at = endOfDay(today);
  const next = nextActions(resolved, state, actor, at, context);
  const may = (type: CaseAction['type']): boolean => next.some((action) => action.type === type);
  const review = ({ id }: Outcome): CaseAction => ({ type: 'reviewed', data: { stage: stage.id, outcome: id, reason: '—' } });
  const problems = (outcome: Outcome): readonly Problem[] => actionProblems(resolved, state, review(outcome), actor, at, context);

  const mayPublish = may('noticePublished');
  // Where records are missing every outcome may be blocked; whoever is to record them sits at this desk all the same.
  const mayAct = mayPublish || may('reviewed') || (stage.method !== 'vote' && next.some((action) => action.type === 'evidenceRecorded' && action.stage === stage.id));
  const [first] = stage.outcomes;
  const due = caseDeadline(resolved, state, calendar);
  return {
    stage, mayAct, mayPublish, mayAnswer: may('objectionAnswered'),
    outcomes: mayAct ? stage.outcomes.map((outcome) => ({ outcome, blocked: problems(outcome) })).filter(({ blocked }) => !blocked.some(({ code }) => code === 'case/settled-by-vote')) : [],
    refused: mayAct || first === undefined ? [] : problems(first).filter(({ code }) => ABOUT_THE_CASE.includes(code)),
    ...(due ? { due } : {}),
  };
}
