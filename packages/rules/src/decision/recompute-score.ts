import type { Rational } from '@cobuild/core';
import { compareRationals, decimalToNumber, roundRational } from '@cobuild/core';
import type { ScoreTrace } from '../results.js';
import { readExact } from '../scoring/index.js';
import { addExact, divideExact, fromDecimal, meanExact, multiplyExact, sumExact } from '../scoring/exact.js';
import type { CriterionScore, PanelScore, SheetScore } from '../scoring/index.js';

export interface RecomputedScore { readonly score: number | null; readonly grade: string | null; readonly passed?: boolean }

/** Score, grade and pass again, from the marks of a card by facts or the scores of the sheets that count; in exact numbers, rounded once. */
export function recomputeScore({ by, result, bands, passMark }: ScoreTrace): RecomputedScore {
  const raw = result.outcome !== 'scored' ? undefined : by === 'panel' ? panelAgain(result) : cardAgain(result);
  const { rounding } = result;
  if (raw === undefined || rounding === undefined) return { score: null, grade: null };
  const rounded = roundRational(raw, rounding.step, rounding.mode);
  const decided = result.decideValue === result.rounded ? fromDecimal(rounded) : raw;
  const fitting = result.decideValue === undefined ? [] : (bands ?? []).filter((band) => liesIn(band, decided));
  return {
    score: decimalToNumber(rounded), grade: fitting.length === 1 ? (fitting[0]?.id ?? null) : null,
    ...(passMark === undefined || result.decideValue === undefined ? {} : { passed: compareRationals(decided, fromDecimal(passMark)) >= 0 }),
  };
}

function liesIn({ from, below }: { readonly from?: number; readonly below?: number }, value: Rational): boolean {
  return (from === undefined || compareRationals(value, fromDecimal(from)) >= 0) && (below === undefined || compareRationals(value, fromDecimal(below)) < 0);
}

function panelAgain({ entries }: PanelScore): Rational | undefined {
  const counted = entries.filter(({ state }) => state === 'counted').flatMap(({ raw }) => readExact(raw) ?? []);
  return counted.length === 0 ? undefined : meanExact(counted);
}

/** A total held at a limit is the limit; the others are added up again. */
function cardAgain({ criteria, rescaled, heldAt, raw }: SheetScore): Rational | undefined {
  if (heldAt !== undefined) return readExact(raw);
  const sum = (kind: CriterionScore['kind']): Rational => sumExact(criteria.filter((item) => item.kind === kind).flatMap((item) => pointsOf(item) ?? []));
  const [outOf, weights] = [readExact(rescaled?.outOf), readExact(rescaled?.weights)];
  const regular = sum('regular');
  const whole = outOf === undefined || weights === undefined ? regular : divideExact(multiplyExact(regular, outOf), weights);
  return addExact(whole, addExact(sum('bonus'), sum('deduction')));
}

/** mark / maximum × weight, what is taken off below zero. */
function pointsOf({ kind, state, mark, maximum, weight }: CriterionScore): Rational | undefined {
  const [found, most, share] = [readExact(mark), readExact(maximum), readExact(weight)];
  if (state !== 'marked' || found === undefined || most === undefined || share === undefined) return undefined;
  const points = multiplyExact(divideExact(found, most), share);
  return kind === 'deduction' ? { p: -points.p, q: points.q } : points;
}
