import type { FieldOption, FormNode } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import type { FieldContext, FieldIds, LeafWidget } from './field-context.js';
import { ariaInvalid, isInvalid } from './field-context.js';

/** Choices of a schema are JSON values; those that a form offers are small, so their text compares them. */
const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

const isAnswered = (node: FormNode): boolean => node.value !== undefined && node.value !== null && node.value !== '';

function change(context: FieldContext, pointer: string, value: unknown): void {
  context.input(pointer, value);
  context.commit(pointer);
}

/** Yes and no where the form names no titles for them. */
export function optionsOf(node: FormNode, context: Pick<FieldContext, 'words'>): readonly FieldOption[] {
  if (node.widget !== 'yesNo' || node.options.length > 0) return node.options;
  return [
    { value: true, label: context.words.yes },
    { value: false, label: context.words.no },
  ];
}

/** An answer that is no longer among the choices stays visible and chosen until the person picks another. */
export const select: LeafWidget = {
  labelled: 'control',
  draw: (node, context, ids) => {
    const options = optionsOf(node, context);
    const chosen = options.findIndex(({ value }) => same(value, node.value));
    const strange = isAnswered(node) && chosen < 0;
    const current = chosen >= 0 ? String(chosen) : strange ? 'strange' : '';
    const choose = (event: Event): void => {
      const { value } = event.target as HTMLSelectElement;
      if (value !== 'strange') change(context, node.pointer, value === '' ? undefined : options[Number(value)]?.value);
    };
    return html`<select
      class="input"
      id=${ids.control}
      aria-describedby=${ifDefined(ids.describedBy)}
      aria-invalid=${ifDefined(ariaInvalid(node))}
      aria-required=${ifDefined(node.required ? 'true' : undefined)}
      @change=${choose}
    >
      <option value="" .selected=${live(current === '')}>${node.placeholder === '' ? context.words.choose : node.placeholder}</option>
      ${options.map(({ label }, index) => html`<option value=${index} .selected=${live(current === String(index))}>${label}</option>`)}
      ${strange
        ? html`<option value="strange" .selected=${live(true)}>${context.words.unknownChoice({ value: typeof node.value === 'string' ? node.value : JSON.stringify(node.value) })}</option>`
        : nothing}
    </select>`;
  },
};

function radios(inline: boolean): LeafWidget['draw'] {
  return (node, context, ids) => {
    const options = optionsOf(node, context);
    return html`<div class="choices ${inline ? 'inline' : ''}">
        ${options.map(({ value, label }, index) => radio(node, context, ids, { value, label }, index))}
      </div>
      ${!node.required && isAnswered(node)
        ? html`<p class="note"><button type="button" class="link" @click=${() => change(context, node.pointer, undefined)}>${context.words.clearChoice}</button></p>`
        : nothing}`;
  };
}

function radio(node: FormNode, context: FieldContext, ids: FieldIds, option: FieldOption, index: number): TemplateResult {
  const chosen = same(option.value, node.value);
  return html`<label class="choice ${chosen ? 'chosen' : ''} ${isInvalid(node) ? 'invalid' : ''}">
    <input
      type="radio"
      id=${index === 0 ? ids.control : `${ids.control}-${index}`}
      name=${ids.control}
      .checked=${live(chosen)}
      @change=${() => change(context, node.pointer, option.value)}
    />
    <span>${option.label}</span>
  </label>`;
}

export const radioGroup: LeafWidget = { labelled: 'group', draw: radios(false) };

export const yesNo: LeafWidget = { labelled: 'group', draw: radios(true) };

export const checkboxes: LeafWidget = {
  labelled: 'group',
  draw: (node, context, ids) => {
    const values: readonly unknown[] = Array.isArray(node.value) ? node.value : [];
    // Kept in the order of the choices, so that the same choice is the same answer however it was clicked together.
    const toggle = (option: FieldOption, checked: boolean): void => {
      const next = node.options.filter(({ value }) => (same(value, option.value) ? checked : values.some((item) => same(item, value))));
      change(context, node.pointer, next.length === 0 ? undefined : next.map(({ value }) => value));
    };
    return html`<div class="choices">
      ${node.options.map((option, index) => {
        const chosen = values.some((item) => same(item, option.value));
        return html`<label class="choice ${chosen ? 'chosen' : ''} ${isInvalid(node) ? 'invalid' : ''}">
          <input
            type="checkbox"
            id=${index === 0 ? ids.control : `${ids.control}-${index}`}
            aria-invalid=${ifDefined(ariaInvalid(node))}
            .checked=${live(chosen)}
            @change=${(event: Event) => toggle(option, (event.target as HTMLInputElement).checked)}
          />
          <span>${option.label}</span>
        </label>`;
      })}
    </div>`;
  },
};

/** A pledge: one box whose label is the sentence that the person agrees to. */
export const confirmation: LeafWidget = {
  labelled: 'bare',
  draw: (node, context, ids) => html`<label class="choice confirmation ${node.value === true ? 'chosen' : ''} ${isInvalid(node) ? 'invalid' : ''}">
    <input
      type="checkbox"
      id=${ids.control}
      aria-describedby=${ifDefined(ids.describedBy)}
      aria-invalid=${ifDefined(ariaInvalid(node))}
      aria-required=${ifDefined(node.required ? 'true' : undefined)}
      .checked=${live(node.value === true)}
      @change=${(event: Event) => change(context, node.pointer, (event.target as HTMLInputElement).checked ? true : undefined)}
    />
    <span id=${ids.label}>${node.label}${node.required ? nothing : html`<span class="mark">${context.words.optional}</span>`}</span>
  </label>`,
};
