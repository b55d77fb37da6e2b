import type { FormNode } from '@cobuild/core';
import { make, setText } from './dom.js';
import { idOf } from './field-context.js';
import { FieldList } from './field-list.js';
import { ItemActions } from './item-actions.js';
import { NodeView } from './node-view.js';
import { patchViewsIn } from './patch-views.js';
import type { ListItems, ViewHost } from './view.js';

/** Items with a frame each: for many or long questions. */
export class CardItems implements ListItems {
  readonly element = make('div', { class: 'items' });
  views: readonly CardView[] = [];

  constructor(private readonly host: ViewHost) {}

  patch(list: FormNode): void {
    this.views = patchViewsIn(this.element, this.views, list.children, this.host, (item, index) => new CardView(item, index, this.host)) as readonly CardView[];
    for (const card of this.views) card.patchHead(list);
  }
}

/** Whether the card is the frame around the questions of an item; an item that is a single answer, or may be several kinds of answer, is a question in it. */
const isFramed = (node: FormNode): boolean => node.widget === 'group' && node.choosers === undefined;

class CardView extends NodeView {
  readonly element: HTMLElement;
  private readonly list: FieldList;
  private readonly head: HTMLElement;
  private readonly actions: ItemActions;
  private readonly name = document.createTextNode('');
  private drawnHead = '';

  constructor(node: FormNode, private readonly index: number, private readonly host: ViewHost) {
    super(node);
    const title = `${idOf(node.pointer)}-title`;
    this.list = new FieldList(host);
    this.actions = new ItemActions(index, true);
    const name = make('p', { class: 'item-title', id: title }, make('span', { class: 'visually-hidden' }), this.name);
    this.head = make('div', { class: 'item-head' }, name);
    this.element = make('div', { class: 'item panel', role: 'group', 'data-pointer': node.pointer, 'aria-labelledby': title }, this.head, this.list.element);
    this.write();
    // An item that is a single answer is a field by itself, which has the pointer.
    if (isFramed(node)) host.register(this);
  }

  protected takes(node: FormNode): boolean {
    return isFramed(node) === isFramed(this.node);
  }

  /** Title and buttons, which depend on the list. */
  patchHead(list: FormNode): void {
    const { words } = this.host.context;
    const { itemTitle = '' } = this.node;
    const says = [list.label, list.children.length, list.minItems, list.readonly, itemTitle].join('\n');
    if (says === this.drawnHead) return;
    this.drawnHead = says;
    setText(this.head.querySelector('.visually-hidden') as Element, `${list.label} `);
    this.name.data = `${words.item({ position: this.index + 1 })}${itemTitle === '' ? '' : words.inBrackets({ text: itemTitle })}`;
    this.actions.patch(list, this.host.context);
    if (list.readonly) this.actions.element.remove();
    else if (this.actions.element.parentNode === null) this.head.append(this.actions.element);
  }

  protected write(): void {
    this.children = this.list.patch(isFramed(this.node) ? this.node.children : [this.node]);
  }
}
