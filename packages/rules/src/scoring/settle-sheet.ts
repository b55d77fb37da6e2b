import type { Rational, Scoring } from '@cobuild/core';
import { compareRationals } from '@cobuild/core';
import type { CriterionResult } from './criterion-result.js';
import { addExact, exactText, sumExact } from './exact.js';
import { finishScore } from './finish-score.js';
import type { Holes } from './read-scoring.js';
import { DEFAULT_OUT_OF, numberSetting, positiveSetting } from './read-scoring.js';
import type { ReportProblem } from './report-problem.js';
import type { SheetScore } from './score-types.js';

/** A sheet without the problems, which belong to who settles it. */
export interface SettledSheet { readonly score: Omit<SheetScore, 'problems'>; readonly raw?: Rational }

/** What becomes of a sheet whose criteria have been looked at: the sum, the policy for what is not applicable, limits, rounding. */
export function settleSheet(scoring: Scoring, results: readonly CriterionResult[], holes: Holes, report: ReportProblem, notApplicable?: NotApplicableTotal): SettledSheet {
  const policy = notApplicable?.used(scoring, results);
  const head = { ...(policy === undefined ? {} : { notApplicable: policy }), criteria: results.map(({ score }) => score), missing: results.flatMap(({ score }) => (score.state === 'missing' ? [score.criterion] : [])) };
  const has = (state: string): boolean => results.some(({ score }) => score.state === state);
  const unscored = (outcome: SheetScore['outcome']): SettledSheet => ({ score: { ...head, outcome, score: null, holes: holes.names } });
  if (has('invalid')) return unscored('invalid');
  if (has('undecided')) return unscored('undecided');
  if (head.missing.length > 0) return unscored('incomplete');
  const total = totalOf(scoring, results, holes, notApplicable);
  if (total === 'blocked') return unscored('blocked');
  if (total === undefined) return unscored('undecided');
  const { raw, ...parts } = total;
  const final = finishScore(scoring, raw, holes, report);
  return { score: { ...head, ...parts, outcome: final.rounded === undefined ? 'undecided' : 'scored', ...final, holes: holes.names }, raw };
}

/** Regular points where something is not applicable, and the policy for it; who has facts alone need not carry it: there everything applies. */
export interface NotApplicableTotal {
  readonly used: (scoring: Scoring, results: readonly CriterionResult[]) => SheetScore['notApplicable'];
  readonly points: (scoring: Scoring, results: readonly CriterionResult[], regular: Rational, outOf: Rational, holes: Holes) => { readonly points: Rational; readonly weights?: Rational } | 'blocked' | undefined;
}

type Total = Pick<SheetScore, 'regular' | 'bonus' | 'deduction' | 'outOf' | 'rescaled' | 'heldAt' | 'totalMinimum' | 'totalMaximum'> & { readonly raw: Rational };

function totalOf(scoring: Scoring, results: readonly CriterionResult[], holes: Holes, notApplicable: NotApplicableTotal | undefined): Total | 'blocked' | undefined {
  const outOf = positiveSetting(scoring.outOf, 'outOf', holes, DEFAULT_OUT_OF);
  const of = (kind: string): Rational => sumExact(results.flatMap(({ score, points }) => (score.kind === kind && points !== undefined ? [points] : [])));
  const regular = of('regular');
  const rescaled = outOf === undefined ? undefined : notApplicable === undefined ? { points: regular } : notApplicable.points(scoring, results, regular, outOf, holes);
  if (outOf === undefined || rescaled === undefined || rescaled === 'blocked') return rescaled === 'blocked' ? 'blocked' : undefined;
  const held = holdTotal(scoring, addExact(rescaled.points, addExact(of('bonus'), of('deduction'))), holes);
  if (held === undefined) return undefined;
  return {
    ...held, outOf: exactText(outOf), regular: exactText(regular), bonus: exactText(of('bonus')), deduction: exactText(of('deduction')),
    ...(rescaled.weights === undefined ? {} : { rescaled: { weights: exactText(rescaled.weights), outOf: exactText(outOf), points: exactText(rescaled.points) } }),
  };
}

function holdTotal(scoring: Scoring, total: Rational, holes: Holes): Pick<Total, 'raw' | 'heldAt' | 'totalMinimum' | 'totalMaximum'> | undefined {
  const limit = (name: 'totalMinimum' | 'totalMaximum'): Rational | undefined | 'none' => (scoring[name] === undefined ? 'none' : numberSetting(scoring[name], name, holes));
  const [least, most] = [limit('totalMinimum'), limit('totalMaximum')];
  if (least === undefined || most === undefined) return undefined;
  const limits = { ...(least === 'none' ? {} : { totalMinimum: exactText(least) }), ...(most === 'none' ? {} : { totalMaximum: exactText(most) }) };
  if (least !== 'none' && compareRationals(total, least) < 0) return { raw: least, heldAt: 'totalMinimum', ...limits };
  if (most !== 'none' && compareRationals(total, most) > 0) return { raw: most, heldAt: 'totalMaximum', ...limits };
  return { raw: total, ...limits };
}
