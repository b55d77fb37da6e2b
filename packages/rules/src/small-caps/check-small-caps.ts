import type { SmallCap } from '@cobuild/core';
import type { SchemeFinding } from '../findings.js';
import { readFen } from '../money/fen.js';

/** What is wrong in `smallCaps`, from the root of the list. Open amounts are left alone. */
export function checkSmallCaps(caps: readonly SmallCap[]): readonly SchemeFinding[] {
  return caps.flatMap((cap, index): SchemeFinding[] => {
    const pointer = `/${index}/amount`;
    if (readFen(cap.amount) === 0n) return [{ code: 'scheme/small-cap-nothing', severity: 'warning', pointer, params: { cap: cap.id } }];
    const other = caps.find((candidate) => candidate !== cap && hides(candidate, cap));
    return other === undefined ? [] : [{ code: 'scheme/small-cap-hidden', severity: 'info', pointer, params: { cap: cap.id, other: other.id } }];
  });
}

/** Whether whatever one cap forbids, the other forbids already: lower, for the same people, over as long a time, for all the kinds. */
function hides(low: SmallCap, high: SmallCap): boolean {
  const [least, amount] = [readFen(low.amount), readFen(high.amount)];
  if (least === undefined || amount === undefined || least >= amount || low.when !== undefined) return false;
  const kinds = low.kinds === undefined || (high.kinds ?? ['']).every((kind) => low.kinds?.some((other) => other === kind));
  return kinds && (low.per ?? 'all') === (high.per ?? 'all') && LENGTH[low.period ?? 'each'] >= LENGTH[high.period ?? 'each'];
}

const LENGTH: Readonly<Record<NonNullable<SmallCap['period']>, number>> = { each: 0, month: 1, year: 2, ever: 3 };
