import { html, nothing } from 'lit';
import { answerParts } from './answers.js';
import type { LeafWidget } from './field-context.js';

/** An answer that nobody types: calculated, or fixed at this stage. */
export const output: LeafWidget = {
  labelled: 'control',
  draw: (node, context, ids) => {
    const { text, unit } = answerParts(node, context);
    const empty = node.computed ? context.words.notYetComputed : context.words.notFilled;
    return html`<output class="computed-value answer-text ${text === '' ? 'empty' : ''}" id=${ids.control}>${text === '' ? empty : text}${
      text === '' || unit === '' ? nothing : html`<span class="unit"> ${unit}</span>`
    }</output>`;
  },
};

export const unsupported: LeafWidget = {
  labelled: 'control',
  draw: (_node, context, ids) => html`<output class="computed-value empty" id=${ids.control}>${context.words.unsupported}</output>`,
};
