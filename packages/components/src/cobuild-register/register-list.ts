import type { EventActor, Locale } from '@cobuild/core';
import type { AssessedEntry } from '@cobuild/rules';
import { inSlices } from '../internal/slices.js';
import type { RegisterLine, RegisterLines } from './register-lines.js';
import { lineSteps } from './register-lines.js';
import type { RegisterMarks, RegisterPlan } from './register-settings.js';
import type { RegisterFilter, RegisterSort } from './register-view.js';
import { NO_FILTER, filterLines, sortedSteps } from './register-view.js';

export interface Progress { readonly done: number; readonly of: number }

/** What the order and the filter by grade read besides the lines. */
export interface Assessed { readonly items: ReadonlyMap<string, AssessedEntry> | undefined; readonly marks: RegisterMarks }

const NOTHING: RegisterLines = { columns: [], lines: [], towns: [], units: [], named: (id) => id, left: 0 };

/** The entries of a register with what is looked for, their order and the page that is shown. Long work is done in slices; `changed` is called when there is more to see. */
export class RegisterList {
  read = NOTHING;
  /** While the entries are read. */
  reading: Progress | undefined;
  sorting = false;
  filter: RegisterFilter = NO_FILTER;
  sort: RegisterSort | undefined;
  page = 0;
  pageSize = 50;
  private ordered: readonly RegisterLine[] = [];
  private found: readonly RegisterLine[] = [];
  private locale: Locale = 'zh-CN';
  private grades: readonly string[] = [];
  private assessed: Assessed = { items: undefined, marks: {} };
  private stopReading = (): void => undefined;
  private stopSorting = (): void => undefined;

  constructor(private readonly changed: () => void) {}

  /** The lines that match, in their order. */
  get matches(): readonly RegisterLine[] {
    return this.found;
  }

  get pages(): number {
    return Math.max(1, Math.ceil(this.found.length / this.pageSize));
  }

  /** The lines of the page. */
  get shown(): readonly RegisterLine[] {
    return this.found.slice(this.page * this.pageSize, (this.page + 1) * this.pageSize);
  }

  start(plan: RegisterPlan, cases: readonly unknown[], actor: EventActor | undefined, locale: Locale): void {
    this.stop();
    this.locale = locale;
    this.grades = plan.grading?.grades.map(({ id }) => id) ?? [];
    this.stopReading = inSlices(lineSteps(plan, cases, actor, locale), {
      onProgress: (done) => {
        this.reading = { done, of: cases.length };
        this.changed();
      },
      onDone: (read) => {
        this.reading = undefined;
        this.read = read;
        this.putInOrder();
        this.changed();
      },
    });
  }

  stop(): void {
    this.stopReading();
    this.stopSorting();
    this.reading = undefined;
    this.sorting = false;
  }

  lookFor(filter: Partial<RegisterFilter>): void {
    this.filter = { ...this.filter, ...filter };
    this.page = 0;
    this.refilter();
  }

  sortBy(sort: RegisterSort | undefined): void {
    this.sort = sort;
    this.page = 0;
    this.putInOrder();
    this.changed();
  }

  turnTo(page: number): void {
    this.page = Math.max(0, Math.min(page, this.pages - 1));
    this.changed();
  }

  resize(size: number): void {
    const first = this.page * this.pageSize;
    this.pageSize = size;
    this.turnTo(Math.floor(first / size));
  }

  /** New marks or grades: what is filtered by grade changes at once; the order stays, or rows would run away from whoever types. */
  assess(assessed: Assessed, isWorkedOut: boolean): void {
    this.assessed = assessed;
    if (!isWorkedOut) return;
    if (this.sort !== undefined && !this.sort.key.startsWith('column')) this.putInOrder();
    else this.refilter();
  }

  private putInOrder(): void {
    this.stopSorting();
    const { lines, columns } = this.read;
    if (this.sort === undefined) return this.take(lines);
    this.sorting = true;
    const context = { ...this.assessed, numbers: columns.map(({ isNumber }) => isNumber), grades: this.grades, order: new Intl.Collator(this.locale, { numeric: true }) };
    this.stopSorting = inSlices(sortedSteps(lines, this.sort, context), { onDone: (ordered) => this.take(ordered) });
  }

  private take(ordered: readonly RegisterLine[]): void {
    this.sorting = false;
    this.ordered = ordered;
    this.refilter();
  }

  private refilter(): void {
    this.found = filterLines(this.ordered, this.filter, this.assessed.items);
    this.page = Math.min(this.page, this.pages - 1);
    this.changed();
  }
}
