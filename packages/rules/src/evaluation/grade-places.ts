import type { Grade, Grading, Rational } from '@cobuild/core';
import { compareRationals } from '@cobuild/core';
import { fromDecimal } from '../scoring/exact.js';
import type { SettingReader } from './settings.js';

/** How many get each grade, and where the borders between grades lie. */
export interface PlacePlan {
  /** One per grade: what the rule gives, and how many are taken. `capacity` of `rest` is all who are left. */
  readonly grades: readonly { readonly capacity: number; readonly taken: number }[];
  /** Places behind which a border lies, counted from 1. */
  readonly borders: readonly number[];
}

/** Places that a rule gives of so many graded; a share is rounded down. `undefined` while it is open. */
export function capacityOf(places: Grade['places'], graded: number, pointer: string, read: SettingReader): number | 'rest' | undefined {
  if (places === 'rest') return 'rest';
  if (typeof places !== 'object') return read.open(pointer);
  if ('count' in places) return read.count(places.count, `${pointer}/count`);
  const ratio = 'share' in places ? read.ratio(places.share, `${pointer}/share`) : read.open(pointer);
  // In integers, so that 20 % of 64 is 12 however large the numbers.
  return ratio === undefined ? undefined : Number((BigInt(graded) * BigInt(ratio.p)) / BigInt(ratio.q));
}

/**
 * Plans the places from the best mark down. Who has less than a grade's lowest mark does not get it, and its places stay empty; equals always
 * lie on the same side of such a mark, so it makes no border that a tie could cross.
 *
 * @param scores - Decisive marks, best first.
 * @returns `undefined` while a setting is open.
 */
export function planPlaces({ grades }: Grading, scores: readonly Rational[], read: SettingReader): PlacePlan | undefined {
  const settings = grades.map((grade, index) => ({
    capacity: capacityOf(grade.places, scores.length, `/grades/${index}/places`, read),
    minimum: grade.minimumScore === undefined ? null : read.decimal(grade.minimumScore, `/grades/${index}/minimumScore`),
  }));
  const planned: { capacity: number; taken: number }[] = [];
  const borders: number[] = [];
  let start = 0;
  for (const { capacity, minimum } of settings) {
    if (capacity === undefined || minimum === undefined) return undefined;
    const left = scores.slice(start);
    const able = minimum === null ? left.length : left.filter((score) => compareRationals(score, fromDecimal(minimum)) >= 0).length;
    const offered = capacity === 'rest' ? left.length : capacity;
    const taken = Math.min(offered, able);
    start += taken;
    planned.push({ capacity: offered, taken });
    if (taken === offered && taken > 0 && start < scores.length) borders.push(start);
  }
  return { grades: planned, borders };
}
