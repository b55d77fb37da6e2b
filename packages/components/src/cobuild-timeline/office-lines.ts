import type { Calendar, CaseEvent, FormDefinition, Locale, Scheme } from '@cobuild/core';
import { compareAnswers, dateInZone } from '@cobuild/core';
import type { CaseState, Replay, StageDeadline } from '@cobuild/rules';
import { applicationForm } from '@cobuild/rules';
import { reasonOf, runsOf, stageTitle, whatHappened, whoActed } from '../cobuild-decision/timeline.js';
import type { DecisionWords } from '../cobuild-decision/words.js';
import { caseDeadline, dueText, workingDaysAfter } from '../internal/case-deadline.js';
import type { TimelineWords } from './words.js';

/** One line of the history: an event, or several of a kind that came one after the other. */
export interface OfficeLine {
  readonly from: number;
  readonly to: number;
  readonly what: string;
  readonly at: string;
  readonly who: string;
  readonly stage: string;
  readonly reason: string;
  /** The case went on, came back, or ended. */
  readonly moves: readonly string[];
  /** Labels of answers that were changed, when the application was handed in again. */
  readonly changes?: readonly string[];
  readonly deadline?: { readonly text: string; readonly late: boolean };
  /** The record, or one before it, was changed. */
  readonly unreliable: boolean;
}

export interface OfficeInput {
  readonly scheme: Scheme;
  readonly events: readonly CaseEvent[];
  readonly replay: Replay;
  readonly calendar: Calendar;
  readonly locale: Locale;
  readonly words: TimelineWords;
  readonly decision: DecisionWords;
}

/** The log for officials. Who voted or scored what is never told: those events appear as their number. */
export function officeLines(input: OfficeInput): OfficeLine[] {
  const { scheme, events, replay: { states }, locale, decision } = input;
  const last = states[states.length - 1];
  if (last === undefined) return [];
  // Words of an event read the state that it is part of; a changed record is shown as it claims to be.
  const whole: CaseState = { ...last, history: events };
  return runsOf(events).flatMap((run): OfficeLine[] => {
    const [first] = run;
    const event = run[run.length - 1];
    if (first === undefined || event === undefined) return [];
    const from = events.indexOf(first);
    const to = events.indexOf(event);
    const unreliable = to >= states.length;
    const before = states[from - 1];
    const after = states[to];
    return [{
      from: from + 1, to: to + 1, what: whatHappened(run, event, whole, scheme, decision, locale), at: event.at, who: whoOf(run, event, input), reason: reasonOf(event) ?? '',
      stage: before === undefined ? '' : stageTitle(scheme, before.stage, locale), unreliable,
      moves: after === undefined ? [] : movesOf(before, after, input),
      ...changesOf(event, before, after, input), ...deadlineOf(event, before, after, input),
    }];
  });
}

function whoOf(run: readonly CaseEvent[], event: CaseEvent, { scheme, decision, locale }: OfficeInput): string {
  const role = whoActed(run, event, scheme, decision, locale);
  return run.length > 1 || event.actor.name === undefined ? role : `${role} ${event.actor.name}`;
}

function movesOf(before: CaseState | undefined, after: CaseState, { scheme, words, locale }: OfficeInput): readonly string[] {
  const ended = after.status === 'ended' && before?.status !== 'ended' && after.end !== undefined ? [words.ended({ outcome: words[after.end] })] : [];
  const moved = before !== undefined && before.stage !== after.stage ? [words.moved({ from: stageTitle(scheme, before.stage, locale), to: stageTitle(scheme, after.stage, locale) })] : [];
  return [...moved, ...ended];
}

function changesOf(event: CaseEvent, before: CaseState | undefined, after: CaseState | undefined, { scheme, locale }: OfficeInput): Pick<OfficeLine, 'changes'> {
  const form: FormDefinition | undefined = applicationForm(scheme);
  if (event.type !== 'submitted' || before === undefined || after === undefined || form === undefined) return {};
  const { sections } = compareAnswers(form, before.answers, after.answers, locale);
  return { changes: sections.flatMap(({ rows }) => rows.filter(({ kind }) => kind !== 'same').map(({ row }) => row.label)) };
}

/** Whether the stage that was left was left in time; else until when the one that began is due. */
function deadlineOf(event: CaseEvent, before: CaseState | undefined, after: CaseState | undefined, { scheme, calendar, words, locale }: OfficeInput): Pick<OfficeLine, 'deadline'> {
  if (after === undefined || (before !== undefined && before.stage === after.stage && before.stageSince === after.stageSince && after.status === before.status)) return {};
  const stage = before === undefined ? '' : stageTitle(scheme, before.stage, locale);
  const due = before === undefined ? undefined : dueAt(scheme, before, calendar);
  if (due !== undefined) {
    const days = workingDaysAfter(calendar, due.date, dateInZone(event.at));
    const late = due.limit.unit === 'workingHour' ? Date.parse(event.at) >= Date.parse(due.at) : days > 0;
    return { deadline: late ? { text: words.late({ stage, days }), late: true } : { text: words.inTime({ stage }), late: false } };
  }
  const next = dueAt(scheme, after, calendar);
  return next === undefined ? {} : { deadline: { text: words.dueOn({ stage: stageTitle(scheme, after.stage, locale), date: dueText(next, locale) }), late: false } };
}

/** Until when the case is due where it stands. */
export function dueAt(scheme: Scheme, state: CaseState, calendar: Calendar): StageDeadline | undefined {
  return caseDeadline(scheme, state, calendar);
}
