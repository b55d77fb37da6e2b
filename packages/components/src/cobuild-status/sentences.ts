import type { Locale, Text } from '@cobuild/core';
import { formatDate, localize, weekdayName } from '@cobuild/core';
import type { PublicDeadline, PublicStatus } from '@cobuild/rules';
import type { Tone } from '../internal/pieces.js';
import type { StatusWords } from './words.js';

/** What the applicant reads first: where it stands, and what comes. */
export interface StatusSentences { readonly status: string; readonly next: string; readonly tone: Tone | 'neutral' }

const tones: Readonly<Record<PublicStatus['kind'], Tone | 'neutral'>> = {
  withApplicant: 'warning', returned: 'warning', inProgress: 'info', approved: 'success', rejected: 'danger', notApproved: 'danger', withdrawn: 'neutral', unknown: 'neutral',
};

export function statusSentences(status: PublicStatus, text: StatusWords, locale: Locale): StatusSentences {
  const titleAt = (place: number): string => titleOf(status.steps[place]?.title, locale);
  const current = status.steps.findIndex(({ state }) => state === 'current');
  const said = (): readonly [string, string] => {
    switch (status.kind) {
      case 'withApplicant': return [text.withApplicant({ step: titleAt(current) }), text.nextWithApplicant];
      case 'returned': return [text.returned, text.nextReturned];
      case 'inProgress': return status.notice?.running === true ? [text.onNotice, text.nextNotice] : [text.inProgress({ step: titleAt(current) }), current + 1 < status.steps.length ? text.nextInProgress({ step: titleAt(current + 1) }) : text.nextLast];
      case 'approved': return [text.approved, text.nextApproved];
      case 'rejected': case 'notApproved': return [text[status.kind], text.nextRefused];
      case 'withdrawn': return [text.withdrawn, text.nextWithdrawn];
      case 'unknown': return [text.unknown, text.unknownHelp];
    }
  };
  const [sentence, next] = said();
  return { status: sentence, next, tone: tones[status.kind] };
}

export function titleOf(title: Text | undefined, locale: Locale): string {
  return title === undefined ? '' : localize(title, locale);
}

/** Last day with its weekday, then how long that is and what is left of it. */
export function deadlineLines({ date, time, provisional, amount, unit, workingDaysLeft: left, passed }: PublicDeadline, text: StatusWords, locale: Locale): { readonly day: string; readonly more: readonly string[]; readonly late: boolean } {
  const remains = left > 0 ? text.left({ days: left }) : left < 0 ? text.late({ days: -left }) : passed ? text.over : text.today;
  return {
    day: text.by({ date: formatDate(date, locale) + (time === undefined ? '' : ` ${time}`), weekday: weekdayName(date, locale) }),
    more: [...(amount === undefined || unit === undefined ? [] : [text[unit]({ amount })]), remains, ...(provisional ? [text.provisional] : [])],
    late: passed,
  };
}
