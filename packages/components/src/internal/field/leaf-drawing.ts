import type { FormNode } from '@cobuild/core';
import { make } from './dom.js';
import type { FieldContext } from './field-context.js';
import { drawCellLabel, drawControlLabel, drawLegend, drawTags, markOf } from './field-label.js';
import type { Widget } from './widget.js';
import { select } from './widgets/select/select.js';
import { unitOf } from './widgets/number/unit.js';

/** A question stands by itself, or in a cell of a table. */
export type Frame = 'field' | 'cell';

/** A document that nobody sees: after a click a browser takes a list that is copied in the page itself for one that somebody chose in, and looks through the whole form. */
let unseen: Document | undefined;

/** What fields of one shape are copied from. */
export class LeafDrawing {
  /** By the mark of the label, which alone may come and go. */
  private readonly boxes = new Map<string, HTMLElement>();

  constructor(readonly frame: Frame, readonly widget: Widget, private readonly context: FieldContext) {}

  copy(node: FormNode): HTMLElement {
    const mark = markOf(node, this.context.words);
    let box = this.boxes.get(mark);
    if (box === undefined) {
      box = this.frame === 'cell' ? drawCell(node, mark, this.widget, this.context) : drawField(node, mark, this.widget, this.context);
      if (box.querySelector('select')) (unseen ??= document.implementation.createHTMLDocument()).adoptNode(box);
      this.boxes.set(mark, box);
    }
    return box.cloneNode(true) as HTMLElement;
  }
}

export const isNumber = (node: FormNode): boolean => node.widget === 'money' || node.widget === 'number' || node.widget === 'percent';

/** Drawings by what shapes them: a field is a copy of one, with its own words. */
export class LeafDrawings {
  private readonly known = new Map<string, LeafDrawing>();

  constructor(private readonly context: FieldContext) {}

  of(node: FormNode, frame: Frame): LeafDrawing {
    const { context } = this;
    const own = context.widgets.widgetOf(node);
    // One of several in a cell is a list to open, whatever it would be on its own.
    const widget = frame === 'cell' && own.role === 'radiogroup' ? select : own;
    const tag = node.computed ? 'computed' : (node.provenance ?? '');
    const unit = frame === 'cell' && isNumber(node) ? unitOf(node, context) : '';
    const fixed = node.computed || node.readonly ? 'fixed' : '';
    const key = [frame, node.widget, fixed, node.width, tag, node.help === '' ? '' : 'help', node.labelHidden === true ? 'hidden' : '', unit, widget.shape?.(node, context) ?? ''].join('\t');
    const known = this.known.get(key);
    const drawing = known?.widget === widget ? known : new LeafDrawing(frame, widget, context);
    this.known.set(key, drawing);
    return drawing;
  }
}

const drawHelp = (node: FormNode): HTMLElement[] => (node.help === '' ? [] : [make('p', { class: 'help' }, '')]);

function drawField(node: FormNode, mark: string, widget: Widget, context: FieldContext): HTMLElement {
  const body = [...drawHelp(node), ...widget.draw(node, context)];
  const className = `field ${node.width}`;
  if (widget.labelled === 'group') {
    return make('fieldset', { class: className, ...(widget.role === undefined ? {} : { role: widget.role }) }, drawLegend(node, mark, context.words), ...body);
  }
  if (widget.labelled === 'bare') return make('div', { class: className }, ...drawTags(node, context.words, true), ...body);
  return make('div', { class: className }, drawControlLabel(node, mark, context.words), ...body);
}

/** In a cell the label is for readers and for phones; the head of the table says it to everybody else. */
function drawCell(node: FormNode, mark: string, widget: Widget, context: FieldContext): HTMLElement {
  const unit = isNumber(node) ? unitOf(node, context) : '';
  const units = unit === '' ? [] : [make('span', { class: 'unit' }, context.words.inBrackets({ text: unit }))];
  const label = drawCellLabel(mark, ...units, make('span', { class: 'visually-hidden' }, ''));
  const help = node.help === '' ? [] : [make('span', { class: 'visually-hidden help-text' }, '')];
  return make('td', isNumber(node) ? { class: 'amount' } : {}, label, ...help, ...widget.draw(node, context));
}
