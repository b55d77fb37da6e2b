import type { Rational, Scoring } from '@cobuild/core';
import { compareRationals } from '@cobuild/core';
import type { FactShapes } from '../analysis/fact-shapes.js';
import type { SchemeFinding } from '../findings.js';
import type { Stretch } from './check-bands.js';
import { bandDefects, readIntervals } from './check-bands.js';
import type { Report } from './check-criterion.js';
import { checkCriterion } from './check-criterion.js';
import { exactText, readExact, readNumber } from './exact.js';
import { liesIn } from './finish-score.js';
import { outOfOf, scoreRange, weightsOf } from './scoring-totals.js';

/**
 * Finds what is wrong with a score card: weights that do not add up, marks nobody can give, bands with gaps or overlaps, settings that do nothing.
 * What is `UNDECIDED` is never held against it.
 *
 * @param scoring - With parameters resolved. Pointers start at it.
 * @param shapes - What is known of the facts, for criteria that are marked by fact.
 * @example checkScoring({ criteria: [{ id: 'a', title, weight: 60, maximum: 10 }] })[0]?.code // 'scheme/weights-do-not-add-up'
 */
export function checkScoring(scoring: Scoring, shapes?: FactShapes): SchemeFinding[] {
  const findings: SchemeFinding[] = [];
  const report: Report = (code, pointer, params = {}) => { findings.push({ code, pointer, params }); };
  if (scoring.criteria.length === 0) report('scheme/no-criteria', '/criteria');
  for (const [index, criterion] of scoring.criteria.entries()) checkCriterion(criterion, `/criteria/${index}`, scoring, shapes, findings, report);
  checkWeights(scoring, report);
  checkTotal(scoring, findings, report);
  checkPanel(scoring, report);
  return findings;
}

function checkWeights(scoring: Scoring, report: Report): void {
  const sum = weightsOf(scoring, 'regular');
  const outOf = outOfOf(scoring);
  if (scoring.criteria.length === 0 || sum === undefined || outOf === undefined || compareRationals(sum, outOf) === 0) return;
  report('scheme/weights-do-not-add-up', '/criteria', { sum: exactText(sum), outOf: exactText(outOf) });
}

function checkTotal(scoring: Scoring, findings: SchemeFinding[], report: Report): void {
  const step = readNumber(scoring.rounding?.step);
  if (step !== undefined && step.p <= 0n) report('scheme/rounding-step', '/rounding/step', { step: exactText(step) });
  const range = scoreRange(scoring);
  if (range === undefined) return;
  const { least, most } = range;
  if (compareRationals(least, most) >= 0) {
    report('scheme/total-limits', '/totalMinimum', { minimum: exactText(least), maximum: exactText(most) });
    return;
  }
  const passMark = readNumber(scoring.passMark);
  if (passMark !== undefined && compareRationals(passMark, most) > 0) report('scheme/pass-mark-outside', '/passMark', { passMark: exactText(passMark), most: exactText(most) });
  findings.push(...gradeFindings(scoring, least, most));
}

function gradeFindings({ bands = [] }: Scoring, least: Rational, most: Rational): readonly SchemeFinding[] {
  const intervals = readIntervals(bands);
  if (intervals === undefined || intervals.length === 0) return [];
  const name = (index: number): unknown => bands[index]?.title;
  const { empty, gaps, overlaps } = bandDefects(intervals, least, most);
  /** The lowest score of a stretch, with the bands that it lies in; nothing where no score lies there. */
  const example = ({ from, below }: Stretch): Pick<SchemeFinding, 'counterExample'> => {
    const [start = least, end] = [readExact(from), readExact(below)];
    const score = compareRationals(start, least) < 0 ? least : start;
    if (compareRationals(score, most) > 0 || (end !== undefined && compareRationals(score, end) >= 0)) return {};
    const lies = bands.filter((band) => liesIn(band, score) === true).map(({ id }) => id);
    return { counterExample: { facts: { score: Number(exactText(score)) }, gives: { bands: lies } } };
  };
  return [
    ...empty.map((index): SchemeFinding => ({ code: 'scheme/score-band-empty', pointer: `/bands/${index}`, params: { band: name(index) } })),
    ...gaps.map((gap): SchemeFinding => ({ code: 'scheme/score-bands-gap', pointer: '/bands', params: { ...gap }, ...example(gap) })),
    ...overlaps.map(({ first, second, ...stretch }): SchemeFinding => ({ code: 'scheme/score-bands-overlap', pointer: `/bands/${second}`, params: { first: name(first), second: name(second), ...stretch }, ...example(stretch) })),
  ];
}

function checkPanel({ panel }: Scoring, report: Report): void {
  if (panel === undefined) return;
  const { mean = 'plain', dropHighest, dropLowest, minimumScores } = panel;
  if (mean === 'plain' && (dropHighest !== undefined || dropLowest !== undefined)) report('scheme/trimming-unused', dropHighest !== undefined ? '/panel/dropHighest' : '/panel/dropLowest');
  if (typeof minimumScores !== 'number') return;
  if (minimumScores < 1) report('scheme/minimum-scores-not-positive', '/panel/minimumScores');
  const [highest, lowest] = [dropHighest ?? 1, dropLowest ?? 1];
  if (mean !== 'trimmed' || typeof highest !== 'number' || typeof lowest !== 'number' || minimumScores < 1 || minimumScores > highest + lowest) return;
  report('scheme/minimum-scores-too-few', '/panel/minimumScores', { minimum: minimumScores, dropped: highest + lowest });
}
