import type { FormNode } from '@cobuild/core';
import { setAttribute } from '../dom.js';
import { ariaInvalid } from '../field-context.js';
import type { WidgetField } from '../widget.js';

export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
export type TextControl = HTMLInputElement | HTMLTextAreaElement;

/** The only control of a box. */
export const inputOf = (box: Element): HTMLElement | undefined => box.querySelector<HTMLElement>('.input') ?? undefined;

/** The first of several. */
export const firstInputOf = (box: Element): HTMLElement | undefined => box.querySelector<HTMLElement>('input') ?? undefined;

/** An answer of another type (from an old draft) is shown as it is, so that the person sees what is wrong. */
export const shownText = (value: unknown): string => (value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value));

export const isAnswered = (node: FormNode): boolean => node.value !== undefined && node.value !== null && node.value !== '';

/** What every single control says of itself. */
export function patchControl(control: Control, { id, describedBy }: WidgetField, node: FormNode): void {
  if (control.id !== id) control.id = id;
  setAttribute(control, 'aria-describedby', describedBy);
  setAttribute(control, 'aria-invalid', ariaInvalid(node));
  setAttribute(control, 'aria-required', node.required ? 'true' : undefined);
}

/** The same and text: only where another one stands in the control, or the caret would jump while somebody types. */
export function patchTextControl(control: TextControl, field: WidgetField, node: FormNode, text: string): void {
  patchControl(control, field, node);
  if (control.placeholder !== node.placeholder) control.placeholder = node.placeholder;
  if (control.value !== text) control.value = text;
}
