import { formatDate } from '@cobuild/core';
import type { Locale } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { icons } from '../internal/icons.js';
import { button, noticeBox } from '../internal/pieces.js';
import { steadyButton } from '../internal/steady-button.js';
import type { Adjourning, MeetingContext } from './meeting-context.js';

/** Breaking off before the vote, such as when too few have come: its button, then the form with the reason. */
export function adjournment(context: MeetingContext): TemplateResult {
  const { words, busy, draft } = context;
  if (draft.adjourning === undefined) return html`<div class="actions">${steadyButton({ id: 'adjourn', label: words.adjourn, blocked: busy, onClick: () => begin(context) })}</div>`;
  const { adjourning } = draft;
  const { reason, resumesOn, missing } = adjourning;
  const change = (part: Partial<Adjourning>): void => context.change({ adjourning: { ...adjourning, ...part } });
  const keep = (): void => {
    context.change({ adjourning: undefined });
    context.focusLater('#adjourn');
  };
  return html`<form
    class="panel stack"
    id="adjournment"
    tabindex="-1"
    aria-labelledby="adjournment-title"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      adjourn(context, adjourning);
    }}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'Escape') keep();
    }}
  >
    <h3 id="adjournment-title">${words.adjourn}</h3>
    <p class="muted" id="adjournment-help">${words.adjournHelp}</p>
    <div class="field">
      <label class="label" for="adjournment-reason">${words.adjournReason}</label>
      ${missing ? html`<p class="field-error" id="adjournment-error">${icons.danger}${words.adjournReasonMissing}</p>` : nothing}
      <input
        class="input"
        id="adjournment-reason"
        maxlength="200"
        autocomplete="off"
        aria-required="true"
        aria-invalid=${missing ? 'true' : nothing}
        aria-describedby=${missing ? 'adjournment-error' : 'adjournment-help'}
        .value=${live(reason)}
        @input=${(event: Event) => change({ reason: (event.target as HTMLInputElement).value, missing: false })}
      />
    </div>
    <div class="field">
      <label class="label" for="adjournment-day">${words.resumesOn}</label>
      <input class="input" id="adjournment-day" type="date" .value=${live(resumesOn)} @change=${(event: Event) => change({ resumesOn: (event.target as HTMLInputElement).value })} />
    </div>
    <div class="actions"><button class="button primary" type="submit" aria-disabled=${busy ? 'true' : nothing}>${words.confirmAdjourn}</button> ${button({ label: words.keepMeeting, onClick: keep })}</div>
  </form>`;
}

function begin(context: MeetingContext): void {
  context.change({ adjourning: { reason: '', resumesOn: '', missing: false } });
  context.focusLater('#adjournment-reason');
}

function adjourn(context: MeetingContext, adjourning: Adjourning): void {
  const reason = adjourning.reason.trim();
  const { resumesOn } = adjourning;
  if (reason !== '') return context.send({ type: 'meetingAdjourned', data: { reason, ...(resumesOn === '' ? {} : { resumesOn }) } });
  context.change({ adjourning: { ...adjourning, missing: true } });
  return context.focusLater('#adjournment-reason');
}

/** Before the next meeting: that the last one broke off, why, and for when it was called again. */
export function adjournedNote({ view: { adjourned }, words, common }: MeetingContext, locale: Locale): TemplateResult | typeof nothing {
  if (adjourned === undefined) return nothing;
  const { reason, resumesOn } = adjourned;
  return noticeBox('info', common.info, html`<p>${resumesOn === undefined ? words.adjourned({ reason }) : words.adjournedUntil({ reason, date: formatDate(resumesOn, locale) })}</p>`);
}
