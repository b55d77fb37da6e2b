import type { Locale, Notice, Problem, PublicCell, Scheme, Terms, Text } from '@cobuild/core';
import { localize, publicRow } from '@cobuild/core';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import { ruleMessage } from '../locales/rule-message.js';
import type { CaseState } from '../results.js';
import { applicationForm } from './application-form.js';
import { noticeHash, noticeListHash } from './notice-content.js';
/** One project on a notice. */
export interface PublicItem {
  readonly caseId: string;
  readonly postedOn: string;
  /** Last day of the period. */
  readonly until: string;
  /** The days off of a year in the period are not announced yet: the end may move. */
  readonly provisional: boolean;
  /** `objection`: this item waits for an answer; the others go on. */
  readonly status: 'open' | 'ended' | 'objection';
  readonly cells: readonly PublicCell[];
  /** SHA-256 of what the notice says of this project, see `noticeHash`. */
  readonly contentHash?: string;
}

/** What the public sees of a notice: rendered texts only, never answers. */
export interface PublicNotice {
  readonly id: string;
  readonly schemeTitle: string;
  readonly title: string;
  readonly basis?: string;
  readonly issuer: string;
  readonly objectionChannel: string;
  /** How an objection is taken in and by when it is answered, a sentence each; absent where the notice says nothing of it. */
  readonly objectionTerms?: readonly string[];
  /** An objection is taken in only with a name and a way to reach whoever raises it. */
  readonly objectorNamed?: true;
  readonly channels: readonly string[];
  readonly columns: readonly string[];
  readonly items: readonly PublicItem[];
  /** SHA-256 of the whole list; board, web list and plain text carry the same one. */
  readonly contentHash?: string;
  /** Words of the district, so that whoever shows the notice speaks as the scheme does. */
  readonly terms?: Terms;
}

/**
 * Builds the public list of a notice from the cases that are on it. Default-deny: an answer appears only where its form
 * says `publish`, masked where it says so, and a text in which personal data is found is masked as a whole.
 *
 * @param states - Cases of the scheme; those that the notice does not carry are left out.
 * @param today - Calendar date, `2026-03-05`; a period that ended before it is shown as ended.
 */
export function buildNotice(scheme: Scheme, notice: Notice, states: readonly CaseState[], today: string, locale: Locale = 'zh-CN'): { readonly notice: PublicNotice; readonly problems: readonly Problem[] } {
  const form = applicationForm(scheme);
  const problems: Problem[] = [];
  const items = states.flatMap((state): PublicItem[] => {
    const posted = state.notice;
    if (posted === undefined || posted.notice !== notice.id || form === undefined) return [];
    const row = publicRow(form, state.answers, notice.columns, locale);
    problems.push(...row.problems);
    const waits = state.objections.some(({ answer }) => answer === undefined);
    return [{ caseId: state.id, postedOn: posted.postedOn, until: posted.until, provisional: posted.provisional, status: waits ? 'objection' : posted.until < today ? 'ended' : 'open', cells: row.cells, contentHash: noticeHash(scheme, notice, { caseId: state.id, answers: state.answers, postedOn: posted.postedOn, until: posted.until }) }];
  });
  const words = (text: unknown): string => (typeof text === 'string' || text === undefined || (text as object) === null ? '' : localize(text as Text, locale));
  return {
    notice: {
      id: notice.id,
      schemeTitle: localize(scheme.title, locale),
      title: localize(notice.title, locale),
      ...(notice.basis === undefined ? {} : { basis: localize(notice.basis, locale) }),
      issuer: words(notice.issuer),
      objectionChannel: words(notice.objectionChannel),
      ...objectionTerms(scheme, notice, locale),
      channels: notice.channels.map(({ title }) => localize(title, locale)),
      columns: items[0]?.cells.map(({ label }) => label) ?? [],
      items,
      contentHash: noticeListHash(notice.id, items),
      ...(scheme.terms === undefined ? {} : { terms: scheme.terms }),
    },
    problems,
  };
}

/** What is decided of objections; what is open is not promised. */
function objectionTerms(scheme: Scheme, { id }: Notice, locale: Locale): Pick<PublicNotice, 'objectionTerms' | 'objectorNamed'> {
  const { objector, answerWithin } = resolvedScheme(scheme).publicity?.notices.find((notice) => notice.id === id)?.objections ?? {};
  const terms = [
    ...(objector === 'named' ? [ruleMessage('explain/notice-objector', {}, locale)] : []),
    ...(typeof answerWithin === 'object' && 'unit' in answerWithin ? [ruleMessage(`explain/notice-answer-${answerWithin.unit}`, { amount: answerWithin.amount }, locale)] : []),
  ];
  return { ...(terms.length === 0 ? {} : { objectionTerms: terms }), ...(objector === 'named' ? { objectorNamed: true } : {}) };
}
