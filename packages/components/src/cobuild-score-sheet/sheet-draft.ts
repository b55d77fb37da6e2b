import type { Criterion, CriterionMark, Locale, Problem, Scoring } from '@cobuild/core';
import { addDecimals, compareDecimals, decimalToNumber, decimalToText, localize, readDecimal, subtractDecimals } from '@cobuild/core';
import type { SheetScore } from '@cobuild/rules';
import { ruleMessage, scoreSheet } from '@cobuild/rules';
import type { MarkDraft, SheetDraft } from '../hosts/sheet-drafts.js';

export const emptySheet: SheetDraft = { marks: [], comment: '', deviationReason: '' };

export const markOf = ({ marks }: SheetDraft, criterion: string): MarkDraft => marks.find((mark) => mark.criterion === criterion) ?? { criterion, text: '' };

export function withMark(draft: SheetDraft, changed: MarkDraft): SheetDraft {
  const known = draft.marks.some(({ criterion }) => criterion === changed.criterion);
  return { ...draft, marks: known ? draft.marks.map((mark) => (mark.criterion === changed.criterion ? changed : mark)) : [...draft.marks, changed] };
}

/** The draft that a sheet was made from, for one that was taken back. */
export function draftOf({ marks, comment = '', deviationReason = '' }: { readonly marks: readonly CriterionMark[]; readonly comment?: string; readonly deviationReason?: string }): SheetDraft {
  return {
    comment, deviationReason,
    marks: marks.map(({ criterion, mark, notApplicable, comment: remark }) => ({
      criterion, text: mark === undefined ? '' : decimalToText(mark), ...(notApplicable === true ? { notApplicable } : {}), ...(remark === undefined ? {} : { comment: remark }),
    })),
  };
}

/** Digits of a Chinese keyboard, `８．５` or `8。5`, are digits too. */
const plain = (text: string): string => text.normalize('NFKC').replace(/[。．]/g, '.').replace(/\s|分$/g, '');

/** A number as typed; NaN for what is none, which the rules then name. */
export function readMark(text: string): number | undefined {
  const written = plain(text);
  if (written === '') return undefined;
  const decimal = readDecimal(written);
  return decimal === undefined ? NaN : decimalToNumber(decimal);
}

/** The marks for the event, in the order of the card. What is not filled in is left out. */
export function marksOf(draft: SheetDraft, { criteria }: Scoring): CriterionMark[] {
  return criteria.filter(({ byFact }) => byFact === undefined).flatMap(({ id }): CriterionMark[] => {
    const { text, notApplicable, comment = '' } = markOf(draft, id);
    const mark = notApplicable === true ? undefined : readMark(text);
    if (mark === undefined && notApplicable !== true) return [];
    return [{ criterion: id, ...(mark === undefined ? { notApplicable: true as const } : { mark }), ...(comment.trim() === '' ? {} : { comment: comment.trim() }) }];
  });
}

/** Where the arrow keys lead: the next mark that the criterion allows, from what is typed, held within its range. */
export function stepMark({ minimum, maximum, step }: Criterion, text: string, direction: 1 | -1): string | undefined {
  const least = readDecimal(minimum ?? 0);
  const most = readDecimal(maximum);
  const size = readDecimal(step ?? 1);
  if (least === undefined || most === undefined || size === undefined) return undefined;
  const at = readDecimal(plain(text));
  if (at === undefined) return decimalToText(direction === 1 ? least : most);
  const next = direction === 1 ? addDecimals(at, size) : subtractDecimals(at, size);
  return decimalToText(compareDecimals(next, least) < 0 ? least : compareDecimals(next, most) > 0 ? most : next);
}

/** What the criteria marked so far come to, where the sheet has no score yet: a card of those alone. */
export function runningScore(scoring: Scoring, draft: SheetDraft, { criteria }: SheetScore): SheetScore | undefined {
  const marked = scoring.criteria.filter(({ id }) => criteria.some(({ criterion, state, source }) => criterion === id && state === 'marked' && source === 'reviewer'));
  if (marked.length === 0) return undefined;
  const part: Scoring = { criteria: marked, ...(scoring.rounding === undefined ? {} : { rounding: scoring.rounding }) };
  return scoreSheet(part, marksOf(draft, part));
}

/** What is wrong with a mark, or that it is missing, in the language and with the pointer of the criterion. */
export function markProblems(scoring: Scoring, score: SheetScore, missingText: (title: string) => string, locale: Locale): Problem[] {
  const title = (id: string): string => localize(scoring.criteria.find((criterion) => criterion.id === id)?.title, locale) || id;
  const wrong = score.problems.flatMap((problem): Problem[] => {
    const id = problem.params['criterionId'];
    if (typeof id !== 'string') return [];
    return [{ ...problem, pointer: `/marks/${id}`, message: ruleMessage(problem.code as Parameters<typeof ruleMessage>[0], { ...problem.params, criterion: title(id) }, locale) }];
  });
  const missing = score.criteria.filter(({ state, source }) => state === 'missing' && source === 'reviewer').map(({ criterion }): Problem => ({
    code: 'score/missing', severity: 'error', document: 'sheet', pointer: `/marks/${criterion}`, params: { criterionId: criterion }, message: missingText(title(criterion)),
  }));
  const order = scoring.criteria.map(({ id }) => `/marks/${id}`);
  return [...wrong, ...missing].sort((a, b) => order.indexOf(a.pointer) - order.indexOf(b.pointer));
}
