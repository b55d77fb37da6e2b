export type { CaseTable, CaseTableBuilder, CaseTableOptions } from './case-table.js';
export { createCaseTable, loadCases } from './case-table.js';
export type { CaseVerdict } from './case-verdict.js';
export { FactsNotLoadedError } from './policy-context.js';
export type { SimulateOptions, SimulationRun } from './simulate.js';
export { simulate, simulateRun } from './simulate.js';
export type {
  BreakdownRow, Flip, FlipCause, FlipDirection, FlipPage, FlipQuery, PolicyChange, PolicyTotals, SimulationResult,
} from './simulation-result.js';
