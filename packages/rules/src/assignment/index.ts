export type { AssignmentItem, AssignmentOptions, AssignmentResult, ItemAssignment, PassedOver, PoolReviewer } from './assign-reviewers.js';
export { assignReviewers, conflictOf, fitsField } from './assign-reviewers.js';
