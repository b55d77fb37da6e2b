import type { FormNode } from '@cobuild/core';
import { CardItems } from './card-items.js';
import { ContainerFrame } from './container-frame.js';
import { iconNode, make, setText } from './dom.js';
import { isRepeated } from './field-context.js';
import { markOf } from './field-label.js';
import { act } from './item-actions.js';
import { ItemDragging } from './items/item-dragging.js';
import { NodeView } from './node-view.js';
import { TableItems, fitsTable } from './table-items.js';
import type { ListItems, ViewHost } from './view.js';

const isTable = (node: FormNode): boolean => node.widget === 'table' && fitsTable(node);

/** A repeated group: title, help, the items as cards or as a table, problems, and the button that adds one. */
export class ListView extends NodeView {
  readonly element: HTMLElement;
  private readonly frame: ContainerFrame;
  private readonly asTable: boolean;
  private readonly items: ListItems;
  private readonly empty = make('p', { class: 'table-empty' });
  private readonly add: HTMLElement;

  constructor(node: FormNode, private readonly host: ViewHost) {
    super(node);
    const { words } = host.context;
    this.asTable = isTable(node);
    this.frame = new ContainerFrame(node, 'repeated', markOf(node, words), host.context);
    this.element = this.frame.element;
    this.items = this.asTable ? new TableItems(host, this.frame.id) : new CardItems(host);
    this.empty.textContent = words.noItems;
    this.add = make('div', { class: 'add-item', 'data-action': 'add' }, make('button', { type: 'button', class: 'button secondary' }, iconNode('plus'), make('span')));
    this.element.append(this.empty);
    new ItemDragging(this.items.element, () => this.items.views.map(({ element }) => element), () => this.node, host.context);
    this.write(undefined);
  }

  override get canBeLeft(): boolean {
    return true;
  }

  handle(event: Event): void {
    const button = event.type === 'click' ? (event.target as Element).closest('button') : null;
    const action = button?.closest('[data-action]')?.getAttribute('data-action');
    if (action !== null && action !== undefined) act(action, this.node, this.host.context);
  }

  protected takes(node: FormNode): boolean {
    return isRepeated(node) && isTable(node) === this.asTable && this.frame.fits(node);
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
