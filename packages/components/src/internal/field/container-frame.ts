import type { FormNode } from '@cobuild/core';
import { make, setAttribute, setText } from './dom.js';
import type { FieldContext } from './field-context.js';
import { idOf } from './field-context.js';
import { drawLegend, patchMark, writeTitle } from './field-label.js';
import { describedBy, nameParts, patchProblems } from './field-parts.js';

/** What is drawn otherwise where it differs: help and a tag are there or not. */
const shapeOf = ({ help, computed, provenance, labelHidden }: FormNode): string => `${help === ''} ${computed} ${provenance} ${labelHidden}`;

/** The fieldset around a group or a list: legend, help, problems. */
export class ContainerFrame {
  readonly element: HTMLElement;
  readonly id: string;
  private readonly shape: string;

  constructor(node: FormNode, kind: 'group' | 'repeated', private mark: string, private readonly context: FieldContext) {
    this.shape = shapeOf(node);
    this.id = idOf(node.pointer);
    const help = node.help === '' ? [] : [make('p', { class: 'help' }, '')];
    this.element = make('fieldset', { class: `field ${kind}`, 'data-pointer': node.pointer }, drawLegend(node, mark, context.words, ' group-label'), ...help);
    nameParts(this.element, this.id, node);
  }

  fits(node: FormNode): boolean {
    return shapeOf(node) === this.shape;
  }

  /** @param end - What stands behind the problems. */
  patch(node: FormNode, before: FormNode | undefined, mark: string, end: Node | null): void {
    const { element, context } = this;
    const label = element.querySelector('.label') as Element;
    writeTitle(label, node.label);
    if (mark !== this.mark) patchMark(label, mark);
    this.mark = mark;
    if (node.help !== '' && node.help !== before?.help) setText(element.querySelector('.help') as Element, node.help);
    setAttribute(element, 'aria-describedby', describedBy(this.id, node));
    patchProblems(element, this.id, node, before, context.words, end);
  }
}
