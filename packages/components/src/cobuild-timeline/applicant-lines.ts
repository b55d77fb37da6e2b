import type { CaseEvent, Locale, Scheme } from '@cobuild/core';
import { formatDate, localize } from '@cobuild/core';
import type { Replay } from '@cobuild/rules';
import type { TimelineWords } from './words.js';

/** What an applicant may know of one step. */
export interface ApplicantLine { readonly what: string; readonly at: string; readonly who: string; readonly reason: string }

/**
 * The history for the applicant: public names of stages, no name of an official, nothing of votes, scores, persons assigned or opinions between offices. The reason of a return
 * or a refusal is theirs to know.
 */
export function applicantLines(scheme: Scheme, events: readonly CaseEvent[], { states }: Replay, words: TimelineWords, locale: Locale): ApplicantLine[] {
  const publicName = (id: string): string => {
    const stage = scheme.stages.find((item) => item.id === id);
    return localize(stage?.publicTitle ?? stage?.title, locale);
  };
  return states.flatMap((after, index): ApplicantLine[] => {
    const event = events[index];
    const before = states[index - 1];
    if (event === undefined) return [];
    const line = (what: string, who: string, reason = ''): ApplicantLine => ({ what, at: event.at, who, reason });
    const own = event.type === 'submitted' ? [line(before === undefined ? words.submitted : words.submittedAgain, words.you)] : event.type === 'withdrawn' ? [line(words.withdrawn, words.you)] : [];
    const notice = event.type === 'noticePublished' ? [line(words.noticed({ from: formatDate(event.data.postedOn, locale), until: formatDate(event.data.until, locale) }), words.office)] : [];
    const reason = event.type === 'reviewed' ? (event.data.reason ?? '') : '';
    if (after.end === 'withdrawn') return own;
    if (after.end !== undefined && before?.end === undefined) return [...own, ...notice, line(words.ended({ outcome: words[after.end] }), words.office, after.end === 'approved' ? '' : reason)];
    const isWithApplicant = scheme.stages.find(({ id }) => id === after.stage)?.method === 'application';
    if (after.returned !== undefined && before?.returned === undefined && isWithApplicant) return [line(words.returned, words.office, reason)];
    const name = publicName(after.stage);
    const moved = before !== undefined && !isWithApplicant && publicName(before.stage) !== name;
    const begun = before === undefined && !isWithApplicant;
    return [...own, ...notice, ...(moved || begun ? [line(words.entered({ step: name }), words.office)] : [])];
  });
}
