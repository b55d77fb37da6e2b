import type { FormNode, FormStep, Locale } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { isShownSection } from '../../internal/field/step-sections.js';
import { answersList } from '../../internal/field/answers.js';
import type { Messages } from '../../locales/messages.js';
import type { ShellWords } from './words.js';

export interface ReviewPageOptions {
  readonly step: FormStep;
  readonly steps: readonly FormStep[];
  readonly locale: Locale;
  readonly words: Messages;
  readonly text: ShellWords;
  readonly onChange: (pointer: string) => void;
}

/** All answers, step by step, each with the way to its question and what is wrong with it. Prints without the links. */
export function reviewPage({ step, steps, locale, words, text, onChange }: ReviewPageOptions): TemplateResult {
  const change = (node: FormNode): unknown =>
    node.computed || node.readonly
      ? nothing
      : html`<button type="button" class="link no-print" aria-label=${text.changeAnswer({ label: node.label })} @click=${() => onChange(node.pointer)}>${words.edit}</button>`;
  const shown = steps.filter((each) => !each.review && each.open).map((each) => ({ ...each, sections: each.sections.filter(isShownSection) }));
  return html`<div class="stack wide answers">
    ${step.description === '' ? html`<p class="intro no-print">${text.reviewHelp}</p>` : nothing} ${answersList(shown, { locale, words, action: change, problems: true })}
  </div>`;
}
