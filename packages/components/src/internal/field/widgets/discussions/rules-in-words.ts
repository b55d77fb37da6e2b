import type { Calendar, DiscussionStepSettings, Locale, Ratio, ShareComparison } from '@cobuild/core';
import { formatDate, isDate, periodEnd } from '@cobuild/core';
import { shareText } from '../../record/share-text.js';
import type { StepSheet } from './step-states.js';
import type { Base } from './words.js';
import { discussionsWords } from './words.js';

/** A sentence, and whether what it says holds; `undefined` while that is open. */
export interface Verdict { readonly text: string; readonly holds: boolean | undefined }

const ratioOf = (value: unknown): Ratio | undefined => (typeof value === 'object' && value !== null && Number.isInteger((value as Partial<Ratio>).p) && Number.isInteger((value as Partial<Ratio>).q) ? (value as Ratio) : undefined);
const opOf = (value: unknown): '>' | '>=' | undefined => (value === '>' || value === '>=' ? value : undefined);
const baseOf = (value: unknown): Base | undefined => (value === 'entitled' || value === 'present' || value === 'valid' ? value : undefined);

/** The rule of attendance, and once there are numbers whether it is kept. */
export function attendanceInWords({ settings: { attendance: rule }, status: { attendance }, against }: StepSheet, locale: Locale): Verdict | undefined {
  if (rule === undefined) return undefined;
  const words = discussionsWords[locale];
  const ratio = ratioOf(rule.ratio);
  const op = opOf(rule.op);
  if (ratio === undefined || op === undefined) return { text: words.undecided, holds: undefined };
  if (attendance === undefined) return { text: words.attendanceRule({ more: op === '>', ratio: shareText(ratio) }), holds: undefined };
  const holds = !against.some(({ code }) => code === 'discussions/attendance');
  return { text: words.attendance({ ...shareParams(attendance), holds }), holds };
}

/** The same for the majority. */
export function majorityInWords({ settings: { majority: rule }, status: { majority }, against }: StepSheet, locale: Locale): Verdict | undefined {
  if (rule === undefined) return undefined;
  const words = discussionsWords[locale];
  const ratio = ratioOf(rule.ratio);
  const op = opOf(rule.op);
  const base = baseOf(rule.base);
  if (ratio === undefined || op === undefined || base === undefined) return { text: words.undecided, holds: undefined };
  if (majority === undefined) return { text: words.majorityRule({ more: op === '>', ratio: shareText(ratio), base }), holds: undefined };
  const holds = !against.some(({ code }) => code === 'discussions/majority');
  const isVoid = against.some(({ code }) => code === 'discussions/attendance');
  return { text: words.majority({ ...shareParams(majority), holds, base, isVoid }), holds: holds && isVoid ? undefined : holds };
}

const shareParams = ({ count, of, op, ratio }: ShareComparison): { readonly count: number; readonly of: number; readonly more: boolean; readonly ratio: string } => ({ count, of, more: op === '>', ratio: shareText(ratio) });

interface Days { readonly amount: number; readonly unit: 'workingDay' | 'calendarDay' }
const daysOf = (period: DiscussionStepSettings['notice']): Days | undefined => {
  const { amount, unit } = (typeof period === 'object' ? period : {}) as Partial<Days>;
  return Number.isInteger(amount) && (unit === 'workingDay' || unit === 'calendarDay') ? { amount: amount as number, unit } : undefined;
};

/** How long before a meeting the plan is sent, and when it can be. */
export function noticeInWords({ settings: { notice }, step: { noticeOn } }: StepSheet, calendar: Calendar, locale: Locale): string | undefined {
  const days = daysOf(notice);
  if (days === undefined) return undefined;
  const words = discussionsWords[locale];
  const rule = words.notice({ amount: days.amount, working: days.unit === 'workingDay' });
  return isDate(noticeOn) ? `${rule}${locale === 'en' ? ' ' : ''}${words.earliest({ date: formatDate(periodEnd(calendar, noticeOn as string, { ...days, rollOver: false }).date, locale) })}` : rule;
}

/** How long a disclosure stays up, and until when. */
export function publicityInWords({ settings: { publicity }, status: { publicityEnd } }: StepSheet, locale: Locale): string | undefined {
  const days = daysOf(publicity);
  if (days === undefined) return undefined;
  const words = discussionsWords[locale];
  const rule = words.publicity({ amount: days.amount, working: days.unit === 'workingDay' });
  return publicityEnd === undefined ? rule : `${rule}${locale === 'en' ? ' ' : ''}${words.publicityEnd({ date: formatDate(publicityEnd.date, locale), provisional: publicityEnd.provisional === true })}`;
}
