import type { FormNode } from '@cobuild/core';
import { arrange, iconNode, make, setAttribute } from './dom.js';
import type { FieldContext } from './field-context.js';
import { itemWords } from './items/words.js';

type Action = 'up' | 'down' | 'copy' | 'remove';

const ICONS = { up: 'up', down: 'down', copy: 'copy', remove: 'trash' } as const;

/** What can be done with an item, in one order everywhere: up, down, copy, remove. A click is told by `data-action`: `up-0`, `down-0`, `copy-0`, `remove-0`. */
export class ItemActions {
  private readonly buttons = new Map<Action, HTMLButtonElement>();
  private drawn = '';

  /** @param element - What the buttons stand in. */
  constructor(private readonly index: number, private readonly withCopy: boolean, readonly element: HTMLElement = make('div', { class: 'item-actions' })) {}

  /** @param list - The list that the item is in. */
  patch(list: FormNode, context: FieldContext): void {
    const { index } = this;
    const last = list.children.length - 1;
    const isFull = list.maxItems !== undefined && list.children.length >= list.maxItems;
    const actions: Action[] = [...(last === 0 ? [] : (['up', 'down'] as const)), ...(this.withCopy && !isFull ? (['copy'] as const) : []), 'remove'];
    this.draw(actions, list.label, context);
    this.disable('up', index === 0);
    this.disable('down', index === last);
    this.disable('remove', list.minItems !== undefined && list.children.length <= list.minItems);
  }

  /** The names of the buttons say the list and the place in it: another item beside this one changes nothing. */
  private draw(actions: readonly Action[], label: string, context: FieldContext): void {
    const says = [label, ...actions].join();
    if (says === this.drawn) return;
    this.drawn = says;
    const buttons = actions.map((action) => this.buttonOf(action));
    buttons.forEach((button, place) => name(button, nameOf(actions[place] as Action, { label, position: this.index + 1 }, context)));
    arrange(this.element, buttons);
  }

  private buttonOf(action: Action): HTMLButtonElement {
    let button = this.buttons.get(action);
    if (button === undefined) {
      button = drawing(action).cloneNode(true) as HTMLButtonElement;
      button.setAttribute('data-action', `${action}-${this.index}`);
      this.buttons.set(action, button);
    }
    return button;
  }

  private disable(action: Action, disabled: boolean): void {
    const button = this.buttons.get(action);
    if (button && button.disabled !== disabled) button.disabled = disabled;
  }
}

const drawings = new Map<Action, HTMLElement>();

/** What the buttons of one kind are copied from. */
function drawing(action: Action): HTMLElement {
  let drawn = drawings.get(action);
  if (drawn === undefined) {
    drawn = make('button', { type: 'button', class: `button quiet icon-only${action === 'remove' ? ' danger' : ''}` }, iconNode(ICONS[action]));
    drawings.set(action, drawn);
  }
  return drawn;
}

function nameOf(action: Action, item: { readonly label: string; readonly position: number }, { words, locale }: FieldContext): string {
  if (action === 'up') return words.moveUp(item);
  if (action === 'down') return words.moveDown(item);
  return action === 'copy' ? itemWords[locale].copyItem(item) : words.removeItem(item);
}

function name(button: HTMLButtonElement, text: string): void {
  setAttribute(button, 'aria-label', text);
  setAttribute(button, 'title', text);
}

/** Does what a button of a list says. */
export function act(action: string, list: FormNode, context: FieldContext): void {
  const [kind = '', at = ''] = action.split('-');
  const index = Number(at);
  if (kind === 'add') context.addItem(list);
  if (kind === 'copy') context.copyItem(list, index);
  if (kind === 'up') context.moveItem(list, index, index - 1);
  if (kind === 'down') context.moveItem(list, index, index + 1);
  if (kind === 'remove') context.removeItem(list, index);
}
