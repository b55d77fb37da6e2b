import type { Outcome, Problem } from '@cobuild/core';
import { localize } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { confirmBox } from '../internal/confirm-box.js';
import type { ButtonOptions } from '../internal/pieces.js';
import { icons } from '../internal/icons.js';
import { steadyButton } from '../internal/steady-button.js';
import { remarksOfReturn } from './remarks-of-return.js';
import type { DeskOutcome } from './review-desk.js';
import type { ReviewContext } from './review-context.js';

export function chosenOutcome({ desk, draft }: Pick<ReviewContext, 'desk' | 'draft'>): DeskOutcome | undefined {
  return desk.outcomes.find(({ outcome }) => outcome.id === draft.outcome);
}

/** What the sheet itself lacks; the stage's form looks after its own. Pointers are those of the action. */
export function sheetProblems(context: Pick<ReviewContext, 'desk' | 'draft' | 'words' | 'locale'>): Problem[] {
  const { draft, words, locale } = context;
  const chosen = chosenOutcome(context)?.outcome;
  const problem = (code: string, pointer: string, message: string): Problem => ({ code, severity: 'error', document: 'action', pointer, params: {}, message });
  if (chosen === undefined) return [problem('review/outcome-missing', '/data/outcome', words.outcomeMissing)];
  const missing = chosen.reason === 'required' && draft.reason.trim() === '';
  return missing ? [problem('case/reason-missing', '/data/reason', words.reasonMissing({ outcome: localize(chosen.title, locale) }))] : [];
}

/** Outcomes, the reason that the chosen one asks for, and the button that names it. */
export function outcomeSheet(context: ReviewContext): TemplateResult {
  const { words, draft, desk } = context;
  const chosen = chosenOutcome(context);
  const problems = draft.checked ? sheetProblems(context) : [];
  const noOutcome = problems.some(({ pointer }) => pointer === '/data/outcome');
  return html`<fieldset class="field" id="outcomes">
      <legend class="label">${words.outcome}</legend>
      ${noOutcome ? html`<p class="field-error" id="outcome-error">${icons.danger}${words.outcomeMissing}</p>` : nothing}
      <div class="choices">
        ${desk.outcomes.map(
          ({ outcome }) => html`<label class="choice ${outcome.id === draft.outcome ? 'chosen' : ''}">
            <input type="radio" name="outcome" value=${outcome.id} aria-describedby=${noOutcome ? 'outcome-error' : nothing} .checked=${live(outcome.id === draft.outcome)} @change=${() => context.choose(outcome.id)} />
            <span>${localize(outcome.title, context.locale)}</span>
          </label>`,
        )}
      </div>
    </fieldset>
    ${chosen === undefined ? nothing : html`${reasonField(chosen.outcome, context, problems)} ${remarksOfReturn(chosen.outcome, context)}`} ${draft.confirming && chosen !== undefined ? confirmation(chosen.outcome, context) : submitButton(context, chosen)}`;
}

function reasonField({ reason = 'none' }: Outcome, context: ReviewContext, problems: readonly Problem[]): TemplateResult | typeof nothing {
  const { words, draft } = context;
  if (reason === 'none') return nothing;
  const problem = problems.find(({ pointer }) => pointer === '/data/reason');
  return html`<div class="field">
    <label class="label" for="reason">${reason === 'required' ? words.reasonRequired : words.reasonOptional}</label>
    <p class="muted small" id="reason-help">${words.reasonHelp}</p>
    ${problem === undefined ? nothing : html`<p class="field-error" id="reason-error">${icons.danger}${problem.message}</p>`}
    <textarea
      class="input"
      id="reason"
      rows="4"
      aria-required=${reason === 'required' ? 'true' : nothing}
      aria-invalid=${problem === undefined ? nothing : 'true'}
      aria-describedby="reason-help${problem === undefined ? '' : ' reason-error'}"
      .value=${live(draft.reason)}
      @input=${(event: Event) => context.change({ reason: (event.target as HTMLTextAreaElement).value })}
    ></textarea>
  </div>`;
}

function submitButton(context: ReviewContext, chosen: DeskOutcome | undefined): TemplateResult {
  const { words, locale, busy, desk } = context;
  const blocked = chosen?.blocked ?? [];
  const kind: ButtonOptions['kind'] = chosen?.outcome.kind === 'reject' ? 'danger' : desk.mayPublish && blocked.length > 0 ? 'secondary' : 'primary';
  return html`<div class="actions">
      ${steadyButton({
        id: 'submit',
        label: chosen === undefined ? words.send : localize(chosen.outcome.title, locale),
        kind,
        blocked: busy || blocked.length > 0,
        ...(blocked.length > 0 ? { describedBy: 'blocked-reason' } : {}),
        onClick: () => context.submit(),
      })}
    </div>
    ${blocked.length === 0 ? nothing : html`<div class="muted" id="blocked-reason">${blocked.map(({ message, remedy }) => html`<p>${message}${remedy === undefined ? '' : ` ${remedy}`}</p>`)}</div>`}`;
}

function confirmation(outcome: Outcome, context: ReviewContext): TemplateResult {
  const { words, locale, draft } = context;
  const title = localize(outcome.title, locale);
  return confirmBox({
    title: words.confirmTitle({ outcome: title }),
    body: html`<p>${words.confirmBody}</p><p class="answer-text quoted">${draft.reason.trim()}</p>`,
    confirm: { label: words.confirmButton({ outcome: title }), kind: 'danger solid', onClick: () => context.confirmed() },
    cancel: { label: words.goBack, onClick: () => context.cancelConfirm() },
  });
}
