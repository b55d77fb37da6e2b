import { dateInZone, formatDate } from '@cobuild/core';
import type { OverrideProposal } from '@cobuild/rules';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { confirmBox } from '../internal/confirm-box.js';
import { icons } from '../internal/icons.js';
import { button, summaryList } from '../internal/pieces.js';
import { steadyButton } from '../internal/steady-button.js';
import type { OverrideTarget } from './override-desk.js';
import { overrideTitles } from './override-desk.js';
import { refusalBox } from './refusal-box.js';
import type { OverrideDraft, ReviewContext } from './review-context.js';

/** Setting an automatic result aside: what waits for its second person, and the form in which one is proposed. */
export function overridePanel(context: ReviewContext): TemplateResult | typeof nothing {
  const { overrides: { targets, proposal }, words, draft: { override }, busy } = context;
  if (targets.length === 0 && proposal === undefined) return nothing;
  const form = override?.kind === 'proposing' ? proposing(context, override) : nothing;
  const opener = (): TemplateResult => html`<div class="actions">${steadyButton({ id: 'override', label: proposal === undefined ? words.override : words.overrideInstead, blocked: busy, onClick: () => begin(context) })}</div>`;
  return html`<section class="panel stack" id="overrides" tabindex="-1" aria-labelledby="overrides-title">
    <h3 id="overrides-title">${words.overrides}</h3>
    <p class="muted">${words.overridesHelp}</p>
    ${proposal === undefined ? nothing : pending(context, proposal)}
    ${refusalBox(context, 'override')}
    ${targets.length === 0 ? nothing : override === undefined ? opener() : form}
  </section>`;
}

function pending(context: ReviewContext, proposal: OverrideProposal): TemplateResult {
  const { overrides: { refused }, words, locale, draft: { override }, busy } = context;
  const { stage, outcome } = overrideTitles(context, proposal.stage, proposal.outcome, words);
  const replaces = overrideTitles(context, proposal.stage, proposal.replaces ?? '', words).outcome;
  const answer = (): TemplateResult => html`<p class="muted">${words.overrideAnswerHelp}</p>
    <div class="actions">
      ${steadyButton({ id: 'confirm-override', label: words.overrideConfirm, kind: 'primary', blocked: busy, onClick: () => ask(context) })}
      ${steadyButton({ id: 'decline-override', label: words.overrideDecline, blocked: busy, onClick: () => beginDecline(context) })}
    </div>`;
  return html`<h4>${words.overrideWaits}</h4>
    ${summaryList([
      { label: words.overrideResult, value: stage },
      { label: words.overrideFound, value: replaces },
      { label: words.overrideTo, value: outcome },
      { label: words.overrideReason, value: html`<span class="answer-text">${proposal.reason}</span>` },
      { label: words.overrideBy, value: words.overrideByOn({ name: proposal.by.name ?? proposal.by.id, date: formatDate(dateInZone(proposal.at), locale) }) },
    ])}
    ${refused.length > 0 ? refused.map(({ message }) => html`<p class="muted">${message}</p>`) : override?.kind === 'confirming' ? confirmation(context, outcome) : override?.kind === 'declining' ? declining(context, override) : answer()}`;
}

function confirmation(context: ReviewContext, outcome: string): TemplateResult {
  const { words } = context;
  return confirmBox({
    title: words.confirmTitle({ outcome: words.overrideToOutcome({ outcome }) }),
    body: html`<p>${words.overrideConfirmBody}</p>`,
    confirm: { label: words.overrideConfirm, kind: 'danger solid', onClick: () => context.send({ type: 'overrideConfirmed', data: {} }) },
    cancel: { label: words.overrideNotYet, onClick: () => close(context, '#confirm-override') },
  });
}

type Declining = Extract<OverrideDraft, { kind: 'declining' }>;

function declining(context: ReviewContext, draft: Declining): TemplateResult {
  const { words, busy } = context;
  const change = ({ reason }: { readonly reason: string }): void => context.change({ override: { ...draft, reason } });
  return html`<form
    class="stack"
    id="decline-form"
    tabindex="-1"
    aria-label=${words.overrideDecline}
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      decline(context, draft);
    }}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'Escape') close(context, '#decline-override');
    }}
  >
    ${reasonField({ id: 'decline-reason', label: words.overrideDeclineReason, help: words.overrideDeclineHelp, missing: draft.checked && draft.reason.trim() === '' ? words.overrideDeclineMissing : '', reason: draft.reason, change })}
    <div class="actions"><button class="button primary" type="submit" id="send-decline" aria-disabled=${busy ? 'true' : nothing}>${words.overrideDecline}</button> ${button({ label: words.overrideNotYet, onClick: () => close(context, '#decline-override') })}</div>
  </form>`;
}

function beginDecline(context: ReviewContext): void {
  context.change({ confirming: false, override: { kind: 'declining', reason: '', checked: false } });
  context.focusLater('#decline-form');
}

/** Comes to the reason that is missing, or tells the host. */
function decline(context: ReviewContext, draft: Declining): void {
  const reason = draft.reason.trim();
  context.change({ override: { ...draft, checked: true } });
  if (reason === '') context.focusLater('#decline-reason');
  else context.send({ type: 'overrideDeclined', data: { reason } });
}

/** One question at a time: the one before a refusal is taken back. */
function ask(context: ReviewContext): void {
  context.change({ confirming: false, override: { kind: 'confirming' } });
  context.focusLater('#confirm-box');
}

