import type { FormNode } from '@cobuild/core';
import { make } from './dom.js';
import { NodeView } from './node-view.js';
import { patchViewsIn } from './patch-views.js';
import type { ViewHost } from './view.js';

const plain = new WeakMap<FormNode, FormNode>();

/** The question itself, without the choice before it; one object for each node, so that the same node costs nothing. */
function withoutChoosers(node: FormNode): FormNode {
  let known = plain.get(node);
  if (known === undefined) {
    const { choosers: _choosers, ...rest } = node;
    plain.set(node, (known = rest));
  }
  return known;
}

/** A question that can be answered in several ways: first which one, then what that one asks for, last whether there is nothing to say. The choice stays where it is, and keeps the focus, whatever comes below it. */
export class ChoiceView extends NodeView {
  readonly element = make('div', { class: 'ways fields' });

  constructor(node: FormNode, private readonly host: ViewHost) {
    super(node);
    this.write();
  }

  protected takes(): boolean {
    return true;
  }

  protected write(): void {
    const { node, host } = this;
    const shown = (node.choosers ?? []).filter(({ visible }) => visible);
    const behind = shown.filter(({ widget }) => widget === 'nothingToSay');
    const choosers = behind.length === 0 ? shown : shown.filter((each) => !behind.includes(each));
    // Nothing is left to fill in where the choice says it all.
    const isAsked = node.visible && node.widget !== 'nothing';
    this.children = patchViewsIn(this.element, this.children, isAsked ? [...choosers, withoutChoosers(node), ...behind] : choosers, host, (each) => host.draw(each));
  }
}
