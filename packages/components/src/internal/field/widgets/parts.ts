import type { AnswerPart, FormNode, PartRole } from '@cobuild/core';
import { partName } from '@cobuild/core';
import { make, setAttribute, setText } from '../dom.js';
import { ariaInvalid } from '../field-context.js';
import type { WidgetField } from '../widget.js';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What the form says of a part of an answer. */
export function partOf({ widgetOptions }: Pick<FormNode, 'widgetOptions'>, role: PartRole): AnswerPart {
  const parts = widgetOptions?.['parts'] as Readonly<Partial<Record<PartRole, AnswerPart>>> | undefined;
  return parts?.[role] ?? { label: '', choices: [] };
}

export function partValue({ value, widgetOptions }: Pick<FormNode, 'value' | 'widgetOptions'>, role: PartRole): unknown {
  return isRecord(value) ? value[partName(widgetOptions, role)] : undefined;
}

/** The answer with another part; without any it is none. */
export function withPart({ value, widgetOptions }: Pick<FormNode, 'value' | 'widgetOptions'>, role: PartRole, next: unknown): Readonly<Record<string, unknown>> | undefined {
  const name = partName(widgetOptions, role);
  const others = isRecord(value) ? Object.entries(value).filter(([key, part]) => key !== name && part !== undefined) : [];
  const entries = next === undefined ? others : [...others, [name, next] as const];
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** One control of several, below a label of its own. */
export const drawPart = (role: PartRole, control: HTMLElement): HTMLElement => {
  control.setAttribute('data-part', role);
  return make('div', { class: `part ${role}` }, make('label', { class: 'part-label' }), control);
};

/** The part that a control inside the answer stands for. */
export const roleOf = (target: EventTarget | null): PartRole | undefined => (target instanceof Element ? (target.closest('[data-part]')?.getAttribute('data-part') as PartRole | null) : null) ?? undefined;

/** What a control of several says of itself; the first one has the id of the field. */
export function patchPart({ box, id }: WidgetField, node: FormNode, role: PartRole, isFirst: boolean): HTMLInputElement | HTMLSelectElement {
  const control = box.querySelector(`[data-part="${role}"]`) as HTMLInputElement | HTMLSelectElement;
  const own = isFirst ? id : `${id}-${role}`;
  if (control.id !== own) control.id = own;
  const label = control.parentElement?.firstElementChild as HTMLLabelElement;
  label.htmlFor = own;
  setText(label, partOf(node, role).label);
  setAttribute(control, 'aria-invalid', ariaInvalid(node));
  setAttribute(control, 'aria-required', node.required ? 'true' : undefined);
  return control;
}
