import type { FormStep, StepStatus } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Tone } from '../../internal/pieces.js';
import { tag } from '../../internal/pieces.js';
import type { ShellWords } from './words.js';

const tones: Readonly<Record<StepStatus, Tone | 'neutral'>> = { notStarted: 'neutral', inProgress: 'info', complete: 'success', error: 'danger' };

/** The state of a step in words. */
export function statusTag(step: FormStep, text: ShellWords): TemplateResult {
  if (!step.open) return tag('neutral', text.closed);
  if (step.review && step.status === 'notStarted') return tag('neutral', text.review);
  return tag(tones[step.status], text[step.status], step.status === 'inProgress' ? 'pen' : undefined);
}

/** How many of the required questions have an answer; nothing where none is required. */
export function progressText({ progress }: Pick<FormStep, 'progress'>, text: ShellWords): TemplateResult | typeof nothing {
  return progress.required === 0 ? nothing : html`<span class="step-progress">${text.answered(progress)}</span>`;
}
