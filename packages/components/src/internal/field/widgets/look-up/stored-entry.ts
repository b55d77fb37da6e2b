import type { FormNode } from '@cobuild/core';
import { make } from '../../dom.js';
import type { FieldContext } from '../../field-context.js';
import { wordsFor } from '../../words-for.js';
import { datesText, fullName, lookUpOf, todayOf, valueText } from './entries.js';
import { EntryName } from './entry-name.js';
import { lookUpWords } from './words.js';

/** An answer that nobody can change here, by its name in the register. */
export class StoredEntry {
  readonly element = make('output', { class: 'computed-value answer-text' });
  private readonly name: EntryName;
  private node: FormNode | undefined;
  private value: unknown;

  /** @param rest - What follows the name: the house in a street. */
  constructor(private readonly context: FieldContext, private readonly rest: (node: FormNode) => string = () => '') {
    this.name = new EntryName(() => lookUpOf(this.node ?? {}, context), () => this.show());
  }

  patch(id: string, node: FormNode, value: unknown): void {
    this.node = node;
    this.value = value;
    this.element.id = id;
    this.name.show(value);
    this.show();
  }

  private show(): void {
    const { context, node, name: { entry, state } } = this;
    if (!node) return;
    const words = wordsFor(context, lookUpWords);
    const dates = entry ? datesText(entry, todayOf(context), words, context.locale) : '';
    const name = entry ? fullName(entry) : state === 'reading' ? words.reading : valueText(node.widget, this.value, context.locale);
    const text = [name, this.rest(node), dates === '' ? '' : context.words.inBrackets({ text: dates.replace(/[。.]$/, '') })].filter((part) => part !== '').join(' ');
    this.element.classList.toggle('empty', text === '');
    this.element.textContent = text === '' ? context.words.notFilled : text;
  }
}
