import type { Criterion } from '@cobuild/core';
import type { CriterionResult, MarkSources } from './criterion-result.js';
import { criterionResult } from './criterion-result.js';
import { reviewerMark } from './reviewer-mark.js';

export type { CriterionResult, MarkSources } from './criterion-result.js';

/** What a criterion brings: by the mark of a reviewer, or by a fact. */
export function scoreCriterion(criterion: Criterion, sources: MarkSources): CriterionResult {
  return criterionResult(criterion, sources, reviewerMark);
}
