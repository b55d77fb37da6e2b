import type { CommandIo, CommandOptions, ExitCode } from './command-io.js';
import { UsageError } from './command-io.js';
import { checkCommand } from './check-command.js';
import { decideCommand, explainCommand } from './decide-command.js';
import { publishCommand } from './publish-command.js';
import { readOptions } from './read-options.js';
import { testCommand } from './test-command.js';

const commands: Readonly<Record<string, (options: CommandOptions, io: CommandIo) => ExitCode | Promise<ExitCode>>> = {
  check: checkCommand, test: testCommand, decide: decideCommand, explain: explainCommand, publish: publishCommand,
};

const usage = `cobuild – schemes as documents: check, test, decide, explain, publish

  cobuild check PATH…                     every problem with file:line:column, pointer, remedy  [--draft] [--watch]
  cobuild test PATH…                      the scheme's own tests
  cobuild decide PATH --cases FILE.jsonl  one JSON decision per line  [--set parameters.KEY=VALUE] [--engine json-rules-engine] [--today DATE]
  cobuild explain PATH --case FILE.json   the reasons in words  [--set …] [--today DATE]
  cobuild publish PATH -o FILE            one self-contained document with its hash; refuses errors, holes and failing tests

PATH is a scheme folder or its scheme.json; "-" as a file is standard input. --json gives machine-readable output, --lang en English words.
Exit code: 0 fine, 1 findings, 2 wrong use.
`;

/**
 * Runs one call of the command.
 *
 * @param args - Words after `cobuild`: `['check', 'examples/schemes/gaoming']`.
 * @returns The exit code: 0 fine, 1 findings, 2 wrong use.
 */
export async function runCommand(args: readonly string[], io: CommandIo = standardIo()): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    io.out(usage);
    return name === undefined ? 2 : 0;
  }
  const command = Object.prototype.hasOwnProperty.call(commands, name) ? commands[name] : undefined;
  try {
    if (command === undefined) throw new UsageError(`There is no command "${name}".`);
    return await command(readOptions(rest), io);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.error(`cobuild: ${error.message} See: cobuild help\n`);
    return 2;
  }
}

function standardIo(): CommandIo {
  return {
    out: (text) => void process.stdout.write(text),
    error: (text) => void process.stderr.write(text),
    async readStandardInput() {
      process.stdin.setEncoding('utf8');
      let text = '';
      for await (const part of process.stdin) text += String(part);
      return text;
    },
  };
}
