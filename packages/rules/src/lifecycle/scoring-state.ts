import type { Case, CaseEvent, ConflictGround, EventActor, Scheme, ScoreSheet, Stage } from '@cobuild/core';
import type { CaseState, ScoringState } from '../results.js';

type Submitted = Extract<CaseEvent, { type: 'scoreSubmitted' }>;

/** Whether reviewers hand in sheets at a stage: a card that follows from facts alone asks for none. */
export function takesSheets({ scoring }: Scheme, { method }: Stage): boolean {
  return method === 'score' && scoring !== undefined && scoring.criteria.some(({ byFact }) => byFact === undefined);
}

/** The panel of a stage; before anything has happened, an open one without sheets. */
export function scoringAt({ scoring = [] }: CaseState, stage: string): ScoringState {
  return scoring.find((item) => item.stage === stage) ?? { stage, phase: 'open', sheets: [], conflicts: [] };
}

function withScoring(state: CaseState, changed: ScoringState): CaseState {
  return { ...state, scoring: [...(state.scoring ?? []).filter(({ stage }) => stage !== changed.stage), changed] };
}

/** The sheet of an event. Whose unit and town somebody is of, for recusal, is not theirs to say. */
export function sheetOf({ stage, reviewer, name, unit, town, panel, marks, comment, deviationReason }: Submitted['data'], actor: EventActor, at: string): ScoreSheet {
  const own = actor.id === reviewer;
  const person = { name: own ? actor.name ?? name : name, unit: own ? actor.unit : unit, town: own ? actor.town : town, panel, comment, deviationReason };
  const given = Object.fromEntries(Object.entries(person).filter(([, value]) => value !== undefined));
  return { stage, reviewer, ...given, marks, submittedAt: at };
}

export function sheetSubmitted(state: CaseState, { data, actor, at }: Submitted): CaseState {
  const scoring = scoringAt(state, data.stage);
  return withScoring(state, { ...scoring, sheets: [...scoring.sheets, sheetOf(data, actor, at)] });
}

export function sheetWithdrawn(state: CaseState, { stage, reviewer }: { readonly stage: string; readonly reviewer: string }): CaseState {
  const scoring = scoringAt(state, stage);
  return withScoring(state, { ...scoring, sheets: scoring.sheets.filter((sheet) => sheet.reviewer !== reviewer) });
}

export function scoringClosed(state: CaseState, stage: string): CaseState {
  return withScoring(state, { ...scoringAt(state, stage), phase: 'closed' });
}

export function reviewerConflict(state: CaseState, reviewer: string, ground: ConflictGround, reason: string): CaseState {
  const scoring = scoringAt(state, state.stage);
  return withScoring(state, { ...scoring, conflicts: [...scoring.conflicts, { reviewer, ground, reason }] });
}

/** The sheets of a panel with the conflicts that were declared; who declared one and handed in nothing has an empty sheet, so that it is told. */
export function panelSheets({ stage, sheets, conflicts }: ScoringState): ScoreSheet[] {
  const recusalOf = (reviewer: string): Pick<ScoreSheet, 'recusal'> => {
    const declared = conflicts.find((item) => item.reviewer === reviewer);
    return declared === undefined ? {} : { recusal: { ground: declared.ground, reason: declared.reason } };
  };
  const silent = conflicts.filter(({ reviewer }) => !sheets.some((sheet) => sheet.reviewer === reviewer));
  return [...sheets.map((sheet) => ({ ...sheet, ...recusalOf(sheet.reviewer) })), ...silent.map(({ reviewer }) => ({ stage, reviewer, marks: [], ...recusalOf(reviewer) }))];
}

/** The sheets of a case that count: those of closed panels. Nobody's verdict shows before all have given theirs. */
export function countedSheets({ scoring = [] }: CaseState): Pick<Case, 'scores'> {
  const sheets = scoring.filter(({ phase }) => phase === 'closed').flatMap(panelSheets);
  return sheets.length === 0 ? {} : { scores: sheets };
}
