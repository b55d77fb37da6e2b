import type { FormNode } from '@cobuild/core';
import { PointerDrag, countAbove } from '../../pointer-drag.js';
import type { FieldContext } from '../field-context.js';

/** What takes hold of an item: its number or its title. */
const HANDLE = '.position, .item-title';

interface Move { readonly from: number; to: number }

/**
 * Puts an item elsewhere by dragging its number or its title; the buttons up and down do the same. While dragging, a line shows where the item
 * would go; Escape leaves everything as it was.
 */
export class ItemDragging {
  /** @param items - The boxes of the items, in order. */
  constructor(private readonly box: HTMLElement, private readonly items: () => readonly HTMLElement[], private readonly list: () => FormNode, private readonly context: FieldContext) {
    new PointerDrag<Move>(box, {
      take: (event) => this.take(event),
      move: (move, event) => {
        // As many of the others stand above the pointer as come before the item then.
        move.to = countAbove(this.items().filter((_, index) => index !== move.from), event.clientY);
        this.mark(move);
      },
      end: ({ from, to }, isDrop) => {
        this.mark(undefined);
        if (isDrop && to !== from) this.context.moveItem(this.list(), from, to);
      },
    });
  }

  private take(event: PointerEvent): { readonly subject: Move; readonly handle: Element } | undefined {
    const handle = event.target instanceof Element ? event.target.closest(HANDLE) : null;
    const items = this.items();
    const from = items.findIndex((item) => handle !== null && item.contains(handle));
    if (handle === null || from < 0 || this.list().readonly || items.length < 2 || this.box.closest('fieldset:disabled') || handle.closest('.repeated') !== this.box.closest('.repeated')) return undefined;
    return { subject: { from, to: from }, handle };
  }

  private mark(move: Move | undefined): void {
    this.items().forEach((item, index) => {
      const isTarget = move !== undefined && move.to !== move.from && index === move.to;
      item.classList.toggle('dragged', move?.from === index);
      item.classList.toggle('drop-before', isTarget && move.to < move.from);
      item.classList.toggle('drop-after', isTarget && move.to > move.from);
    });
  }
}
