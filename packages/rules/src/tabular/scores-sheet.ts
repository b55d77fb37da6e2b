import type { CriterionMark, Locale, Problem, ScoreSheet, Scoring } from '@cobuild/core';
import { localize } from '@cobuild/core';
import type { MessageParams, ProblemCode } from '../locales/rule-message.js';
import { ruleMessage } from '../locales/rule-message.js';
import { scoreSheet } from '../scoring/index.js';
import type { SheetReadOptions } from './cases-sheet.js';
import type { Cell, Sheet } from './sheet.js';
import { cellText, isEmptyCell } from './sheet.js';
import { sheetProblem } from './sheet-problem.js';

/** Score sheets of one application. */
export interface ScoredCase { readonly id: string; readonly scores: readonly ScoreSheet[] }

const TEXTS = ['reviewer', 'name', 'panel', 'unit', 'town', 'stage', 'comment', 'deviationReason', 'submittedAt'] as const;
const TITLES: Readonly<Record<(typeof TEXTS)[number] | 'case' | 'rest', string>> = {
  case: '编号', reviewer: '评委代号', name: '评委', panel: '评审组', unit: '评委单位', town: '评委所在镇街', stage: '环节', comment: '意见', deviationReason: '偏离说明', submittedAt: '交表时间', rest: '其他',
};
const NOT_APPLICABLE = ['不适用', 'n/a', 'N/A'];

/** Criteria that reviewers mark; those that follow from answers have no column. */
function marked(scoring: Scoring): readonly { readonly id: string; readonly header: string; readonly title: string }[] {
  return scoring.criteria.filter(({ byFact }) => byFact === undefined).map(({ id, title }) => ({ id, title: localize(title, 'zh-CN'), header: `${localize(title, 'zh-CN')} (${id})` }));
}

/** Writes score sheets for people to fill in or look at: one row per application and reviewer, one column per criterion. */
export function sheetFromScores(scoring: Scoring, cases: readonly ScoredCase[]): Sheet {
  const criteria = marked(scoring);
  const rows = cases.flatMap(({ id, scores }) => scores.map((sheet) => ({ id, sheet, rest: restOf(sheet) })));
  const texts = TEXTS.filter((name) => name === 'reviewer' || rows.some(({ sheet }) => sheet[name] !== undefined));
  const hasRest = rows.some(({ rest }) => rest !== undefined);
  const header = [`${TITLES.case} (case)`, ...texts.map((name) => `${TITLES[name]} (${name})`), ...criteria.map((criterion) => criterion.header), ...(hasRest ? [`${TITLES.rest} (rest)`] : [])];
  return [header, ...rows.map(({ id, sheet, rest }): readonly Cell[] => [
    id, ...texts.map((name) => sheet[name] ?? null),
    ...criteria.map((criterion) => markCell(sheet, criterion.id)),
    ...(hasRest ? [rest === undefined ? null : JSON.stringify(rest)] : []),
  ])];
}

function markCell(sheet: ScoreSheet, id: string): Cell {
  const mark = sheet.marks?.find(({ criterion }) => criterion === id);
  return mark === undefined ? null : mark.notApplicable === true ? '不适用' : (mark.mark ?? null);
}

/** What has no column: comments of single marks, recusals, void sheets. */
function restOf(sheet: ScoreSheet): object | undefined {
  const { marks, ...rest } = sheet;
  const others = Object.entries(rest).filter(([key]) => !(TEXTS as readonly string[]).includes(key));
  const comments = (marks ?? []).filter(({ comment }) => comment !== undefined).map(({ criterion, comment }) => [criterion, comment] as const);
  const all = [...others, ...(comments.length === 0 ? [] : [['comments', Object.fromEntries(comments)] as const])];
  return all.length === 0 ? undefined : (Object.fromEntries(all) as object);
}

/**
 * Reads score sheets: a number is a mark, `不适用` or `n/a` is not applicable, an empty cell is no mark yet.
 *
 * @param scoring - With parameters resolved; a mark is compared with the limits that are known.
 * @returns The applications in the order of their first row, or every problem with its row and column.
 */
