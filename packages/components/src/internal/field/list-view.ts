import type { FormNode } from '@cobuild/core';
import { CardItems } from './card-items.js';
import { ContainerFrame } from './container-frame.js';
import { iconNode, make, setText } from './dom.js';
import { isRepeated } from './field-context.js';
import { markOf } from './field-label.js';
import { act } from './item-actions.js';
import { detailItems, loadDetailItems } from './late-items.js';
import { NodeView } from './node-view.js';
import { TableItems, fitsTable } from './table-items.js';
import type { ListItems, ViewHost } from './view.js';
import { warnOnce } from '../warn-once.js';

type Manner = 'table' | 'cards' | 'listDetail';

const mannerOf = (node: FormNode): Manner => (node.widget === 'listDetail' ? 'listDetail' : node.widget === 'table' && fitsTable(node) ? 'table' : 'cards');

/** A repeated group: title, help, the items as cards, as a table or as a list beside the opened one, problems, and the button that adds one. */
export class ListView extends NodeView {
  readonly element: HTMLElement;
  private readonly frame: ContainerFrame;
  private readonly manner: Manner;
  private items: ListItems;
  private readonly empty = make('p', { class: 'table-empty' });
  private readonly add: HTMLElement;

  constructor(node: FormNode, private readonly host: ViewHost) {
    super(node);
    const { words } = host.context;
    this.manner = mannerOf(node);
    this.frame = new ContainerFrame(node, 'repeated', markOf(node, words), host.context);
    this.element = this.frame.element;
    this.items = this.manner === 'table' ? new TableItems(host, this.frame.id) : ((this.manner === 'listDetail' ? detailItems()?.(host) : undefined) ?? new CardItems(host));
    this.empty.textContent = words.noItems;
    this.add = make('div', { class: 'add-item', 'data-action': 'add' }, make('button', { type: 'button', class: 'button secondary' }, iconNode('plus'), make('span')));
    this.element.append(this.empty);
    this.makeDraggable();
    this.write(undefined);
    // Until it is there the items are cards.
    if (this.manner === 'listDetail' && !detailItems()) void loadDetailItems().then(() => host.context.inTerms(() => this.redraw()), () => warnOnce('form/list-detail', 'The list beside its opened item could not be loaded; its items are cards.'));
  }

  override get canBeLeft(): boolean {
    return true;
  }

  override control(): HTMLElement | undefined {
    return this.items.control?.() ?? super.control();
  }

  handle(event: Event): void {
    const button = event.type === 'click' ? (event.target as Element).closest('button') : null;
    const action = button?.closest('[data-action]')?.getAttribute('data-action');
    if (action !== null && action !== undefined) act(action, this.node, this.host.context);
  }

  protected takes(node: FormNode): boolean {
    return isRepeated(node) && mannerOf(node) === this.manner && this.frame.fits(node);
  }

  /** Dragging comes with the first pointer over the items; where it does not come, the buttons do the same. */
  private makeDraggable(): void {
    const { items } = this;
    const load = async (): Promise<void> => {
      const { ItemDragging } = await import('./items/item-dragging.js');
      new ItemDragging(items.element, () => items.boxes ?? items.views.map(({ element }) => element), () => this.node, this.host.context);
    };
    items.element.addEventListener('pointerover', () => void load().catch(() => warnOnce('form/dragging', 'The dragging of items could not be loaded; the buttons up and down do the same.')), { once: true });
  }

  /** Draws the items in the manner that was waited for. */
  private redraw(): void {
    const { items: before } = this;
    const make = detailItems();
    // Another drawing of the list may have taken the place of this one.
    if (!make || this.host.get(this.pointer) !== this) return;
    this.children.forEach((view) => this.host.forget(view));
    this.items = make(this.host);
    before.element.replaceWith(this.items.element);
    this.makeDraggable();
    this.write(this.node);
  }

  protected write(before: FormNode | undefined): void {
    const { node, element, empty, add, items } = this;
    const { words } = this.host.context;
    items.patch(node);
    this.children = items.views;
    const body = node.children.length === 0 ? empty : items.element;
    const other = body === empty ? items.element : empty;
    if (other.parentNode === element) element.replaceChild(body, other);
    // No more than are allowed, and none in a list that is fixed.
    const full = node.readonly || (node.maxItems !== undefined && node.children.length >= node.maxItems);
    if (full) add.remove();
    else if (add.parentNode !== element) element.append(add);
    setText(add.querySelector('span') as Element, words.addItem({ label: node.label }));
    this.frame.patch(node, before, markOf(node, words), full ? null : add);
  }
}
