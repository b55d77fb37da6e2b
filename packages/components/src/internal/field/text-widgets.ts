import type { FormNode } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import type { FieldContext, FieldIds, LeafWidget } from './field-context.js';
import { ariaInvalid } from './field-context.js';

type TextControl = HTMLInputElement | HTMLTextAreaElement;

/** An emptied text is no answer at all, rather than an answer of no characters. */
const typed = (event: Event): string | undefined => {
  const { value } = event.target as TextControl;
  return value === '' ? undefined : value;
};

/** An answer of another type (from an old draft) is shown as it is, so that the person sees what is wrong. */
const shown = (value: unknown): string => (value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value));

/** Characters as a person counts them and JSON Schema does: 𠮷 is one, though two code units. */
const characterCount = (value: unknown): number => (typeof value === 'string' ? Array.from(value).length : 0);

/** Without an end a browser takes years of six digits and waits for them; `format: "date"` has four. */
const LAST_DAY = '9999-12-31';

function input(type: 'text' | 'date', className: string) {
  return (node: FormNode, context: FieldContext, ids: FieldIds): TemplateResult => html`<input
    class="input ${className}"
    id=${ids.control}
    type=${type}
    max=${type === 'date' ? LAST_DAY : nothing}
    autocomplete="off"
    placeholder=${ifDefined(node.placeholder === '' ? undefined : node.placeholder)}
    aria-describedby=${ifDefined(ids.describedBy)}
    aria-invalid=${ifDefined(ariaInvalid(node))}
    aria-required=${ifDefined(node.required ? 'true' : undefined)}
    .value=${live(shown(node.value))}
    @input=${(event: Event) => context.input(node.pointer, typed(event))}
    @change=${() => context.commit(node.pointer)}
  />`;
}

export const text: LeafWidget = { labelled: 'control', draw: input('text', 'text') };

/** The browser's own date field: typed or picked, in the order the person is used to, always stored as `2026-03-05`. */
export const date: LeafWidget = { labelled: 'control', draw: input('date', 'date') };

export const textarea: LeafWidget = {
  labelled: 'control',
  draw: (node, context, ids) => {
    const count = characterCount(node.value);
    const limit = node.maxLength;
    return html`<textarea
        class="input"
        id=${ids.control}
        rows="4"
        placeholder=${ifDefined(node.placeholder === '' ? undefined : node.placeholder)}
        aria-describedby=${ifDefined(ids.describedBy)}
        aria-invalid=${ifDefined(ariaInvalid(node))}
        aria-required=${ifDefined(node.required ? 'true' : undefined)}
        .value=${live(shown(node.value))}
        @input=${(event: Event) => context.input(node.pointer, typed(event))}
        @change=${() => context.commit(node.pointer)}
      ></textarea>
      ${limit === undefined
        ? ''
        : html`<p class="count ${count > limit ? 'over' : ''}" id=${ids.count}>
            <span class="visually-hidden">${context.words.characterLimit({ limit })}</span>
            <span aria-hidden="true">${count > limit ? context.words.charactersOver({ count, limit }) : context.words.characters({ count, limit })}</span>
          </p>`}`;
  },
};
