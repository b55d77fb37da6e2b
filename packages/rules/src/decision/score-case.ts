import type { Case, Facts, Scheme, Scoring } from '@cobuild/core';
import type { ScoreTrace } from '../results.js';
import { scoreByFacts, scorePanel } from '../scoring/index.js';

/**
 * The score of a case: of a card whose criteria all follow from facts, by the facts; otherwise of the sheets handed in. `undefined` where the scheme does not score,
 * or nobody has handed in a sheet yet.
 *
 * @param stage - Id of the stage whose sheets count; those that name no stage count everywhere.
 */
export function scoreCase({ scoring }: Scheme, { id, scores = [], applicant }: Pick<Case, 'id' | 'scores' | 'applicant'>, facts: () => Facts, stage?: string): ScoreTrace | undefined {
  if (scoring === undefined || scoring.criteria.length === 0) return undefined;
  const bands = readBands(scoring.bands ?? []);
  const limits = { ...(typeof scoring.passMark === 'number' ? { passMark: scoring.passMark } : {}), ...(bands === undefined || bands.length === 0 ? {} : { bands }) };
  if (scoring.criteria.every(({ byFact }) => byFact !== undefined)) {
    const result = scoreByFacts(scoring, facts());
    return { by: 'facts', result, settled: result.outcome === 'scored', ...limits };
  }
  const sheets = scores.filter((sheet) => stage === undefined || sheet.stage === undefined || sheet.stage === stage);
  if (sheets.length === 0) return undefined;
  const result = scorePanel(scoring, sheets, { item: id, applicant, facts: facts() });
  return { by: 'panel', result, settled: result.outcome === 'scored' && result.reasonsMissing.length === 0, ...limits };
}

/** The bands with their limits; nothing where one of them is open, as then none is read. */
function readBands(bands: NonNullable<Scoring['bands']>): ScoreTrace['bands'] | undefined {
  const isOpen = (limit: unknown): boolean => limit !== undefined && typeof limit !== 'number';
  if (bands.some(({ from, below }) => isOpen(from) || isOpen(below))) return undefined;
  return bands.map(({ id, from, below }) => ({ id, ...(typeof from === 'number' ? { from } : {}), ...(typeof below === 'number' ? { below } : {}) }));
}
