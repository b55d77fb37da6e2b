import type { FormNode } from '@cobuild/core';
import { arrange, iconNode, make, setAttribute, setText } from '../dom.js';
import { elementWords } from '../elements/words.js';
import type { FieldContext } from '../field-context.js';
import { isInvalid } from '../field-context.js';

interface Entry {
  readonly box: HTMLElement;
  readonly button: HTMLButtonElement;
  readonly name: HTMLElement;
  readonly wrong: HTMLElement;
}

const wrongNodes = new WeakMap<FormNode, boolean>();

/** Whether an error is shown at a question or inside it. */
function isWrong(node: FormNode): boolean {
  if (!node.visible) return false;
  let wrong = wrongNodes.get(node);
  if (wrong === undefined) wrongNodes.set(node, (wrong = isInvalid(node) || node.children.some(isWrong)));
  return wrong;
}

/** The titles of a list's items as buttons that open them. The arrow keys, Home and End go from one to another. */
export class ItemNames {
  readonly element = make('ol', { class: 'detail-names no-print' });
  private entries: readonly Entry[] = [];
  private marked = -1;

  constructor(private readonly open: (index: number) => void) {
    this.element.addEventListener('click', ({ target }) => {
      const index = this.indexOf(target);
      if (index >= 0) this.open(index);
    });
    this.element.addEventListener('keydown', (event) => this.onKey(event));
  }

  /** What is dragged to another place, one for each item. */
  get boxes(): readonly HTMLElement[] {
    return this.entries.map(({ box }) => box);
  }

  patch(list: FormNode, { locale, words }: FieldContext): void {
    setAttribute(this.element, 'aria-label', list.label);
    const { entries } = this;
    if (entries.length !== list.children.length) {
      this.entries = list.children.map((_item, index) => entries[index] ?? draw(index + 1, elementWords[locale].tabHasErrors));
      arrange(this.element, this.boxes);
    }
    list.children.forEach((item, index) => {
      const { button, name, wrong } = this.entries[index] as Entry;
      const title = item.itemTitle ?? '';
      setText(name, title === '' ? words.item({ position: index + 1 }) : title);
      name.classList.toggle('muted', title === '');
      if (isWrong(item) === (wrong.parentNode !== null)) return;
      if (wrong.parentNode) wrong.remove();
      else button.append(wrong);
    });
  }

  /** Says which item is open. */
  mark(index: number): void {
    if (index !== this.marked) setCurrent(this.entries[this.marked], false);
    this.marked = index;
    setCurrent(this.entries[index], true);
  }

  focus(index: number): void {
    this.entries[index]?.button.focus();
  }

  private indexOf(target: EventTarget | null): number {
    return this.entries.findIndex(({ button }) => target instanceof Node && button.contains(target));
  }

  private onKey(event: KeyboardEvent): void {
    const at = this.indexOf(event.target);
    if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const last = this.entries.length - 1;
    const wanted: Readonly<Record<string, number>> = { ArrowDown: Math.min(at + 1, last), ArrowUp: Math.max(at - 1, 0), Home: 0, End: last };
    const next = Object.prototype.hasOwnProperty.call(wanted, event.key) ? wanted[event.key] : undefined;
    if (next === undefined) return;
    event.preventDefault();
    this.focus(next);
  }
}

const setCurrent = (entry: Entry | undefined, isCurrent: boolean): void => {
  if (entry) setAttribute(entry.button, 'aria-current', isCurrent ? 'true' : undefined);
};

function draw(position: number, wrongWord: string): Entry {
  const name = make('span', { class: 'detail-name' }, '');
  const button = make('button', { type: 'button', class: 'detail-open' }, make('span', { class: 'position' }, String(position)), name);
  return { box: make('li', {}, button), button, name, wrong: make('span', { class: 'tab-wrong' }, iconNode('danger'), make('span', { class: 'visually-hidden' }, wrongWord)) };
}
