import { iconNode, make, setAttribute } from '../../dom.js';
import { OptionList } from './option-list.js';
import { Popup } from './popup.js';
import type { Named } from './search-options.js';
import type { ComboboxWords } from './words.js';

export interface FoundEntries<T> {
  readonly entries: readonly T[];
  /** How many there are, where these are not all. */
  readonly total?: number;
}

/** What a combobox asks of the field around it. */
export interface ComboboxHost<T extends Named> {
  readonly words: ComboboxWords;
  /** Several may be chosen: the list stays open, and the text is only for searching. */
  readonly multiple: boolean;
  /** Milliseconds to wait for the next letter before somebody is asked; 0 where the answer is here already. */
  readonly waitMs: number;
  /** Also asked for what follows, from `offset` on. What it rejects is shown with a way to try again. */
  find(text: string, offset: number, signal: AbortSignal): FoundEntries<T> | Promise<FoundEntries<T>>;
  isChosen(entry: T): boolean;
  choose(entry: T): void;
  /** What stands in the field while nobody types. */
  closedText(): string;
  /** The person left with a text that is not what stood there. */
  leaveWith(text: string): void;
  label(): string;
}

const PAGE = 10;
const SPEAK_MS = 600;

/**
 * A text field with a list of choices under it, after the combobox of the ARIA Authoring Practices: letters search, arrows move, Enter and Tab choose, Escape
 * goes back. What an input method composes is searched for when it is composed, and its keys are its own.
 */
export class Combobox<T extends Named> {
  readonly input: HTMLInputElement = make('input', { class: 'input', type: 'text', role: 'combobox', autocomplete: 'off', spellcheck: 'false', 'aria-autocomplete': 'list', 'aria-haspopup': 'listbox', 'aria-expanded': 'false' });
  readonly element: HTMLElement;
  private readonly spoken = make('span', { class: 'visually-hidden', role: 'status' });
  private readonly note = make('div', { class: 'popup-note' });
  private readonly popup: Popup;
  private list: OptionList<T> | undefined;
  private asked: AbortController | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private speaking: ReturnType<typeof setTimeout> | undefined;
  private total = 0;
  private beginAt: 'nowhere' | 'first' | 'last' = 'nowhere';
  private isTyped = false;
  private isComposing = false;

  constructor(private readonly host: ComboboxHost<T>) {
    const open = make('button', { type: 'button', class: 'combobox-open', tabindex: '-1', 'aria-hidden': 'true' }, iconNode('chevronDown'));
    const box = make('div', { class: 'popup-box' }, this.note);
    this.element = make('div', { class: 'combobox' }, this.input, open, box, this.spoken);
    this.popup = new Popup(box, this.input);
    // The focus stays in the text field, whatever is pressed.
    for (const part of [box, open]) part.addEventListener('pointerdown', (event) => event.preventDefault());
    for (const part of [box, open]) part.addEventListener('mousedown', (event) => event.preventDefault());
    this.input.addEventListener('compositionstart', () => (this.isComposing = true));
    this.input.addEventListener('compositionend', () => {
      this.isComposing = false;
      this.search();
    });
    box.addEventListener('scroll', () => this.list?.isAtEnd === true && this.more(), { capture: true, passive: true });
  }

  /** Writes what is chosen, unless somebody is typing. */
  refresh(): void {
    const text = this.host.closedText();
    if (!this.isTyped && this.input.value !== text) this.input.value = text;
    this.list?.refresh();
  }

  handle(event: Event): void {
    if (event.type === 'click') this.click(event);
    else if (event.type === 'focusout') this.leave(event as FocusEvent);
    else if (event.target !== this.input) return;
    else if (event.type === 'input') this.search();
    else if (event.type === 'keydown') this.press(event as KeyboardEvent);
  }

  /** Read out when the person pauses. */
  say(text: string): void {
    clearTimeout(this.speaking);
    this.speaking = setTimeout(() => (this.spoken.textContent = text), SPEAK_MS);
  }

  close(): void {
    this.note.classList.remove('loading');
    clearTimeout(this.timer);
    this.asked?.abort();
    this.popup.close();
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }

  private get text(): string {
    return this.isTyped ? this.input.value : '';
  }

  private search(): void {
    if (this.isComposing) return;
    this.isTyped = true;
    clearTimeout(this.timer);
    if (this.host.waitMs === 0) this.ask();
    else {
      this.showNote('loading');
      this.openPopup();
      this.timer = setTimeout(() => this.ask(), this.host.waitMs);
    }
  }

  /** @param at - Where the keyboard begins when nothing is chosen. */
  private open(at: 'nowhere' | 'first' | 'last' = 'nowhere'): void {
    if (this.popup.isOpen || this.input.matches(':disabled')) return;
    this.beginAt = at;
    this.ask();
  }

  private openPopup(): void {
    const { host, input } = this;
    if (!this.list) {
      this.list = new OptionList(`${input.id}-options`, host.words.options({ label: host.label() }), host.multiple, (entry) => host.isChosen(entry));
      this.popup.element.append(this.list.element);
    }
    setAttribute(input, 'aria-controls', this.list.element.id);
    input.setAttribute('aria-expanded', 'true');
    this.popup.open();
  }

  private ask(): void {
    this.asked?.abort();
    const asked = new AbortController();
    this.asked = asked;
    this.openPopup();
    const taken = (found: FoundEntries<T>): void => {
      if (!asked.signal.aborted) this.showFound(found);
    };
    try {
      const found = this.host.find(this.text, 0, asked.signal);
      if (!('then' in found)) return taken(found);
      this.list?.show([], -1, 0);
      this.showNote('loading');
      found.then(taken, () => {
        if (!asked.signal.aborted) this.showNote('failed');
      });
    } catch {
      this.showNote('failed');
    }
  }

