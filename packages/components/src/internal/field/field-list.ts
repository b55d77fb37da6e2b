import type { FormNode } from '@cobuild/core';
import { make } from './dom.js';
import { patchViewsIn } from './patch-views.js';
import type { View, ViewHost } from './view.js';

/** The questions of a section, a group or an item, one below the other. */
export class FieldList {
  readonly element = make('div', { class: 'fields single' });
  views: readonly View[] = [];
  private nodes: readonly FormNode[] | undefined;

  constructor(private readonly host: ViewHost) {}

  /** @returns what is drawn now, in order. */
  patch(nodes: readonly FormNode[]): readonly View[] {
    if (nodes === this.nodes) return this.views;
    this.nodes = nodes;
    const visible = nodes.filter((node) => node.visible || node.choosers?.some((chooser) => chooser.visible) === true);
    this.element.classList.toggle('single', visible.every(({ width }) => width !== 'half'));
    this.views = patchViewsIn(this.element, this.views, visible, this.host, (node) => this.host.draw(node));
    return this.views;
  }
}
