import { readInstant } from './instant.js';
import type { CaseName, DuplicateReview } from './types.js';

const FINDINGS: readonly string[] = ['duplicate', 'distinct', 'related'];

/**
 * Puts on record what a person found of a pair. A later finding of the same pair stands beside the earlier one, which is kept; the last one counts.
 *
 * @throws {TypeError} for a finding without reason, person or time, or of an application with itself.
 * @example const reviews = recordDuplicateReview([], { left, right, finding: 'distinct', score: 80, reason: '一期、二期，地点不同。', by: 'clerk-1', at: '2026-03-05T09:30:00+08:00' });
 */
export function recordDuplicateReview(reviews: readonly DuplicateReview[], review: DuplicateReview): readonly DuplicateReview[] {
  if (!FINDINGS.includes(review.finding)) throw new TypeError(`A finding is ${FINDINGS.join(', ')}, not ${String(review.finding)}`);
  if (review.reason.trim() === '') throw new TypeError('A finding has a reason');
  if (review.by.trim() === '') throw new TypeError('A finding names who made it');
  if (readInstant(review.at) === undefined) throw new TypeError(`A finding has its time with an offset, not ${String(review.at)}`);
  if (isSame(review.left, review.right)) throw new TypeError('A finding is about two applications');
  return [...reviews, review];
}

/** Whether a finding is about these two, in whatever order. */
export function samePair(review: DuplicateReview, left: CaseName, right: CaseName): boolean {
  return (isSame(review.left, left) && isSame(review.right, right)) || (isSame(review.left, right) && isSame(review.right, left));
}

function isSame(one: CaseName, other: CaseName): boolean {
  return one.scheme === other.scheme && one.id === other.id;
}
