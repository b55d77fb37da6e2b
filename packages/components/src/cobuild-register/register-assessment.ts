import type { Case, Locale, Problem } from '@cobuild/core';
import type { EnteredMark, ReadMarks, RegisterAssessment, RegisterEntry, Sheet } from '@cobuild/rules';
import { assessmentSteps, markSteps, marksFromCells } from '@cobuild/rules';
import { inSlices } from '../internal/slices.js';
import type { Progress } from './register-list.js';
import type { RegisterLine } from './register-lines.js';
import type { RegisterMarks, RegisterPlan } from './register-settings.js';

/** What was read last, from the clipboard or a file. */
export interface TakenMarks { readonly rows: number; readonly problems: readonly Problem[] }

/** A cell in which stands what is no mark. */
export interface RefusedCell { readonly value: string; readonly message: string }

const cellKey = (id: string, input: string): string => `${input}\n${id}`;

/** Marks that are entered and what comes of them. The rules read and decide; here is kept what the person typed. */
export class RegisterAssessmentDesk {
  /** By entry; changed in place, for a copy of 35,000 at each key would be felt. */
  private entered: Record<string, Readonly<Record<string, number | null>>> = {};
  result: RegisterAssessment | undefined;
  /** Marks were changed after `result` was worked out. */
  isStale = false;
  working: Progress | undefined;
  importing: Progress | undefined;
  taken: TakenMarks | undefined;
  readonly refused = new Map<string, RefusedCell>();
  private typed = new Map<string, EnteredMark>();
  private stopWork = (): void => undefined;

  constructor(private readonly changed: (isWorkedOut: boolean) => void) {}

  /** Those that were given, with what was typed over them. */
  get marks(): RegisterMarks {
    return this.entered;
  }

  /** Marks to save. */
  get unsaved(): readonly EnteredMark[] {
    return [...this.typed.values()];
  }

  /** New marks of the host: what was typed is in them, or was given up. */
  give(marks: RegisterMarks): void {
    // Without a prototype: an entry may be called as the page likes.
    this.entered = Object.assign(Object.create(null), marks) as typeof this.entered;
    this.typed.clear();
    this.refused.clear();
    if (this.result !== undefined) this.isStale = true;
  }

  stop(): void {
    this.stopWork();
    this.working = undefined;
    this.importing = undefined;
    this.changed(false);
  }

  refusedAt(id: string, input: string): RefusedCell | undefined {
    return this.refused.get(cellKey(id, input));
  }

  /** One cell that was typed into. */
  type(id: string, input: string, value: string, plan: RegisterPlan, locale: Locale): void {
    const found = plan.inputs.filter((each) => each.id === input);
    if (value.trim() === '') return this.keep({ marks: [{ id, input, mark: null }], problems: [], rows: 1 }, true);
    const read = marksFromCells([id], found, [[value]], { locale, range: plan.range });
    const [problem] = read.problems;
    if (problem === undefined) return this.keep(read, true);
    // The cell itself is the place.
    this.refused.set(cellKey(id, input), { value, message: problem.message.replace(/^[^：:]*[：:]\s*/, '') });
    this.changed(false);
  }

  /** Cells of a spreadsheet, from one entry and input on. */
  paste(cells: Sheet, from: readonly RegisterLine[], input: string, plan: RegisterPlan, locale: Locale): void {
    const first = plan.inputs.findIndex(({ id }) => id === input);
    this.keep(marksFromCells(from.map(({ entry }) => entry.id), plan.inputs.slice(first), cells, { locale, range: plan.range }), false);
  }

  /** A sheet that names its entries. */
  import(sheet: Sheet, known: ReadonlyMap<string, Case>, plan: RegisterPlan, document: string, locale: Locale): void {
    if (plan.grading === undefined) return;
    this.stopWork();
    const grading = { ...plan.grading, inputs: [...plan.inputs] };
    this.stopWork = inSlices(markSteps(grading, known, sheet, { document, locale, range: plan.range }), {
      onProgress: (done) => {
        this.importing = { done, of: sheet.length - 1 };
        this.changed(false);
      },
      onDone: (read) => {
        this.importing = undefined;
        this.keep(read, false);
      },
    });
  }

  /** Grades and rewards, group by group. */
  workOut(lines: readonly RegisterLine[], plan: RegisterPlan, locale: Locale, onDone: (result: RegisterAssessment) => void): void {
    if (plan.grading === undefined) return;
    this.stopWork();
    const { grading, pay, potPer } = plan;
    const entries = lines.map(({ entry, town, unit }): RegisterEntry => ({
      id: entry.id, group: potPer === 'all' ? '' : potPer === 'town' ? town : unit, marks: this.marks[entry.id] ?? {}, ...(pay === undefined ? {} : { facts: { ...entry.answers, ...entry.facts } }),
    }));
    this.stopWork = inSlices(assessmentSteps(grading, entries, { locale, ...(pay === undefined ? {} : { pay }) }), {
      onProgress: (working) => {
        this.working = working;
        this.changed(false);
      },
      onDone: (result) => {
        this.working = undefined;
        this.result = result;
        this.isStale = false;
        onDone(result);
        this.changed(true);
      },
    });
  }

  private keep({ marks, problems, rows }: ReadMarks, isOneCell: boolean): void {
    for (const mark of marks) {
      const { id, input } = mark;
      this.entered[id] = { ...this.entered[id], [input]: mark.mark };
      this.typed.set(cellKey(id, input), mark);
      this.refused.delete(cellKey(id, input));
    }
    if (!isOneCell) this.taken = { rows, problems };
    if (this.result !== undefined && marks.length > 0) this.isStale = true;
    this.changed(false);
  }
}
