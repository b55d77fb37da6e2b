import type { Locale, Problem, Review, Scheme } from '@cobuild/core';
import { localize } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { dayOf, instantText } from '../internal/dates.js';
import { icons } from '../internal/icons.js';
import { noticeBox } from '../internal/pieces.js';
import { object, text } from '../internal/shape.js';
import type { Messages } from '../locales/messages.js';
import type { ApplicationWords } from './words.js';

/** The answer to a submission that was accepted. */
export interface Receipt {
  readonly caseId: string;
  /** Instant, ISO 8601. */
  readonly submittedAt: string;
}

export const receiptShape = object<Receipt>({ caseId: text, submittedAt: text });

export interface ViewWords {
  readonly locale: Locale;
  readonly words: Messages;
  readonly text: ApplicationWords;
}

/** Who returned the application, when, why, and what to do now; then the list of remarks. */
export function returnedBanner(review: Review, scheme: Scheme | undefined, { locale, words, text }: ViewWords, remarks: TemplateResult | typeof nothing): TemplateResult {
  const stage = scheme?.stages.find(({ id }) => id === review.stage);
  const role = scheme?.organisation.roles.find(({ id }) => id === stage?.actor.role);
  const title = stage === undefined ? review.stage : localize(stage.publicTitle ?? stage.title, locale);
  const who = role === undefined ? title : words.listSeparator === '、' ? `${title}（${localize(role.title, locale)}）` : `${title} (${localize(role.title, locale)})`;
  const body = html`<p class="muted">${text.returnedBy({ who, when: review.at === undefined ? '' : dayOf(review.at, locale) })}</p>
    ${review.reason === undefined || review.reason === '' ? nothing : html`<p><strong>${text.returnedReason}${words.colon}</strong><span class="answer-text">${review.reason}</span></p>`}
    <p>${text.returnedHelp}</p>
    ${remarks}`;
  return html`<div id="returned" class="returned" part="returned" tabindex="-1" role="group" aria-label=${text.returnedTitle}>${noticeBox('warning', words.warning, body, { title: text.returnedTitle })}</div>`;
}

/** Confirmation of a submission: number, time, and where the application goes next. */
export function receiptPanel({ caseId, submittedAt }: Receipt, scheme: Scheme | undefined, { locale, text }: ViewWords): TemplateResult {
  const next = stageAfterSubmission(scheme);
  return html`<section class="receipt" part="receipt" id="receipt" tabindex="-1" aria-labelledby="receipt-title">
    <div class="receipt-head">${icons.success}<h2 id="receipt-title">${text.receiptTitle}</h2></div>
    <dl class="summary-list">
      <div class="summary-row"><dt>${text.receiptNumber}</dt><dd class="full figure receipt-number">${caseId}</dd></div>
      <div class="summary-row"><dt>${text.receiptTime}</dt><dd class="full">${instantText(submittedAt, locale)}</dd></div>
      ${next === undefined
        ? nothing
        : html`<div class="summary-row"><dt>${text.receiptNext}</dt><dd class="full"><strong>${localize(next.publicTitle ?? next.title, locale)}</strong>${next.description === undefined ? nothing : html`<br />${localize(next.description, locale)}`}</dd></div>`}
    </dl>
    <p class="muted">${text.receiptKeep}</p>
  </section>`;
}

function stageAfterSubmission(scheme: Scheme | undefined): Scheme['stages'][number] | undefined {
  const stage = scheme?.stages.find(({ method }) => method === 'application');
  const to = stage?.outcomes.find(({ kind }) => kind === 'submit')?.to;
  return scheme?.stages.find(({ id }) => id === to);
}

/** That a scheme asks for no application, for the administrator. */
export const noFormProblem = (text: ApplicationWords): Problem => ({
  code: 'element/no-application-form', severity: 'error', document: 'scheme', pointer: '/stages', params: {}, message: text.noForm, remedy: text.noFormRemedy,
});
