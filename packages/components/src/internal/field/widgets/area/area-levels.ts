import type { FormNode } from '@cobuild/core';
import { localize } from '@cobuild/core';
import { rememberEntry } from '../../../../hosts/known-entries.js';
import type { LookUp, LookUpEntry } from '../../../../hosts/look-up.js';
import { make, setAttribute } from '../../dom.js';
import type { FieldContext } from '../../field-context.js';
import { isOffered, todayOf } from '../look-up/entries.js';
import type { LookUpWords } from '../look-up/words.js';
import { lookUpWords } from '../look-up/words.js';
import { wordsFor } from '../../words-for.js';

interface Level {
  readonly parent: LookUpEntry | undefined;
  readonly box: HTMLElement;
  readonly select: HTMLSelectElement;
  entries: readonly LookUpEntry[];
}

/** More entries than this nobody has on one level: it keeps a page going whose register answers without end. */
const MOST_ENTRIES = 5000;
const PAGE = 500;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The levels of a tree, one list after another: province, city, district, town. Each is read when the one above is chosen. */
export class AreaLevels {
  readonly element = make('div', { class: 'parts area-levels' });
  private readonly words: LookUpWords;
  private levels: Level[] = [];
  private asked = new AbortController();
  private node: FormNode | undefined;
  private id = '';

  constructor(private readonly context: FieldContext, private readonly lookUp: () => LookUp | undefined, private readonly chosen: (entry: LookUpEntry | undefined) => void) {
    this.words = wordsFor(context, lookUpWords);
  }

  patch(id: string, node: FormNode): void {
    this.id = id;
    this.node = node;
    if (this.levels.length === 0) void this.open(undefined, []);
  }

  /** Shows the way to an entry that was found or is stored; `undefined` begins at the top. */
  show(entry: LookUpEntry | undefined): void {
    const way = entry ? [...(entry.path ?? []), entry] : [];
    if (this.shows(way)) return;
    this.startOver(way);
  }

  handle(event: Event): void {
    const { target } = event;
    if (event.type === 'click' && target instanceof Element && target.closest('.level-again')) return this.startOver([]);
    const index = this.levels.findIndex(({ select }) => select === target);
    const level = this.levels[index];
    if (event.type !== 'change' || !level) return;
    this.cut(index + 1);
    const entry = level.entries[Number(level.select.value)];
    if (level.select.value === '' || !entry) return this.chosen(level.parent?.onlyGroup === true ? undefined : level.parent);
    const lookUp = this.lookUp();
    if (lookUp) rememberEntry(lookUp, this.withPath(entry, index));
    this.chosen(entry.onlyGroup === true ? undefined : this.withPath(entry, index));
    if (entry.hasMore === true) void this.open(entry, []);
  }

  private withPath(entry: LookUpEntry, index: number): LookUpEntry {
    const path = this.levels.slice(1, index + 1).map(({ parent }) => parent as LookUpEntry);
    return entry.path !== undefined || path.length === 0 ? entry : { ...entry, path };
  }

  private shows(way: readonly LookUpEntry[]): boolean {
    const shown = this.levels.map(({ select, entries }) => (select.value === '' ? undefined : entries[Number(select.value)])).filter((entry) => entry !== undefined);
    return shown.length === way.length && shown.every((entry, index) => same(entry.value, way[index]?.value));
  }

  private startOver(way: readonly LookUpEntry[]): void {
    this.asked.abort();
    this.asked = new AbortController();
    this.cut(0);
    this.element.replaceChildren();
    void this.open(undefined, way);
  }

  private cut(from: number): void {
    for (const { box } of this.levels.splice(from)) box.remove();
  }

  /** Reads a level and, as far as the way goes, those under it. */
  private async open(parent: LookUpEntry | undefined, way: readonly LookUpEntry[]): Promise<void> {
    const { signal } = this.asked;
    const note = make('p', { class: 'note loading' }, this.words.levelLoading);
    this.element.append(note);
    try {
      const entries = await this.read(parent, signal);
      note.remove();
      if (signal.aborted || (entries.length === 0 && parent !== undefined)) return;
      const level = this.addLevel(parent, entries, way[0]);
      const next = level.entries[Number(level.select.value === '' ? -1 : level.select.value)];
      if (next?.hasMore === true && way.length > 0) await this.open(next, way.slice(1));
    } catch {
      if (signal.aborted) return note.remove();
      note.classList.remove('loading');
      note.replaceChildren(this.words.levelFailed, ' ', make('button', { type: 'button', class: 'link level-again' }, this.words.again));
    }
  }

  private async read(parent: LookUpEntry | undefined, signal: AbortSignal): Promise<readonly LookUpEntry[]> {
    const entries: LookUpEntry[] = [];
    const lookUp = this.lookUp();
    for (;;) {
      const page = await lookUp?.find({ text: '', ...(parent === undefined ? {} : { parent: parent.value }), offset: entries.length, limit: PAGE, answers: this.context.answers, signal });
      if (!page || page.entries.length === 0) return entries;
      entries.push(...page.entries);
      if (page.entries.length < PAGE || entries.length >= Math.min(page.total ?? Infinity, MOST_ENTRIES)) return entries;
    }
  }

  /** What is out of use is not offered; the one that is stored stays to be seen. */
  private addLevel(parent: LookUpEntry | undefined, all: readonly LookUpEntry[], chosen: LookUpEntry | undefined): Level {
    const { context, levels, id } = this;
    const today = todayOf(context);
    const offered = all.filter((entry) => isOffered(entry, today) || same(entry.value, chosen?.value));
    const entries = chosen && !offered.some((entry) => same(entry.value, chosen.value)) ? [...offered, chosen] : offered;
    const select = make('select', { class: 'input', id: `${id}-level-${levels.length}` }, make('option', { value: '' }, context.words.choose), ...entries.map(({ label }, index) => make('option', { value: String(index) }, label)));
    select.value = chosen ? String(entries.findIndex((entry) => same(entry.value, chosen.value))) : '';
    const box = make('div', { class: 'part' }, make('label', { class: 'part-label', for: select.id }, this.levelTitle(levels.length)), select);
    const level: Level = { parent, box, select, entries };
    levels.push(level);
    this.element.append(box);
    setAttribute(select, 'aria-required', this.node?.required === true ? 'true' : undefined);
    return level;
  }

  private levelTitle(index: number): string {
    const titles = this.node?.widgetOptions?.['levels'];
    const title: unknown = Array.isArray(titles) ? titles[index] : undefined;
    return localize(title as Parameters<typeof localize>[0], this.context.locale) || this.words.level({ position: index + 1 });
  }
}
