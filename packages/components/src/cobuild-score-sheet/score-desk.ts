import type { EventActor, Facts, Locale, Problem, ScoreSheet, Scheme, Scoring, Stage } from '@cobuild/core';
import { chinaCalendar, localize, resolveParameters } from '@cobuild/core';
import type { CaseAction, CaseState, PanelEntry, PanelScore, Reviewer, StageDeadline, VisibleSheets } from '@cobuild/rules';
import { actionProblems, panelSheets, ruleMessage, scorePanel, scoringAt, stateFacts, takesSheets, visibleSheets } from '@cobuild/rules';
import { caseDeadline } from '../internal/case-deadline.js';
import { caseTitle } from '../internal/case-title.js';

/** One case on the desk of somebody: what they may do with its panel, and what they may see of it. */
export interface ScoreDesk {
  readonly state: CaseState;
  readonly title: string;
  readonly stage: Stage;
  readonly scoring: Scoring;
  readonly facts: Facts;
  readonly closed: boolean;
  readonly due?: StageDeadline;
  /** The actor's own sheet, where it is in. */
  readonly own?: ScoreSheet;
  readonly recusal?: NonNullable<PanelEntry['recusal']>;
  readonly mayScore: boolean;
  readonly mayWithdraw: boolean;
  readonly mayRecuse: boolean;
  /** Whether the actor closes the panel, by role. */
  readonly runs: boolean;
  /** Why it cannot be closed now. */
  readonly closing: readonly Problem[];
  /** Sheets that count and how many it takes to close the panel; absent where that is not known. */
  readonly count?: { readonly valid: number; readonly needed: number };
  /** Sheets of others were left out for whoever looks. */
  readonly partial: boolean;
  readonly visible: VisibleSheets;
  /** Made of the sheets once the actor may see them all. */
  readonly panel?: PanelScore;
  readonly roster: readonly RosterLine[];
  readonly roleTitle: string;
}

/** Who has to score and whether they have; nothing of what they gave. */
export interface RosterLine { readonly id: string; readonly name: string; readonly in: boolean; readonly recused: boolean }

export interface DeskInput {
  readonly scheme: Scheme;
  readonly state: CaseState;
  readonly actor: EventActor;
  readonly reviewers: readonly Reviewer[];
  /** Id of the expert group, where several score. */
  readonly panel?: string;
  readonly locale: Locale;
}

/** Refusals that are about who somebody is, not about what was done so far. */
const ABOUT_THE_ACTOR: readonly string[] = ['case/wrong-role', 'case/own-application', 'case/other-unit', 'case/other-applicant', 'case/other-scheme', 'case/not-assigned', 'case/scores-for-another', 'case/other-panel', 'case/panel-not-assigned'];

/** Refusals that hang on sheets which whoever looks may not see before the close: whoever keeps them says. */
const ABOUT_SHEETS: readonly string[] = ['case/too-few-sheets', 'case/deviation-reason-missing'];

