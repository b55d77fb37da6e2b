import type { CriterionMark, EventActor, Locale, Scheme, ScoreSheet, Stage } from '@cobuild/core';
import { localize } from '@cobuild/core';
import { scoreCase } from '../decision/score-case.js';
import { findStage } from '../decision/stage-lookup.js';
import { scoreHoleWords } from '../explanation/score-hole-words.js';
import type { CaseState, ScoreTrace, ScoringState } from '../results.js';
import { Holes } from '../scoring/read-scoring.js';
import { recusalOf } from '../scoring/recuse.js';
import { scoreSheet } from '../scoring/index.js';
import type { ActionContext } from './action-problems.js';
import type { TypedAction } from './event-shapes.js';
import type { Finding } from './finding.js';
import { finding } from './finding.js';
import { panelSheets, scoringAt, sheetOf, takesSheets } from './scoring-state.js';
import { stateFacts } from './state-case.js';

export type ScoringAction = Extract<TypedAction, { type: 'scoreSubmitted' | 'scoreWithdrawn' | 'scoringClosed' }>;

/** Whose sheet or conflict an action is about. */
export function reviewerOf(action: Exclude<ScoringAction, { type: 'scoringClosed' }> | Extract<TypedAction, { type: 'conflictDeclared' }>): { readonly reviewer: string; readonly pointer: string } {
  return action.type === 'conflictDeclared' ? { reviewer: action.data.member, pointer: '/data/member' } : { reviewer: action.data.reviewer, pointer: '/data/reviewer' };
}

/** Whether an action of a panel comes in its turn: at its stage, before it is closed, one sheet of each reviewer at a time. */
export function scoringOrder(scheme: Scheme, state: CaseState, stage: Stage, action: ScoringAction | Extract<TypedAction, { type: 'conflictDeclared' }>, wrongStage: Finding): Finding | undefined {
  if (!takesSheets(scheme, stage) || (action.type !== 'conflictDeclared' && action.data.stage !== stage.id)) return wrongStage;
  const { phase, sheets } = scoringAt(state, stage.id);
  if (phase === 'closed') return finding('case/scoring-closed');
  if (action.type === 'scoringClosed' || action.type === 'conflictDeclared') return undefined;
  const { reviewer, pointer } = reviewerOf(action);
  const isIn = sheets.some((sheet) => sheet.reviewer === reviewer);
  const assigned = state.assigned?.find((item) => item.stage === stage.id);
  // Which group takes an application is not for its fastest member to decide.
  if (action.type === 'scoreSubmitted' && stage.assignment?.panels !== undefined && assigned === undefined) return finding('case/panel-not-assigned');
  if (action.type === 'scoreSubmitted' && assigned?.panel !== undefined && assigned.panel !== action.data.panel) return finding('case/other-panel', '/data/panel');
  // Means of different people on one project could not be put on one scale with those of other projects.
  if (action.type === 'scoreSubmitted' && sheets.some(({ panel }) => panel !== undefined && panel !== action.data.panel)) return finding('case/other-panel', '/data/panel');
  if (action.type === 'scoreSubmitted') return isIn ? finding('case/sheet-already-in', pointer) : undefined;
  return isIn ? undefined : finding('case/sheet-not-in', pointer);
}

/** Sheets that are in wait for the panel to be closed; only to send the application back is possible before. */
export function scoringIsOpen(scheme: Scheme, state: CaseState, stage: Stage, kind: string | undefined): boolean {
  const { phase, sheets } = scoringAt(state, stage.id);
  return takesSheets(scheme, stage) && phase === 'open' && sheets.length > 0 && kind !== 'return';
}

/** What keeps a panel from being closed: too few sheets, a reason that is asked for, something that the scheme leaves open. */
export function closingProblems(scheme: Scheme, state: CaseState, { locale = 'zh-CN' }: ActionContext): Finding[] {
  const { scoring } = scheme;
  const sheets = panelSheets(scoringAt(state, state.stage));
  const score = panelScore(scheme, state, sheets, state.stage);
  const noSheet = finding('case/too-few-sheets', '', { valid: 0, needed: 1 });
  if (scoring === undefined || score === undefined || score.by === 'facts') return [noSheet];
  const { outcome, valid, needed = 1, holes, reasonsMissing } = score.result;
  if (holes.length > 0) return [finding('case/scoring-undecided', '', { holes: scoreHoleWords(holes, scoring, locale) })];
  if (outcome !== 'scored') return [finding('case/too-few-sheets', '', { valid, needed })];
  return reasonsMissing.length === 0 ? [] : [finding('case/deviation-reason-missing', '', { reviewers: reasonsMissing.map((reviewer) => nameOf(sheets, reviewer)) })];
}

