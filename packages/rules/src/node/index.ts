export { runCommand } from './run-command.js';
export type { CommandIo } from './command-io.js';
