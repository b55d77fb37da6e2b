import { PointerDrag, countAbove } from '../../internal/pointer-drag.js';
import type { Spot } from './form-outline.js';

/** What a list of the form holds: fields and what arranges them, tabs, sections, or steps. */
export type Holds = 'items' | 'tabs' | 'sections' | 'steps';

/** What is dragged: a kind of the palette, or a row of the form, which may be a field, a block, a tab, a section or a step. */
export type Dragged = { readonly title: string; readonly holds: Holds } & ({ readonly kind: 'entry'; readonly id: string } | { readonly kind: 'row'; readonly row: HTMLElement; readonly field: string | undefined; readonly from: Spot | undefined });

/** What becomes of dragging. */
export interface DragTarget {
  /** Whether something can be dragged at all. */
  readonly isOpen: boolean;
  over(dragged: Dragged, spot: Spot | undefined): void;
  drop(dragged: Dragged, spot: Spot): void;
  cancelled(): void;
}

interface Course { readonly dragged: Dragged; spot: Spot | undefined; ghost: HTMLElement | undefined }

/** Everything of a form, and kinds of the palette, are dragged to a place between others of their kind; a line shows the place. */
export class FormDragging {
  private readonly drag: PointerDrag<Course>;

  constructor(private readonly root: ShadowRoot, target: DragTarget) {
    this.drag = new PointerDrag<Course>(root, {
      take: (event) => (target.isOpen ? takenBy(event) : undefined),
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

  /** The innermost list under the pointer that holds such things, and how many of its rows stand above. */
  private spotAt({ clientX, clientY }: PointerEvent, dragged: Dragged): Spot | undefined {
    const list = this.listAt(clientX, clientY, dragged.holds);
    const pointer = list?.dataset['list'];
    if (list === undefined || pointer === undefined) return undefined;
    if (dragged.kind === 'entry') return { list: pointer, index: countAbove(rowsOf(list), clientY) };
    // Nothing goes into itself, and a tab stays among its own.
    if (dragged.row.contains(list)) return dragged.from;
    if (dragged.holds === 'tabs' && pointer !== dragged.from?.list) return undefined;
    const rows = rowsOf(list);
    const index = countAbove(rows, clientY);
    const own = rows.indexOf(dragged.row);
    return { list: pointer, index: own >= 0 && (index === own || index === own + 1) ? own : index };
  }

  /** Over the head of a step or a section, its own list. */
  private listAt(x: number, y: number, holds: Holds): HTMLElement | undefined {
    const under = this.root.elementFromPoint(x, y);
    const selector = `[data-list][data-holds="${holds}"]`;
    return under?.closest<HTMLElement>(selector) ?? under?.closest('.form-part')?.querySelector<HTMLElement>(selector) ?? under?.closest('.form-step')?.querySelector<HTMLElement>(selector) ?? undefined;
  }

  private mark(course: Course | undefined): void {
    for (const box of this.root.querySelectorAll('.drop-before, .drop-after, .drop-empty, .dragged')) box.classList.remove('drop-before', 'drop-after', 'drop-empty', 'dragged');
    this.root.querySelector('.designer')?.classList.toggle('is-dragging', course !== undefined);
    if (course === undefined) return;
    const { dragged, spot } = course;
    if (dragged.kind === 'row') dragged.row.classList.add('dragged');
    const list = spot === undefined ? undefined : Array.from(this.root.querySelectorAll<HTMLElement>('[data-list]')).find(({ dataset }) => dataset['list'] === spot.list);
    if (list === undefined || spot === undefined) return;
    const rows = rowsOf(list);
    const before = rows[spot.index];
    if (before !== undefined) before.classList.add('drop-before');
    else (rows[rows.length - 1] ?? list).classList.add(rows.length === 0 ? 'drop-empty' : 'drop-after');
  }
}

const rowsOf = (list: Element): readonly HTMLElement[] => Array.from(list.children).filter((child): child is HTMLElement => child instanceof HTMLElement && child.dataset['index'] !== undefined);

function takenBy(event: PointerEvent): { readonly subject: Course; readonly handle: Element } | undefined {
  const handle = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-grip], [data-entry]') : null;
  if (handle === null) return undefined;
  const title = handle.dataset['title'] ?? '';
  const { entry, holds } = handle.dataset;
  const course = (dragged: Dragged): { readonly subject: Course; readonly handle: Element } => ({ subject: { dragged, spot: undefined, ghost: undefined }, handle });
  if (entry !== undefined) return course({ kind: 'entry', id: entry, title, holds: holds as Holds });
  const row = handle.closest<HTMLElement>('[data-field], [data-index]');
  if (row === null) return undefined;
  const { list, holds: kind } = row.closest<HTMLElement>('[data-list]')?.dataset ?? {};
  const { field, index } = row.dataset;
  return course({ kind: 'row', title, row, field, holds: (kind ?? 'items') as Holds, from: list === undefined || index === undefined ? undefined : { list, index: Number(index) } });
}
