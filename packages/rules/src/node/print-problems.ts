import type { Locale, Problem, ProblemExample, Severity } from '@cobuild/core';
import type { CommandIo } from './command-io.js';

const words: Readonly<Record<Locale, Readonly<Record<Severity, string>>>> = {
  'zh-CN': { error: '错误', undecided: '未定', warning: '注意', info: '说明' },
  en: { error: 'error', undecided: 'undecided', warning: 'warning', info: 'note' },
};
/** More answers than these tell nobody anything on one line. */
const MOST_FACTS = 8;
const plurals: Readonly<Record<Severity, string>> = { error: 'errors', undecided: 'undecided', warning: 'warnings', info: 'notes' };

/** A problem as a terminal shows it: place, weight, code and pointer, then the sentence, then what mends it. */
export function printProblem({ document, line, column, severity, code, pointer, message, remedy, counterExample }: Problem, locale: Locale): string {
  const place = [document, line, column].filter((part) => part !== undefined).join(':');
  const head = `${place} ${words[locale][severity]} ${code}${pointer === '' ? '' : ` ${pointer}`}`;
  return `${head}\n  ${message}\n${remedy === undefined ? '' : `  → ${remedy}\n`}${counterExample === undefined ? '' : exampleLine(counterExample, locale)}`;
}

/** Problems of a call: for people on standard error, for programs (`--json`) as data on standard output. */
export function tellProblems(problems: readonly Problem[], json: boolean, locale: Locale, io: Pick<CommandIo, 'out' | 'error'>): void {
  if (problems.length === 0) return;
  if (json) io.out(`${JSON.stringify({ problems })}\n`);
  else io.error(problems.map((problem) => `${printProblem(problem, locale)}\n`).join(''));
}

/** How many of each weight: `2 errors, 7 undecided`. */
export function countProblems(problems: readonly Problem[], locale: Locale): string {
  const parts = (['error', 'undecided', 'warning', 'info'] as const).flatMap((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    if (count === 0) return [];
    return [locale === 'en' ? `${count} ${count === 1 ? words.en[severity] : plurals[severity]}` : `${words['zh-CN'][severity]} ${count} 处`];
  });
  if (parts.length === 0) return locale === 'en' ? 'no problems' : '没有问题';
  return parts.join(locale === 'en' ? ', ' : '，');
}

export function isError({ severity }: Problem): boolean {
  return severity === 'error';
}
export function isHole({ severity }: Problem): boolean {
  return severity === 'undecided';
}

/** An application for which it happens, in one line. */
function exampleLine({ facts }: ProblemExample, locale: Locale): string {
  const { parameters: _, ...answers } = facts;
  const written = Object.entries(answers).map(([name, value]) => `${name} = ${JSON.stringify(value)}`);
  const shown = written.slice(0, MOST_FACTS).join(locale === 'en' ? ', ' : '，');
  if (written.length === 0) return '';
  return locale === 'en' ? `  for example: ${shown}${written.length > MOST_FACTS ? ', …' : ''}\n` : `  例如：${shown}${written.length > MOST_FACTS ? '，……' : ''}\n`;
}
