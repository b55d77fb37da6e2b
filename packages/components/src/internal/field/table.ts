import type { FormNode } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { columnsOf } from './answers.js';
import type { FieldContext, LeafWidget } from './field-context.js';
import { isContainer } from './field-context.js';
import { idsOf, labelText, leaveField, problemLines } from './field-frame.js';
import { itemActions, repeatedGroup } from './item-actions.js';
import { select } from './choice-widgets.js';
import { leafOf } from './leaf-widgets.js';
import { unitOf } from './number-widgets.js';

/** Several choices or questions within a cell would make the table unreadable; such items are drawn as cards. */
export function fitsTable(node: FormNode): boolean {
  return node.children.every((item) => item.widget === 'group' && item.children.every((child) => !isContainer(child) && child.widget !== 'checkboxes' && child.widget !== 'confirmation'));
}

/** Up to so many columns leave the first one what the others do not need; beside more it is kept from vanishing. */
const FEW_COLUMNS = 3;

/** One of several in a cell is a list to open, whatever it would be on its own. */
const cellWidget = (node: FormNode): LeafWidget => {
  const widget = leafOf(node);
  return widget.labelled === 'group' ? select : widget;
};

const isNumber = (node: FormNode): boolean => node.widget === 'money' || node.widget === 'number';

/** Budget lines: a table on a desk, a card per row on a phone. */
export function itemTable(node: FormNode, context: FieldContext): TemplateResult {
  const { words } = context;
  const columns = columnsOf(node);
  return repeatedGroup(
    node,
    context,
    (ids) => html`<table class="table cards input-table ${columns.length <= FEW_COLUMNS ? 'few' : ''}" aria-labelledby=${ids.label}>
        <caption class="visually-hidden" id=${ids.label}>
          ${node.label}
        </caption>
        <thead>
          <tr>
            <th scope="col" class="position">${words.rowHead}</th>
            ${columns.map((column) => html`<th scope="col" class="${isNumber(column) ? 'amount ' : ''}${column.width === 'short' ? 'short ' : ''}${column.widget}">${head(column, context)}${headHelp(column)}</th>`)}
            ${node.readonly ? nothing : html`<th scope="col" class="actions-head"><span class="visually-hidden">${words.actions}</span></th>`}
          </tr>
        </thead>
        <tbody>
          ${repeat(
            node.children,
            (item) => item.pointer,
            (item, index) => row(node, item, index, columns, context),
          )}
        </tbody>
      </table>`,
  );
}

/** A table says the unit once, in the head. */
const head = (node: FormNode, context: FieldContext): TemplateResult => {
  const unit = isNumber(node) ? unitOf(node, context) : '';
  return html`${labelText(node, context)}${unit === '' ? nothing : html`<span class="unit">${context.words.inBrackets({ text: unit })}</span>`}`;
};

const headHelp = (column: FormNode): TemplateResult | typeof nothing => (column.help === '' ? nothing : html`<br /><span class="unit">${column.help}</span>`);

function row(node: FormNode, item: FormNode, index: number, columns: readonly FormNode[], context: FieldContext): TemplateResult {
  return html`<tr data-pointer=${item.pointer}>
    <th scope="row" class="position"><span class="phone-only">${context.words.row({ position: index + 1 })}</span><span class="desk-only">${index + 1}</span></th>
    ${columns.map((column) => {
      const child = item.children.find((candidate) => candidate.template === column.template && candidate.visible);
      return html`<td>${child ? cell(child, index, context) : nothing}</td>`;
    })}
    ${node.readonly ? nothing : html`<td class="actions-cell">${itemActions(node, index, context)}</td>`}
  </tr>`;
}

function cell(node: FormNode, index: number, context: FieldContext): TemplateResult {
  const ids = idsOf(node, context);
  return html`<div class="cell ${isNumber(node) ? 'amount' : ''}" data-pointer=${node.pointer} @focusout=${(event: FocusEvent) => leaveField(event, node.pointer, context)}>
    <label class="cell-label label" id=${ids.label} for=${ids.control}>${head(node, context)}<span class="visually-hidden"> ${context.words.row({ position: index + 1 })}</span></label>
    ${node.help === '' ? nothing : html`<span class="visually-hidden" id=${ids.help}>${node.help}</span>`}
    ${cellWidget(node).draw(node, context, ids)}${problemLines(node, context, ids)}
  </div>`;
}
