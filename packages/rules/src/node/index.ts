export { runCommand } from './run-command.js';
export type { CommandIo, ExitCode } from './command-io.js';
export { createSimulationThread } from './create-simulation-thread.js';
export { fileFromSheet, sheetFromFile } from './spreadsheet-file.js';
export { fileFromTemplate } from './template-file.js';
