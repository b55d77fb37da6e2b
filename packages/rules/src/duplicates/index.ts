export { explainDuplicate } from './explain-duplicate.js';
export { findDuplicates } from './find-duplicates.js';
export { recordDuplicateReview } from './reviews.js';
export type {
  CaseName, ComparedCase, DuplicateGroup, DuplicatePair, DuplicateReason, DuplicateResult, DuplicateReview, DuplicateSettings, DuplicateSignal, OverlapSignal, PairedCase, SameSignal, SignalPlace, SimilarSignal,
} from './types.js';
