import type { FormNode } from '@cobuild/core';
import { AddedCard } from './added-card.js';
import { ContainerFrame } from './container-frame.js';
import { iconNode, make, setText } from './dom.js';
import { idOf } from './field-context.js';
import { markOf } from './field-label.js';
import { FieldList } from './field-list.js';
import { patchRefusal } from './name-refusal.js';
import { NodeView } from './node-view.js';
import { patchViewsIn } from './patch-views.js';
import type { ViewHost } from './view.js';

/**
 * What has fixed questions and others that the person adds: answers under names (`map`), or items behind the places of a tuple. A name is asked for
 * before the answer is there, so no answer is ever without one.
 */
export class AddedView extends NodeView {
  readonly element: HTMLElement;
  private readonly frame: ContainerFrame;
  private readonly list: FieldList;
  private readonly items = make('div', { class: 'items' });
  private readonly end: HTMLElement;
  private readonly name: HTMLInputElement | undefined;
  private cards: readonly AddedCard[] = [];

  constructor(node: FormNode, private readonly host: ViewHost) {
    super(node);
    const { words } = host.context;
    this.frame = new ContainerFrame(node, 'repeated', markOf(node, words), host.context);
    this.element = this.frame.element;
    this.list = new FieldList(host);
    const button = make('button', { type: 'button', class: 'button secondary' }, iconNode('plus'), make('span'));
    const add = make('div', { class: 'add-item', 'data-action': 'add' }, button);
    const nameId = `${idOf(node.pointer)}-new`;
    this.name = node.widget === 'map' ? make('input', { class: 'input', type: 'text', id: nameId, autocomplete: 'off', 'data-name': 'new' }) : undefined;
    this.end = this.name ? make('div', { class: 'add-name field' }, make('label', { class: 'label', for: nameId }, words.entryName), this.name, add) : add;
    this.element.append(this.list.element, this.items);
    this.write(undefined);
  }

  override get canBeLeft(): boolean {
    return true;
  }

  handle(event: Event): void {
    const target = event.target as HTMLElement;
    const { context } = this.host;
    const action = event.type === 'click' ? target.closest('button')?.closest('[data-action]')?.getAttribute('data-action') : null;
    if (action === 'add') this.addOne();
    const card = this.cards.find(({ element }) => element.contains(target));
    if (card === undefined) return;
    if (action === 'remove' && this.node.widget === 'map') context.removeEntry(this.node, card.name);
    else if (action === 'remove') context.removeItem(this.node, Number(card.name));
    if (event.type === 'change' && target.matches('[data-name]')) card.rename(this.node);
  }

  protected takes(node: FormNode): boolean {
    return node.widget === this.node.widget && this.frame.fits(node);
  }

  protected write(before: FormNode | undefined): void {
    const { node, element, host, items, list, end } = this;
    const { words } = host.context;
    const views = list.patch(node.children.filter(({ added }) => added === undefined));
    const others = node.children.filter(({ added, visible }) => added !== undefined && visible);
    this.takeNames(others);
    this.cards = patchViewsIn(items, this.cards, others, host, (child) => new AddedCard(child, host)) as readonly AddedCard[];
    for (const card of this.cards) card.patchHead(node);
    this.children = [...views, ...this.cards];
    const mayAdd = !node.readonly && (node.widget === 'map' || node.addable === true);
    if (!mayAdd) end.remove();
    else if (end.parentNode !== element) element.append(end);
    setText(end.querySelector('button span') as Element, this.name ? words.addEntry : node.addLabel === undefined ? words.addItem({ label: node.label }) : words.addNamed({ label: node.addLabel }));
    this.frame.patch(node, before, markOf(node, words), mayAdd ? end : null);
  }

  /** An answer that got another name stays where it is: the person may be on the way from its name to its value. */
  private takeNames(nodes: readonly FormNode[]): void {
    if (nodes.length !== this.cards.length) return;
    const known = new Set(this.cards.map(({ pointer }) => pointer));
    nodes.forEach((node, index) => {
      const card = this.cards[index];
      if (card && !known.has(node.pointer) && !nodes.some(({ pointer }) => pointer === card.pointer) && card.fits(node)) card.patch(node);
    });
  }

  private addOne(): void {
    const { context } = this.host;
    if (this.name === undefined) {
      context.addItem(this.node);
      return;
    }
    const refused = context.addEntry(this.node, this.name.value);
    patchRefusal(this.end, this.name, refused);
    if (refused === undefined) this.name.value = '';
    else this.name.focus();
  }
}
