import type { FormNode, FormState, FormStep } from '@cobuild/core';
import { pointerTokens, toPointer } from '@cobuild/core';
import { isRepeated } from '../internal/field/field-context.js';

/** Whether a pointer is the node's or lies inside it. */
const isInside = (pointer: string, node: Pick<FormNode, 'pointer'>): boolean => pointer === node.pointer || pointer.startsWith(`${node.pointer}/`);

/** The visible step in which a pointer is drawn. */
export function stepWith(state: FormState, pointer: string): FormStep | undefined {
  return state.steps.find((step) => step.visible && step.sections.some((section) => section.visible && section.fields.some((node) => node.visible && isInside(pointer, node))));
}

/** The innermost item of a repeated group that a pointer lies in: its group and 1-based position. */
export function itemWith(state: FormState, pointer: string): { readonly node: FormNode; readonly position: number } | undefined {
  let found: { node: FormNode; position: number } | undefined;
  let nodes: readonly FormNode[] = state.steps.flatMap((step) => step.sections.flatMap((section) => section.fields));
  for (let at = nodes.find((node) => isInside(pointer, node)); at; at = nodes.find((node) => isInside(pointer, node))) {
    nodes = at.children;
    const index = isRepeated(at) ? nodes.findIndex((item) => isInside(pointer, item)) : -1;
    if (index >= 0) found = { node: at, position: index + 1 };
  }
  return found;
}

/** The pointer and those around it, innermost first: where a problem may be shown. */
export function pointersAround(pointer: string): string[] {
  const tokens = pointerTokens(pointer);
  return tokens.map((_, index) => toPointer(...tokens.slice(0, tokens.length - index)));
}
