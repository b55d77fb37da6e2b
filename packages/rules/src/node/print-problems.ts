import type { Locale, Problem, Severity } from '@cobuild/core';

const words: Readonly<Record<Locale, Readonly<Record<Severity, string>>>> = {
  'zh-CN': { error: '错误', undecided: '未定', warning: '注意', info: '说明' },
  en: { error: 'error', undecided: 'undecided', warning: 'warning', info: 'info' },
};

/** A problem as a terminal shows it: place, weight and code, then the sentence, then what mends it. */
export function printProblem({ document, line, column, severity, code, pointer, message, remedy }: Problem, locale: Locale): string {
  const place = [document, line, column].filter((part) => part !== undefined).join(':');
  const head = `${place} ${words[locale][severity]} ${code}${pointer === '' ? '' : ` ${pointer}`}`;
  return `${head}\n  ${message}${remedy === undefined ? '' : `\n  → ${remedy}`}\n`;
}

/** How many of each weight: `2 errors, 7 undecided`. */
export function summarizeProblems(problems: readonly Problem[], locale: Locale): string {
  const counts = (['error', 'undecided', 'warning', 'info'] as const).map((severity) => [severity, problems.filter((problem) => problem.severity === severity).length] as const).filter(([, count]) => count > 0);
  if (counts.length === 0) return locale === 'en' ? 'no problems' : '没有问题';
  return counts.map(([severity, count]) => (locale === 'en' ? `${count} ${words.en[severity]}` : `${words['zh-CN'][severity]} ${count} 处`)).join(locale === 'en' ? ', ' : '，');
}
