import type { Calendar } from '../calendar/calendar.js';
import { dateInZone } from '../calendar/dates.js';
import type { ApplicantsValue, AttachmentsValue, BudgetValue, DiscussionsValue, IndicatorsValue, OpinionsValue, PledgeValue, RecordSettings } from '../generated/types.js';
import type { Answers } from '../form/answers.js';
import { expandTemplate } from '../form/computed-values.js';
import { valueAt } from '../problems/json-pointer.js';
import type { Locale, Problem } from '../problems/problem.js';
import { checkApplicants } from './applicants/check-applicants.js';
import { sharedTerms } from './applicants/confirm-party.js';
import { checkAttachments } from './attachments/check-attachments.js';
import { reckonBudget } from './budget/reckon-budget.js';
import { checkDiscussions } from './discussions/check-discussions.js';
import { checkIndicators } from './indicators/check-indicators.js';
import { checkOpinions } from './opinions/check-opinions.js';
import { checkPledge } from './pledge/check-pledge.js';
import type { RecordKind } from './record-schema.js';

export interface RecordsOptions {
  /** Which days are worked. Without it discussions are not checked. */
  readonly calendar?: Calendar;
  /** The clock: an instant with its offset. Without it discussions are not checked, and nothing else is held against the day. */
  readonly now?: string;
  /** IANA name, default `Asia/Shanghai`. */
  readonly zone?: string;
  readonly locale?: Locale;
  /** What is left of the pool of the batch, in yuan, for budgets. */
  readonly pool?: number;
}

/** One check a kind, from the value at its place among the answers. */
type Check = (value: unknown, settings: RecordSettings, pointer: string, answers: Answers, options: RecordsOptions) => readonly Problem[];

const checks: Readonly<Record<RecordKind, Check>> = {
  budget: (value, { budget = {} }, pointer, answers, { locale = 'zh-CN', pool }) => {
    const category = valueAt(answers, budget.category ?? '/category');
    return reckonBudget(value as BudgetValue | undefined, budget, { pointer, locale, ...(typeof category === 'string' ? { category } : {}), ...(pool === undefined ? {} : { pool }) }).problems;
  },
  opinions: (value, { opinions = { groups: [] } }, pointer, _, { locale = 'zh-CN', now, zone }) => checkOpinions(value as OpinionsValue | undefined, opinions, { pointer, locale, ...(now === undefined ? {} : { today: dateInZone(now, zone) }) }).problems,
  discussions: (value, { discussions = { steps: [] } }, pointer, _, { calendar, now, ...options }) => (calendar === undefined || now === undefined ? [] : checkDiscussions(value as DiscussionsValue | undefined, discussions, { ...options, calendar, now, pointer }).problems),
  applicants: (value, { applicants = { confirm: 'UNDECIDED' } }, pointer, answers, { locale = 'zh-CN' }) => checkApplicants(value as ApplicantsValue | undefined, applicants, { pointer, locale, terms: sharedTerms(answers, applicants) }).problems,
  indicators: (value, { indicators = {} }, pointer, _, { locale = 'zh-CN' }) => checkIndicators(value as IndicatorsValue | undefined, indicators, { pointer, locale }).problems,
  attachments: (value, { attachments = {} }, pointer, _, { locale = 'zh-CN' }) => checkAttachments(value as AttachmentsValue | undefined, attachments, { pointer, locale }).problems,
  pledge: (value, { pledge = { text: 'UNDECIDED', signers: [] } }, pointer, answers, { locale = 'zh-CN', now }) => checkPledge(value as PledgeValue | undefined, answers, pledge, { pointer, locale, ...(now === undefined ? {} : { now }) }).problems,
};

/**
 * Problems of all records among some answers: what a form adds to its own before it is submitted, and a server to its own when it comes in.
 *
 * @param records - By pointer or template of the record: its settings, `{ "/budget": { "budget": { … } } }`. The kinds that are there are checked.
 * @returns In the order of `records`. An error, or a setting that is `undecided`, stands in the way of submitting.
 * @throws {RangeError} when `now` is no instant with an offset, or the zone is unknown.
 * @example checkRecords(answers, { '/opinions': { opinions: { groups } } }, { calendar: chinaCalendar, now }).some(({ severity }) => severity === 'error')
 */
export function checkRecords(answers: Answers, records: Readonly<Record<string, RecordSettings>>, options: RecordsOptions): readonly Problem[] {
  return Object.keys(records).flatMap((template) => {
    const settings = records[template] ?? {};
    const kinds = (Object.keys(checks) as RecordKind[]).filter((kind) => settings[kind] !== undefined);
    return expandTemplate(answers, template).flatMap((pointer) => kinds.flatMap((kind) => checks[kind](valueAt(answers, pointer), settings, pointer, answers, options)));
  });
}