function panelScore(scheme: Scheme, state: CaseState, scores: readonly ScoreSheet[], stage: string): ScoreTrace | undefined {
  return scoreCase(scheme, { id: state.id, applicant: state.applicant, scores: [...scores] }, () => stateFacts(scheme, state), stage);
}

/** How many sheets of a panel count for closing it. */
export function validSheets(scheme: Scheme, state: CaseState, scoring: ScoringState): number {
  const score = panelScore(scheme, state, panelSheets(scoring), scoring.stage);
  return score?.by === 'panel' ? score.result.valid : 0;
}

function nameOf(sheets: readonly ScoreSheet[], reviewer: string): string {
  return sheets.find((sheet) => sheet.reviewer === reviewer)?.name ?? reviewer;
}

/** Whether a sheet is whole, and of somebody who may score; whether a sheet taken back or a conflict has its reason. */
export function scoringDataProblems(scheme: Scheme, state: CaseState, action: ScoringAction | Extract<TypedAction, { type: 'conflictDeclared' }>, actor: EventActor, at: string, { locale = 'zh-CN' }: ActionContext): Finding[] {
  if (action.type === 'scoringClosed') return [];
  const { reviewer, pointer } = reviewerOf(action);
  if (action.type !== 'scoreSubmitted') {
    const isKnown = action.type === 'conflictDeclared' && scoringAt(state, state.stage).conflicts.some((item) => item.reviewer === reviewer);
    if (isKnown) return [finding('case/already-recused', pointer, { member: reviewer })];
    return action.data.reason.trim() === '' ? [finding('case/text-missing', '/data/reason')] : [];
  }
  const sheet = sheetOf(action.data, actor, at);
  if (isRecused(scheme, state, sheet)) return [finding('case/reviewer-recused', pointer, { reviewer: sheet.name ?? reviewer })];
  return markProblems(scheme, state, action.data.marks, locale);
}

/** Whether a reviewer has nothing more to do with the sheets of this stage: nobody who stepped aside, or has to, is offered a sheet, nor to step aside again. */
export function isSheetDone(scheme: Scheme, state: CaseState, action: TypedAction, actor: EventActor, at: string): boolean {
  if (action.type === 'scoreSubmitted') return isRecused(scheme, state, sheetOf(action.data, actor, at));
  const isScoring = action.type === 'conflictDeclared' && findStage(scheme, state.stage)?.method === 'score';
  return isScoring && scoringAt(state, state.stage).conflicts.some(({ reviewer }) => reviewer === action.data.member);
}

/** A conflict that only stays on record keeps nobody from scoring; what the scheme leaves open keeps the panel from being closed. */
function isRecused({ scoring }: Scheme, state: CaseState, sheet: ScoreSheet): boolean {
  const { conflicts } = scoringAt(state, state.stage);
  const recusal = recusalOf(scoring?.panel?.recusal, sheet, { ...sheet, id: sheet.reviewer }, conflicts, state.applicant, new Holes());
  return recusal !== undefined && recusal !== 'open' && recusal.kind === 'hard';
}

function markProblems(scheme: Scheme, state: CaseState, marks: readonly CriterionMark[], locale: Locale): Finding[] {
  const { scoring } = scheme;
  if (scoring === undefined) return [];
  const { outcome, problems, criteria, holes } = scoreSheet(scoring, marks, { facts: stateFacts(scheme, state), document: 'action', pointer: '/data' });
  const title = (id: string): string => localize(scoring.criteria.find((criterion) => criterion.id === id)?.title, locale) || id;
  const wrong = problems.filter(({ code, pointer }) => pointer.startsWith('/data/marks') && code !== 'score/no-band' && code !== 'score/two-bands');
  if (wrong.length > 0) {
    return wrong.map(({ code, pointer, params }) => ({ code: code as Finding['code'], at: pointer, params: { ...params, criterion: title(String(params['criterionId'] ?? params['criterion'])) } }));
  }
  if (outcome === 'undecided') return [finding('case/scoring-undecided', '', { holes: scoreHoleWords(holes, scoring, locale) })];
  if (outcome === 'blocked') return [finding('case/sheet-blocked', '/data/marks')];
  // What a fact marks is not for the reviewer to fill in.
  const missing = criteria.filter(({ state: found, source }) => found === 'missing' && source === 'reviewer').map(({ criterion }) => title(criterion));
  return missing.length === 0 ? [] : [finding('case/marks-missing', '/data/marks', { criteria: missing })];
}

