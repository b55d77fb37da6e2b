import type { Grading } from '@cobuild/core';
import { addDecimals, compareDecimals, decimalToNumber, multiplyDecimals, parseDecimal, subtractDecimals } from '@cobuild/core';
import { capacityOf } from './grade-places.js';
import type { GradeRow, RewardTotals } from './grading-types.js';
import { createSettingReader } from './settings.js';

/** Largest amount that documents hold; a total beyond it is over any pot. */
const LARGEST = 90_000_000_000_000;

/**
 * Rewards of all grades against the pot, live while amounts are being typed: total, and what the pot leaves or lacks.
 *
 * @param filled - How many get each grade, in the order of the grades.
 * @example rewardTotals(grading, [1, 12, 32, 19]) // { outcome: 'within', total: 348000, pot: 348000, rest: 0, … }
 */
export function rewardTotals(grading: Grading, filled: readonly number[]): RewardTotals {
  const read = createSettingReader();
  const rows = grading.grades.map((grade, index): GradeRow => {
    const count = filled[index] ?? 0;
    const base = { grade: grade.id, filled: count };
    if (grade.reward === undefined || (count === 0 && typeof grade.reward !== 'number')) return base;
    const reward = read.money(grade.reward, `/grades/${index}/reward`);
    return reward === undefined ? base : { ...base, reward: decimalToNumber(reward), total: decimalToNumber(multiplyDecimals(reward, count)) };
  });
  if (grading.grades.every(({ reward }) => reward === undefined)) return { outcome: 'none', rows, holes: [] };
  const pot = grading.pot === undefined ? undefined : read.money(grading.pot, '/pot');
  const sum = rows.reduce((all, { total }) => addDecimals(all, total ?? 0), parseDecimal(0));
  const total = { total: decimalToNumber(sum), ...(pot === undefined ? {} : { pot: decimalToNumber(pot) }) };
  if (read.holes.length > 0) return { outcome: 'undecided', rows, ...total, holes: read.holes };
  const limit = pot ?? parseDecimal(LARGEST);
  const left = decimalToNumber(subtractDecimals(limit, sum));
  if (compareDecimals(sum, limit) > 0) return { outcome: 'over', rows, ...total, over: -left, holes: [] };
  return { outcome: 'within', rows, ...total, ...(pot === undefined ? {} : { rest: left }), holes: [] };
}

/**
 * The same before anybody is graded: places of so many projects, as if every place were filled.
 *
 * @param projects - How many will be graded, for shares and `rest`.
 */
export function plannedRewards(grading: Grading, projects: number): RewardTotals {
  const read = createSettingReader();
  let left = projects;
  const filled = grading.grades.map(({ places }, index) => {
    const capacity = capacityOf(places, projects, `/grades/${index}/places`, read);
    const taken = capacity === undefined ? 0 : capacity === 'rest' ? left : Math.min(capacity, left);
    left -= taken;
    return taken;
  });
  const totals = rewardTotals(grading, filled);
  return read.holes.length === 0 ? totals : { ...totals, outcome: 'undecided', holes: [...read.holes, ...totals.holes] };
}
