import type { FormStep } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { turnByKey } from '../../internal/field/elements/tab-keys.js';
import { icons } from '../../internal/icons.js';
import type { ShellWords } from './words.js';

export interface StepTabsOptions {
  readonly steps: readonly FormStep[];
  readonly current: FormStep | undefined;
  readonly text: ShellWords;
  /** What the tab in front shows. */
  readonly panel: TemplateResult | typeof nothing;
  readonly onSelect: (step: FormStep) => void;
}

/** Steps as tabs. The answers of those behind count all the same; one that is closed can be read about and not opened. */
export function stepTabs({ steps, current, text, panel, onSelect }: StepTabsOptions): TemplateResult {
  const select = (step: FormStep | undefined): void => {
    if (step?.open === true) onSelect(step);
  };
  const byKey = (event: KeyboardEvent): void =>
    turnByKey(event, (index) => {
      select(steps[index]);
      (event.currentTarget as Element | null)?.querySelectorAll<HTMLElement>('[role=tab]')[index]?.focus();
    });
  return html`<div class="step-tabs stack wide">
    <div class="tab-bar" role="tablist" part="steps" aria-label=${text.steps} @keydown=${byKey}>
      ${steps.map((step) => tab(step, step === current, text, () => select(step)))}
    </div>
    <div role="tabpanel" id="step-panel" aria-labelledby=${current ? `step-tab-${current.id}` : nothing}>${panel}</div>
  </div>`;
}

function tab(step: FormStep, isFront: boolean, text: ShellWords, onClick: () => void): TemplateResult {
  const mark = !step.open ? nothing : step.status === 'error' ? icons.danger : step.status === 'complete' ? icons.success : nothing;
  const state = step.open ? text[step.status] : text.closed;
  return html`<button
    type="button"
    role="tab"
    class="tab ${step.open ? step.status : ''}"
    id="step-tab-${step.id}"
    aria-controls="step-panel"
    aria-selected=${isFront ? 'true' : 'false'}
    aria-disabled=${step.open ? nothing : 'true'}
    aria-describedby=${step.open ? nothing : `closed-${step.id}`}
    tabindex=${isFront ? '0' : '-1'}
    @click=${onClick}
  >
    ${step.title}${mark === nothing ? nothing : html`<span class="tab-mark">${mark}</span>`}<span class="visually-hidden"> ${state}</span>
  </button>`;
}
