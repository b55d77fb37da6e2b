import type { FormNode } from '@cobuild/core';
import { make } from '../../dom.js';
import type { FieldContext } from '../../field-context.js';
import type { WidgetField } from '../../widget.js';
import { patchTextControl } from '../control.js';
import { wordsFor } from '../../words-for.js';
import { takesText, valueText } from './entries.js';
import type { PickedAnswer } from './picker.js';
import { lookUpWords } from './words.js';

/** In place of a picker whose register the page does not lend: says so, and takes text where the form allows it. What is stored stays. */
export class NoLookUp {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement | undefined;
  private readonly line = make('p', { class: 'note' });
  private readonly stored = make('output', { class: 'computed-value answer-text' });

  constructor(private readonly context: FieldContext, private readonly picked: PickedAnswer, isTyped: boolean) {
    const words = wordsFor(context, lookUpWords);
    this.line.textContent = isTyped ? words.missingTyped : words.missing;
    this.input = isTyped ? make('input', { class: 'input text', type: 'text', autocomplete: 'off' }) : undefined;
    this.element = make('div', { class: 'picker' }, this.input ?? this.stored, this.line);
  }

  patch(field: WidgetField, node: FormNode): void {
    this.line.id = `${field.id}-missing`;
    const text = valueText(node.widget, this.picked.value(), this.context.locale);
    if (this.input) patchTextControl(this.input, { ...field, describedBy: [field.describedBy, this.line.id].filter((id) => id !== undefined).join(' ') }, node, text);
    else {
      this.stored.id = field.id;
      this.stored.textContent = text === '' ? this.context.words.notFilled : text;
    }
  }

  handle(event: Event): void {
    const node = this.picked.node();
    if (!this.input || event.target !== this.input || !node || !takesText(node)) return;
    if (event.type === 'input') this.picked.answer(this.input.value === '' ? undefined : this.input.value);
  }
}
