import type { FormStep } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { icons } from '../../internal/icons.js';
import type { ShellWords } from './words.js';

/** Steps that cannot be entered yet, each with what has to be done first. */
export function closedSteps(steps: readonly FormStep[], text: ShellWords): TemplateResult | typeof nothing {
  const closed = steps.filter((step) => !step.open);
  if (closed.length === 0) return nothing;
  return html`<div class="closed-steps" role="group" aria-labelledby="closed-steps-title">
    <p class="closed-title" id="closed-steps-title">${icons.clock}${text.closedSteps}</p>
    <ul>
      ${closed.map((step) => html`<li id="closed-${step.id}" data-closed-step=${step.id} tabindex="-1">${text.closedStep({ title: step.title, reason: step.closedBecause })}</li>`)}
    </ul>
  </div>`;
}

/** A closed step in its place on a page: its heading and the reason. */
export function closedStep(step: FormStep, text: ShellWords): TemplateResult {
  return html`<section class="step stack closed" part="step" data-step=${step.id} data-closed-step=${step.id} tabindex="-1" aria-labelledby="step-${step.id}">
    <div class="step-head">
      <h2 id="step-${step.id}">${step.title}</h2>
      <p class="muted">${icons.clock} ${text.closed}${text.closedStep({ title: '', reason: step.closedBecause })}</p>
    </div>
  </section>`;
}
