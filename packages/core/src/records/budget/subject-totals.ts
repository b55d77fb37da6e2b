import type { BudgetSettings } from '../../generated/types.js';
import type { WholeFen } from '../fen.js';
import { shareOfFen, sumFen, yuanOf } from '../fen.js';
import { isSet, readAmount, readRatio } from '../open-settings.js';
import type { Findings } from '../record-problems.js';
import type { SubjectTotal } from './budget-types.js';
import type { BudgetCode, BudgetStepCode } from './budget-words.js';
import { withoutSubject } from './budget-words.js';
import type { LineReading } from './line-amounts.js';

/** Adds a step to the reckoning. */
export type AddStep = (code: BudgetStepCode, params: Readonly<Record<string, unknown>>) => void;

export interface Costs {
  readonly subjects: readonly SubjectTotal[];
  readonly total: WholeFen;
  readonly eligible: WholeFen;
  /** Whether a cap of a subject that has lines is not decided: then nobody knows what is eligible. */
  readonly open: boolean;
}

interface Cut { readonly bound: NonNullable<SubjectTotal['bound']>; readonly cap: WholeFen }

/**
 * What each subject comes to and how much of it counts. A share is taken of the cost of all lines, before any cap: so no cap depends on another.
 */
export function totalCosts(lines: readonly LineReading[], settings: BudgetSettings, found: Findings<BudgetCode>, step: AddStep): Costs {
  const amounts = new Map<string, WholeFen[]>((settings.subjects ?? []).map(({ id }) => [id, []]));
  for (const { subject, fen } of lines) {
    if (fen === undefined) continue;
    const list = amounts.get(subject);
    if (list === undefined) amounts.set(subject, [fen]);
    else list.push(fen);
  }
  const used = [...amounts].filter(([, list]) => list.length > 0);
  const total = sumFen(used.flatMap(([, list]) => list));
  let open = false;
  const subjects = used.map(([id, list]): SubjectTotal & { readonly fen: WholeFen } => {
    const subject = (settings.subjects ?? []).find((each) => each.id === id);
    const title = subject ? found.say(subject.title) : id || withoutSubject[found.locale][settings.subjects === undefined ? 'none' : 'missing'];
    const sum = sumFen(list);
    step('budget/subject', { subject: title, count: list.length, amounts: list.map(yuanOf), total: yuanOf(sum) });
    const cut = (settings.subjects ?? []).length === 0 ? undefined : cutOf(subject, sum, total);
    if (cut === 'open') {
      open = true;
      found.undecided('/lines', 'subjectCap');
      return { id, title, total: yuanOf(sum), eligible: yuanOf(sum), fen: sum };
    }
    if (cut === undefined) return { id, title, total: yuanOf(sum), eligible: yuanOf(sum), fen: sum };
    step(`budget/subject-${cut.bound}`, { subject: title, total: yuanOf(sum), cap: yuanOf(cut.cap), over: yuanOf(sum - cut.cap), of: yuanOf(total), share: subject?.share });
    return { id, title, total: yuanOf(sum), eligible: yuanOf(cut.cap), bound: cut.bound, cap: yuanOf(cut.cap), fen: cut.cap };
  });
  const eligible = sumFen(subjects.map(({ fen }) => fen));
  step('budget/total', { amounts: subjects.map((subject) => subject.total), total: yuanOf(total) });
  if (!open) step('budget/eligible', { total: yuanOf(total), excluded: yuanOf(total - eligible), eligible: yuanOf(eligible) });
  return { subjects: subjects.map(({ fen: _, ...subject }) => subject), total, eligible, open };
}

/** What cuts a subject: a subject that nobody knows is not supported; of two caps the smaller, of equals the amount. */
function cutOf(subject: NonNullable<BudgetSettings['subjects']>[number] | undefined, sum: WholeFen, total: WholeFen): Cut | 'open' | undefined {
  if (subject === undefined || subject.eligible === false) return { bound: 'excluded', cap: 0n };
  const maximum = readAmount(subject.maximum);
  const share = readRatio(subject.share);
  if (maximum === 'open' || share === 'open') return 'open';
  const caps: Cut[] = [
    ...(isSet(maximum) ? [{ bound: 'maximum' as const, cap: maximum }] : []),
    ...(isSet(share) ? [{ bound: 'share' as const, cap: shareOfFen(total, share) }] : []),
  ];
  return caps.filter(({ cap }) => cap < sum).sort((left, right) => (left.cap < right.cap ? -1 : left.cap > right.cap ? 1 : 0))[0];
}
