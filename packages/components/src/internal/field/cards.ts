import type { FormNode } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import type { FieldContext } from './field-context.js';
import { idOf } from './field-context.js';
import { help, idsOf, labelText, leaveField, problemLines, provenance } from './field-frame.js';
import { addButton, itemActions } from './item-actions.js';

/** A repeated group with a frame per item: for items with many or long questions. */
export function cards(node: FormNode, context: FieldContext, body: (item: FormNode, context: FieldContext) => TemplateResult): TemplateResult {
  const ids = idsOf(node, context);
  const { words } = context;
  return html`<fieldset
    class="field repeated"
    data-pointer=${node.pointer}
    aria-describedby=${ifDefined(ids.describedBy)}
    @focusout=${(event: FocusEvent) => leaveField(event, node.pointer, context)}
  >
    <legend class="label-line"><span class="label group-label">${labelText(node, context)}</span>${provenance(node, context, ids)}</legend>
    ${help(node, ids)}
    <div class="items">
      ${node.children.length === 0 ? html`<p class="table-empty">${words.noItems}</p>` : nothing}
      ${repeat(
        node.children,
        (item) => item.pointer,
        (item, index) => card(node, item, index, context, body(item, context)),
      )}
    </div>
    ${problemLines(node, context, ids)}${addButton(node, context)}
  </fieldset>`;
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
