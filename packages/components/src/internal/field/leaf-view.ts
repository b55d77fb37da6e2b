import type { FormNode } from '@cobuild/core';
import { make, setAttribute, setText } from './dom.js';
import { ariaInvalid, idOf } from './field-context.js';
import { markOf, patchMark, writeTitle } from './field-label.js';
import { describedBy, nameParts, patchProblems } from './field-parts.js';
import type { LeafDrawing, LeafDrawings } from './leaf-drawing.js';
import { NodeView } from './node-view.js';
import { capitalsPart } from './parts/view-parts.js';
import type { ViewHost } from './view.js';

const NONE: readonly string[] = [];

/** A question: a copy of the drawing of its shape. What it shows is written by `patch`, what people do comes by {@link FieldViews}' listeners. */
export class LeafView extends NodeView {
  element: HTMLElement;
  private readonly id: string;

  /** @param position - Of the row, for a question in a table. */
  constructor(node: FormNode, private readonly host: ViewHost, private readonly drawings: LeafDrawings, private drawing: LeafDrawing, private readonly position?: number) {
    super(node);
    this.id = idOf(node.pointer);
    this.element = this.drawBox();
    this.write(undefined);
  }

  override get canBeLeft(): boolean {
    return true;
  }

  get followsAnswers(): boolean {
    return this.drawing.widget.followsAnswers === true;
  }

  private source: HTMLElement | undefined;

  protected takes(node: FormNode): boolean {
    return this.drawings.of(node, this.drawing.frame) === this.drawing;
  }

  refresh(): void {
    this.write(this.node);
  }

  /** Another widget has the name now: the question is drawn anew where it stands, and somebody who was in it still is. */
  renew(name: string | undefined): void {
    if ((name !== undefined && this.node.widget !== name) || this.takes(this.node)) return;
    const before = this.element;
    const hadFocus = before.matches(':focus-within');
    this.drawing = this.drawings.of(this.node, this.drawing.frame);
    this.element = this.drawBox();
    this.write(undefined);
    before.after(this.element);
    if (hadFocus) this.control()?.focus({ preventScroll: true });
    before.remove();
  }

  handle(event: Event): void {
    this.drawing.widget.handle?.(event, this.node, this.host.context);
  }

  override control(pointer?: string): HTMLElement | undefined {
    return this.drawing.widget.control(this.element, pointer);
  }

  private drawBox(): HTMLElement {
    const { node, drawing, host, id, position } = this;
    host.wear(drawing.widget.styles);
    const element = drawing.copy(node);
    element.setAttribute('data-pointer', node.pointer);
    nameParts(element, id, node);
    const label = drawing.widget.labelled === 'control' ? element.querySelector<HTMLLabelElement>('.label') : null;
    if (label) {
      label.id = `${id}-label`;
      label.htmlFor = id;
    }
    if (position !== undefined && label?.lastElementChild) label.lastElementChild.textContent = ` ${host.context.words.row({ position })}`;
    return element;
  }

  protected write(before: FormNode | undefined): void {
    const { node, id, element: box, drawing: { frame, widget } } = this;
    const { context } = this.host;
    const source = context.sourceOf(node.pointer);
    const own = widget.descriptions?.(node, context) ?? NONE;
    const described = describedBy(id, node, source === undefined ? own : [...own, '-source']);
    if (widget.labelled !== 'bare') this.writeLabel(before);
    if (node.help !== '' && node.help !== before?.help) setText(box.querySelector(frame === 'cell' ? '.help-text' : '.help') as Element, node.help);
    if (widget.labelled === 'group') {
      setAttribute(box, 'aria-describedby', described);
      setAttribute(box, 'aria-invalid', widget.role === 'radiogroup' ? ariaInvalid(node) : undefined);
      setAttribute(box, 'aria-required', widget.role === 'radiogroup' && node.required ? 'true' : undefined);
    }
    widget.patch({ box, id, describedBy: described }, node, before, context);
    if (frame === 'field' && node.widget === 'money') this.writeCapitals(before, id);
    this.writeSource(before, id, source);
    if (widget.ownProblems !== true) patchProblems(box, id, node, before, context.words);
  }

  /** The drawing has the mark of the first node. */
  private writeLabel(before: FormNode | undefined): void {
    const { node, element, host: { context: { words } } } = this;
    const mark = markOf(node, words);
    const isOtherMark = before !== undefined && mark !== markOf(before, words);
    if (node.label === before?.label && !isOtherMark) return;
    const label = element.querySelector('.label') as Element;
    writeTitle(label, node.label);
    if (isOtherMark) patchMark(label, mark);
  }

  /** Where a prefilled answer came from: between the control and the problems, and part of what describes the control. */
  private writeSource(before: FormNode | undefined, id: string, text: string | undefined): void {
    const { element: box } = this;
    const known = this.source;
    if (text === undefined) {
      known?.remove();
      this.source = undefined;
    } else if (known !== undefined && box.contains(known)) setText(known, text);
    else {
      this.source = make('p', { class: 'note source', id: `${id}-source` }, text);
      box.insertBefore(this.source, before && before.problems.length > 0 ? box.querySelector(`[id="${id}-problems"]`) : null);
    }
  }

  /** Between the control and the problems. */
  private writeCapitals(before: FormNode | undefined, id: string): void {
    const { node, element: box } = this;
    const text = capitalsPart.known?.capitalNumerals(node, this.host.context) ?? '';
    const known = box.querySelector('.capitals');
    if (text === '') known?.remove();
    else if (known) setText(known, text);
    else box.insertBefore(make('p', { class: 'note capitals' }, text), before && before.problems.length > 0 ? box.querySelector(`[id="${id}-problems"]`) : null);
  }
}
