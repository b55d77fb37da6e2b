import type { FormNode } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import { cards } from './cards.js';
import type { FieldContext } from './field-context.js';
import { ariaInvalid, isRepeated } from './field-context.js';
import { help, idsOf, labelText, leaveField, problemLines, provenance } from './field-frame.js';
import { leafOf } from './leaf-widgets.js';
import { capitalNumerals } from './number-widgets.js';
import { fitsTable, itemTable } from './table.js';

/** The questions of a section or group, one below the other. */
export function fields(nodes: readonly FormNode[], context: FieldContext): TemplateResult {
  return html`<div class="fields">
    ${repeat(
      nodes.filter((node) => node.visible),
      (node) => node.pointer,
      (node) => field(node, context),
    )}
  </div>`;
}

/** Draws a node again only when it is another object, the language changed, or its text is being typed. */
export function field(node: FormNode, context: FieldContext): unknown {
  const { editing } = context;
  const typed = editing && (editing.pointer === node.pointer || editing.pointer.startsWith(`${node.pointer}/`)) ? editing.text : undefined;
  return guard([node, context.locale, typed], () => draw(node, context));
}

function draw(node: FormNode, context: FieldContext): TemplateResult {
  if (node.widget === 'group') return group(node, context);
  if (!isRepeated(node)) return leaf(node, context);
  return node.widget === 'table' && fitsTable(node) ? itemTable(node, context) : cards(node, context, itemBody);
}

function group(node: FormNode, context: FieldContext): TemplateResult {
  const ids = idsOf(node, context);
  return html`<fieldset class="field group" data-pointer=${node.pointer} aria-describedby=${ifDefined(ids.describedBy)}>
    <legend class="label-line"><span class="label group-label">${node.label}</span>${provenance(node, context, ids)}</legend>
    ${help(node, ids)}${problemLines(node, context, ids)}${fields(node.children, context)}
  </fieldset>`;
}

/** The questions of an item; an item that is a single answer is a field by itself. */
const itemBody = (item: FormNode, context: FieldContext): TemplateResult => fields(item.widget === 'group' ? item.children : [item], context);

function leaf(node: FormNode, context: FieldContext): TemplateResult {
  const widget = leafOf(node);
  const ids = idsOf(node, context);
  const control = widget.draw(node, context, ids);
  const leave = (event: FocusEvent): void => leaveField(event, node.pointer, context);
  const body = html`${help(node, ids)}${control}${capitalNumerals(node, context)}${problemLines(node, context, ids)}`;
  if (widget.labelled === 'group') {
    const role = node.widget === 'checkboxes' ? 'group' : 'radiogroup';
    return html`<fieldset
      class="field ${node.width}"
      data-pointer=${node.pointer}
      role=${role}
      aria-describedby=${ifDefined(ids.describedBy)}
      aria-invalid=${ifDefined(role === 'radiogroup' ? ariaInvalid(node) : undefined)}
      aria-required=${ifDefined(role === 'radiogroup' && node.required ? 'true' : undefined)}
      @focusout=${leave}
    >
      <legend class="label-line"><span class="label">${labelText(node, context)}</span>${provenance(node, context, ids)}</legend>
      ${body}
    </fieldset>`;
  }
  return html`<div class="field ${node.width}" data-pointer=${node.pointer} @focusout=${leave}>
    ${widget.labelled === 'bare'
      ? provenance(node, context, ids)
      : html`<div class="label-line">
          <label class="label" id=${ids.label} for=${ids.control}>${labelText(node, context)}</label>${provenance(node, context, ids)}
        </div>`}
    ${body}
  </div>`;
}

