import type { AnswerColumnReader, Locale } from '@cobuild/core';
import { formatYuan, localize } from '@cobuild/core';
import type { Cell, RegisterAssessment } from '@cobuild/rules';
import type { RegisterLine } from './register-lines.js';
import type { RegisterMarks, RegisterPlan } from './register-settings.js';
import { scoreNumber } from './register-view.js';
import type { RegisterWords } from './words.js';

/** A column of the table and of the file. */
export interface RegisterColumn {
  /** What it is put in order by. */
  readonly key: string;
  readonly label: string;
  readonly isNumber: boolean;
  readonly isMasked?: boolean;
  /** Marks of this input are typed here. */
  readonly input?: string;
  /** For files: figures as numbers. */
  readonly cell: (line: RegisterLine) => Cell;
  readonly text: (line: RegisterLine) => string;
}

export interface ColumnContext {
  readonly plan: RegisterPlan;
  readonly readers: readonly AnswerColumnReader[];
  readonly marks: RegisterMarks;
  readonly result: RegisterAssessment | undefined;
  readonly named: (id: string) => string;
  readonly hasTowns: boolean;
  readonly hasUnits: boolean;
  readonly locale: Locale;
  readonly words: RegisterWords;
}

export function registerColumns(context: ColumnContext): readonly RegisterColumn[] {
  const { readers, named, words, hasTowns, hasUnits, plan } = context;
  const own = readers.map(({ label, isNumber, isMasked }, index): RegisterColumn => ({ key: `column:${index}`, label, isNumber, isMasked, ...shown(({ texts }) => texts[index] ?? '') }));
  const [name, ...others] = own;
  return [
    ...(name === undefined ? [{ key: 'code', label: words.code, isNumber: false, ...shown(({ entry }) => entry.id) }] : [name]),
    ...(hasTowns ? [{ key: 'town', label: words.town, isNumber: false, ...shown(({ town }) => named(town)) }] : []),
    ...(hasUnits ? [{ key: 'unit', label: words.unit, isNumber: false, ...shown(({ unit }) => named(unit)) }] : []),
    ...others,
    ...(plan.grading === undefined ? [] : assessed(context)),
  ];
}

const shown = (text: (line: RegisterLine) => string): Pick<RegisterColumn, 'text' | 'cell'> => ({ text, cell: (line) => text(line) || null });

function assessed({ plan, marks, result, locale, words }: ColumnContext): readonly RegisterColumn[] {
  const inputs = (plan.grading?.inputs ?? []).map(({ id, title }): RegisterColumn => {
    const cell = ({ entry }: RegisterLine): number | null => marks[entry.id]?.[id] ?? null;
    const isEntered = plan.inputs.some((input) => input.id === id);
    return { key: `mark:${id}`, label: localize(title, locale), isNumber: true, ...(isEntered ? { input: id } : {}), cell, text: (line) => { const mark = cell(line); return mark === null ? words.unread : String(mark); } };
  });
  if (result === undefined) return inputs;
  const titles = new Map(plan.grading?.grades.map(({ id, title }) => [id, localize(title, locale)]));
  const grade = (id: string): string => { const found = result.items.get(id)?.grade; return found === undefined ? '' : (titles.get(found) ?? found); };
  const hasReward = plan.grading?.grades.some(({ reward }) => reward !== undefined) === true;
  const money = (key: string, label: string, amount: (id: string) => number | undefined): RegisterColumn => ({
    key, label, isNumber: true, cell: ({ entry }) => amount(entry.id) ?? null,
    text: ({ entry }) => { const yuan = amount(entry.id); return yuan === undefined ? '' : formatYuan(yuan, locale); },
  });
  return [
    ...inputs,
    { key: 'score', label: words.score, isNumber: true, cell: ({ entry }) => rounded(result.items.get(entry.id)?.score) ?? null, text: ({ entry }) => String(rounded(result.items.get(entry.id)?.score) ?? '') },
    { key: 'rank', label: words.rank, isNumber: true, cell: ({ entry }) => result.items.get(entry.id)?.rank ?? null, text: ({ entry }) => String(result.items.get(entry.id)?.rank ?? '') },
    { key: 'grade', label: words.grade, isNumber: false, ...shown(({ entry }) => grade(entry.id)) },
    ...(hasReward ? [money('reward', words.reward, (id) => result.items.get(id)?.reward)] : []),
    ...(plan.pay === undefined ? [] : [money('pay', words.pay, (id) => result.items.get(id)?.pay?.total)]),
  ];
}

/** Two decimals for people; what decides is exact. */
function rounded(score: string | undefined): number | undefined {
  const number = scoreNumber(score);
  return number === undefined ? undefined : Math.round(number * 100) / 100;
}