/** @returns `undefined` where the case neither is nor was at a panel. */
export function scoreDesk(input: DeskInput): ScoreDesk | undefined {
  const { state, actor, locale, panel } = input;
  const scheme = resolveParameters(input.scheme);
  const { scoring } = scheme;
  const stage = panelStage(scheme, state);
  if (stage === undefined || scoring === undefined) return undefined;
  const at = state.history[state.history.length - 1]?.at ?? state.submittedAt;
  const problems = (action: CaseAction): readonly Problem[] => actionProblems(scheme, state, action, actor, at, { calendar: chinaCalendar, schemeHash: state.schemeHash, locale });
  const isTheirs = (action: CaseAction): boolean => state.stage === stage.id && state.status === 'open' && !problems(action).some(({ code }) => ABOUT_THE_ACTOR.includes(code));

  const found = scoringAt(state, stage.id);
  const closed = found.phase === 'closed';
  const facts = stateFacts(scheme, state);
  const partial = state.lastHash === '' && !closed;
  // Whoever scores knows of their own assignment alone.
  const assigned = partial ? undefined : state.assigned?.find((item) => item.stage === stage.id)?.reviewers;
  const reviewers = rosterOf(input, assigned);
  const context = { item: state.id, stage: stage.id, applicant: state.applicant, facts, ...(panel === undefined ? {} : { panel }), ...(reviewers === undefined ? {} : { reviewers }) };
  const sheets = panelSheets(found);
  const visible = visibleSheets(scoring, sheets, { ...context, viewer: actor.id, closed });
  const panelScore = visible.hidden.length === 0 && (visible.allIn || closed) ? scorePanel(scoring, sheets, context) : undefined;

  const own = found.sheets.find(({ reviewer }) => reviewer === actor.id);
  const recusal = recusalOf(scoring, sheets, actor, context.applicant);
  const leaves = recusal?.kind === 'hard';
  const asReviewer = isTheirs({ type: 'scoreSubmitted', data: { stage: stage.id, reviewer: actor.id, marks: [], ...(panel === undefined ? {} : { panel }) } });
  // Of sheets that were left out only whoever keeps them can say how many there are.
  const count = partial && found.valid === undefined ? undefined : countOf(found.valid, scorePanel(scoring, partial ? [] : sheets, { item: state.id, stage: stage.id, applicant: state.applicant, facts }));
  const closing = problems({ type: 'scoringClosed', data: { stage: stage.id } }).filter(({ code }) => !partial || !ABOUT_SHEETS.includes(code));
  const tooFew = partial && count !== undefined && count.valid < count.needed ? [tooFewSheets(count, locale)] : [];
  const due = state.stage === stage.id && state.status === 'open' ? caseDeadline(scheme, state, chinaCalendar) : undefined;
  return {
    state, title: caseTitle(scheme, state), stage, scoring, facts, closed,
    ...(due === undefined ? {} : { due }), ...(own === undefined ? {} : { own }), ...(recusal === undefined ? {} : { recusal }),
    mayScore: asReviewer && !closed && own === undefined && !leaves, mayWithdraw: asReviewer && !closed && own !== undefined && !leaves, mayRecuse: asReviewer && !closed && recusal === undefined,
    runs: isTheirs({ type: 'scoringClosed', data: { stage: stage.id } }), closing: [...closing, ...tooFew], ...(count === undefined ? {} : { count }), partial, visible, ...(panelScore === undefined ? {} : { panel: panelScore }),
    // Of sheets that were left out nobody knows here whether they are in.
    roster: (partial ? reviewers?.filter(({ id }) => id === actor.id || sheets.some((sheet) => sheet.reviewer === id)) ?? [] : reviewers ?? sheets.map(({ reviewer: id, name }) => ({ id, ...(name === undefined ? {} : { name }) }))).map((reviewer) => ({
      id: reviewer.id, name: nameOf(reviewer.id, input, sheets), in: found.sheets.some((sheet) => sheet.reviewer === reviewer.id),
      recused: recusalOf(scoring, sheets, reviewer, context.applicant)?.kind === 'hard',
    })),
    roleTitle: localize(scheme.organisation.roles.find(({ id }) => id === stage.actor.role)?.title, locale),
  };
}

/** What closing takes follows from the scheme alone; where nothing is dropped for want of sheets, one will do. */
function countOf(told: number | undefined, { valid, needed, whenFewer }: PanelScore): ScoreDesk['count'] {
  if (needed === undefined) return undefined;
  return { valid: told ?? valid, needed: whenFewer === 'dropNothing' ? 1 : needed };
}

function tooFewSheets(params: { readonly valid: number; readonly needed: number }, locale: Locale): Problem {
  const code = 'case/too-few-sheets';
  return { code, severity: 'error', document: 'action', pointer: '', params, message: ruleMessage(code, params, locale) };
}

/** The panel that the case waits at, else the last one that scored it. */
function panelStage(scheme: Scheme, state: CaseState): Stage | undefined {
  const at = (id: string | undefined): Stage | undefined => scheme.stages.find((stage) => stage.id === id && takesSheets(scheme, stage));
  return at(state.stage) ?? at(state.scoring?.[state.scoring.length - 1]?.stage);
}

function rosterOf({ reviewers }: DeskInput, assigned: readonly string[] | undefined): readonly Reviewer[] | undefined {
  if (assigned !== undefined) return assigned.map((id) => reviewers.find((reviewer) => reviewer.id === id) ?? { id });
  return reviewers.length === 0 ? undefined : reviewers;
}

export function nameOf(id: string, { reviewers }: Pick<DeskInput, 'reviewers'>, sheets: readonly ScoreSheet[]): string {
  return reviewers.find((reviewer) => reviewer.id === id)?.name ?? sheets.find(({ reviewer }) => reviewer === id)?.name ?? id;
}

/** What the panel would make of a sheet of theirs: rules of the scheme and declared relations alike. */
function recusalOf(scoring: Scoring, sheets: readonly ScoreSheet[], { id, name, unit, town }: Reviewer, applicant: CaseState['applicant']): PanelEntry['recusal'] {
  const reviewer = { id, ...(name === undefined ? {} : { name }), ...(unit === undefined ? {} : { unit }), ...(town === undefined ? {} : { town }) };
  return scorePanel(scoring, sheets.filter((sheet) => sheet.reviewer === id), { reviewers: [reviewer], applicant }).entries[0]?.recusal;
}
