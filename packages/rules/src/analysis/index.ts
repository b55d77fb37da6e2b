export type { CheckOptions } from './check-scheme.js';
export { checkScheme } from './check-scheme.js';
export type { AnalysisCode } from './sentences.js';
export { analysisCodes } from './sentences.js';
export type { UnpinnedThreshold } from './pinning/find-unpinned.js';
export { findUnpinned } from './pinning/find-unpinned.js';
export type { PinningOptions, PinningProblem } from './pinning/pinning-problems.js';
export { pinningProblems } from './pinning/pinning-problems.js';
