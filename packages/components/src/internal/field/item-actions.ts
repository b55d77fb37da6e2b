import type { FormNode } from '@cobuild/core';
import { arrange, iconNode, make, setAttribute } from './dom.js';
import type { FieldContext } from './field-context.js';

/** What can be done with an item, in one order everywhere: up, down, remove. A click is told by `data-action`: `up-0`, `down-0`, `remove-0`. */
export class ItemActions {
  readonly element: HTMLElement;
  private readonly up: HTMLButtonElement;
  private readonly down: HTMLButtonElement;
  private readonly remove: HTMLButtonElement;

  constructor(private readonly index: number) {
    this.element = (drawing ??= draw()).cloneNode(true) as HTMLElement;
    [this.up, this.down, this.remove] = Array.from(this.element.children) as [HTMLButtonElement, HTMLButtonElement, HTMLButtonElement];
    this.up.setAttribute('data-action', `up-${index}`);
    this.down.setAttribute('data-action', `down-${index}`);
    this.remove.setAttribute('data-action', `remove-${index}`);
  }

  /** @param list - The list that the item is in. */
  patch(list: FormNode, { words }: FieldContext): void {
    const { up, down, remove, index } = this;
    const last = list.children.length - 1;
    const named = { label: list.label, position: index + 1 };
    name(up, words.moveUp(named));
    name(down, words.moveDown(named));
    name(remove, words.removeItem(named));
    up.disabled = index === 0;
    down.disabled = index === last;
    remove.disabled = list.minItems !== undefined && list.children.length <= list.minItems;
    if ((up.parentNode === null) !== (last === 0)) arrange(this.element, last === 0 ? [remove] : [up, down, remove]);
  }
}

let drawing: HTMLElement | undefined;

const draw = (): HTMLElement => make('div', { class: 'item-actions' }, compact('up'), compact('down'), compact('trash', ' danger'));

const compact = (icon: 'up' | 'down' | 'trash', kind = ''): HTMLElement => make('button', { type: 'button', class: `button quiet icon-only${kind}` }, iconNode(icon));

function name(button: HTMLButtonElement, text: string): void {
  setAttribute(button, 'aria-label', text);
  setAttribute(button, 'title', text);
}

/** Does what a button of a list says. */
export function act(action: string, list: FormNode, context: FieldContext): void {
  const [kind = '', at = ''] = action.split('-');
  const index = Number(at);
  if (kind === 'add') context.addItem(list);
  if (kind === 'up') context.moveItem(list, index, index - 1);
  if (kind === 'down') context.moveItem(list, index, index + 1);
  if (kind === 'remove') context.removeItem(list, index);
}
