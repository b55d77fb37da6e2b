import type { Notice, Period } from '@cobuild/core';
import { formatDate, publicRow, resolveParameters, weekdayName } from '@cobuild/core';
import { applicationForm, noticeDates, noticeHash, noticeNumbers } from '@cobuild/rules';
import type { NoticeNumbers } from '@cobuild/rules';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { noticeBox, summaryList, tag } from '../internal/pieces.js';
import { steadyButton } from '../internal/steady-button.js';
import { objectionList } from './objections.js';
import type { ReviewContext } from './review-context.js';

/** The notice of a publicity stage: its period before it is posted, then how it stands and the objections. */
export function publicityPanel(context: ReviewContext): TemplateResult {
  const { scheme, state, desk, words } = context;
  const notice = resolveParameters(scheme).publicity?.notices.find(({ id }) => id === desk.stage.notice);
  // Where one notice follows another, that of the stage before is not this one.
  const posted = state.notice?.notice === desk.stage.notice ? state.notice : undefined;
  const upheldSince = state.objections.some(({ upheld, sequence = 0 }) => upheld === true && sequence > (posted?.sequence ?? 0));
  return html`<section class="stack" id="notice" tabindex="-1" aria-labelledby="notice-title">
    <h3 id="notice-title">${words.notice}</h3>
    ${posted === undefined ? nothing : postedNotice(context, posted)}
    ${notice !== undefined && desk.mayPublish && (posted === undefined || upheldSince) ? toPost(context, notice) : posted === undefined ? html`<p class="muted">${words.notPublished}</p>` : nothing}
    ${posted === undefined ? nothing : objectionList(context)}
  </section>`;
}

function day(date: string, { words, locale }: ReviewContext): string {
  return words.dayAndWeekday({ date: formatDate(date, locale), weekday: weekdayName(date, locale) });
}

function provisionalNote({ words, common }: ReviewContext): TemplateResult {
  return noticeBox('warning', common.warning, html`<p>${words.provisional}</p>`);
}

function toPost(context: ReviewContext, notice: Notice): TemplateResult {
  const { scheme, state, today, calendar, words, common, busy, locale } = context;
  const end = noticeDates(resolveParameters(scheme), notice.id, today, calendar);
  if (end === undefined) return noticeBox('warning', common.warning, html`<p>${words.periodUndecided}</p>`);
  const numbers = noticeNumbers(resolveParameters(scheme), notice.id, state.answers, locale);
  if (numbers.length > 0) return personalNumbers(context, numbers);
  const period = notice.period as Period;
  const contentHash = noticeHash(resolveParameters(scheme), notice, { caseId: state.id, answers: state.answers, postedOn: today, until: end.date });
  const data = { notice: notice.id, postedOn: today, until: end.date, provisional: end.provisional, calendarVersion: calendar.version, contentHash };
  return html`${summaryList([
      { label: words.noticePeriod, value: words.days({ amount: period.amount, unit: period.unit }) },
      { label: words.from, value: day(today, context) },
      { label: words.until, value: day(end.date, context) },
    ])}
    ${end.provisional ? provisionalNote(context) : nothing} ${publishedCells(context, notice)}
    <div class="actions">${steadyButton({ id: 'publish', label: state.notice === undefined ? words.publish : words.publishAgain, kind: 'primary', blocked: busy, onClick: () => context.send({ type: 'noticePublished', data }) })}</div>`;
}

/** Which texts hold which numbers, and where; the server refuses such a notice as well. */
function personalNumbers({ words, common, locale }: ReviewContext, numbers: readonly NoticeNumbers[]): TemplateResult {
  const list = (parts: readonly string[]): string => parts.join(locale === 'en' ? ', ' : '、');
  return noticeBox('danger', common.error, html`<p>${words.noticeNumbers}</p>
    <ul>${numbers.map(({ label, kinds, excerpts }) => html`<li>${words.noticeNumberAt({ label, kinds: list(kinds) })}<span class="muted">${excerpts.join(' ')}</span></li>`)}</ul>`);
}

/** What everybody will read, as the scheme's columns and masks make it. */
function publishedCells({ scheme, state, locale, words }: ReviewContext, notice: Notice): TemplateResult | typeof nothing {
  const form = applicationForm(scheme);
  if (form === undefined) return nothing;
  const { cells } = publicRow(form, state.answers, notice.columns, locale);
  return html`<details>
    <summary>${words.whatIsPublished}</summary>
    ${summaryList(cells.map(({ label, text, kind }) => ({ label, value: html`${text}${kind === 'masked' ? html` ${tag('neutral', words.masked)}` : nothing}` })))}
  </details>`;
}

function postedNotice(context: ReviewContext, { postedOn, until, provisional }: NonNullable<ReviewContext['state']['notice']>): TemplateResult {
  const { today, words } = context;
  return html`${summaryList([
      { label: words.noticePeriod, value: today > until ? tag('success', words.over) : tag('info', words.running, 'clock') },
      { label: words.from, value: day(postedOn, context) },
      { label: words.until, value: day(until, context) },
    ])}
    ${provisional && today <= until ? provisionalNote(context) : nothing}`;
}
