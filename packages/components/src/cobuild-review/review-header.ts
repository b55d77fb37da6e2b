import { dateInZone, formatDate, localize, weekdayName } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { dueText } from '../internal/case-deadline.js';
import { caseTitle } from '../internal/case-title.js';
import { button, noticeBox, tag } from '../internal/pieces.js';
import type { ReviewContext } from './review-context.js';

/** Whose application it is, since when, until when; on a phone the way down to the sheet. */
export function reviewHeader({ scheme, state, words, common, locale, desk, today }: ReviewContext, showSheet: () => void): TemplateResult {
  const date = formatDate(dateInZone(state.submittedAt), locale);
  const count = state.submissions.length;
  const { due } = desk;
  return html`<header class="stack tight">
    <h2>${caseTitle(scheme, state)}</h2>
    <p class="facts">
      <span>${words.applicant}${common.colon}${state.applicant.name ?? state.applicant.id}</span>
      <span>${count > 1 ? words.submittedAgain({ date, count }) : words.submittedOn({ date })}</span>
      ${due === undefined ? nothing : html`<span>${words.due({ date: dueText(due, locale), weekday: weekdayName(due.date, locale) })}${due.provisional ? `（${words.dueProvisional}）` : ''}</span>`}
      ${due !== undefined && today > due.date ? tag('danger', words.overdue, 'clock') : nothing}
    </p>
    ${desk.mayAct ? html`<p class="to-sheet no-print">${button({ label: words.toSheet, onClick: showSheet })}</p>` : nothing}
  </header>`;
}

/** How much is another than at the last submission. */
export function changesNote({ state: { submissions }, words, common }: ReviewContext, count: number): TemplateResult | typeof nothing {
  if (submissions.length < 2) return nothing;
  return noticeBox('info', common.info, html`<p>${count === 0 ? words.changesNone : words.changesCount({ count })}</p>`);
}

/** For whoever has nothing to settle here: who has, or how it ended. */
export function whoActs({ scheme, state, desk, words, locale }: ReviewContext): TemplateResult {
  if (state.status === 'ended') return html`<p>${words.ended({ end: words[state.end ?? 'withdrawn'] })}</p>`;
  const role = localize(scheme.organisation.roles.find(({ id }) => id === desk.stage.actor.role)?.title, locale);
  return html`<p>${state.returned === undefined || desk.stage.method !== 'application' ? words.whoActs({ role, stage: localize(desk.stage.title, locale) }) : words.returnedNow({ role })}</p>
    ${desk.refused.map(({ message, remedy }) => html`<p class="muted">${message}${remedy === undefined ? '' : ` ${remedy}`}</p>`)}`;
}
