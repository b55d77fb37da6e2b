import type { Applicant, Facts, Scheme, ScoreSheet, Scoring } from '@cobuild/core';
import { scoreCase } from '../decision/score-case.js';
import type { ScoreTrace } from '../results.js';
import type { Column } from './column.js';
import { valueOf } from './column.js';
import { totalsByFact } from './score-totals.js';

/** What the sheets of a case are scored with. */
export interface SheetsOfCase { readonly id: string; readonly applicant: Applicant; readonly scores: readonly ScoreSheet[] }

/** The score of every case, as place in a list of the different ones. The first stands for "no score". */
export interface ScoreColumn {
  readonly key: string;
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
export function scoreColumn(scheme: Scheme, sources: ScoreSources, stage?: string, before?: ScoreColumn): ScoreColumn | undefined {
  const { scoring } = scheme;
  if (scoring === undefined || scoring.criteria.length === 0) return undefined;
  const card = overColumns(scoring, sources);
  const byFacts = card.scoring.criteria.every(({ byFact }) => byFact !== undefined);
  const key = JSON.stringify([byFacts ? '' : stage ?? null, card.scoring]);
  if (before?.key === key) return before;
  const policy = { ...scheme, scoring: card.scoring };
  return { key, ...(byFacts ? scoresByFacts(policy, card, sources.rows) : scoresBySheets(policy, card, sources, stage)) };
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

const NOBODY = { id: '', applicant: { id: '' }, scores: [] };

function scoresByFacts(scheme: Scheme & { readonly scoring: Scoring }, card: CardOverColumns, rows: number): Omit<ScoreColumn, 'key'> {
  const keep = keeper();
  const scoreOf = (row: number): number => keep.put(scoreCase(scheme, NOBODY, () => factsAt(card.columns, row)));
  const { totals, unusual } = totalsByFact(card, rows);
  const codeOf = new Map<number, number>();
  const unusualCodeOf = new Map<string, number>();
  const codes = new Int32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const total = totals[row] as number;
    if (total !== total) continue;
    let code = codeOf.get(total);
    if (code === undefined) {
      code = scoreOf(row);
      codeOf.set(total, code);
    }
    codes[row] = code;
  }
  for (const [row, kind] of unusual) {
    const code = unusualCodeOf.get(kind) ?? scoreOf(row);
    unusualCodeOf.set(kind, code);
    codes[row] = code;
  }
  return { codes, finals: keep.finals };
}

function scoresBySheets(scheme: Scheme & { readonly scoring: Scoring }, card: CardOverColumns, { rows, sheets }: ScoreSources, stage: string | undefined): Omit<ScoreColumn, 'key'> {
  const keep = keeper();
  const codes = new Int32Array(rows);
  for (const [row, sheetsOfCase] of sheets) codes[row] = keep.put(scoreCase(scheme, { ...sheetsOfCase, scores: [...sheetsOfCase.scores] }, () => factsAt(card.columns, row), stage));
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
      const { score, band, passed, outcome } = trace.result;
      const key = JSON.stringify([score, band, passed, outcome, trace.settled]);
      let place = places.get(key);
      if (place === undefined) {
        place = finals.push({ trace }) - 1;
        places.set(key, place);
      }
      return place;
    },
  };
}
