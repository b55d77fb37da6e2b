import type { Applicant, Facts, Problem, Rational, ScoreSheet, Scoring } from '@cobuild/core';
import { ruleProblem } from '../locales/rule-message.js';
import { exactText } from './exact.js';
import type { Holes } from './read-scoring.js';
import type { RecordedRecusal, Reviewer } from './recuse.js';
import { recusalOf } from './recuse.js';
import { readSheet } from './score-sheet.js';
import type { PanelEntry } from './score-types.js';

/** What a panel's score is made from besides the sheets. */
export interface PanelContext {
  /** Id of what is scored: sheets of other items are left aside. Without it all sheets are of one item. */
  readonly item?: string;
  /** Sheets of another stage are left aside; those that name none belong to every one. */
  readonly stage?: string;
  /** Likewise the panel, where several score. */
  readonly panel?: string;
  /** Who has to score. With it, other people's sheets do not count and sheets that are missing are named. */
  readonly reviewers?: readonly Reviewer[];
  /** Whose application it is, for recusal. */
  readonly applicant?: Applicant;
  /** Id of the reviewer to whom the item belongs, in peer evaluation. */
  readonly owner?: string;
  /** Conflicts of interest recorded apart from the sheets. */
  readonly recusals?: readonly RecordedRecusal[];
  /** For criteria that are marked by fact. */
  readonly facts?: Facts;
}

/** An entry with the exact score behind it. */
export interface ReadEntry { readonly entry: PanelEntry; readonly raw?: Rational }

/** The sheets that this panel is about. */
export function sheetsOf(sheets: readonly ScoreSheet[], context: Pick<PanelContext, 'item' | 'stage' | 'panel'>): readonly ScoreSheet[] {
  const belongs = (key: 'item' | 'stage' | 'panel', sheet: ScoreSheet): boolean => context[key] === undefined || sheet[key] === undefined || sheet[key] === context[key];
  return sheets.filter((sheet: unknown): sheet is ScoreSheet => typeof sheet === 'object' && sheet !== null).filter((sheet) => belongs('item', sheet) && belongs('stage', sheet) && belongs('panel', sheet));
}

/** First two steps of a panel, in this order: who is recused, then whose sheet is valid. A recusal that the scheme leaves open is a hole. */
export function readEntries(scoring: Scoring, sheets: readonly ScoreSheet[], context: PanelContext, holes: Holes, problems: Problem[]): ReadEntry[] {
  const own = sheetsOf(sheets, context);
  const expected = new Map((context.reviewers ?? []).map((reviewer) => [reviewer.id, reviewer]));
  const handedIn = new Set<string>();
  const entries = own.map((sheet) => readOne(sheet, sheets.indexOf(sheet)));
  const silent = [...expected.values()].filter(({ id }) => id !== context.owner && !own.some(({ reviewer }) => reviewer === id));
  return [...entries, ...silent.map((reviewer) => readSilent(reviewer))];

  function readOne(sheet: ScoreSheet, index: number): ReadEntry {
    const reviewer = { ...sheet, ...expected.get(sheet.reviewer), id: sheet.reviewer };
    const head = { reviewer: sheet.reviewer, ...(reviewer.name === undefined ? {} : { name: reviewer.name }), sheet };
    const refuse = (code: 'score/own-item' | 'score/second-sheet' | 'score/stranger', state: PanelEntry['state']): ReadEntry => {
      problems.push(ruleProblem(code, { document: 'case', pointer: `/scores/${index}`, params: { reviewer: reviewer.name ?? sheet.reviewer } }));
      return { entry: { ...head, state } };
    };
    if (sheet.reviewer === context.owner) return refuse('score/own-item', 'ownItem');
    const recusal = recusalOf(scoring.panel?.recusal, sheet, reviewer, context.recusals ?? [], context.applicant, holes);
    const record = recusal === undefined || recusal === 'open' ? {} : { recusal };
    if (recusal !== undefined && (recusal === 'open' || recusal.kind === 'hard')) return { entry: { ...head, ...record, state: 'recused' } };
    if (context.reviewers !== undefined && !expected.has(sheet.reviewer)) return refuse('score/stranger', 'invalid');
    if (sheet.void !== undefined) return { entry: { ...head, ...record, state: 'void', reason: sheet.void.reason } };
    if (sheet.submittedAt === undefined) return { entry: { ...head, ...record, state: 'draft' } };
    if (handedIn.has(sheet.reviewer)) return refuse('score/second-sheet', 'duplicate');
    handedIn.add(sheet.reviewer);
    const { score, raw } = readSheet(scoring, sheet.marks, { ...(context.facts === undefined ? {} : { facts: context.facts }), document: 'case', pointer: `/scores/${index}` });
    problems.push(...score.problems.filter(({ code }) => code !== 'score/no-band' && code !== 'score/two-bands'));
    if (raw !== undefined) return { entry: { ...head, ...record, state: 'counted', raw: exactText(raw), result: score }, raw };
    for (const hole of score.outcome === 'undecided' ? score.holes : []) holes.add(hole);
    return { entry: { ...head, ...record, state: score.outcome === 'invalid' ? 'invalid' : 'incomplete', result: score } };
  }

  function readSilent(reviewer: Reviewer): ReadEntry {
    const recusal = recusalOf(scoring.panel?.recusal, undefined, reviewer, context.recusals ?? [], context.applicant, holes);
    const head = { reviewer: reviewer.id, ...(reviewer.name === undefined ? {} : { name: reviewer.name }) };
    if (recusal === undefined) return { entry: { ...head, state: 'missing' } };
    return { entry: { ...head, ...(recusal === 'open' ? {} : { recusal }), state: recusal === 'open' || recusal.kind === 'hard' ? 'recused' : 'missing' } };
  }
}
