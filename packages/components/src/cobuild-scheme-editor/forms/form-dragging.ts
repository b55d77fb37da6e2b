import { PointerDrag, countAbove } from '../../internal/pointer-drag.js';
import type { Spot } from './form-outline.js';

/** What is dragged: a kind of the palette, or a field. */
export type Dragged = { readonly kind: 'entry'; readonly id: string; readonly title: string } | { readonly kind: 'field'; readonly field: string; readonly title: string };

/** What becomes of dragging. */
export interface DragTarget {
  /** Whether something can be dragged at all. */
  isOpen(): boolean;
  over(dragged: Dragged, spot: Spot | undefined): void;
  drop(dragged: Dragged, spot: Spot): void;
  cancelled(): void;
}

interface Course { readonly dragged: Dragged; spot: Spot | undefined; ghost: HTMLElement | undefined }

/** Fields and kinds of fields are dragged to a place between the fields of any section; a line shows the place. */
export class FormDragging {
  private readonly drag: PointerDrag<Course>;

  constructor(private readonly root: ShadowRoot, target: DragTarget) {
    this.drag = new PointerDrag<Course>(root, {
      take: (event) => (target.isOpen() ? takenBy(event) : undefined),
      move: (course, event) => {
        course.ghost ??= this.ghostOf(course.dragged);
        course.ghost.style.transform = `translate(${event.clientX + 12}px, ${event.clientY + 12}px)`;
        const spot = this.spotAt(event, course.dragged);
        if (spot?.list !== course.spot?.list || spot?.index !== course.spot?.index) {
          course.spot = spot;
          this.mark(course);
          target.over(course.dragged, spot);
        }
      },
      end: (course, isDrop) => {
        course.ghost?.remove();
        this.mark(undefined);
        if (isDrop && course.spot !== undefined) target.drop(course.dragged, course.spot);
        else target.cancelled();
      },
    });
  }

  cancel(): void {
    this.drag.cancel();
  }

  private ghostOf({ title }: Dragged): HTMLElement {
    const ghost = document.createElement('div');
    ghost.className = 'drag-ghost';
    ghost.setAttribute('aria-hidden', 'true');
    ghost.textContent = title;
    this.root.append(ghost);
    return ghost;
  }

  private rows(list: Element): readonly HTMLElement[] {
    return Array.from(list.children).filter((child): child is HTMLElement => child instanceof HTMLElement && child.dataset['index'] !== undefined);
  }

  /** The innermost list under the pointer, and how many of its rows stand above. */
  private spotAt({ clientX, clientY }: PointerEvent, dragged: Dragged): Spot | undefined {
    const list = this.root.elementFromPoint(clientX, clientY)?.closest('.form-part')?.querySelector<HTMLElement>('[data-list]');
    const inner = this.root.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-list]') ?? list;
    const pointer = inner?.dataset['list'];
    if (inner === null || inner === undefined || pointer === undefined) return undefined;
    const rows = this.rows(inner);
    const index = countAbove(rows, clientY);
    const own = dragged.kind === 'field' ? rows.findIndex((row) => row.dataset['field'] === dragged.field) : -1;
    return own >= 0 && (index === own || index === own + 1) ? { list: pointer, index: own } : { list: pointer, index };
  }

  private mark(course: Course | undefined): void {
    for (const box of this.root.querySelectorAll('.drop-before, .drop-after, .drop-empty, .dragged')) box.classList.remove('drop-before', 'drop-after', 'drop-empty', 'dragged');
    this.root.querySelector('.designer')?.classList.toggle('is-dragging', course !== undefined);
    if (course === undefined) return;
    const { dragged, spot } = course;
    if (dragged.kind === 'field') this.rowOf(dragged.field)?.classList.add('dragged');
    const list = spot === undefined ? undefined : Array.from(this.root.querySelectorAll<HTMLElement>('[data-list]')).find(({ dataset }) => dataset['list'] === spot.list);
    if (list === undefined || spot === undefined) return;
    const rows = this.rows(list);
    const before = rows[spot.index];
    if (before !== undefined) before.classList.add('drop-before');
    else (rows[rows.length - 1] ?? list).classList.add(rows.length === 0 ? 'drop-empty' : 'drop-after');
  }

  private rowOf(field: string): HTMLElement | undefined {
    return Array.from(this.root.querySelectorAll<HTMLElement>('[data-field]')).find(({ dataset }) => dataset['field'] === field);
  }
}

function takenBy(event: PointerEvent): { readonly subject: Course; readonly handle: Element } | undefined {
  const handle = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-grip], [data-entry]') : null;
  if (handle === null) return undefined;
  const title = handle.dataset['title'] ?? '';
  const field = handle.closest<HTMLElement>('[data-field]')?.dataset['field'];
  const id = handle.dataset['entry'];
  const dragged: Dragged | undefined = id !== undefined ? { kind: 'entry', id, title } : field !== undefined ? { kind: 'field', field, title } : undefined;
  return dragged === undefined ? undefined : { subject: { dragged, spot: undefined, ghost: undefined }, handle };
}
