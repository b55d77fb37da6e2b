import type { FieldOption, FormNode } from '@cobuild/core';
import type { FieldContext } from '../../field-context.js';
import type { LivePart } from '../../live-widget.js';
import { liveWidget } from '../../live-widget.js';
import type { Widget, WidgetField } from '../../widget.js';
import { choose, optionAt } from '../choices.js';
import { isAnswered, patchControl, shownText } from '../control.js';
import { wordsFor } from '../../words-for.js';
import { Combobox } from './combobox.js';
import { comboboxStyles } from './combobox.styles.js';
import { namedExactly, searchOptions } from './search-options.js';
import { comboboxWords } from './words.js';

/** One of many: a list that is searched. */
class ChooseOne implements LivePart {
  private node: FormNode | undefined;
  private readonly combobox: Combobox<FieldOption>;

  constructor(element: HTMLElement, private readonly context: FieldContext) {
    this.combobox = new Combobox<FieldOption>({
      words: wordsFor(context, comboboxWords),
      multiple: false,
      waitMs: 0,
      find: (text) => ({ entries: searchOptions(this.options, text) }),
      isChosen: ({ value }) => this.node !== undefined && value === this.chosen?.value && isAnswered(this.node),
      choose: ({ value }) => this.answer(value),
      closedText: () => this.closedText,
      leaveWith: (text) => this.leaveWith(text),
      label: () => this.node?.label ?? '',
    });
    element.append(this.combobox.element);
  }

  patch(field: WidgetField, node: FormNode): void {
    const { input } = this.combobox;
    this.node = node;
    patchControl(input, field, node);
    const invitation = node.placeholder === '' ? wordsFor(this.context, comboboxWords).search : node.placeholder;
    if (input.placeholder !== invitation) input.placeholder = invitation;
    this.combobox.refresh();
  }

  handle(event: Event): void {
    this.combobox.handle(event);
  }

  control(): HTMLElement {
    return this.combobox.input;
  }

  private get options(): readonly FieldOption[] {
    return this.node?.options ?? [];
  }

  private get chosen(): FieldOption | undefined {
    return optionAt(this.options, this.node?.value);
  }

  /** An answer that is no longer among the choices stays visible until the person picks another. */
  private get closedText(): string {
    const { node } = this;
    if (node === undefined || !isAnswered(node)) return '';
    return this.chosen?.label ?? this.context.words.unknownChoice({ value: shownText(node.value) });
  }

  private answer(value: unknown): void {
    if (this.node) choose(this.context, this.node.pointer, value);
  }

  /** An emptied field is no answer, a name typed out is its choice, and anything else leaves what was chosen. */
  private leaveWith(text: string): void {
    if (text.trim() === '') return this.answer(undefined);
    const named = namedExactly(this.options, text);
    if (named) this.answer(named.value);
  }
}

/** A choice from a long list (more than 30), searched by any part of the name. */
export const combobox: Widget = liveWidget({ labelled: 'control', styles: comboboxStyles, create: (element, context) => new ChooseOne(element, context) });
