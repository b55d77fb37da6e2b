import type { Locale } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { confirmBox } from '../internal/confirm-box.js';
import { tag } from '../internal/pieces.js';
import { steadyButton } from '../internal/steady-button.js';
import { adjournedNote, adjournment } from './adjournment.js';
import { ballotSheet, namesOf } from './ballot-sheet.js';
import { countsForm } from './counts-form.js';
import type { MeetingContext } from './meeting-context.js';
import type { MeetingPhase } from './meeting-view.js';
import { quorumMeter } from './quorum-meter.js';
import { recusalText, roster } from './roster.js';
import { countsTable, resultCard, ruleSentence } from './vote-result.js';

const phases: readonly MeetingPhase[] = ['notOpen', 'signIn', 'voting', 'closed'];

const titlesOf = ({ words }: MeetingContext): Readonly<Record<MeetingPhase, string>> => ({ notOpen: words.stepOpen, signIn: words.stepSignIn, voting: words.stepVoting, closed: words.stepResult });

/** What is being done now. */
export const phaseTitle = (context: MeetingContext): string => titlesOf(context)[context.view.phase];

/** Where the meeting stands: four steps, the current one named to readers as well. */
export function phaseList(context: MeetingContext): TemplateResult {
  const { words, view } = context;
  const titles = titlesOf(context);
  const current = phases.indexOf(view.phase);
  return html`<ol class="phases" aria-label=${words.steps}>
    ${phases.map((phase, index) => html`<li class=${index < current ? 'done' : index === current ? 'current' : ''} aria-current=${index === current ? 'step' : nothing}><span class="position" aria-hidden="true">${index + 1}</span>${titles[phase]}</li>`)}
  </ol>`;
}

/** Reason why the step cannot be taken; stands beside its blocked button. */
function reason(id: string, { view }: MeetingContext): TemplateResult | typeof nothing {
  if (view.blocked.length === 0) return nothing;
  return html`<div class="reason muted" id=${id}>${view.blocked.map(({ message, remedy }) => html`<p>${message}${remedy === undefined ? '' : ` ${remedy}`}</p>`)}</div>`;
}

export function openingScreen(context: MeetingContext, locale: Locale): TemplateResult {
  const { words, view } = context;
  const recused = view.rows.filter(({ recusal }) => recusal !== undefined);
  return html`<div class="stack">
    ${adjournedNote(context, locale)}
    <p>${view.rows.length === 0 ? words.noRoster : words.rosterCount({ count: view.rows.length })}</p>
    ${recused.length === 0
      ? nothing
      : html`<p>${words.automaticAhead({ count: recused.length, names: recused.map((row) => `${row.name}${row.recusal ? `（${recusalText(row.recusal, words)}）` : ''}`).join('、') })}</p>`}
    ${view.rule === undefined ? nothing : html`<p class="muted">${ruleSentence(view.rule, words)}</p>`}
    ${view.runs
      ? html`<div class="actions">
            ${steadyButton({ id: 'open-meeting', label: words.open, kind: 'primary', blocked: context.busy || view.blocked.length > 0, describedBy: 'open-reason', onClick: () => context.send(view.opening) })}
          </div>
          ${view.rows.length === 0 ? nothing : reason('open-reason', context)}`
      : nothing}
  </div>`;
}

export function signInScreen(context: MeetingContext): TemplateResult {
  const { words, view } = context;
  const waiting = view.rows.filter(({ maySignIn }) => maySignIn);
  const sending = context.pending.filter(({ type }) => type === 'memberSignedIn').length;
  const label = sending > 1 ? words.working({ done: Math.max(waiting.length - sending, 0), count: waiting.length }) : waiting.length === 0 ? words.signInAllDone : words.signInAll({ count: waiting.length });
  return html`<div class="stack">
    ${quorumMeter(view, words)}
    ${view.runs
      ? html`<div class="actions">
            ${steadyButton({ id: 'sign-in-all', label, blocked: context.busy || waiting.length === 0, onClick: () => context.signInAll() })}
            ${steadyButton({ id: 'open-voting', label: words.openVoting, kind: 'primary', blocked: context.busy || view.blocked.length > 0, describedBy: 'voting-reason', onClick: () => context.send({ type: 'votingOpened', data: {} }) })}
          </div>
          ${reason('voting-reason', context)}`
      : nothing}
    ${roster(context)}
    ${view.runs ? adjournment(context) : nothing}
  </div>`;
}

export function votingScreen(context: MeetingContext): TemplateResult {
  const { words, view } = context;
  const secret = view.rule?.secrecy === 'secret';
  return html`<div class="stack">
    ${secret && view.returned === 0 ? nothing : html`<p class="lead">${words.ballotsIn({ returned: view.returned, present: view.heads.present })}</p>`}
    ${secret ? (view.runs ? countsForm(context) : html`<p class="muted">${words.countsHelp}</p>`) : ballotSheet(context)} ${view.runs ? closing(context, secret) : nothing}
    <details>
      <summary>${words.rosterDetails}</summary>
      <div class="stack">${quorumMeter(view, words)}${roster(context)}</div>
    </details>
  </div>`;
}

function closing(context: MeetingContext, secret: boolean): TemplateResult {
  const { words, view, draft } = context;
  const missing = view.rows.filter(({ present, recusal, choice }) => present && !recusal && choice === undefined);
  const question = secret
    ? words.closeSecret({ returned: view.returned })
    : missing.length === 0
      ? words.closeAll({ returned: view.returned })
      : words.closeOpen({ returned: view.returned, missing: missing.length, names: namesOf(missing, context) });
  return html`<div class="stack closing">
    ${draft.confirming === 'close'
      ? confirmBox({
          title: words.closeVoting,
          body: html`<p>${question}</p>`,
          confirm: { label: words.confirmClose, onClick: () => context.closeVoting() },
          cancel: { label: words.continueVoting, onClick: () => context.cancelConfirm() },
        })
      : nothing}
    <div class="actions">${steadyButton({ id: 'close-voting', label: words.closeVoting, blocked: context.busy || view.blocked.length > 0, describedBy: 'close-reason', onClick: () => context.confirm('close') })}</div>
    ${reason('close-reason', context)}
  </div>`;
}

export function resultScreen(context: MeetingContext, next: unknown): TemplateResult {
  const { words, view } = context;
  if (view.vote === undefined) return html`<p>${words.notHeld}</p>`;
  const cast = view.rows.filter(({ choice }) => choice !== undefined);
  return html`<div class="stack">
    ${resultCard(view.vote, words)}
    <div class="stack next" id="next-step" tabindex="-1" role="group" aria-label=${words.stepResult}>${next}</div>
    ${countsTable(view.vote, words)}
    ${cast.length === 0
      ? nothing
      : html`<details>
          <summary>${words.votesCast}</summary>
          <ul class="votes">
            ${cast.map((row) => html`<li><span>${row.name}</span>${tag('neutral', row.choice === undefined ? '' : words[row.choice])}</li>`)}
          </ul>
        </details>`}
    <details>
      <summary>${words.rosterDetails}</summary>
      ${roster(context)}
    </details>
  </div>`;
}
