import type { FormNode } from '@cobuild/core';
import type { FieldContext } from '../field-context.js';

/** A press becomes dragging once the pointer went so far; less is a click. */
const START_AFTER_PX = 6;

/** What takes hold of an item: its number or its title. */
const HANDLE = '.position, .item-title';

interface Drag { readonly pointerId: number; readonly from: number; readonly startY: number; readonly handle: Element; to: number; isUnderWay: boolean }

/**
 * Puts an item elsewhere by dragging its number or its title; the buttons up and down do the same. While dragging, a line shows where the item
 * would go; Escape leaves everything as it was.
 */
export class ItemDragging {
  private drag: Drag | undefined;

  /** @param items - The boxes of the items, in order. */
  constructor(private readonly box: HTMLElement, private readonly items: () => readonly HTMLElement[], private readonly list: () => FormNode, private readonly context: FieldContext) {
    box.addEventListener('pointerdown', (event) => this.press(event));
    box.addEventListener('pointermove', (event) => this.move(event));
    box.addEventListener('pointerup', (event) => this.end(event, true));
    box.addEventListener('pointercancel', (event) => this.end(event, false));
  }

  private press(event: PointerEvent): void {
    const handle = event.target instanceof Element ? event.target.closest(HANDLE) : null;
    const items = this.items();
    const from = items.findIndex((item) => handle !== null && item.contains(handle));
    const list = this.list();
    if (handle === null || from < 0 || event.button !== 0 || list.readonly || items.length < 2 || this.box.closest('fieldset:disabled') || handle.closest('.repeated') !== this.box.closest('.repeated')) return;
    this.drag = { pointerId: event.pointerId, from, startY: event.clientY, handle, to: from, isUnderWay: false };
  }

  private move(event: PointerEvent): void {
    const { drag } = this;
    if (drag?.pointerId !== event.pointerId) return;
    if (!drag.isUnderWay) {
      if (Math.abs(event.clientY - drag.startY) < START_AFTER_PX) return;
      drag.isUnderWay = true;
      drag.handle.setPointerCapture(event.pointerId);
      document.addEventListener('keydown', this.onKey, true);
    }
    event.preventDefault();
    const items = this.items();
    const others = items.filter((_, index) => index !== drag.from);
    // As many of the others stand above the pointer as come before the item then.
    drag.to = others.filter((item) => middleOf(item) < event.clientY).length;
    this.mark(items, drag);
  }

  private end(event: PointerEvent, isDrop: boolean): void {
    const { drag } = this;
    if (drag?.pointerId !== event.pointerId) return;
    this.stop();
    if (isDrop && drag.isUnderWay && drag.to !== drag.from) this.context.moveItem(this.list(), drag.from, drag.to);
  }

  private stop(): void {
    this.drag = undefined;
    document.removeEventListener('keydown', this.onKey, true);
    this.mark(this.items(), undefined);
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.stop();
  };

  private mark(items: readonly HTMLElement[], drag: Drag | undefined): void {
    items.forEach((item, index) => {
      const isTarget = drag !== undefined && drag.to !== drag.from && index === drag.to;
      item.classList.toggle('dragged', drag?.from === index);
      item.classList.toggle('drop-before', isTarget && drag.to < drag.from);
      item.classList.toggle('drop-after', isTarget && drag.to > drag.from);
    });
  }
}

function middleOf(item: Element): number {
  const { top, bottom } = item.getBoundingClientRect();
  return (top + bottom) / 2;
}
