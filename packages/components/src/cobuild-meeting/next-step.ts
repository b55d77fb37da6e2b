import type { CaseState } from '@cobuild/rules';
import type { Locale, Scheme } from '@cobuild/core';
import { localize } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
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
  const texts = { noQuorum: words.nextNoQuorum, notHeld: words.nextNotHeld, undecided: words.nextUndecided, tied: rule?.tie === 'lot' ? words.nextLot : words.nextRevote, passed: '', failed: '' };
  const again = view.runs && !(outcome === 'tied' && rule?.tie === 'lot');
  return html`<p>${texts[outcome]}</p>
    ${again ? html`<div class="actions">${steadyButton({ id: 'open-again', label: words.openAgain, kind: 'primary', blocked: context.busy, onClick: () => context.send(view.opening) })}</div>` : nothing}`;
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
