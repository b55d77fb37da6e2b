/** A press becomes dragging once the pointer went so far; less is a click. */
const START_AFTER_PX = 6;
/** Nearer to an edge of the window than this, the page goes on by itself. */
const EDGE_PX = 48;
const SCROLL_PX = 12;

/** What is dragged, and what becomes of it. */
export interface DragWork<Subject> {
  /** What a press takes hold of, and by which element; `undefined` where nothing can be dragged. */
  take(event: PointerEvent): { readonly subject: Subject; readonly handle: Element } | undefined;
  move(subject: Subject, event: PointerEvent): void;
  /** The pointer was let go (`true`), or the person thought better of it. */
  end(subject: Subject, isDrop: boolean): void;
}

interface Drag<Subject> { readonly pointerId: number; readonly startX: number; readonly startY: number; readonly handle: Element; readonly subject: Subject; isUnderWay: boolean }

/**
 * Dragging by mouse, pen or finger inside a box: a short way is still a click, Escape leaves everything as it was, and near the edge of the window the page goes on by itself. The handle wants
 * `touch-action: none`, and everything that can be dragged a way by buttons besides.
 */
export class PointerDrag<Subject> {
  private drag: Drag<Subject> | undefined;

  constructor(box: EventTarget, private readonly work: DragWork<Subject>) {
    box.addEventListener('pointerdown', (event) => this.press(event as PointerEvent));
    box.addEventListener('pointermove', (event) => this.move(event as PointerEvent));
    box.addEventListener('pointerup', (event) => this.end(event as PointerEvent, true));
    box.addEventListener('pointercancel', (event) => this.end(event as PointerEvent, false));
  }

  /** Gives up what is under way. */
  cancel(): void {
    const { drag } = this;
    this.drag = undefined;
    document.removeEventListener('keydown', this.onKey, true);
    if (drag !== undefined && drag.isUnderWay) this.work.end(drag.subject, false);
  }

  private press(event: PointerEvent): void {
    if (event.button !== 0 || this.drag !== undefined) return;
    const taken = this.work.take(event);
    if (taken !== undefined) this.drag = { pointerId: event.pointerId, startX: event.clientX, startY: event.clientY, ...taken, isUnderWay: false };
  }

  private move(event: PointerEvent): void {
    const { drag } = this;
    if (drag?.pointerId !== event.pointerId) return;
    if (!drag.isUnderWay) {
      if (Math.hypot(event.clientX - drag.startX, event.clientY - drag.startY) < START_AFTER_PX) return;
      drag.isUnderWay = true;
      drag.handle.setPointerCapture(event.pointerId);
      document.addEventListener('keydown', this.onKey, true);
    }
    event.preventDefault();
    const way = event.clientY < EDGE_PX ? -SCROLL_PX : event.clientY > window.innerHeight - EDGE_PX ? SCROLL_PX : 0;
    if (way !== 0) window.scrollBy(0, way);
    this.work.move(drag.subject, event);
  }

  private end(event: PointerEvent, isDrop: boolean): void {
    const { drag } = this;
    if (drag?.pointerId !== event.pointerId) return;
    this.drag = undefined;
    document.removeEventListener('keydown', this.onKey, true);
    if (!drag.isUnderWay) return;
    noClickNow();
    this.work.end(drag.subject, isDrop);
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.cancel();
  };
}

/** Where the pointer is let go after a way, the browser tells of a click besides, and nobody meant one. */
function noClickNow(): void {
  const stop = (event: Event): void => { event.stopImmediatePropagation(); event.preventDefault(); };
  window.addEventListener('click', stop, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', stop, { capture: true }));
}

/** As many boxes stand above a height as come before what is dropped there. */
export const countAbove = (boxes: readonly Element[], clientY: number): number => boxes.filter((box) => { const { top, bottom } = box.getBoundingClientRect(); return (top + bottom) / 2 < clientY; }).length;
