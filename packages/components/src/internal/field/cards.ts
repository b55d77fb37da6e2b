import type { FormNode } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { FieldContext } from './field-context.js';
import { idOf } from './field-context.js';
import { itemActions, repeatedGroup } from './item-actions.js';

/** A repeated group with a frame per item: for items with many or long questions. */
export function cards(node: FormNode, context: FieldContext, body: (item: FormNode, context: FieldContext) => TemplateResult): TemplateResult {
  const items = repeat(
    node.children,
    (item) => item.pointer,
    (item, index) => card(node, item, index, context, body(item, context)),
  );
  return repeatedGroup(node, context, () => html`<div class="items">${items}</div>`);
}

function card(node: FormNode, item: FormNode, index: number, context: FieldContext, body: TemplateResult): TemplateResult {
  const title = `${idOf(item.pointer)}-title`;
  return html`<div class="item panel" role="group" data-pointer=${item.pointer} aria-labelledby=${title}>
    <div class="item-head">
      <p class="item-title" id=${title}><span class="visually-hidden">${node.label} </span>${context.words.item({ position: index + 1 })}</p>
      ${itemActions(node, index, context)}
    </div>
    ${body}
  </div>`;
}
