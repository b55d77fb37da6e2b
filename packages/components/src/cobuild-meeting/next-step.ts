import type { CaseState } from '@cobuild/rules';
import type { Locale, Scheme } from '@cobuild/core';
import { localize } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { confirmBox } from '../internal/confirm-box.js';
import { icons } from '../internal/icons.js';
import { steadyButton } from '../internal/steady-button.js';
import type { MeetingContext } from './meeting-context.js';

/** What happens after the vote, and what the person who conducts the meeting can do about it. */
export function nextStep(context: MeetingContext, scheme: Scheme, state: CaseState, locale: Locale): TemplateResult | typeof nothing {
  const { words, view } = context;
  if (view.vote === undefined) return nothing;
  const { outcome, rule } = view.vote;
  if (state.status === 'ended') return html`<p>${words.ended}</p>`;
  if (state.stage !== view.stage.id) {
    const stage = scheme.stages.find(({ id }) => id === state.stage);
    return html`<p>${words.nextStage({ stage: localize(stage?.title, locale) })}</p>`;
  }
  if (outcome === 'tied' && rule?.tie === 'chair') return castingVote(context);
  if (outcome === 'tied' && rule?.tie === 'lot') return lot(context);
  const texts = { noQuorum: words.nextNoQuorum, notHeld: words.nextNotHeld, undecided: words.nextUndecided, tied: words.nextRevote, passed: '', failed: '' };
  return html`<p>${texts[outcome]}</p>
    ${view.runs ? html`<div class="actions">${steadyButton({ id: 'open-again', label: words.openAgain, kind: 'primary', blocked: context.busy, onClick: () => context.send(view.opening) })}</div>` : nothing}`;
}

function castingVote(context: MeetingContext): TemplateResult {
  const { words, view, draft } = context;
  if (!view.runs) return html`<p>${words.nextChair}</p>`;
  return html`<p>${words.nextChair}</p>
    <fieldset class="field">
      <legend class="label">${words.castingVote}</legend>
      ${draft.castingMissing ? html`<p class="field-error" id="casting-error">${icons.danger}${words.castingMissing}</p>` : nothing}
      <div class="choices inline">
        ${(['yes', 'no'] as const).map(
          (choice) => html`<label class="choice ${draft.castingVote === choice ? 'chosen' : ''}">
            <input type="radio" name="casting-vote" value=${choice} aria-describedby=${draft.castingMissing ? 'casting-error' : nothing} .checked=${live(draft.castingVote === choice)} @change=${() => context.change({ castingVote: choice, castingMissing: false })} />${words[choice]}
          </label>`,
        )}
      </div>
    </fieldset>
    <div class="actions">${steadyButton({ id: 'record-casting', label: words.recordCasting, kind: 'primary', blocked: context.busy, onClick: () => context.recordCastingVote() })}</div>`;
}

/** The seed is fixed in the room, before anybody knows what it gives; whoever has it can draw again. */
function lot(context: MeetingContext): TemplateResult {
  const { words, view, draft } = context;
  if (!view.runs) return html`<p>${words.nextLot}</p>`;
  return html`<p>${words.nextLot}</p>
    <form
      class="stack"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        context.checkLot();
      }}
    >
      <div class="field">
        <label class="label" for="lot-seed">${words.lotSeed}</label>
        <p class="muted small" id="lot-help">${words.lotHelp}</p>
        ${draft.lotMissing ? html`<p class="field-error" id="lot-error">${icons.danger}${words.lotSeedMissing}</p>` : nothing}
        <input
          class="input"
          id="lot-seed"
          maxlength="200"
          autocomplete="off"
          aria-required="true"
          aria-invalid=${draft.lotMissing ? 'true' : nothing}
          aria-describedby="lot-help${draft.lotMissing ? ' lot-error' : ''}"
          .value=${live(draft.lotSeed)}
          @input=${(event: Event) => context.change({ lotSeed: (event.target as HTMLInputElement).value, lotMissing: false, confirming: '' })}
        />
      </div>
      <div class="actions"><button class="button primary" type="submit" id="draw-lot" aria-disabled=${context.busy ? 'true' : nothing}>${words.drawLot}</button></div>
    </form>
    ${draft.confirming === 'lot'
      ? confirmBox({
          title: words.lotCheck,
          body: html`<p>${words.lotCheckSeed({ seed: draft.lotSeed.trim() })}</p><p>${words.lotCheckFinal}</p>`,
          confirm: { label: words.confirmLot, onClick: () => context.recordLot() },
          cancel: { label: words.change, onClick: () => context.cancelConfirm() },
        })
      : nothing}`;
}
