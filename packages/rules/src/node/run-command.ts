import type { Locale } from '@cobuild/core';
import { nearestName } from '@cobuild/core';
import type { CommandIo, ExitCode } from './command-io.js';
import { UsageError } from './command-io.js';
import type { CommandOptions, OptionName } from './read-options.js';
import { askedLocale, readOptions } from './read-options.js';
import { loadOwnModule } from './own-module.js';
import { standardIo } from './standard-io.js';
import { usage } from './usage.js';
import { withVisibleText } from './visible-text.js';

type Run = (options: CommandOptions, io: CommandIo) => ExitCode | Promise<ExitCode>;

interface Command {
  readonly takes: readonly OptionName[];
  /** Reads the modules of this command alone: those of all of them take twice the time. */
  readonly load: () => Promise<Run>;
}

const commands: Readonly<Record<string, Command>> = {
  check: { takes: ['draft', 'watch', 'operators'], load: async () => (await import('./check-command.js')).checkCommand },
  test: { takes: ['strict', 'operators'], load: async () => (await import('./test-command.js')).testCommand },
  decide: { takes: ['cases', 'sheet', 'set', 'engine', 'today', 'output', 'operators'], load: async () => (await import('./decide-command.js')).decideCommand },
  explain: { takes: ['case', 'sheet', 'set', 'today', 'operators'], load: async () => (await import('./decide-command.js')).explainCommand },
  allocate: { takes: ['cases', 'sheet', 'set', 'today', 'pool', 'context', 'operators'], load: async () => (await import('./allocate-command.js')).allocateCommand },
  simulate: { takes: ['cases', 'sheet', 'set', 'today', 'with', 'all', 'pool', 'context', 'operators'], load: async () => (await import('./simulate-command.js')).simulateCommand },
  statistics: { takes: ['cases', 'sheet', 'by', 'across', 'sum', 'since', 'before', 'output', 'operators'], load: async () => (await import('./statistics-command.js')).statisticsCommand },
  due: { takes: ['cases', 'today', 'all', 'operators'], load: async () => (await import('./due-command.js')).dueCommand },
  export: { takes: ['events', 'project', 'output', 'operators'], load: async () => (await import('./record-commands.js')).exportCommand },
  verify: { takes: ['case', 'at', 'output', 'operators'], load: async () => (await import('./record-commands.js')).verifyCommand },
  publish: { takes: ['output', 'operators'], load: async () => (await import('./publish-command.js')).publishCommand },
  diff: { takes: ['operators'], load: async () => (await import('./diff-command.js')).diffCommand },
  types: { takes: ['output', 'operators'], load: async () => (await import('./types-command.js')).typesCommand },
  validators: { takes: ['output', 'operators'], load: async () => (await import('./validators-command.js')).validatorsCommand },
  convert: { takes: ['cases', 'sheet', 'table', 'rows', 'scores', 'output', 'operators'], load: async () => (await import('./convert-command.js')).convertCommand },
  new: { takes: ['from', 'title'], load: async () => (await import('./new-command.js')).newCommand },
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
    if (!options.help) {
      const run = await command.load();
      return await run(options.operators === undefined ? options : { ...options, own: await loadOwnModule(options.operators) }, io);
    }
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