export function scoresFromSheet(scoring: Scoring, sheet: Sheet, { document = 'scores.xlsx', locale = 'zh-CN' }: SheetReadOptions = {}): { readonly cases: readonly ScoredCase[]; readonly problems: readonly Problem[] } {
  const [header, ...rows] = sheet;
  if (header === undefined || header.every(isEmptyCell)) return { cases: [], problems: [sheetProblem('sheet/empty', document, { row: 0 }, {}, locale)] };
  const columns = header.flatMap((cell, column) => (isEmptyCell(cell) ? [] : [{ column, header: cellText(cell), target: targetOf(scoring, cellText(cell)) }]));
  const problems = headerProblems(columns, document, locale);
  if (problems.length > 0) return { cases: [], problems };
  const cases = new Map<string, ScoreSheet[]>();
  rows.forEach((row, index) => {
    if (row.every(isEmptyCell)) return;
    const made = readRow(row, index + 1);
    if (made !== undefined) cases.set(made.id, [...(cases.get(made.id) ?? []), made.sheet]);
  });
  return problems.length > 0 ? { cases: [], problems } : { cases: [...cases].map(([id, scores]) => ({ id, scores })), problems };

  function readRow(row: readonly Cell[], index: number): { readonly id: string; readonly sheet: ScoreSheet } | undefined {
    const texts: Record<string, unknown> = {};
    const marks: { criterion: string; mark?: number; notApplicable?: true; comment?: string }[] = [];
    let rest: { comments?: Readonly<Record<string, string>> } & Record<string, unknown> = {};
    for (const { column, header: word, target } of columns) {
      const cell = row[column];
      if (isEmptyCell(cell)) continue;
      const text = cellText(cell);
      const place = { row: index, column, header: word };
      if (target?.part === 'mark') {
        const number = typeof cell === 'number' ? cell : /^-?\d+(\.\d+)?$/.test(text.normalize('NFKC')) ? Number(text.normalize('NFKC')) : undefined;
        const mark = NOT_APPLICABLE.includes(text) ? { criterion: target.id, notApplicable: true as const } : number !== undefined && Number.isFinite(number) ? { criterion: target.id, mark: number } : undefined;
        if (mark !== undefined) {
          marks.push(mark);
          problems.push(...markProblems(scoring, mark, (code, params) => sheetProblem('sheet/bad-mark', document, place, { message: ruleMessage(code, params, locale) }, locale)));
        } else problems.push(sheetProblem('sheet/unknown-reviewer-mark', document, place, { value: text }, locale));
      } else if (target?.part === 'rest') {
        try {
          rest = JSON.parse(text) as typeof rest;
        } catch {
          problems.push(sheetProblem('sheet/bad-value', document, place, { value: text, wanted: 'JSON' }, locale));
        }
      } else if (target !== undefined) texts[target.id] = text;
    }
    for (const [name, title] of [['case', TITLES.case], ['reviewer', TITLES.reviewer]] as const) {
      if (texts[name] === undefined) problems.push(sheetProblem('sheet/bad-value', document, { row: index }, { value: '', wanted: title }, locale));
    }
    const { case: id, ...own } = texts;
    const { comments = {}, ...others } = rest;
    const commented = marks.map((mark) => (Object.prototype.hasOwnProperty.call(comments, mark.criterion) ? { ...mark, comment: comments[mark.criterion] } : mark));
    return typeof id === 'string' && texts['reviewer'] !== undefined ? { id, sheet: { ...own, ...others, marks: commented } as unknown as ScoreSheet } : undefined;
  }
}

/** What the scheme's own reading of a mark says against it: outside its limits, between two steps, not applicable where it may not be. */
function markProblems(scoring: Scoring, mark: CriterionMark, problem: (code: ProblemCode, params: MessageParams) => Problem): readonly Problem[] {
  const { problems } = scoreSheet(scoring, [mark]);
  return problems.filter(({ params }) => params['criterionId'] === mark.criterion).map(({ code, params }) => problem(code as ProblemCode, params));
}

interface Target { readonly part: 'text' | 'mark' | 'rest'; readonly id: string }

function targetOf(scoring: Scoring, word: string): Target | undefined {
  const [, , inBrackets] = /^(.*?)\s*[(（]([^()（）]+)[)）]$/.exec(word) ?? [];
  const key = inBrackets ?? word;
  const criterion = marked(scoring).find(({ id, title }) => id === key || title === word);
  if (criterion !== undefined) return { part: 'mark', id: criterion.id };
  if (key === 'rest' || word === TITLES.rest) return { part: 'rest', id: 'rest' };
  const name = (['case', ...TEXTS] as const).find((text) => text === key || TITLES[text] === word);
  return name === undefined ? undefined : { part: 'text', id: name };
}

function headerProblems(columns: readonly { readonly column: number; readonly header: string; readonly target: Target | undefined }[], document: string, locale: Locale): Problem[] {
  const unknown = columns.filter(({ target }) => target === undefined).map(({ column, header }) => sheetProblem('sheet/unknown-column', document, { row: 0, column, header }, { header }, locale));
  const second = columns.filter(({ target }, index) => target !== undefined && columns.findIndex((other) => other.target?.id === target.id) < index).map(({ column, header }) => sheetProblem('sheet/second-column', document, { row: 0, column, header }, { header }, locale));
  const missing = (['case', 'reviewer'] as const).filter((name) => !columns.some(({ target }) => target?.id === name)).map((name) => sheetProblem('sheet/missing-column', document, { row: 0 }, { name: `${TITLES[name]} (${name})` }, locale));
  return [...unknown, ...second, ...(unknown.length > 0 ? [] : missing)];
}
