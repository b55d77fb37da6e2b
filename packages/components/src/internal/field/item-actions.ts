import type { FormNode } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { icons } from '../icons.js';
import { button } from '../pieces.js';
import type { FieldContext, FieldIds } from './field-context.js';
import { help, idsOf, labelText, leaveField, problemLines, provenance } from './field-frame.js';

/** What can be done with an item, in one order everywhere: up, down, remove. A fixed list has no buttons. */
export function itemActions(node: FormNode, index: number, context: FieldContext): TemplateResult | typeof nothing {
  if (node.readonly) return nothing;
  const { words } = context;
  const label = node.label;
  const position = index + 1;
  const last = node.children.length - 1;
  const compact = (action: string, icon: 'up' | 'down' | 'trash', name: string, disabled: boolean, onClick: () => void, kind = ''): TemplateResult =>
    html`<button type="button" class="button quiet icon-only ${kind}" data-action="${action}-${index}" aria-label=${name} title=${name} ?disabled=${disabled} @click=${onClick}>${icons[icon]}</button>`;
  const few = node.minItems !== undefined && node.children.length <= node.minItems;
  return html`<div class="item-actions">
    ${last === 0
      ? nothing
      : html`${compact('up', 'up', words.moveUp({ label, position }), index === 0, () => context.moveItem(node, index, index - 1))}${compact(
          'down',
          'down',
          words.moveDown({ label, position }),
          index === last,
          () => context.moveItem(node, index, index + 1),
        )}`}
    ${compact('remove', 'trash', words.removeItem({ label, position }), few, () => context.removeItem(node, index), 'danger')}
  </div>`;
}

/** The frame of a repeated group: title, help, the items as `body` draws them, problems, and the button that adds one. */
export function repeatedGroup(node: FormNode, context: FieldContext, body: (ids: FieldIds) => TemplateResult): TemplateResult {
  const ids = idsOf(node, context);
  return html`<fieldset
    class="field repeated"
    data-pointer=${node.pointer}
    aria-describedby=${ifDefined(ids.describedBy)}
    @focusout=${(event: FocusEvent) => leaveField(event, node.pointer, context)}
  >
    <legend class="label-line"><span class="label group-label">${labelText(node, context)}</span>${provenance(node, context, ids)}</legend>
    ${help(node, ids)} ${node.children.length === 0 ? html`<p class="table-empty">${context.words.noItems}</p>` : body(ids)}
    ${problemLines(node, context, ids)}${addButton(node, context)}
  </fieldset>`;
}

/** The button below the items; gone where no more are allowed. */
function addButton(node: FormNode, context: FieldContext): TemplateResult | typeof nothing {
  if (node.readonly || (node.maxItems !== undefined && node.children.length >= node.maxItems)) return nothing;
  return html`<div class="add-item" data-action="add">
    ${button({ label: context.words.addItem({ label: node.label }), icon: 'plus', onClick: () => context.addItem(node) })}
  </div>`;
}
