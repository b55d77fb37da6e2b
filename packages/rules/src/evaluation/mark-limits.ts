import type { Grading, Locale, MarkLimits, Problem, Rational } from '@cobuild/core';
import { compareRationals } from '@cobuild/core';
import { ruleProblem } from '../locales/rule-message.js';
import { exactText, fromDecimal, readExact } from '../scoring/exact.js';
import { ownMark } from './combine-marks.js';
import type { GradedProject } from './grading-types.js';
import type { SettingReader } from './settings.js';

interface Column { readonly input?: string; readonly marks: readonly { readonly id: string; readonly index: number; readonly mark: Rational }[] }

/**
 * Holds marks against what they may be: lowest, highest, whole numbers, and how many of those marked may have a high mark (`count × q ≤ n × p`,
 * in integers). With inputs every input is looked at by itself.
 */
export function markProblems(grading: Grading, projects: readonly GradedProject[], read: SettingReader, locale: Locale): Problem[] {
  const { marks: limits } = grading;
  if (limits === undefined) return [];
  const columns: Column[] = grading.inputs === undefined
    ? [{ marks: projects.flatMap((project, index) => marked(project.id, index, readExact(project.score))) }]
    : grading.inputs.map(({ id }) => ({ input: id, marks: projects.flatMap((project, index) => marked(project.id, index, ownMark(project, id))) }));
  return columns.flatMap((column) => [...single(column, limits, read, locale), ...shares(column, limits, read, locale)]);
}

function marked(id: string, index: number, mark: Rational | undefined): Column['marks'] {
  return mark === undefined ? [] : [{ id, index, mark }];
}

function single({ input, marks }: Column, limits: MarkLimits, read: SettingReader, locale: Locale): Problem[] {
  const minimum = limits.minimum === undefined ? undefined : read.decimal(limits.minimum, '/marks/minimum');
  const maximum = limits.maximum === undefined ? undefined : read.decimal(limits.maximum, '/marks/maximum');
  return marks.flatMap(({ id, index, mark }): Problem[] => {
    const pointer = input === undefined ? `/${index}/score` : `/${index}/marks/${input}`;
    const report = (code: 'grading/mark-too-low' | 'grading/mark-too-high' | 'grading/mark-not-whole', limit?: Rational): Problem =>
      ruleProblem(code, { document: 'projects', pointer, params: { project: id, mark: exactText(mark), ...(limit === undefined ? {} : { limit: exactText(limit) }) }, locale });
    return [
      ...(minimum !== undefined && compareRationals(mark, fromDecimal(minimum)) < 0 ? [report('grading/mark-too-low', fromDecimal(minimum))] : []),
      ...(maximum !== undefined && compareRationals(mark, fromDecimal(maximum)) > 0 ? [report('grading/mark-too-high', fromDecimal(maximum))] : []),
      ...(limits.wholeNumbers === true && mark.q !== 1n ? [report('grading/mark-not-whole')] : []),
    ];
  });
}

function shares({ input, marks }: Column, { shares: rules = [] }: MarkLimits, read: SettingReader, locale: Locale): Problem[] {
  return rules.flatMap((rule, index): Problem[] => {
    const from = read.decimal(rule.from, `/marks/shares/${index}/from`);
    const atMost = read.ratio(rule.atMost, `/marks/shares/${index}/atMost`);
    if (from === undefined || atMost === undefined) return [];
    const count = marks.filter(({ mark }) => compareRationals(mark, fromDecimal(from)) >= 0).length;
    const allowed = Number((BigInt(marks.length) * BigInt(atMost.p)) / BigInt(atMost.q));
    if (count <= allowed) return [];
    return [ruleProblem('grading/too-many-high-marks', { document: 'projects', pointer: '', params: { from: exactText(fromDecimal(from)), count, allowed, of: marks.length, ...(input === undefined ? {} : { input }) }, locale })];
  });
}
