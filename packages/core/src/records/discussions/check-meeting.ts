import type { Calendar } from '../../calendar/calendar.js';
import { isDate } from '../../calendar/dates.js';
import { periodEnd } from '../../calendar/periods.js';
import { compareShare, isSet, readChoice, readPeriod, readRatio } from '../open-settings.js';
import type { ShareComparison } from '../open-settings.js';
import { isBlank } from '../record-problems.js';
import type { Findings } from '../record-problems.js';
import type { Sheet } from './check-discussions.js';
import type { DiscussionCode } from './discussion-words.js';

const OPERATORS = ['>', '>='] as const;

/** Heads, votes, notice and signatures of one meeting. Votes are integers: `for × q` against `base × p`. */
export function checkMeeting(sheet: Sheet, calendar: Calendar, found: Findings<DiscussionCode>): { readonly attendance?: ShareComparison; readonly majority?: ShareComparison } {
  const { step, settings, title, pointer } = sheet;
  const callers = settings.callers ?? [];
  if (callers.length > 0 && !callers.some(({ id }) => id === step.calledBy)) found.report('discussions/caller', `${pointer}/calledBy`, { step: title, known: callers.map((caller) => found.say(caller.title)).join(found.locale === 'en' ? ', ' : '、') });
  if (settings.officer === true && isBlank(step.officer)) found.report('discussions/officer', `${pointer}/officer`, { step: title });
  checkNotice(sheet, calendar, found);
  if (settings.attendance === undefined && settings.majority === undefined) return {};

  const entitled = countOf(step.entitled);
  const present = countOf(step.present);
  if (entitled === undefined || present === undefined) {
    found.report('discussions/heads-missing', `${pointer}/${entitled === undefined ? 'entitled' : 'present'}`, { step: title });
    return {};
  }
  if (present > entitled) {
    found.report('discussions/present-too-many', `${pointer}/present`, { step: title, present, entitled });
    return {};
  }
  const attendance = compareAttendance(sheet, entitled, present, found);
  const majority = compareVotes(sheet, entitled, present, found);
  return { ...(attendance === undefined ? {} : { attendance }), ...(majority === undefined ? {} : { majority }) };
}

function compareAttendance({ settings, title, pointer }: Sheet, entitled: number, present: number, found: Findings<DiscussionCode>): ShareComparison | undefined {
  const rule = settings.attendance;
  if (rule === undefined) return undefined;
  const op = readChoice(rule.op, OPERATORS);
  const ratio = readRatio(rule.ratio);
  if (!isSet(op) || !isSet(ratio)) {
    found.undecided(`${pointer}/present`, 'attendance');
    return undefined;
  }
  const comparison = compareShare(present, entitled, op, ratio);
  // Nobody is no meeting, whatever the share.
  if (!comparison.holds || present === 0) found.report('discussions/attendance', `${pointer}/present`, { step: title, count: present, of: entitled, op, ratio });
  return comparison;
}

function compareVotes({ step, settings, title, pointer }: Sheet, entitled: number, present: number, found: Findings<DiscussionCode>): ShareComparison | undefined {
  const rule = settings.majority;
  if (rule === undefined) return undefined;
  const votes = [step.for, step.against, step.abstain].map((count) => (count === undefined ? 0 : countOf(count)));
  const yes = countOf(step.for);
  if (yes === undefined || votes.includes(undefined)) {
    found.report('discussions/votes-missing', `${pointer}/for`, { step: title });
    return undefined;
  }
  const valid = votes.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  if (valid > present) {
    found.report('discussions/votes-too-many', `${pointer}/for`, { step: title, votes: valid, present });
    return undefined;
  }
  const op = readChoice(rule.op, OPERATORS);
  const ratio = readRatio(rule.ratio);
  const base = readChoice(rule.base, ['entitled', 'present', 'valid'] as const);
  if (!isSet(op) || !isSet(ratio) || !isSet(base)) {
    found.undecided(`${pointer}/for`, 'majority');
    return undefined;
  }
  const comparison = compareShare(yes, { entitled, present, valid }[base], op, ratio);
  // Without a single vote for it nothing passes.
  if (!comparison.holds || yes === 0) found.report('discussions/majority', `${pointer}/for`, { step: title, count: yes, of: comparison.of, base, op, ratio });
  return comparison;
}

/** The day of sending is not counted: sent on the 1st with three days of notice, the meeting is on the 4th at the earliest. */
function checkNotice({ step, settings, title, pointer }: Sheet, calendar: Calendar, found: Findings<DiscussionCode>): void {
  const notice = readPeriod(settings.notice);
  if (notice === 'open') found.undecided(`${pointer}/noticeOn`, 'notice');
  if (!isSet(notice)) return;
  if (!isDate(step.noticeOn)) {
    found.report('discussions/notice-missing', `${pointer}/noticeOn`, { step: title });
    return;
  }
  if (!isDate(step.date)) return;
  const earliest = periodEnd(calendar, step.noticeOn as string, { ...notice, rollOver: false }).date;
  if ((step.date as string) < earliest) found.report('discussions/notice-short', `${pointer}/noticeOn`, { step: title, noticeOn: step.noticeOn, earliest, date: step.date });
}

function countOf(value: unknown): number | undefined {
  return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= 1_000_000_000 ? (value as number) : undefined;
}
