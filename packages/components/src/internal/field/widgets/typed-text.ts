import type { FormNode } from '@cobuild/core';
import type { FieldContext } from '../field-context.js';
import type { TextControl } from './control.js';

/** Each letter is an answer; leaving the control completes it. An emptied text is no answer at all, rather than one of no characters. */
export function handleTypedText(event: Event, node: FormNode, context: FieldContext): void {
  if (event.type === 'change') context.commit(node.pointer);
  if (event.type !== 'input') return;
  const { value } = event.target as TextControl;
  context.input(node.pointer, value === '' ? undefined : value);
}
