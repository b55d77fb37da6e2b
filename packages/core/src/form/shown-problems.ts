import type { Problem } from '../problems/problem.js';

/** Where other problems may be shown than before: at pointers, inside lists, everywhere. */
export interface ShownChanges { readonly pointers: ReadonlySet<string>; readonly lists: ReadonlySet<string>; readonly all: boolean }

/** Which problems a person has reason to see: those of fields they left, of steps they asked about, and those from outside. */
export class ShownProblems {
  private touched = new Set<string>();
  private steps = new Set<string>();
  private all = false;
  private outside: readonly Problem[] = [];
  private changedPointers = new Set<string>();
  private changedLists = new Set<string>();
  private allChanged = false;
  private changes = 0;

  /** Another number whenever other problems may be shown than before. */
  get version(): number {
    return this.changes;
  }
  get external(): readonly Problem[] {
    return this.outside;
  }
  /** Whether nobody has reason to see any problem of a field yet, as on a page that was just opened. */
  get none(): boolean {
    return !this.anyStep && this.touched.size === 0;
  }
  /** Whether any step was asked about. */
  get anyStep(): boolean {
    return this.all || this.steps.size > 0;
  }

  touch(pointer: string): boolean {
    if (this.touched.has(pointer)) return false;
    this.touched.add(pointer);
    this.changedPointers.add(pointer);
    this.changes += 1;
    return true;
  }
  show(stepId: string | undefined): void {
    if (this.isStepShown(stepId)) return;
    if (stepId === undefined) this.all = true;
    else this.steps.add(stepId);
    this.allChanged = true;
    this.changes += 1;
  }
  isStepShown(stepId: string | undefined): boolean {
    return this.all || (stepId !== undefined && this.steps.has(stepId));
  }
  isShown(pointer: string, stepId: string | undefined): boolean {
    return this.isStepShown(stepId) || this.touched.has(pointer);
  }
  setExternal(problems: readonly Problem[]): void {
    if (this.outside.length === 0 && problems.length === 0) return;
    for (const { pointer } of [...this.outside, ...problems]) this.changedPointers.add(pointer);
    this.outside = problems;
    this.changes += 1;
  }
  /** What came from outside about a field is out of date once the field, something in it or something around it changed. */
  changed(pointer: string): void {
    const about = (other: string): boolean => other === pointer || other.startsWith(`${pointer}/`) || pointer.startsWith(`${other}/`);
    if (this.outside.some((problem) => about(problem.pointer))) this.setExternal(this.outside.filter((problem) => !about(problem.pointer)));
  }
  /**
   * Answers got other places, items of a list or named ones, and what is known about them goes with them.
   *
   * @param around - The list that they are in.
   */
  moved(around: string, placeOf: (pointer: string) => string | undefined): void {
    const moved = [...this.touched].map(placeOf);
    this.touched = new Set(moved.filter((pointer): pointer is string => pointer !== undefined));
    this.changedLists.add(around);
    this.changes += 1;
    this.setExternal(
      this.outside.flatMap((problem) => {
        const pointer = placeOf(problem.pointer);
        if (pointer === undefined || pointer === around) return [];
        return [pointer === problem.pointer ? problem : { ...problem, pointer }];
      }),
    );
  }
  clear(): void {
    this.touched.clear();
    this.steps.clear();
    this.all = false;
    this.allChanged = true;
    this.changes += 1;
    this.setExternal([]);
  }
  /** What changed since this was last asked. */
  takeChanges(): ShownChanges {
    const changes = { pointers: this.changedPointers, lists: this.changedLists, all: this.allChanged };
    this.changedPointers = new Set();
    this.changedLists = new Set();
    this.allChanged = false;
    return changes;
  }
}
