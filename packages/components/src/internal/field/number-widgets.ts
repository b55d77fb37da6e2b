import type { FormNode } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { isMoney, toCapitalNumerals } from '@cobuild/core';
import type { FieldContext, LeafWidget } from './field-context.js';
import { ariaInvalid } from './field-context.js';
import { displayNumber, withoutSeparators } from './number-text.js';

/** From here on an amount is also written in capital numerals, as on a receipt: a wrong nought shows. */
const CAPITAL_NUMERALS_FROM = 10000;

/**
 * A text field rather than `type=number`: that one changes with the mouse wheel, hides what it cannot read and knows no grouping. The
 * text changes by typing only, never by coming to the field: a rewritten text would lose its selection. The form reads the
 * number, and keeps what is none so that it can be refused in words.
 */
export const numeric: LeafWidget = {
  labelled: 'control',
  draw: (node, context, ids) => {
    const { pointer } = node;
    const editing = context.editing?.pointer === pointer ? context.editing.text : undefined;
    const unit = unitOf(node, context);
    return html`<div class="with-unit ${node.widget}">
        <input
          class="input"
          id=${ids.control}
          type="text"
          inputmode="decimal"
          autocomplete="off"
          placeholder=${ifDefined(node.placeholder === '' ? undefined : node.placeholder)}
          aria-describedby=${ifDefined(ids.describedBy)}
          aria-invalid=${ifDefined(ariaInvalid(node))}
          aria-required=${ifDefined(node.required ? 'true' : undefined)}
          .value=${live(editing ?? displayNumber(node, context.locale))}
          @blur=${() => context.edit(pointer, undefined)}
          @input=${(event: Event) => {
            const { value } = event.target as HTMLInputElement;
            context.edit(pointer, value);
            context.input(pointer, withoutSeparators(value));
          }}
          @change=${() => context.commit(pointer)}
        />
        ${unit === '' ? nothing : html`<span class="unit" id=${ids.unit}>${unit}</span>`}
      </div>`;
  },
};

/** The unit that stands behind a number; amounts are in yuan where nothing else is said. Empty where the title ends in it: 申请金额（元）. */
export function unitOf(node: Pick<FormNode, 'label' | 'unit' | 'widget'>, context: Pick<FieldContext, 'words'>): string {
  const unit = node.unit !== '' ? node.unit : node.widget === 'money' ? context.words.yuan : '';
  const [, inTitle = ''] = /[（(]([^（）()]*)[）)]\s*$/.exec(node.label) ?? [];
  return namesOf(node, unit).includes(inTitle.trim().toLowerCase()) ? '' : unit;
}

/** Yuan has many names; a title in one language may use that of the other. */
const YUAN: readonly string[] = ['元', '人民币', '人民币元', 'cny', 'rmb', 'yuan', '¥', '￥'];

const namesOf = ({ widget }: Pick<FormNode, 'widget'>, unit: string): readonly string[] => [...(unit === '' ? [] : [unit.toLowerCase()]), ...(widget === 'money' ? YUAN : [])];

/** The amount in capital numerals under a large amount, in Chinese. */
export function capitalNumerals(node: FormNode, context: FieldContext): TemplateResult | typeof nothing {
  const { value } = node;
  if (node.widget !== 'money' || context.locale !== 'zh-CN' || typeof value !== 'number' || value < CAPITAL_NUMERALS_FROM || !isMoney(value)) return nothing;
  return html`<p class="note">${toCapitalNumerals(value)}</p>`;
}
