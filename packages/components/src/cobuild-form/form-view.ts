import type { FormNode, FormSection, FormState, FormStep, Problem } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { fields } from '../internal/field/field.js';
import type { FieldContext } from '../internal/field/field-context.js';
import { button } from '../internal/pieces.js';
import { sectionAnswers } from '../internal/field/answers.js';
import type { Messages } from '../locales/messages.js';
import type { FieldActions } from './field-actions.js';
import { itemWith } from './field-places.js';

/** Steps that a person meets, in order. */
export const visibleSteps = (state: FormState): readonly FormStep[] => state.steps.filter((step) => step.visible && step.sections.some(isShown));

const isShown = (section: FormSection): boolean => section.visible && section.fields.some((node: FormNode) => node.visible);

/** A step: its heading and its sections. `progress` is the line above the heading when one step is shown at a time. */
export function stepView(step: FormStep, context: FieldContext, options: { readonly progress?: string; readonly readonly: boolean }): TemplateResult {
  const { progress } = options;
  return html`<section class="step stack wide" part="step" data-step=${step.id} aria-labelledby=${step.title === '' ? nothing : `step-${step.id}`}>
    ${step.title === '' && progress === undefined
      ? nothing
      : html`<div class="step-head">
          ${progress === undefined ? nothing : html`<p class="muted small">${progress}</p>`}
          ${step.title === '' ? nothing : html`<h2 id="step-${step.id}" tabindex="-1">${step.title}</h2>`}
          ${step.description === '' ? nothing : html`<p class="intro">${step.description}</p>`}
        </div>`}
    ${repeat(
      step.sections.filter(isShown),
      (section) => section.id,
      (section) => (options.readonly ? sectionAnswers(section, context) : sectionView(section, context)),
    )}
  </section>`;
}

function sectionView(section: FormSection, context: FieldContext): TemplateResult {
  return html`<section class="section" part="section">
    ${section.title === ''
      ? nothing
      : html`<div class="section-head">
          <h3>${section.title}</h3>
          ${section.description === '' ? nothing : html`<p class="intro">${section.description}</p>`}
        </div>`}
    ${fields(section.fields, context)}
  </section>`;
}

/** What happened to an item of a repeated group, with a way back after a removal; readers hear it. */
export function announcements(actions: FieldActions, words: Messages): TemplateResult {
  const { announcement, removal } = actions;
  return html`<div class="removal" ?hidden=${removal === undefined}>
      <span aria-hidden="true">${announcement}</span>
      ${removal === undefined ? nothing : button({ label: words.undo, kind: 'quiet', icon: 'returned', onClick: () => actions.undoRemoval() })}
    </div>
    <div class="visually-hidden" role="status">${announcement}</div>`;
}

/** The sentence of a problem in the summary: the one beside the field, with the row in front where there are several. */
export function summaryText(state: FormState, problem: Problem, words: Messages): string {
  const item = itemWith(state, problem.pointer);
  return item ? words.inItem({ label: item.node.label, position: item.position, message: problem.message }) : problem.message;
}
