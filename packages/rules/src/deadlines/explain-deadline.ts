import type { Calendar, Locale, Scheme } from '@cobuild/core';
import { dateInZone, localize } from '@cobuild/core';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import { findOutcome, findStage } from '../decision/stage-lookup.js';
import type { RuleMessageCode } from '../locales/rule-message.js';
import { ruleMessage } from '../locales/rule-message.js';
import type { CaseState } from '../results.js';
import type { PlannedAction } from './planned-action.js';
import { plannedAtStage } from './planned-actions.js';
import { plannedForDuty } from './planned-duties.js';
import { stageDeadline } from './stage-deadline.js';

/** A sentence about a deadline, with the instant that it is about. */
export interface DeadlineLine { readonly text: string; readonly at: string; readonly done: boolean }

/**
 * Says in plain words until when a case has to be settled where it stands, who is reminded and told, and what follows by itself; what has happened says so.
 *
 * @returns The deadline first, then the rest in the order of time; empty where the stage has no time or it is not decided.
 * @example explainDeadline(scheme, state, chinaCalendar, 'zh-CN')[0]?.text // '办理期限：3个工作日，到2026年3月10日为止。'
 */
export function explainDeadline(scheme: Scheme, state: CaseState, calendar: Calendar, locale: Locale): readonly DeadlineLine[] {
  const due = stageDeadline(scheme, state, calendar);
  if (due === undefined) return [];
  const { limit, date, at, provisional } = due;
  const length = ruleMessage(`explain/deadline-${limit.unit}`, { amount: limit.amount }, locale);
  const text = ruleMessage(limit.unit === 'workingHour' ? 'explain/deadline-hours' : 'explain/deadline', { length, date, time: clockTime(at) }, locale);
  const mark = provisional ? ruleMessage('explain/deadline-provisional', {}, locale) : '';
  return [{ text: text + mark, at, done: false }, ...plannedAtStage(scheme, state, calendar, locale).map((item) => lineOf(scheme, item, locale))];
}

/**
 * Says in plain words who is reminded of a duty of the years after an approval, and told when it is late; what has happened says so. In the order of time.
 *
 * @param about - Ids of the cycle and of the duty.
 * @returns Empty where the duty says nothing of reminders, or nobody waits for it.
 * @example explainDuty(scheme, state, { cycle: 'site', duty: 'report' }, chinaCalendar, 'zh-CN')[0]?.text // '2032年1月10日 00:00起提醒示范点负责人。'
 */
export function explainDuty(scheme: Scheme, state: CaseState, about: Parameters<typeof plannedForDuty>[2], calendar: Calendar, locale: Locale): readonly DeadlineLine[] {
  return plannedForDuty(resolvedScheme(scheme), state, about, calendar).map((item) => lineOf(scheme, item, locale));
}

function lineOf(scheme: Scheme, { action, from, doneAt }: PlannedAction, locale: Locale): DeadlineLine {
  const done = doneAt !== undefined;
  const at = doneAt ?? from;
  const params = { date: dateInZone(at), time: clockTime(at) };
  const say = (code: RuleMessageCode, more: Readonly<Record<string, unknown>>): DeadlineLine => ({ text: ruleMessage(code, { ...params, ...more }, locale), at, done });
  switch (action.type) {
    case 'deadlineReminded':
    case 'cycleDutyReminded': return say(done ? 'explain/deadline-reminded' : 'explain/deadline-remind', { to: roleTitle(scheme, action.data.to, locale) });
    case 'deadlineEscalated':
    case 'cycleDutyEscalated': return say(done ? 'explain/deadline-escalated' : 'explain/deadline-escalate', { to: roleTitle(scheme, action.data.to, locale) });
    case 'deadlinePassed': return say('explain/deadline-outcome', { outcome: localize(findOutcome(findStage(resolvedScheme(scheme), action.data.stage), action.data.outcome)?.title, locale) || action.data.outcome });
  }
}

function roleTitle(scheme: Scheme, role: string, locale: Locale): string {
  return localize(scheme.organisation.roles.find(({ id }) => id === role)?.title, locale) || role;
}

/** The time of the day in China, `14:30`. */
function clockTime(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(11, 16);
}
