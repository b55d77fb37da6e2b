export { runCommand } from './run-command.js';
export type { CommandIo, ExitCode } from './command-io.js';