  private showFound({ entries, total = entries.length }: FoundEntries<T>, active = this.firstActive(entries)): void {
    const { words } = this.host;
    this.note.classList.remove('loading');
    this.total = total;
    this.list?.show(entries, active, total);
    this.showActive();
    if (entries.length === 0) this.showNote('none');
    else this.note.textContent = total > entries.length ? words.more({ count: entries.length, total }) : '';
    this.note.hidden = entries.length > 0 && total <= entries.length;
    this.say(entries.length === 0 ? words.none : words.count({ count: total }));
  }

  /** After typing none is: Enter would choose what nobody meant. */
  private firstActive(entries: readonly T[]): number {
    if (this.isTyped) return -1;
    const chosen = entries.findIndex((entry) => this.host.isChosen(entry));
    return chosen >= 0 ? chosen : this.beginAt === 'first' ? Math.min(0, entries.length - 1) : this.beginAt === 'last' ? entries.length - 1 : -1;
  }

  /** What follows, when the end of the list is reached. */
  private more(): void {
    const { list, asked } = this;
    if (!list || !asked || asked.signal.aborted || list.count === 0 || list.count >= this.total || this.note.classList.contains('loading')) return;
    this.note.classList.add('loading');
    const known = Array.from({ length: list.count }, (_, index) => list.entry(index) as T);
    Promise.resolve(this.host.find(this.text, known.length, asked.signal)).then(
      ({ entries, total = this.total }) => {
        this.note.classList.remove('loading');
        if (!asked.signal.aborted) this.showFound({ entries: [...known, ...entries], total: entries.length === 0 ? known.length : total }, list.active);
      },
      () => {
        this.note.classList.remove('loading');
        if (!asked.signal.aborted) this.showNote('failed');
      },
    );
  }

  private showNote(kind: 'loading' | 'none' | 'failed'): void {
    const { words } = this.host;
    this.note.hidden = false;
    this.note.classList.toggle('loading', kind === 'loading');
    // Tab leaves the field and closes the list, so the button is for pointers; Enter in the field does the same, which is said.
    const again = kind === 'failed' ? [make('button', { type: 'button', class: 'button again', tabindex: '-1' }, words.again), make('span', { class: 'again-key' }, words.againByKey)] : [];
    this.note.replaceChildren(make('span', {}, words[kind]), ...again);
    this.say(kind === 'failed' ? `${words.failed}${words.stop}${words.againByKey}` : words[kind]);
  }

  private click({ target }: Event): void {
    const index = this.list?.indexOf(target) ?? -1;
    if (index >= 0) this.take(index);
    else if (target instanceof Element && target.closest('.again')) this.ask();
    else if (target === this.input) this.open();
    else if (target instanceof Element && target.closest('.combobox-open')) {
      this.input.focus();
      if (this.popup.isOpen) this.close();
      else this.open();
    }
  }

  private take(index: number): void {
    const entry = this.list?.entry(index);
    if (!entry) return;
    if (!this.host.multiple) {
      this.isTyped = false;
      this.close();
    }
    this.host.choose(entry);
    if (this.host.multiple) this.list?.activate(index);
    this.showActive();
    this.refresh();
  }

  private press(event: KeyboardEvent): void {
    // 229: the key belongs to an input method that does not say so otherwise.
    if (this.isComposing || event.isComposing || event.keyCode === 229) return;
    const { list, popup } = this;
    const active = list?.active ?? -1;
    const isOpen = popup.isOpen;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        event.preventDefault();
        if (event.altKey) return event.key === 'ArrowUp' ? this.close() : this.open();
        if (!isOpen) return this.open(event.key === 'ArrowDown' ? 'first' : 'last');
        return this.move(active < 0 ? (event.key === 'ArrowDown' ? 0 : this.last) : active + (event.key === 'ArrowDown' ? 1 : -1), true);
      case 'PageDown':
      case 'PageUp':
        if (!isOpen) return;
        event.preventDefault();
        return this.move(Math.max(active, 0) + (event.key === 'PageDown' ? PAGE : -PAGE), false);
      case 'Enter':
        if (!isOpen) return;
        event.preventDefault();
        if (active >= 0) this.take(active);
        else if (list?.count === 1) this.take(0);
        else if (this.note.querySelector('.again')) this.ask();
        return;
      case 'Tab':
        if (isOpen && active >= 0 && !this.host.multiple) this.take(active);
        return;
      case 'Escape':
        if (!isOpen) return;
        // Whatever is around, such as a dialog, is to stay open.
        event.preventDefault();
        event.stopPropagation();
        this.isTyped = false;
        this.close();
        this.refresh();
    }
  }

  private get last(): number {
    return (this.list?.count ?? 0) - 1;
  }

  /** @param around - From one end to the other. */
  private move(to: number, around: boolean): void {
    if (this.last < 0) return;
    const hasMore = this.last + 1 < this.total;
    if (to > this.last && hasMore) this.more();
    const index = around && !hasMore ? (to + this.last + 1) % (this.last + 1) : Math.min(Math.max(to, 0), this.last);
    this.list?.activate(index);
    this.showActive();
  }

  private showActive(): void {
    setAttribute(this.input, 'aria-activedescendant', this.popup.isOpen ? this.list?.activeId : undefined);
  }

  private leave({ relatedTarget }: FocusEvent): void {
    if (relatedTarget instanceof Node && this.element.contains(relatedTarget)) return;
    this.close();
    if (!this.isTyped) return;
    const { value } = this.input;
    this.isTyped = false;
    if (value !== this.host.closedText()) this.host.leaveWith(value);
    this.refresh();
  }
}
