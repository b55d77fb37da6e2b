export type { ValueTitles } from './check-decision-table.js';
export { checkDecisionTable } from './check-decision-table.js';
export { compileDecisionTable, evaluateDecisionTable, traceDecisionTable } from './compile-decision-table.js';
export type { RegionSide } from './table-region.js';
export type { TableFindingCode } from './table-sentences.js';
export { tableSentences } from './table-sentences.js';
export type { CompiledDecisionTable, DecisionTableResult, DecisionTableTrace, OutputValue, TableCellTrace, TableOutcome, TableRowTrace } from './table-types.js';
