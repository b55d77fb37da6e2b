import type { FormNode } from '@cobuild/core';
import { pointerTokens } from '@cobuild/core';
import { iconNode, make, setAttribute } from './dom.js';
import { idOf } from './field-context.js';
import { FieldList } from './field-list.js';
import { patchRefusal } from './name-refusal.js';
import { NodeView } from './node-view.js';
import type { ViewHost } from './view.js';

/** An answer that the person added, with what it is called and the button that takes it away. */
export class AddedCard extends NodeView {
  readonly element: HTMLElement;
  private readonly list: FieldList;
  private readonly head: HTMLElement;
  private readonly remove: HTMLButtonElement;
  private readonly box: HTMLInputElement | undefined;

  constructor(node: FormNode, private readonly host: ViewHost) {
    super(node);
    const { words } = host.context;
    this.list = new FieldList(host);
    const id = `${idOf(node.pointer)}-name`;
    this.remove = make('button', { type: 'button', class: 'button quiet icon-only danger', 'data-action': 'remove' }, iconNode('trash'));
    const actions = make('div', { class: 'item-actions' }, this.remove);
    if (node.added === 'entry') {
      this.box = make('input', { class: 'input', type: 'text', id, autocomplete: 'off', 'data-name': 'known' });
      this.box.value = this.name;
      this.head = make('div', { class: 'item-head' }, make('div', { class: 'field entry-name' }, make('label', { class: 'label', for: id }, words.entryName), this.box), actions);
    } else this.head = make('div', { class: 'item-head' }, make('p', { class: 'item-title' }, node.label), actions);
    this.element = make('div', { class: 'item panel', role: 'group', 'aria-label': node.label }, this.head, this.list.element);
    this.write();
  }

  /** The name of the answer, or its number in the list. */
  get name(): string {
    const tokens = pointerTokens(this.pointer);
    return tokens[tokens.length - 1] ?? '';
  }

  patchHead(around: FormNode): void {
    const { words } = this.host.context;
    const text = words.removeNamed({ label: this.node.label });
    setAttribute(this.remove, 'aria-label', text);
    setAttribute(this.remove, 'title', text);
    this.remove.hidden = around.readonly;
    if (this.box) this.box.readOnly = around.readonly;
  }

  /** Gives the answer the name that was typed; one that it cannot have stays in the box and is told. */
  rename(around: FormNode): void {
    const { box } = this;
    if (box) patchRefusal(this.head, box, this.host.context.renameEntry(around, this.name, box.value));
  }

  protected takes(node: FormNode): boolean {
    return node.added === this.node.added;
  }

  protected write(): void {
    setAttribute(this.element, 'aria-label', this.node.label);
    if (this.box && this.box.value !== this.name && !this.box.matches('[aria-invalid]')) this.box.value = this.name;
    this.children = this.list.patch([this.node]);
  }
}
