import type { Calendar, Locale, Scheme } from '@cobuild/core';
import { dateInZone, localize } from '@cobuild/core';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import { findOutcome, findStage } from '../decision/stage-lookup.js';
import type { RuleMessageCode } from '../locales/rule-message.js';
import { ruleMessage } from '../locales/rule-message.js';
import type { CaseState } from '../results.js';
import type { PlannedAction, StageClockAction } from './planned-action.js';
import { plannedAtStage } from './planned-actions.js';
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
  return [{ text: text + mark, at, done: false }, ...plannedAtStage(scheme, state, calendar, locale).map((item) => lineOf(scheme, state, item, locale))];
}

function lineOf(scheme: Scheme, state: CaseState, { action, from, done }: PlannedAction<StageClockAction>, locale: Locale): DeadlineLine {
  const told = done ? (state.told ?? []).find(({ kind, id }) => (action.type === 'deadlineReminded' ? kind === 'reminder' && id === action.data.reminder : action.type === 'deadlineEscalated' && kind === 'escalation' && id === action.data.escalation)) : undefined;
  const at = told?.at ?? from;
  const params = { date: dateInZone(at), time: clockTime(at) };
  const say = (code: RuleMessageCode, more: Readonly<Record<string, unknown>>): DeadlineLine => ({ text: ruleMessage(code, { ...params, ...more }, locale), at, done });
  switch (action.type) {
    case 'deadlineReminded': return say(done ? 'explain/deadline-reminded' : 'explain/deadline-remind', { to: roleTitle(scheme, action.data.to, locale) });
    case 'deadlineEscalated': return say(done ? 'explain/deadline-escalated' : 'explain/deadline-escalate', { to: roleTitle(scheme, action.data.to, locale) });
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