function begin(context: ReviewContext): void {
  const [only, ...others] = context.overrides.targets;
  context.change({ confirming: false, override: { kind: 'proposing', ...(only !== undefined && others.length === 0 ? { target: only.stage, outcome: soleOutcome(only) } : { outcome: '' }), reason: '', checked: false } });
  context.focusLater('#override-form');
}

/** Where there is nothing to choose from, nothing is asked. */
function soleOutcome(target: OverrideTarget | undefined): string {
  const [first = '', ...others] = target?.outcomes ?? [];
  return others.length === 0 ? first : '';
}

function close(context: ReviewContext, opener: string): void {
  context.change({ override: undefined });
  context.focusLater(opener);
}

type Proposing = Extract<OverrideDraft, { kind: 'proposing' }>;

function proposing(context: ReviewContext, draft: Proposing): TemplateResult {
  const { overrides: { targets }, words, busy } = context;
  const chosen = targets.find(({ stage }) => stage === draft.target);
  const change = (part: Partial<Proposing>): void => context.change({ override: { ...draft, ...part } });
  const title = ({ stage, found }: OverrideTarget): string => {
    const titles = overrideTitles(context, stage, found, words);
    return words.overrideOf({ stage: titles.stage, outcome: titles.outcome });
  };
  return html`<form
    class="stack"
    id="override-form"
    tabindex="-1"
    aria-label=${words.override}
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      propose(context, draft, chosen);
    }}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'Escape') close(context, '#override');
    }}
  >
    ${targets.length === 1 && chosen !== undefined ? html`<p>${title(chosen)}</p>` : choice({ name: 'override-target', legend: words.overrideWhich, error: draft.checked && chosen === undefined ? words.overrideWhichMissing : '', options: targets.map((target) => ({ value: target.stage, label: title(target) })), value: draft.target, choose: (stage) => change({ target: stage, outcome: soleOutcome(targets.find((target) => target.stage === stage)) }) })}
    ${chosen === undefined ? nothing : choice({ name: 'override-outcome', legend: words.overrideTo, error: draft.checked && draft.outcome === '' ? words.overrideToMissing : '', options: chosen.outcomes.map((id) => ({ value: id, label: overrideTitles(context, chosen.stage, id, words).outcome })), value: draft.outcome, choose: (outcome) => change({ outcome }) })}
    ${reasonField({ id: 'override-reason', label: words.overrideReason, help: words.overrideReasonHelp, missing: draft.checked && draft.reason.trim() === '' ? words.overrideReasonMissing : '', reason: draft.reason, change })}
    <div class="actions"><button class="button primary" type="submit" id="send-override" aria-disabled=${busy ? 'true' : nothing}>${words.override}</button> ${button({ label: words.overrideKeep, onClick: () => close(context, '#override') })}</div>
  </form>`;
}

interface ChoiceOptions { readonly name: string; readonly legend: string; readonly error: string; readonly options: readonly { readonly value: string; readonly label: string }[]; readonly value: string | undefined; readonly choose: (value: string) => void }

function choice({ name, legend, error, options, value, choose }: ChoiceOptions): TemplateResult {
  return html`<fieldset class="field">
    <legend class="label">${legend}</legend>
    ${error === '' ? nothing : html`<p class="field-error" id="${name}-error">${icons.danger}${error}</p>`}
    <div class="choices">
      ${options.map((option) => html`<label class="choice ${option.value === value ? 'chosen' : ''}">
        <input type="radio" name=${name} value=${option.value} aria-describedby=${error === '' ? nothing : `${name}-error`} .checked=${live(option.value === value)} @change=${() => choose(option.value)} />
        <span>${option.label}</span>
      </label>`)}
    </div>
  </fieldset>`;
}

interface ReasonOptions { readonly id: string; readonly label: string; readonly help: string; /** What is wrong, empty where nothing is. */ readonly missing: string; readonly reason: string; readonly change: (part: { readonly reason: string }) => void }

function reasonField({ id, label, help, missing, reason, change }: ReasonOptions): TemplateResult {
  return html`<div class="field">
    <label class="label" for=${id}>${label}</label>
    <p class="muted small" id="${id}-help">${help}</p>
    ${missing === '' ? nothing : html`<p class="field-error" id="${id}-error">${icons.danger}${missing}</p>`}
    <textarea
      class="input"
      id=${id}
      rows="3"
      aria-required="true"
      aria-invalid=${missing === '' ? nothing : 'true'}
      aria-describedby="${id}-help${missing === '' ? '' : ` ${id}-error`}"
      .value=${live(reason)}
      @input=${(event: Event) => change({ reason: (event.target as HTMLTextAreaElement).value })}
    ></textarea>
  </div>`;
}

/** Comes to what is missing, or tells the host. */
function propose(context: ReviewContext, draft: Proposing, target: OverrideTarget | undefined): void {
  const { outcome } = draft;
  const reason = draft.reason.trim();
  context.change({ override: { ...draft, checked: true } });
  if (target === undefined) context.focusLater('[name="override-target"]');
  else if (outcome === '') context.focusLater('[name="override-outcome"]');
  else if (reason === '') context.focusLater('#override-reason');
  else context.send({ type: 'overrideProposed', data: { ...(target.stage === '' ? {} : { stage: target.stage }), outcome, reason } });
}
