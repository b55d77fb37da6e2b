export { allocate } from './allocate.js';
export type { AllocateBatchOptions, BatchAllocation } from './allocate-batch.js';
export { allocateBatch } from './allocate-batch.js';
export type { AllocationContext, AllocationResult, AllocationTerms, Award, AwardLimit, Candidate, OwnFundsShort, SpentMoney } from './allocation-types.js';
export type { AllocationSurroundings } from './check-allocation.js';
export { checkAllocation } from './check-allocation.js';
export { allocationSentences } from './allocation-sentences.js';
export type { CoFundingPlan, SourceShare } from './co-funding.js';
export { coFundingPlan, coFundingProblems } from './co-funding.js';
