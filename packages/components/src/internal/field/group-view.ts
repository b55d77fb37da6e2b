import type { FormNode } from '@cobuild/core';
import { ContainerFrame } from './container-frame.js';
import { iconNode, make, setText } from './dom.js';
import { FieldList } from './field-list.js';
import { NodeView } from './node-view.js';
import type { ViewHost } from './view.js';

/** Questions that belong together, under a legend. */
export class GroupView extends NodeView {
  readonly element: HTMLElement;
  private readonly frame: ContainerFrame;
  private readonly list: FieldList;

  /** Few groups can be taken away, so the button is made for the first time that one can. */
  private remove: HTMLElement | undefined;

  constructor(node: FormNode, private readonly host: ViewHost) {
    super(node);
    this.list = new FieldList(host);
    this.frame = new ContainerFrame(node, 'group', '', host.context);
    this.element = this.frame.element;
    this.element.append(this.list.element);
    this.write(undefined);
  }

  handle(event: Event): void {
    const button = event.type === 'click' ? (event.target as Element).closest('button') : null;
    if (button && this.remove?.contains(button) === true) this.host.context.removeGroup(this.node);
  }

  protected takes(node: FormNode): boolean {
    return node.widget === 'group' && this.frame.fits(node);
  }

  protected write(before: FormNode | undefined): void {
    this.frame.patch(this.node, before, '', this.list.element);
    this.children = this.list.patch(this.node.children);
    const { node, element } = this;
    // What the person added the person may take away.
    if (node.removable !== true || node.readonly) {
      this.remove?.remove();
      return;
    }
    const remove = (this.remove ??= make('div', { class: 'add-item' }, make('button', { type: 'button', class: 'button secondary' }, iconNode('trash'), make('span'))));
    if (remove.parentNode !== element) element.append(remove);
    setText(remove.querySelector('span') as Element, this.host.context.words.removeNamed({ label: node.label }));
  }
}
