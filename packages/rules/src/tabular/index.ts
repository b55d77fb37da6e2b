export type { Cell, Sheet } from './sheet.js';
export { MOST_ROWS, columnName } from './sheet.js';
export type { SheetCode } from './sheet-problem.js';
export type { SheetReadOptions } from './cases-sheet.js';
export { casesFromSheet, sheetFromCases } from './cases-sheet.js';
export { sheetFromTable, tableFromSheet } from './table-sheet.js';
export type { ScoredCase } from './scores-sheet.js';
export { scoresFromSheet, sheetFromScores } from './scores-sheet.js';
export { sheetFromDecisions } from './decisions-sheet.js';
