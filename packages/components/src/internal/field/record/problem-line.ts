import type { Problem } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { Messages } from '../../../locales/messages.js';
import { icons } from '../../icons.js';

/** What is wrong, and how to mend it. */
export function withRemedy({ message, remedy }: Pick<Problem, 'message' | 'remedy'>): string {
  if (remedy === undefined) return message;
  return /[.。]$/.test(message) ? `${message} ${remedy}` : `${message}。${remedy}`;
}

/** A problem beside the cell, in the words of the summary, and how to mend it. */
export function problemLine(problem: Problem, words: Messages): TemplateResult {
  const isError = problem.severity === 'error';
  return html`<p class=${isError ? 'field-error' : 'field-warning'}>
    ${icons[isError ? 'danger' : 'warning']}<span><span class="visually-hidden">${isError ? words.error : words.warning}${words.colon}</span>${withRemedy(problem)}</span>
  </p>`;
}
