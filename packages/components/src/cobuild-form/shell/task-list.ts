import type { FormState, FormStep } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { progressText, statusTag } from './step-status.js';
import type { ShellWords } from './words.js';

export interface TaskListOptions {
  readonly state: FormState;
  readonly steps: readonly FormStep[];
  readonly title: string;
  readonly text: ShellWords;
  readonly onSelect: (step: FormStep) => void;
}

/** Every step with its state in words and the way into it; one that is closed says why. */
export function taskList({ state, steps, title, text, onSelect }: TaskListOptions): TemplateResult {
  return html`<section class="step stack wide" part="step" aria-labelledby="task-list-title">
    <div class="step-head">
      <h2 id="task-list-title" tabindex="-1">${title === '' ? text.taskList : title}</h2>
      <p class="intro">${text.taskListHelp}</p>
      <p class="muted small">${progressText(state, text)}</p>
    </div>
    <ul class="task-list" part="task-list">
      ${steps.map((step) => taskEntry(step, text, onSelect))}
    </ul>
  </section>`;
}

function taskEntry(step: FormStep, text: ShellWords, onSelect: (step: FormStep) => void): TemplateResult {
  const id = `task-${step.id}`;
  return html`<li data-task=${step.id} data-closed-step=${step.open ? nothing : step.id} tabindex=${step.open ? nothing : '-1'}>
    <div class="task-name">
      ${step.open
        ? html`<button type="button" class="link" aria-describedby="${id}-status" @click=${() => onSelect(step)}>${step.title}</button>`
        : html`<span class="task-title">${step.title}</span>`}
      ${step.open ? nothing : html`<p class="muted small">${step.closedBecause}</p>`}
    </div>
    <div class="task-state" id="${id}-status">${statusTag(step, text)} ${progressText(step, text)}</div>
  </li>`;
}
