import type { FormNode } from '@cobuild/core';
import { rememberEntry } from '../../../../hosts/known-entries.js';
import type { LookUpEntry } from '../../../../hosts/look-up.js';
import { make, setAttribute } from '../../dom.js';
import type { FieldContext } from '../../field-context.js';
import type { WidgetField } from '../../widget.js';
import { patchControl } from '../control.js';
import { Combobox } from '../combobox/combobox.js';
import type { FoundEntries } from '../combobox/combobox.js';
import { plainText } from '../combobox/search-options.js';
import { comboboxWords } from '../combobox/words.js';
import { wordsFor } from '../../words-for.js';
import { datesText, fullName, isOffered, lookUpOf, takesText, todayOf, valueText } from './entries.js';
import { EntryName } from './entry-name.js';
import type { LookUpWords } from './words.js';
import { lookUpWords } from './words.js';

/** The answer that a picker works on: of the field, or a part of it. */
export interface PickedAnswer {
  node(): FormNode | undefined;
  value(): unknown;
  answer(value: unknown): void;
}

const WAIT_MS = 250;
const PAGE = 50;

/** Finds an entry in a register of the host, and shows the stored one by its name. */
export class Picker {
  readonly element: HTMLElement;
  readonly combobox: Combobox<LookUpEntry>;
  readonly name: EntryName;
  private readonly words: LookUpWords;
  private readonly line = make('p', { class: 'note picker-line' });

  /** @param withPath - Found entries say what they stand under. */
  constructor(private readonly context: FieldContext, private readonly picked: PickedAnswer, private readonly withPath = false, private readonly changed?: () => void) {
    this.words = wordsFor(context, lookUpWords);
    this.name = new EntryName(() => this.lookUp, () => this.refresh());
    this.combobox = new Combobox<LookUpEntry>({
      words: wordsFor(context, comboboxWords),
      multiple: false,
      waitMs: WAIT_MS,
      find: (text, offset, signal) => this.find(text, offset, signal),
      isChosen: ({ value }) => JSON.stringify(value) === JSON.stringify(picked.value()),
      choose: (entry) => this.choose(entry),
      closedText: () => this.closedText,
      leaveWith: (text) => this.leaveWith(text),
      label: () => picked.node()?.label ?? '',
    });
    this.element = make('div', { class: 'picker' }, this.combobox.element, this.line);
  }

  patch(field: WidgetField, node: FormNode): void {
    const { input } = this.combobox;
    patchControl(input, field, node);
    this.line.id = `${field.id}-picked`;
    setAttribute(input, 'aria-describedby', [field.describedBy, this.line.id].filter((id) => id !== undefined).join(' '));
    const invitation = node.placeholder === '' ? wordsFor(this.context, comboboxWords).search : node.placeholder;
    if (input.placeholder !== invitation) input.placeholder = invitation;
    this.refresh();
  }

  handle(event: Event): void {
    if (event.type === 'click' && event.target instanceof Element && event.target.closest('.name-again')) return this.name.again(this.picked.value());
    this.combobox.handle(event);
  }

  /** Takes an entry as the answer. */
  choose(entry: LookUpEntry): void {
    const { lookUp } = this;
    if (lookUp) rememberEntry(lookUp, entry);
    this.picked.answer(entry.value);
  }

  private refresh(): void {
    this.name.show(this.picked.value());
    this.combobox.refresh();
    this.showLine();
    this.changed?.();
  }

  private get lookUp(): ReturnType<typeof lookUpOf> {
    return lookUpOf(this.picked.node() ?? {}, this.context);
  }

  private async find(text: string, offset: number, signal: AbortSignal): Promise<FoundEntries<LookUpEntry>> {
    const { lookUp } = this;
    if (!lookUp) return { entries: [] };
    const { entries, total } = await lookUp.find({ text, offset, limit: PAGE, answers: this.context.answers, signal });
    const today = todayOf(this.context);
    const offered = entries.filter((entry) => entry.onlyGroup !== true && isOffered(entry, today));
    const named = this.withPath ? offered.map((entry) => ({ ...entry, detail: [...(entry.path ?? []).map(({ label }) => label), entry.detail ?? ''].filter((part) => part !== '').join(' ') })) : offered;
    return { entries: named, total: total === undefined ? offered.length : total - (entries.length - offered.length) };
  }

  private get closedText(): string {
    const { entry, state } = this.name;
    const value = this.picked.value();
    if (entry) return this.withPath ? fullName(entry) : entry.label;
    return state === 'reading' ? this.words.reading : valueText(this.picked.node()?.widget ?? '', value, this.context.locale);
  }

  /** Below the field: what tells the stored entry apart, its days, or that its name cannot be read. */
  private showLine(): void {
    const { words, line, context, name: { entry, state } } = this;
    const said = entry ? [entry.detail ?? '', datesText(entry, todayOf(context), words, context.locale)].filter((part) => part !== '').join(' · ') : state === 'failed' ? words.unread : '';
    line.hidden = said === '';
    const retry = state === 'failed' ? [' ', make('button', { type: 'button', class: 'link name-again' }, words.again)] : [];
    if (line.textContent !== said || retry.length > 0) line.replaceChildren(said, ...retry);
  }

  /** An emptied field is no answer. Text that is no entry is taken only where the form says so. */
  private leaveWith(text: string): void {
    const { entry } = this.name;
    if (text.trim() === '') this.picked.answer(undefined);
    else if (takesText(this.picked.node() ?? {}) && plainText(text) !== plainText(entry?.label ?? '')) this.picked.answer(text.trim());
  }
}
