import { focusControl } from '../internal/error-summary.js';
import { revealAround } from '../internal/field/elements/reveal.js';
import type { FieldViews } from '../internal/field/field-views.js';
import { pointersAround } from './field-places.js';

/** The control of a pointer, or of the nearest one around it that is drawn: the chosen one of a set of radio buttons, the first one of a group, else its first button. */
export function controlOf(views: FieldViews, pointer: string): HTMLElement | undefined {
  return viewOf(views, pointer)?.control(pointer);
}

/** Focuses the control of a pointer with its label in view; answers whether there is one. */
export function focusPointer(views: FieldViews, pointer: string): boolean {
  const control = controlOf(views, pointer);
  if (!control) return false;
  revealAround(control);
  const box = boxAround(control);
  focusControl(control, box?.querySelector('.label-line, .label') ?? null, box);
  return true;
}

/** A widget may draw its control in a shadow root of its own; the question is around that. */
function boxAround(control: Element): Element | null {
  const root = control.getRootNode();
  return control.closest('[data-cell], [data-pointer]') ?? (root instanceof ShadowRoot ? boxAround(root.host) : null);
}

function viewOf(views: FieldViews, pointer: string): ReturnType<FieldViews['get']> {
  for (const candidate of pointersAround(pointer)) {
    const view = views.get(candidate);
    if (view) return view;
    // A group whose questions stand in a section of their own is not drawn itself.
    const inside = views.firstInside(candidate);
    if (inside) return inside;
  }
  return undefined;
}
