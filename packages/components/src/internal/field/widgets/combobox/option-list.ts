import { make, setAttribute } from '../../dom.js';
import { rowWindow } from './row-window.js';
import type { Named } from './search-options.js';

/** More rows than this are drawn only where they are in sight, each on one line. */
const MOST_DRAWN = 100;

/** The listbox: rows of which one is active. Of fifty thousand a few dozen are in the page. */
export class OptionList<T extends Named> {
  readonly element: HTMLUListElement;
  active = -1;
  private entries: readonly T[] = [];
  private total = 0;
  private readonly rows = new Map<number, HTMLLIElement>();
  private rowHeight = 0;
  /** Room for the rows that are not drawn. */
  private readonly above = make('li', { class: 'option-room', role: 'presentation', 'aria-hidden': 'true' });
  private readonly below = make('li', { class: 'option-room', role: 'presentation', 'aria-hidden': 'true' });

  constructor(private readonly id: string, label: string, multiple: boolean, private readonly isChosen: (entry: T) => boolean) {
    // The mouse scrolls it and the keyboard works from the text field: it takes no focus itself.
    this.element = make('ul', { class: 'options', role: 'listbox', id, 'aria-label': label, tabindex: '-1', ...(multiple ? { 'aria-multiselectable': 'true' } : {}) });
    this.element.append(this.above, this.below);
    this.element.addEventListener('scroll', () => this.isLong && this.drawWindow(), { passive: true });
  }

  get count(): number {
    return this.entries.length;
  }

  get activeId(): string | undefined {
    return this.active < 0 ? undefined : `${this.id}-${this.active}`;
  }

  entry(index: number): T | undefined {
    return this.entries[index];
  }

  indexOf(target: EventTarget | null): number {
    const row = target instanceof Element ? target.closest('[role=option]') : null;
    return row && this.element.contains(row) ? Number(row.id.slice(this.id.length + 1)) : -1;
  }

  /** @param total - Where not all of them are here yet. */
  show(entries: readonly T[], active: number, total: number): void {
    this.entries = entries;
    this.total = total;
    this.active = active;
    for (const row of this.rows.values()) row.remove();
    this.rows.clear();
    this.element.hidden = entries.length === 0;
    this.element.classList.toggle('long', this.isLong);
    if (!this.isLong) {
      this.setRoom(0, 0);
      entries.forEach((_, index) => this.drawRow(index));
    }
    this.scrollToActive();
  }

  /** Shows again which ones are chosen. */
  refresh(): void {
    this.rows.forEach((row, index) => this.patchRow(row, index));
  }

  activate(index: number): void {
    this.active = index;
    this.scrollToActive();
    this.refresh();
  }

  /** Whether the last row is in sight. */
  get isAtEnd(): boolean {
    return this.element.scrollTop + this.element.clientHeight >= this.element.scrollHeight - 4;
  }

  private get isLong(): boolean {
    return this.entries.length > MOST_DRAWN;
  }

  private scrollToActive(): void {
    const { element, active } = this;
    if (this.isLong) {
      if (this.rowHeight === 0) this.measure();
      const top = Math.max(active, 0) * this.rowHeight;
      if (top < element.scrollTop || top + this.rowHeight > element.scrollTop + element.clientHeight) {
        // The room has to be there before it can be scrolled into.
        this.setRoom(0, (this.entries.length - this.rows.size) * this.rowHeight);
        element.scrollTop = Math.max(0, top - (element.clientHeight - this.rowHeight) / 2);
      }
      this.drawWindow();
      return;
    }
    if (active < 0) element.scrollTop = 0;
    else this.rows.get(active)?.scrollIntoView({ block: 'nearest' });
  }

  private measure(): void {
    const row = this.drawRow(0);
    this.rowHeight = Math.max(row.offsetHeight, 24);
  }

  private drawWindow(): void {
    if (this.rowHeight === 0) this.measure();
    const { element, rows, rowHeight } = this;
    const { start, end, before, after } = rowWindow(this.entries.length, rowHeight, element.scrollTop, element.clientHeight);
    rows.forEach((row, index) => {
      if (index >= start && index < end) return;
      row.remove();
      rows.delete(index);
    });
    for (let index = start; index < end; index += 1) this.drawRow(index);
    this.setRoom(before, after);
  }

  private setRoom(before: number, after: number): void {
    this.above.style.setProperty('height', `${before}px`);
    this.below.style.setProperty('height', `${after}px`);
  }

  private drawRow(index: number): HTMLLIElement {
    const known = this.rows.get(index);
    if (known) return known;
    const { label, detail } = this.entries[index] as T;
    const row = make('li', { role: 'option', class: 'option', id: `${this.id}-${index}`, 'aria-posinset': String(index + 1), 'aria-setsize': String(this.total) }, make('span', { class: 'option-label' }, label));
    if (detail !== undefined && detail !== '') row.append(make('span', { class: 'option-detail' }, ` ${detail}`));
    if (this.isLong) row.title = label;
    this.patchRow(row, index);
    // In the order of the list, also where rows above come later.
    this.element.insertBefore(row, this.rows.get(index + 1) ?? this.rowAfter(index) ?? this.below);
    this.rows.set(index, row);
    return row;
  }

  private rowAfter(index: number): HTMLElement | undefined {
    let next: number | undefined;
    for (const other of this.rows.keys()) if (other > index && (next === undefined || other < next)) next = other;
    return next === undefined ? undefined : this.rows.get(next);
  }

  private patchRow(row: HTMLLIElement, index: number): void {
    setAttribute(row, 'aria-selected', String(this.isChosen(this.entries[index] as T)));
    row.classList.toggle('active', index === this.active);
  }
}
