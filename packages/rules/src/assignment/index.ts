export type { AssignmentItem, AssignmentOptions, AssignmentResult, ItemAssignment, PassedOver, PoolReviewer } from './assign-reviewers.js';
export { assignReviewers } from './assign-reviewers.js';
