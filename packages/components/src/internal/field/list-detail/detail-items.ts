import type { FormNode } from '@cobuild/core';
import { CardItems } from '../card-items.js';
import { make, setText } from '../dom.js';
import { canReveal } from '../elements/reveal.js';
import { idOf } from '../field-context.js';
import type { ListItems, View, ViewHost } from '../view.js';
import { detailStyles } from './detail.styles.js';
import { ItemNames } from './item-names.js';
import { detailWords } from './words.js';

/**
 * The items of a list by their titles, beside the one that is open; on a phone first the titles, then the item with a way back. All items are there: those
 * that are not open are filled in, checked and printed as well.
 */
export class DetailItems implements ListItems {
  readonly element: HTMLElement;
  private readonly cards: CardItems;
  private readonly names = new ItemNames((index) => this.show(index, true));
  private readonly back = make('button', { type: 'button', class: 'button quiet detail-back no-print' });
  private readonly revealed = new WeakSet<View>();
  private open = 0;

  constructor(private readonly host: ViewHost) {
    host.wear(detailStyles);
    this.cards = new CardItems(host);
    this.back.addEventListener('click', () => this.goBack());
    this.element = make('div', { class: 'list-detail' }, this.names.element, make('div', { class: 'detail' }, this.back, this.cards.element));
  }

  get views(): readonly View[] {
    return this.cards.views;
  }

  get boxes(): readonly HTMLElement[] {
    return this.names.boxes;
  }

  patch(list: FormNode): void {
    const { context } = this.host;
    const words = detailWords[context.locale];
    this.cards.patch(list);
    for (const view of this.views) if (!this.revealed.has(view)) this.prepare(view);
    setText(this.back, words.back({ label: list.label }));
    this.names.patch(list, context);
    this.show(Math.max(0, Math.min(this.open, list.children.length - 1)), false);
  }

  /** What takes the focus when somebody is led to the list: the item that is open. */
  control(): HTMLElement | undefined {
    return this.views[this.open]?.control();
  }

  private prepare(view: View): void {
    this.revealed.add(view);
    // Takes the focus when the item is opened, so that it is read out.
    titleOf(view)?.setAttribute('tabindex', '-1');
    canReveal(view.element, () => {
      this.element.classList.add('at-item');
      this.show(this.views.indexOf(view), false);
    });
  }

  private show(index: number, withFocus: boolean): void {
    this.open = index;
    this.views.forEach(({ element }, at) => {
      if (element.hidden !== (at !== index)) element.hidden = at !== index;
    });
    this.names.mark(index);
    if (!withFocus) return;
    this.element.classList.add('at-item');
    const view = this.views[index];
    if (view) titleOf(view)?.focus();
  }

  private goBack(): void {
    this.element.classList.remove('at-item');
    this.names.focus(this.open);
  }
}

const titleOf = ({ element, pointer }: View): HTMLElement | null => element.querySelector<HTMLElement>(`[id="${idOf(pointer)}-title"]`);
