import type { Locale } from '@cobuild/core';
import { nearestName } from '@cobuild/core';
import { allocateCommand } from './allocate-command.js';
import { checkCommand } from './check-command.js';
import type { CommandIo, ExitCode } from './command-io.js';
import { UsageError } from './command-io.js';
import { convertCommand } from './convert-command.js';
import { decideCommand, explainCommand } from './decide-command.js';
import { exportCommand, verifyCommand } from './record-commands.js';
import { statisticsCommand } from './statistics-command.js';
import { dueCommand } from './due-command.js';
import { diffCommand } from './diff-command.js';
import { newCommand } from './new-command.js';
import { publishCommand } from './publish-command.js';
import type { CommandOptions, OptionName } from './read-options.js';
import { askedLocale, readOptions } from './read-options.js';
import { loadOwnModule } from './own-module.js';
import { simulateCommand } from './simulate-command.js';
import { standardIo } from './standard-io.js';
import { testCommand } from './test-command.js';
import { typesCommand } from './types-command.js';
import { usage } from './usage.js';
import { validatorsCommand } from './validators-command.js';
import { withVisibleText } from './visible-text.js';

interface Command {
  readonly takes: readonly OptionName[];
  readonly run: (options: CommandOptions, io: CommandIo) => ExitCode | Promise<ExitCode>;
}

const commands: Readonly<Record<string, Command>> = {
  check: { takes: ['draft', 'watch', 'operators'], run: checkCommand },
  test: { takes: ['strict', 'operators'], run: testCommand },
  decide: { takes: ['cases', 'sheet', 'set', 'engine', 'today', 'output', 'operators'], run: decideCommand },
  explain: { takes: ['case', 'sheet', 'set', 'today', 'operators'], run: explainCommand },
  allocate: { takes: ['cases', 'sheet', 'set', 'today', 'pool', 'context', 'operators'], run: allocateCommand },
  simulate: { takes: ['cases', 'sheet', 'set', 'today', 'with', 'all', 'pool', 'context', 'operators'], run: simulateCommand },
  statistics: { takes: ['cases', 'sheet', 'by', 'across', 'sum', 'since', 'before', 'output', 'operators'], run: statisticsCommand },
  due: { takes: ['cases', 'today', 'all', 'operators'], run: dueCommand },
  export: { takes: ['events', 'project', 'output', 'operators'], run: exportCommand },
  verify: { takes: ['case', 'at', 'output', 'operators'], run: verifyCommand },
  publish: { takes: ['output', 'operators'], run: publishCommand },
  diff: { takes: ['operators'], run: diffCommand },
  types: { takes: ['output', 'operators'], run: typesCommand },
  validators: { takes: ['output', 'operators'], run: validatorsCommand },
  convert: { takes: ['cases', 'sheet', 'table', 'rows', 'scores', 'output', 'operators'], run: convertCommand },
  new: { takes: ['from', 'title'], run: newCommand },
};

/**
 * Runs one call of the command.
 *
 * @param args - Words after `cobuild`: `['check', 'examples/schemes/gaoming']`.
 * @returns The exit code: 0 fine, 1 findings, 2 wrong use.
 */
export async function runCommand(args: readonly string[], streams: CommandIo = standardIo()): Promise<ExitCode> {
  const io = withVisibleText(streams);
  const [name, ...rest] = args;
  const locale = askedLocale(args);
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    io.out(usage(locale));
    return name === undefined ? 2 : 0;
  }
  try {
    const command = Object.prototype.hasOwnProperty.call(commands, name) ? commands[name] : undefined;
    if (command === undefined) throw unknownCommand(name);
    const options = readOptions(rest, command.takes);
    if (!options.help) return await command.run(options.operators === undefined ? options : { ...options, own: await loadOwnModule(options.operators) }, io);
    io.out(usage(locale));
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.error(`cobuild: ${error.in(locale)}${seeHelp(locale)}\n`);
    return 2;
  }
}

function unknownCommand(name: string): UsageError {
  const names = Object.keys(commands);
  const nearest = nearestName(name, names);
  return new UsageError({
    'zh-CN': `没有命令“${name}”。${nearest === undefined ? `可以用的有：${names.join('、')}。` : `是否想写 ${nearest}？`}`,
    en: `There is no command "${name}". ${nearest === undefined ? `Known: ${names.join(', ')}.` : `Did you mean ${nearest}?`}`,
  });
}

function seeHelp(locale: Locale): string {
  return locale === 'en' ? ' See: cobuild help' : '用法见 cobuild help。';
}
