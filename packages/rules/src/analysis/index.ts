export type { CheckOptions } from './check-scheme.js';
export { checkScheme } from './check-scheme.js';
export type { AnalysisCode } from './messages.js';
export { analysisCodes } from './messages.js';
