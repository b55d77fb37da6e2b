export type { CaseFileReading } from './case-file-worker.js';
export { readCaseFileInWorker } from './case-file-worker.js';
export type { CaseTable, CaseTableBuilder, CaseTableOptions } from './case-table.js';
export { createCaseTable, loadCases } from './case-table.js';
export type { CaseVerdict } from './case-verdict.js';
export type { SchemeToCheck, SchemeVerdict } from './check-texts.js';
export { checkSchemeTexts } from './check-texts.js';
export type { CasePack } from './packed-cases.js';
export { PackedCases } from './packed-cases.js';
export type { FileToRead, SimulationPort } from './platform.js';
export { FactsNotLoadedError } from './policy-context.js';
export type { CaseFileOptions, CaseFilePart, ReadCaseFileOptions } from './read-case-file.js';
export { readCaseFile } from './read-case-file.js';
export type { SchemeChecker } from './scheme-checker.js';
export { createSchemeChecker } from './scheme-checker.js';
export { serveSimulation } from './serve-simulation.js';
export type { SimulateOptions, SimulationRun } from './simulate.js';
export { simulate, simulateRun } from './simulate.js';
export type { CaseSource, ExplainedChange, ExplainedVerdict, LoadOptions, LoadedCases, Simulation, SimulationOptions } from './simulation.js';
export { createSimulation } from './simulation.js';
export type {
  BatchFunding, BreakdownRow, Flip, FlipCause, FlipDirection, FlipPage, FlipQuery, FundingLine, OutcomeMove, PolicyChange, PolicyTotals, ProjectAtLine, SimulationResult,
} from './simulation-result.js';
export { createSimulationWorker } from './simulation-worker.js';
