import type { Rational } from '@cobuild/core';
import { compareRationals, decimalToNumber, roundRational } from '@cobuild/core';
import type { ScoreTrace } from '../results.js';
import { readExact } from '../scoring/index.js';
import { fromDecimal, meanExact, subtractExact } from '../scoring/exact.js';
import type { PanelScore } from '../scoring/index.js';
import { magnitudeExact, medianExact } from '../scoring/statistics.js';
import { recomputeSheet } from './recompute-sheet.js';

export interface RecomputedScore {
  readonly score: number | null;
  readonly grade: string | null;
  readonly passed?: boolean;
  /** Whether it stands: there is one, and no reason is still asked for. */
  readonly settled: boolean;
}

const NOTHING: PanelAgain = { raw: undefined, reasonsMissing: false };

/** Score, grade and pass again, from the facts found by a card or from the marks on the sheets that count; in exact numbers, rounded once. */
export function recomputeScore({ by, result, bands, passMark }: ScoreTrace): RecomputedScore {
  const { raw, reasonsMissing } = result.outcome !== 'scored' ? NOTHING : by === 'panel' ? panelAgain(result) : { raw: recomputeSheet(result), reasonsMissing: false };
  const { rounding } = result;
  if (raw === undefined || rounding === undefined) return { score: null, grade: null, settled: false };
  const rounded = roundRational(raw, rounding.step, rounding.mode);
  const decided = result.decideOn === 'raw' ? raw : fromDecimal(rounded);
  const fitting = result.decideOn === undefined ? [] : (bands ?? []).filter((band) => liesIn(band, decided));
  return {
    settled: !reasonsMissing, score: decimalToNumber(rounded), grade: fitting.length === 1 ? (fitting[0]?.id ?? null) : null,
    ...(passMark === undefined || result.decideOn === undefined ? {} : { passed: compareRationals(decided, fromDecimal(passMark)) >= 0 }),
  };
}

function liesIn({ from, below }: { readonly from?: number; readonly below?: number }, value: Rational): boolean {
  return (from === undefined || compareRationals(value, fromDecimal(from)) >= 0) && (below === undefined || compareRationals(value, fromDecimal(below)) < 0);
}

interface PanelAgain { readonly raw: Rational | undefined; readonly reasonsMissing: boolean }

/** Every sheet from its marks; of those that are valid the highest and lowest dropped, and the mean of the rest. */
function panelAgain({ entries, needed = 1, whenFewer, dropped, deviation }: PanelScore): PanelAgain {
  const scored = entries.filter(({ state }) => state === 'counted' || state === 'dropped').flatMap((entry) => {
    const raw = entry.assumed === true ? readExact(entry.raw) : entry.result === undefined ? undefined : recomputeSheet(entry.result, entry.sheet?.marks ?? []);
    return raw === undefined ? [] : [{ entry, raw }];
  });
  const rising = scored.map(({ raw }) => raw).sort(compareRationals);
  const enough = rising.length >= needed;
  const counted = enough ? rising.slice(dropped.lowest, rising.length - dropped.highest) : rising;
  if (counted.length === 0 || (!enough && whenFewer !== 'dropNothing')) return { raw: undefined, reasonsMissing: false };
  const limit = readExact(deviation);
  const median = medianExact(rising);
  const isFar = (raw: Rational): boolean => limit !== undefined && compareRationals(magnitudeExact(subtractExact(raw, median)), limit) > 0;
  return { raw: meanExact(counted), reasonsMissing: scored.some(({ entry, raw }) => isFar(raw) && (entry.sheet?.deviationReason ?? '').trim() === '') };
}
