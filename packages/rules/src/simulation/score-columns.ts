import type { Applicant, Facts, Rational, Scheme, ScoreSheet, Scoring } from '@cobuild/core';
import { scoreCase } from '../decision/score-case.js';
import type { ScoreTrace } from '../results.js';
import { Holes } from '../scoring/read-scoring.js';
import { settleSheet } from '../scoring/settle-sheet.js';
import type { Column } from './column.js';
import { valueOf } from './column.js';
import type { FactTotals } from './score-totals.js';
import { totalsByFact } from './score-totals.js';
import type { Steps } from './steps.js';

/** What the sheets of a case are scored with. */
export interface SheetsOfCase { readonly id: string; readonly applicant: Applicant; readonly scores: readonly ScoreSheet[] }

/** The score of every case, as place in a list of the different ones. The first stands for "no score". */
export interface ScoreColumn {
  readonly key: string;
  /** Sums of a card that follows from facts; another pass mark, band or rounding leaves them as they are. */
  readonly sums?: { readonly key: string; readonly totals: FactTotals };
  readonly codes: Int32Array;
  readonly finals: readonly { readonly trace?: ScoreTrace }[];
}

export interface ScoreSources {
  readonly rows: number;
  readonly columnOf: (fact: string, path: string | undefined) => { readonly key: string; readonly column: Column };
  /** By row; only cases that have sheets. */
  readonly sheets: ReadonlyMap<number, SheetsOfCase>;
}

/**
 * Scores all cases as `scoreCase` does, which is asked once for each different total. A card that follows from facts is added up in columns; sheets are scored case by case,
 * and only again when the card has changed.
 *
 * @param stage - Whose sheets count, for a panel; all of them where it is not given.
 */
export function* scoreColumn(scheme: Scheme, sources: ScoreSources, stage?: string, before?: ScoreColumn): Steps<ScoreColumn | undefined> {
  const { scoring } = scheme;
  if (scoring === undefined || scoring.criteria.length === 0) return undefined;
  const card = overColumns(scoring, sources);
  const byFacts = card.scoring.criteria.every(({ byFact }) => byFact !== undefined);
  const key = JSON.stringify([byFacts ? '' : stage ?? null, card.scoring]);
  if (before?.key === key) return before;
  const policy = { ...scheme, scoring: card.scoring };
  return { key, ...(yield* byFacts ? scoresByFacts(policy, card, sources.rows, before?.sums) : scoresBySheets(policy, card, sources, stage)) };
}

/** A card whose facts are called by their columns, so that a row of these is all the facts it needs. */
export interface CardOverColumns { readonly scoring: Scoring; readonly columns: ReadonlyMap<string, Column> }

function overColumns(scoring: Scoring, { columnOf }: ScoreSources): CardOverColumns {
  const columns = new Map<string, Column>();
  const criteria = scoring.criteria.map((criterion) => {
    if (criterion.byFact === undefined || criterion.byFact.fact === 'parameters') return criterion;
    const { fact, path, ...rest } = criterion.byFact;
    const { key, column } = columnOf(fact, path);
    columns.set(key, column);
    return { ...criterion, byFact: { ...rest, fact: key } };
  });
  return { scoring: { ...scoring, criteria }, columns };
}

export function factsAt(columns: ReadonlyMap<string, Column>, row: number): Facts {
  return Object.fromEntries([...columns].map(([key, column]) => [key, valueOf(column, row)]));
}

/** Cases that are scored before others have their turn. */
const SCORED_AT_ONCE = 64;

const NOBODY = { id: '', applicant: { id: '' }, scores: [] };

function* scoresByFacts(scheme: Scheme & { readonly scoring: Scoring }, card: CardOverColumns, rows: number, before: ScoreColumn['sums']): Steps<Omit<ScoreColumn, 'key'>> {
  const sumsKey = JSON.stringify(card.scoring.criteria);
  const sums = before?.key === sumsKey ? before : { key: sumsKey, totals: yield* totalsByFact(card, rows) };
  const { codes, kinds } = sums.totals;
  const finals: { readonly trace?: ScoreTrace }[] = [];
  for (const kind of kinds) {
    const trace = 'raw' in kind ? traceOfTotal(card.scoring, kind.raw) : scoreCase(scheme, NOBODY, () => factsAt(card.columns, kind.row));
    finals.push(trace === undefined ? {} : { trace });
    if (finals.length % SCORED_AT_ONCE === 0) yield;
  }
  return { sums, codes, finals };
}

/** The score of a card whose criteria all have their points, from the sum of these. */
function traceOfTotal(scoring: Scoring, points: Rational): ScoreTrace {
  const { score } = settleSheet(scoring, [{ score: { criterion: '', kind: 'regular', source: 'fact', state: 'marked' }, points }], new Holes(), () => undefined);
  return { by: 'facts', result: { ...score, problems: [] }, settled: score.outcome === 'scored', ...(typeof scoring.passMark === 'number' ? { passMark: scoring.passMark } : {}) };
}

function* scoresBySheets(scheme: Scheme & { readonly scoring: Scoring }, card: CardOverColumns, { rows, sheets }: ScoreSources, stage: string | undefined): Steps<Omit<ScoreColumn, 'key'>> {
  const keep = keeper();
  const codes = new Int32Array(rows);
  let scored = 0;
  for (const [row, sheetsOfCase] of sheets) {
    codes[row] = keep.put(scoreCase(scheme, { ...sheetsOfCase, scores: [...sheetsOfCase.scores] }, () => factsAt(card.columns, row), stage));
    scored += 1;
    if (scored % SCORED_AT_ONCE === 0) yield;
  }
  return { codes, finals: keep.finals };
}

/** Scores that say the same are kept once. */
function keeper(): { readonly finals: { readonly trace?: ScoreTrace }[]; readonly put: (trace: ScoreTrace | undefined) => number } {
  const finals: { readonly trace?: ScoreTrace }[] = [{}];
  const places = new Map<string, number>();
  return {
    finals,
    put: (trace) => {
      if (trace === undefined) return 0;
      const { score, rankValue, band, passed, outcome } = trace.result;
      const key = JSON.stringify([score, rankValue, band, passed, outcome, trace.settled]);
      let place = places.get(key);
      if (place === undefined) {
        place = finals.push({ trace }) - 1;
        places.set(key, place);
      }
      return place;
    },
  };
}
