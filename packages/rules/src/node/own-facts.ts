import type { Case, Locale, Problem, Scheme } from '@cobuild/core';
import { prepareFacts } from '../conditions/index.js';
import type { CaseFile } from './read-case-file.js';
import type { CommandOptions } from './read-options.js';

/** Look-ups of different cases that run side by side: enough for a register, not so many that it takes the command for an attack. */
const AT_ONCE = 8;

/** A case with the host facts that the administrator's own module looks up; without a module it stays as it is. Problems point into the case. */
export async function prepared(scheme: Scheme, caseData: Case, { own, locale }: Pick<CommandOptions, 'own' | 'locale'>): Promise<{ readonly case: Case; readonly problems: readonly Problem[] }> {
  if (own === undefined || Object.keys(own.facts).length === 0) return { case: caseData, problems: [] };
  const { case: ready, problems } = await prepareFacts(scheme, caseData, own.facts, { locale });
  // A fact that nobody looks up is simply missing, as it is without a module.
  return { case: ready, problems: problems.filter(({ code }) => code !== 'facts/no-host').map((problem) => withCause(problem, locale)) };
}

/** Whoever wrote the module learns what it said. */
function withCause(problem: Problem, locale: Locale): Problem {
  const { cause } = problem.params;
  return typeof cause === 'string' ? { ...problem, remedy: locale === 'en' ? `The module said: ${cause}` : `模块报告：${cause}` } : problem;
}

/** The cases of a file that could be read, in its order, each with its host facts. */
export async function withOwnFacts(scheme: Scheme, { cases, place }: CaseFile, options: Pick<CommandOptions, 'own' | 'locale'>): Promise<{ readonly cases: readonly Case[]; readonly problems: readonly Problem[] }> {
  const read = cases.flatMap((one, index) => ('case' in one ? [{ case: one.case, index }] : []));
  if (options.own === undefined) return { cases: read.map((one) => one.case), problems: [] };
  const ready: { readonly case: Case; readonly problems: readonly Problem[] }[] = [];
  for (let start = 0; start < read.length; start += AT_ONCE) {
    ready.push(...(await Promise.all(read.slice(start, start + AT_ONCE).map(async ({ case: caseData, index }) => {
      const { case: own, problems } = await prepared(scheme, caseData, options);
      return { case: own, problems: problems.map((problem) => place(problem, index)) };
    }))));
  }
  return { cases: ready.map((one) => one.case), problems: ready.flatMap(({ problems }) => problems) };
}
