import { focusControl } from '../internal/error-summary.js';
import { pointersAround } from './field-places.js';

const CONTROLS = 'input:not([disabled]), select:not([disabled]), textarea:not([disabled])';

/** The box that is drawn for a pointer, or the nearest one around it. */
function boxOf(root: ParentNode, pointer: string): HTMLElement | undefined {
  const boxes = Array.from(root.querySelectorAll<HTMLElement>('[data-pointer]'));
  for (const candidate of pointersAround(pointer)) {
    const box = boxes.find((element) => element.dataset['pointer'] === candidate);
    if (box) return box;
  }
  return undefined;
}

/** The control to focus: the chosen one of a set of radio buttons, else the first control of the group, else its first button. */
export function controlOf(root: ParentNode, pointer: string): HTMLElement | undefined {
  const box = boxOf(root, pointer);
  if (!box) return undefined;
  const first = box.querySelector<HTMLElement>(CONTROLS);
  const chosen = first instanceof HTMLInputElement && first.type === 'radio' ? box.querySelector<HTMLElement>(`input[name="${CSS.escape(first.name)}"]:checked`) : null;
  return chosen ?? first ?? box.querySelector<HTMLElement>('button:not([disabled])') ?? undefined;
}

/** Focuses the control of a pointer with its label in view; answers whether there is one. */
export function focusPointer(root: ParentNode, pointer: string): boolean {
  const control = controlOf(root, pointer);
  if (!control) return false;
  const box = control.closest('[data-pointer]');
  focusControl(control, box?.querySelector('.label-line, .label') ?? null);
  return true;
}
