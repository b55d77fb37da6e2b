import type { FieldOption, FormNode } from '@cobuild/core';
import { make } from '../dom.js';
import type { FieldContext } from '../field-context.js';
import { isInvalid } from '../field-context.js';

/** Choices of a schema are JSON values; those that are lists or objects are small, so their text compares them. */
export const sameChoice = (a: unknown, b: unknown): boolean => a === b || (typeof a === 'object' && typeof b === 'object' && orderedText(a) === orderedText(b));

/** JSON text in which the order of properties says nothing. */
const orderedText = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)) : part));

const places = new WeakMap<readonly FieldOption[], ReadonlyMap<unknown, number>>();

/** Where the choice of an answer stands, -1 for an answer that is none of them. Long lists are looked up in, not through. */
export function optionIndex(options: readonly FieldOption[], value: unknown): number {
  if (typeof value === 'object' && value !== null) return options.findIndex((option) => sameChoice(option.value, value));
  let known = places.get(options);
  if (known === undefined) places.set(options, (known = new Map(options.map((option, index) => [option.value, index]))));
  return known.get(value) ?? -1;
}

export const optionAt = (options: readonly FieldOption[], value: unknown): FieldOption | undefined => options[optionIndex(options, value)];

/** A chosen answer is a complete change. */
export function choose(context: FieldContext, pointer: string, value: unknown): void {
  context.input(pointer, value);
  context.commit(pointer);
}

/** Yes and no where the form names no titles for them. */
export function optionsOf(node: FormNode, { words }: Pick<FieldContext, 'words'>): readonly FieldOption[] {
  if (node.widget !== 'yesNo' || node.options.length > 0) return node.options;
  return [
    { value: true, label: words.yes },
    { value: false, label: words.no },
  ];
}

/** Fields with the same labels are drawn alike. */
export const shapeOfOptions = (options: readonly FieldOption[]): string => options.map(({ label }) => label).join('\n');

/** A large target for each choice: the whole frame is the label. */
export const drawChoices = (type: 'radio' | 'checkbox', options: readonly FieldOption[], className: string): HTMLElement =>
  make('div', { class: className }, ...options.map(({ label }, index) => make('label', { class: 'choice' }, make('input', { type, value: String(index) }), label)));

export function patchChoice(input: HTMLInputElement, chosen: boolean, node: FormNode): void {
  if (input.checked !== chosen) input.checked = chosen;
  const { classList } = input.parentElement as Element;
  classList.toggle('chosen', chosen);
  classList.toggle('invalid', isInvalid(node));
}
