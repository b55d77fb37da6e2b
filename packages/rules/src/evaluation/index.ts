export type { AssessedEntry, AssessedGroup, AssessmentProgress, RegisterAssessment, RegisterEntry } from './assess-register.js';
export { assessRegister, assessmentSteps } from './assess-register.js';
export { checkEvaluation } from './check-evaluation.js';
export type { WorkCheckResult, WorkFindings } from './check-work.js';
export { checkWork } from './check-work.js';
export { evaluationSentences } from './evaluation-sentences.js';
export { grade } from './grade.js';
export type { GradedProject, GradeRow, GradingItem, GradingMark, GradingOptions, GradingResult, RewardTotals } from './grading-types.js';
export { plannedRewards, rewardTotals } from './reward-totals.js';
