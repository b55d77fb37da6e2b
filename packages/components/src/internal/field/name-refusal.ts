import { iconNode, make } from './dom.js';

/** Says below a box for a name why it cannot be that one. */
export function patchRefusal(around: HTMLElement, box: HTMLInputElement, refused: string | undefined): void {
  const id = `${box.id}-problem`;
  Array.from(around.querySelectorAll('.field-error')).find((each) => each.id === id)?.remove();
  if (refused === undefined) {
    box.removeAttribute('aria-invalid');
    box.removeAttribute('aria-describedby');
    return;
  }
  box.after(make('p', { class: 'field-error', id, role: 'alert' }, iconNode('danger'), make('span', {}, refused)));
  box.setAttribute('aria-invalid', 'true');
  box.setAttribute('aria-describedby', id);
}
