import { dateInZone, formatDate, weekdayName } from '@cobuild/core';
import type { ObjectionState } from '@cobuild/rules';
import { objectionDue } from '@cobuild/rules';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { icons } from '../internal/icons.js';
import { tag } from '../internal/pieces.js';
import { steadyButton } from '../internal/steady-button.js';
import type { AnswerDraft, ReviewContext } from './review-context.js';

/** Objections in the order in which they came, each with its answer or the form for one. */
export function objectionList(context: ReviewContext): TemplateResult {
  const { state, words } = context;
  return html`<div class="stack">
    <h4>${words.objections}</h4>
    ${state.objections.length === 0 ? html`<p class="muted">${words.noObjection}</p>` : nothing}
    ${repeat(state.objections, ({ id }) => id, (objection, index) => objectionView(objection, index + 1, context))}
  </div>`;
}

function contactOf(objection: ObjectionState, { state }: ReviewContext): string | undefined {
  const event = state.history.find((candidate) => candidate.type === 'objectionRaised' && candidate.data.objection === objection.id);
  return event?.type === 'objectionRaised' ? event.data.contact : undefined;
}

function objectionView(objection: ObjectionState, position: number, context: ReviewContext): TemplateResult {
  const { words, common, locale, desk } = context;
  const { text, raisedAt, answer, upheld } = objection;
  const contact = contactOf(objection, context);
  return html`<article class="panel stack tight objection" tabindex="-1" data-objection=${objection.id}>
    <p class="row"><b>${words.objection({ position })}</b> ${answer === undefined ? tag('warning', words.waiting) : upheld === true ? tag('danger', words.upheld) : tag('neutral', words.dismissed, 'check')}<span class="muted small">${words.raisedOn({ date: formatDate(dateInZone(raisedAt), locale) })}</span></p>
    ${answer === undefined ? dueLine(objection, context) : nothing}
    <p class="answer-text">${text}</p>
    ${contact === undefined || contact === '' ? nothing : html`<p class="muted small">${words.contact}${common.colon}${contact}</p>`}
    ${answer === undefined ? nothing : html`<p><b>${words.answer}</b>${common.colon}<span class="answer-text">${answer}</span></p>`}
    ${answer === undefined && desk.mayAnswer ? answerForm(objection, position, context) : nothing}
  </article>`;
}

/** The day by which the notice promises an answer. */
function dueLine(objection: ObjectionState, { scheme, state, calendar, today, words, locale }: ReviewContext): TemplateResult | typeof nothing {
  const due = objectionDue(scheme, state, objection, calendar);
  if (due === undefined) return nothing;
  const day = words.dayAndWeekday({ date: formatDate(due.date, locale), weekday: weekdayName(due.date, locale) });
  return html`<p class="row"><span>${words.answerBy({ day })}</span>${today > due.date ? tag('danger', words.answerOverdue, 'clock') : nothing}${due.provisional ? html`<span class="muted small">${words.provisional}</span>` : nothing}</p>`;
}

function answerForm(objection: ObjectionState, position: number, context: ReviewContext): TemplateResult {
  const { words, draft, busy } = context;
  const { id } = objection;
  const typed: AnswerDraft = draft.answers[id] ?? { answer: '' };
  const update = (change: Partial<AnswerDraft>): void => context.change({ answers: { ...draft.answers, [id]: { ...typed, ...change } } });
  const noFinding = typed.checked === true && typed.upheld === undefined;
  const noAnswer = typed.checked === true && typed.answer.trim() === '';
  return html`<div class="stack" role="group" aria-label=${words.answerOf({ position })}>
    <fieldset class="field">
      <legend class="label">${words.finding}</legend>
      ${noFinding ? html`<p class="field-error" id="finding-error-${id}">${icons.danger}${words.findingMissing}</p>` : nothing}
      <div class="choices inline">
        ${[true, false].map(
          (upheld) => html`<label class="choice ${typed.upheld === upheld ? 'chosen' : ''}">
            <input type="radio" name="finding-${id}" aria-describedby=${noFinding ? `finding-error-${id}` : nothing} .checked=${live(typed.upheld === upheld)} @change=${() => update({ upheld })} />${upheld ? words.upheld : words.dismissed}
          </label>`,
        )}
      </div>
    </fieldset>
    <div class="field">
      <label class="label" for="answer-${id}">${words.answer}</label>
      <p class="muted small" id="answer-help-${id}">${words.answerHelp}</p>
      ${noAnswer ? html`<p class="field-error" id="answer-error-${id}">${icons.danger}${words.answerMissing}</p>` : nothing}
      <textarea class="input" id="answer-${id}" rows="3" aria-required="true" aria-invalid=${noAnswer ? 'true' : nothing} aria-describedby="answer-help-${id}${noAnswer ? ` answer-error-${id}` : ''}" .value=${live(typed.answer)} @input=${(event: Event) => update({ answer: (event.target as HTMLTextAreaElement).value })}></textarea>
    </div>
    <div class="actions">${steadyButton({ label: words.sendAnswer, name: `${words.sendAnswer}：${words.objection({ position })}`, blocked: busy, onClick: () => context.answerObjection(objection) })}</div>
  </div>`;
}
