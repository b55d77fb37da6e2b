import type { FieldOption, FormNode } from '@cobuild/core';
import { iconNode, make } from '../../dom.js';
import type { FieldContext } from '../../field-context.js';
import type { LivePart } from '../../live-widget.js';
import { liveWidget } from '../../live-widget.js';
import type { Widget, WidgetField } from '../../widget.js';
import { choose, optionAt, optionIndex } from '../choices.js';
import { patchControl, shownText } from '../control.js';
import { wordsFor } from '../../words-for.js';
import { Combobox } from './combobox.js';
import { comboboxStyles } from './combobox.styles.js';
import { namedExactly, searchOptions } from './search-options.js';
import type { ComboboxWords } from './words.js';
import { comboboxWords } from './words.js';

/** More chosen ones than this are counted. */
const MOST_SHOWN = 60;

const NONE: readonly unknown[] = [];

/** Several of many: a list that is searched, and what is chosen above it. */
class ChooseMany implements LivePart {
  private node: FormNode | undefined;
  private readonly words: ComboboxWords;
  private readonly combobox: Combobox<FieldOption>;
  private readonly chosen = make('ul', { class: 'chosen-list' });
  private set: ReadonlySet<unknown> = new Set();

  constructor(element: HTMLElement, private readonly context: FieldContext) {
    this.words = wordsFor(context, comboboxWords);
    this.combobox = new Combobox<FieldOption>({
      words: this.words,
      multiple: true,
      waitMs: 0,
      find: (text) => ({ entries: searchOptions(this.options, text) }),
      isChosen: ({ value }) => this.set.has(value),
      choose: (option) => this.turn(option),
      closedText: () => '',
      leaveWith: (text) => this.leaveWith(text),
      label: () => this.node?.label ?? '',
    });
    element.append(this.chosen, this.combobox.element);
  }

  patch(field: WidgetField, node: FormNode, before: FormNode | undefined): void {
    const { input } = this.combobox;
    this.node = node;
    patchControl(input, field, node);
    const invitation = node.placeholder === '' ? this.words.search : node.placeholder;
    if (input.placeholder !== invitation) input.placeholder = invitation;
    if (node.value !== before?.value || node.options !== before?.options) this.showChosen();
    this.combobox.refresh();
  }

  handle(event: Event): void {
    const { target } = event;
    const remove = event.type === 'click' && target instanceof Element ? target.closest<HTMLElement>('.chosen-item > button') : null;
    if (remove) return this.remove(Number(remove.dataset['index']), true);
    const isBack = event instanceof KeyboardEvent && event.type === 'keydown' && event.key === 'Backspace' && !event.isComposing;
    if (isBack && target === this.combobox.input && this.combobox.input.value === '' && this.values.length > 0) return this.remove(this.values.length - 1, false);
    this.combobox.handle(event);
  }

  control(): HTMLElement {
    return this.combobox.input;
  }

  private get options(): readonly FieldOption[] {
    return this.node?.options ?? [];
  }

  private get values(): readonly unknown[] {
    const value: unknown = this.node?.value;
    return Array.isArray(value) ? (value as readonly unknown[]) : NONE;
  }

  private labelOf(value: unknown): string {
    return optionAt(this.options, value)?.label ?? this.context.words.unknownChoice({ value: shownText(value) });
  }

  private showChosen(): void {
    const { values, words } = this;
    this.set = new Set(values);
    const items = values.slice(0, MOST_SHOWN).map((value, index) => {
      const label = this.labelOf(value);
      return make('li', { class: 'chosen-item' }, make('span', { class: 'answer-text' }, label), make('button', { type: 'button', 'aria-label': words.remove({ label }), 'data-index': String(index) }, iconNode('cross')));
    });
    const rest = values.length - MOST_SHOWN;
    this.chosen.replaceChildren(...items, ...(rest > 0 ? [make('li', { class: 'muted' }, words.others({ count: rest }))] : []));
  }

  /** Kept in the order of the choices, so that the same choice is the same answer however it was clicked together. */
  private turn({ value, label }: FieldOption): void {
    const isOn = !this.set.has(value);
    const next = isOn ? [...this.values, value] : this.values.filter((other) => other !== value);
    this.answer(isOn ? [...next].sort((a, b) => optionIndex(this.options, a) - optionIndex(this.options, b)) : next);
    this.combobox.say(isOn ? this.words.chosen({ label }) : this.words.removed({ label }));
  }

  private remove(index: number, byButton: boolean): void {
    const label = this.labelOf(this.values[index]);
    this.answer(this.values.filter((_, at) => at !== index));
    this.combobox.say(this.words.removed({ label }));
    // The button is gone: the next one takes the focus, else the field itself.
    if (byButton) (this.chosen.querySelector<HTMLElement>(`[data-index="${Math.min(index, this.values.length - 1)}"]`) ?? this.combobox.input).focus();
  }

  private answer(values: readonly unknown[]): void {
    if (this.node) choose(this.context, this.node.pointer, values.length === 0 ? undefined : values);
  }

  private leaveWith(text: string): void {
    const named = namedExactly(this.options, text);
    if (named && !this.set.has(named.value)) this.turn(named);
  }
}

/** Several choices from a long list (more than 30). */
export const multiCombobox: Widget = liveWidget({ labelled: 'control', styles: comboboxStyles, create: (element, context) => new ChooseMany(element, context) });
