import type { Rational, Scoring } from '@cobuild/core';
import { compareRationals, decimalToNumber, roundRational } from '@cobuild/core';
import { exactText, fromDecimal, readNumber } from './exact.js';
import type { Holes, RoundingRule } from './read-scoring.js';
import { choiceSetting, numberSetting, readRounding } from './read-scoring.js';
import type { ReportProblem } from './report-problem.js';
import type { FinalScore } from './score-types.js';

const READS = ['raw', 'rounded'] as const;

/** The last step of every score: rounds once, then reads band and pass mark. Without a score or a rounding step there is none. */
export function finishScore(scoring: Scoring, raw: Rational | undefined, holes: Holes, report: ReportProblem): FinalScore {
  const rounding = readRounding(scoring.rounding, holes);
  if (raw === undefined) return { score: null };
  if (rounding === undefined) return { raw: exactText(raw), score: null };
  const decimal = roundToStep(raw, rounding);
  const values = { raw, rounded: fromDecimal(decimal) };
  const rankOn = choiceSetting(scoring.rankOn, READS, 'rankOn', holes, 'rounded');
  const decideOn = choiceSetting(scoring.decideOn, READS, 'decideOn', holes, 'rounded');
  return {
    raw: exactText(raw),
    rounded: exactText(values.rounded),
    score: decimalToNumber(decimal),
    rounding: { step: exactText(rounding.step), mode: rounding.mode },
    ...(rankOn === undefined ? {} : { rankOn, rankValue: exactText(values[rankOn]) }),
    ...(decideOn === undefined ? {} : { decideOn, ...decided(scoring, values[decideOn], holes, report) }),
  };
}

function roundToStep(value: Rational, { step, mode }: RoundingRule): ReturnType<typeof roundRational> {
  return roundRational(value, exactText(step), mode);
}

function decided(scoring: Scoring, value: Rational, holes: Holes, report: ReportProblem): Pick<FinalScore, 'decideValue' | 'band' | 'passed' | 'bands' | 'passMark'> {
  const passMark = scoring.passMark === undefined ? undefined : numberSetting(scoring.passMark, 'passMark', holes);
  const band = scoring.bands === undefined ? undefined : bandOf(scoring.bands, value, holes, report);
  return {
    decideValue: exactText(value),
    ...(scoring.bands === undefined ? {} : { bands: scoring.bands }),
    ...(band === undefined ? {} : { band }),
    ...(passMark === undefined ? {} : { passMark: exactText(passMark), passed: compareRationals(value, passMark) >= 0 }),
  };
}

/** Whether a value lies in a half-open interval; `undefined` where a limit is open and could decide. */
export function liesIn(interval: { readonly from?: unknown; readonly below?: unknown }, value: Rational): boolean | undefined {
  return intervalTest(interval)(value);
}

/** As {@link liesIn}, with the limits read once. */
export function intervalTest({ from, below }: { readonly from?: unknown; readonly below?: unknown }): (value: Rational) => boolean | undefined {
  const [lower, upper] = [readNumber(from), readNumber(below)];
  const decided = (from === undefined || lower !== undefined) && (below === undefined || upper !== undefined);
  return (value) => {
    if ((lower && compareRationals(value, lower) < 0) || (upper && compareRationals(value, upper) >= 0)) return false;
    return decided ? true : undefined;
  };
}

function bandOf(bands: NonNullable<Scoring['bands']>, value: Rational, holes: Holes, report: ReportProblem): string | undefined {
  const answers = bands.map((band) => ({ band, lies: liesIn(band, value) }));
  const fitting = answers.filter(({ lies }) => lies === true);
  const open = answers.filter(({ lies }) => lies === undefined);
  if (open.length > 0) {
    for (const { band } of open) holes.add(`bands/${band.id}`);
    return undefined;
  }
  const params = { score: exactText(value), bands: fitting.map(({ band }) => band.id) };
  if (fitting.length === 1) return fitting[0]?.band.id;
  report(fitting.length === 0 ? 'score/no-band' : 'score/two-bands', { document: 'scheme', pointer: '/scoring/bands', params });
  return undefined;
}
