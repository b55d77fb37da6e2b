import type { Locale, Scheme } from '@cobuild/core';
import { formatYuan, localize } from '@cobuild/core';
import { explainFlip, outcomeWord } from '../explanation/explain-flip.js';
import type { BreakdownRow, Flip, SimulationResult } from '../simulation/index.js';

/** The two policies that a report compares. */
export interface ComparedSchemes {
  readonly before: Scheme;
  readonly after: Scheme;
  /** Whether the money is what was awarded from a pool, not what was asked for. */
  readonly isAwarded: boolean;
}

/** A simulation as a terminal shows it: how many flip, which and why, money, towns and categories. */
export function simulationReport(result: SimulationResult, schemes: ComparedSchemes, locale: Locale): string {
  const { flips, cases, breakdown } = result;
  const isEnglish = locale === 'en';
  const count = isEnglish
    ? `${flips.total} of ${cases} cases flip: ${flips.better} better, ${flips.worse} worse for the applicant${flips.other === 0 ? '' : `, ${flips.other} neither`}.`
    : `${cases} 个案件中有 ${flips.total} 个结论改变：变好 ${flips.better} 个，变差 ${flips.worse} 个${flips.other === 0 ? '' : `，其他 ${flips.other} 个`}。`;
  const parts = [
    [count, ...totalLines(result, schemes, locale)],
    flipLines(flips.page.items, schemes, locale),
    flips.page.items.length < flips.page.total ? [isEnglish ? `… ${flips.page.total - flips.page.items.length} more; --all lists them.` : `……还有 ${flips.page.total - flips.page.items.length} 个，用 --all 全部列出。`] : [],
    ...Object.keys(breakdown).map((name) => breakdownLines(name, breakdown[name] ?? [], schemes, locale)),
  ];
  return `${parts.filter((lines) => lines.length > 0).map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function totalLines({ before, after }: SimulationResult, { isAwarded }: ComparedSchemes, locale: Locale): string[] {
  const outcomes = (Object.keys(before.outcomes) as (keyof typeof before.outcomes)[]).filter((outcome) => before.outcomes[outcome] + after.outcomes[outcome] > 0);
  const rows = outcomes.map((outcome) => [`  ${outcomeWord(outcome, locale)}`, change(String(before.outcomes[outcome]), String(after.outcomes[outcome]))]);
  const money = isAwarded ? (locale === 'en' ? 'Awarded' : '资助金额合计') : locale === 'en' ? 'Asked for by approved cases' : '通过项目的申请金额合计';
  return [...inColumns(rows), `${money}${locale === 'en' ? ': ' : '：'}${change(formatYuan(before.money, locale), formatYuan(after.money, locale))}`];
}

function change(before: string, after: string): string {
  return before === after ? before : `${before} → ${after}`;
}

const MARKS: Readonly<Record<Flip['direction'], string>> = { better: '+', worse: '-', other: '~' };

function flipLines(flips: readonly Flip[], { before, after }: ComparedSchemes, locale: Locale): string[] {
  const rows = flips.map((flip) => [
    `${MARKS[flip.direction]} ${flip.id}`, `${outcomeWord(flip.before.outcome, locale)} → ${outcomeWord(flip.after.outcome, locale)}`,
    flip.because.map((cause) => explainFlip(cause, before, after, locale)).join(locale === 'en' ? '; ' : '；'),
  ]);
  return inColumns(rows);
}

function breakdownLines(name: string, rows: readonly BreakdownRow[], schemes: ComparedSchemes, locale: Locale): string[] {
  if (rows.every(({ value }) => value === null)) return [];
  const isEnglish = locale === 'en';
  const known: Readonly<Record<string, string>> = isEnglish ? { town: 'Town', category: 'Category' } : { town: '镇街', category: '类别' };
  const title = Object.prototype.hasOwnProperty.call(known, name) ? known[name] ?? name : name;
  const head = isEnglish ? [title, 'cases', 'approved', 'money', 'better', 'worse'] : [title, '案件', '通过', '金额', '变好', '变差'];
  const body = rows.map(({ value, cases, approved, money, better, worse }) => [
    valueWord(name, value, schemes, locale), String(cases), change(String(approved.before), String(approved.after)), change(formatYuan(money.before, locale), formatYuan(money.after, locale)), String(better), String(worse),
  ]);
  return inColumns([head, ...body]);
}

/** A town by its name; a category by its title in the form. */
function valueWord(name: string, value: BreakdownRow['value'], { before, after }: ComparedSchemes, locale: Locale): string {
  if (value === null) return locale === 'en' ? '(none)' : '（无）';
  const schemes = [after, before];
  const unit = name === 'town' ? schemes.flatMap(({ organisation }) => organisation.units ?? []).find(({ id }) => id === value) : undefined;
  if (unit !== undefined) return localize(unit.title, locale);
  const titles = schemes.flatMap(({ forms }) => forms).map(({ fields }) => fields?.[`/${name}`]?.options).find((options) => options !== undefined && Object.prototype.hasOwnProperty.call(options, String(value)));
  return titles === undefined ? String(value) : localize(titles[String(value)], locale);
}

/** Columns one below the other; a Chinese character takes two places in a terminal. */
export function inColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  return rows.map((row) => row.map((cell, column) => (column === row.length - 1 ? cell : cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell) + 2))).join(''));
}

function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(character) ? 2 : 1), 0);
}
