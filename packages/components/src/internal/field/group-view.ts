import type { FormNode } from '@cobuild/core';
import { ContainerFrame } from './container-frame.js';
import { FieldList } from './field-list.js';
import { NodeView } from './node-view.js';
import type { ViewHost } from './view.js';

/** Questions that belong together, under a legend. */
export class GroupView extends NodeView {
  readonly element: HTMLElement;
  private readonly frame: ContainerFrame;
  private readonly list: FieldList;

  constructor(node: FormNode, host: ViewHost) {
    super(node);
    this.list = new FieldList(host);
    this.frame = new ContainerFrame(node, 'group', '', host.context);
    this.element = this.frame.element;
    this.element.append(this.list.element);
    this.write(undefined);
  }

  protected takes(node: FormNode): boolean {
    return node.widget === 'group' && this.frame.fits(node);
  }

  protected write(before: FormNode | undefined): void {
    this.frame.patch(this.node, before, '', this.list.element);
    this.children = this.list.patch(this.node.children);
  }
}
