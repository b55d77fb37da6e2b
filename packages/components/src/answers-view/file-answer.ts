import type { AttachmentsValue } from '@cobuild/core';
import { fileSizeText } from '@cobuild/core';
import { html } from 'lit';
import { safeLink } from '../hosts/safe-link.js';
import { icons } from '../internal/icons.js';
import { attachmentsWords } from '../internal/field/widgets/attachments/words.js';
import type { AnswerWidget } from './answer-widget.js';
import { textAnswer } from './shapes.js';

/** Files, each opened where the page lends a place for them; one that was not found clean is named and not opened. */
export const fileAnswer: AnswerWidget = {
  draw: (row, view) => {
    const { files } = view.hosts ?? {};
    // Answers of an earlier form, or of nobody's form, may be anything.
    const isList = Array.isArray(row.value) && row.value.every((file) => typeof file === 'object' && file !== null);
    if (files?.link === undefined || !isList) return textAnswer.draw(row, view);
    const { scan: states } = attachmentsWords[view.locale];
    return html`<ul class="answer-files">
      ${(row.value as AttachmentsValue).map(({ id, name, size, scan }) => {
        const link = scan === 'clean' ? safeLink(files.link?.(id)) : undefined;
        return html`<li>${icons.document}<span class="answer-text">${link === undefined ? name : html`<a href=${link} target="_blank" rel="noopener">${name}</a>`}</span> <span class="unit">${fileSizeText(size)}${scan === 'clean' ? '' : ` ${states[scan]}`}</span></li>`;
      })}
    </ul>`;
  },
};
