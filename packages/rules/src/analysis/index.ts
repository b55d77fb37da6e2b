export type { CheckOptions } from './check-scheme.js';
export { checkScheme } from './check-scheme.js';
export type { AnalysisCode } from './sentences.js';
export { analysisCodes } from './sentences.js';
