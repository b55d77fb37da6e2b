import type { FormNode } from '@cobuild/core';
import type { View } from './view.js';

const NONE: readonly View[] = [];

/** What views have in common: the node that they show, and that the same node costs nothing. */
export abstract class NodeView implements View {
  abstract readonly element: HTMLElement;
  children: readonly View[] = NONE;

  constructor(protected node: FormNode) {}

  get pointer(): string {
    return this.node.pointer;
  }

  get canBeLeft(): boolean {
    return false;
  }

  fits(node: FormNode): boolean {
    return node === this.node || ((node.choosers === undefined) === (this.node.choosers === undefined) && this.takes(node));
  }

  patch(node: FormNode): void {
    if (node === this.node) return;
    const before = this.node;
    this.node = node;
    this.write(before);
  }

  /** The first of its questions, else the first button. */
  control(): HTMLElement | undefined {
    for (const view of this.children) {
      const control = view.control();
      if (control) return control;
    }
    return this.element.querySelector<HTMLElement>('button:not([disabled])') ?? undefined;
  }

  /** Whether another node can be shown by changing what is drawn. */
  protected abstract takes(node: FormNode): boolean;

  /** Writes what is not the same as in the node before; everything, where there was none. */
  protected abstract write(before: FormNode | undefined): void;
}
