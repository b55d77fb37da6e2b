import type { FormNode } from '@cobuild/core';
import { ContainerFrame } from './container-frame.js';
import { iconNode, make, setText } from './dom.js';
import { markOf } from './field-label.js';
import { NodeView } from './node-view.js';
import type { ViewHost } from './view.js';

/** A group that is there once the person adds it. */
export class AbsentView extends NodeView {
  readonly element: HTMLElement;
  private readonly frame: ContainerFrame;
  private readonly add: HTMLElement;

  constructor(node: FormNode, private readonly host: ViewHost) {
    super(node);
    this.frame = new ContainerFrame(node, 'repeated', markOf(node, host.context.words), host.context);
    this.element = this.frame.element;
    this.add = make('div', { class: 'add-item', 'data-action': 'add' }, make('button', { type: 'button', class: 'button secondary' }, iconNode('plus'), make('span')));
    this.write(undefined);
  }

  handle(event: Event): void {
    if (event.type === 'click' && (event.target as Element).closest('button')) this.host.context.addGroup(this.node);
  }

  protected takes(node: FormNode): boolean {
    return node.widget === 'absent' && this.frame.fits(node);
  }

  protected write(before: FormNode | undefined): void {
    const { node, element, add, host: { context: { words } } } = this;
    if (node.readonly) add.remove();
    else if (add.parentNode !== element) element.append(add);
    setText(add.querySelector('span') as Element, words.addItem({ label: node.label }));
    this.frame.patch(node, before, markOf(node, words), node.readonly ? null : add);
  }
}
