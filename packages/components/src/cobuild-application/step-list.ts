import type { StepStatus } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { IconName } from '../internal/icons.js';
import { icons } from '../internal/icons.js';
import type { ApplicationWords } from './words.js';

/** A step as the list shows it; the last one, check and submit, has no status of its own. */
export interface StepEntry {
  readonly id: string;
  readonly title: string;
  readonly status: StepStatus | undefined;
}

export interface StepListOptions {
  readonly steps: readonly StepEntry[];
  readonly current: string;
  readonly text: ApplicationWords;
  /** On a phone the list is folded away under a line that says where one is. */
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly onSelect: (id: string) => void;
}

const statusIcons: Readonly<Record<StepStatus, IconName | undefined>> = { notStarted: undefined, inProgress: 'pen', complete: 'success', error: 'danger' };

/** The steps of the application: what is done, where one is, what needs changes. Every step may be visited at any time. */
export function stepList({ steps, current, text, open, onToggle, onSelect }: StepListOptions): TemplateResult {
  const position = steps.findIndex(({ id }) => id === current) + 1;
  const title = steps[position - 1]?.title ?? '';
  return html`<nav class="steps" part="steps" aria-label=${text.steps}>
    <button type="button" class="steps-toggle" aria-expanded=${open ? 'true' : 'false'} aria-controls="step-list" @click=${onToggle}>
      <span>${text.stepOf({ position, count: steps.length, title })}</span>${icons.chevronDown}
    </button>
    <ol id="step-list" class=${open ? 'open' : ''}>
      ${steps.map((step, index) => entry(step, index, step.id === current, text, onSelect))}
    </ol>
  </nav>`;
}

function entry({ id, title, status }: StepEntry, index: number, isCurrent: boolean, text: ApplicationWords, onSelect: (id: string) => void): TemplateResult {
  const icon = status === undefined ? undefined : statusIcons[status];
  const word = status === undefined ? undefined : { notStarted: text.notStarted, inProgress: text.inProgress, complete: text.complete, error: text.errorStep }[status];
  // Where one is matters more than that it is half filled in; that it needs changes matters more than both.
  const shown = isCurrent && status !== 'error' && status !== 'complete' ? text.current : word;
  return html`<li>
    <button type="button" class="step-entry ${status ?? ''} ${isCurrent ? 'current' : ''}" aria-current=${isCurrent ? 'step' : nothing} @click=${() => onSelect(id)}>
      <span class="step-number" aria-hidden="true">${index + 1}</span>
      <span class="step-text">
        <span class="step-title">${title}</span>
        ${shown === undefined ? nothing : html`<span class="step-status">${icon === undefined || shown === text.current ? nothing : icons[icon]}${shown}</span>`}
      </span>
    </button>
  </li>`;
}
