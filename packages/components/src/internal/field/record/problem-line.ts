import type { Problem } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { Messages } from '../../../locales/messages.js';
import { icons } from '../../icons.js';

/** A problem beside the cell, in the words of the summary, and how to mend it. */
export function problemLine({ severity, message, remedy }: Problem, words: Messages): TemplateResult {
  const isError = severity === 'error';
  return html`<p class=${isError ? 'field-error' : 'field-warning'}>
    ${icons[isError ? 'danger' : 'warning']}<span><span class="visually-hidden">${isError ? words.error : words.warning}${words.colon}</span>${message}${remedy === undefined ? '' : ` ${remedy}`}</span>
  </p>`;
}
