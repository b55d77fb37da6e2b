import type { Problem } from '../problems/problem.js';
import { movedPointer } from './edit-answers.js';

/** Which problems a person has reason to see: those of fields they left, of steps they asked about, and those from outside. */
export class ShownProblems {
  private touched = new Set<string>();
  private steps = new Set<string>();
  private all = false;
  private outside: readonly Problem[] = [];

  get external(): readonly Problem[] {
    return this.outside;
  }
  /** Whether all problems were asked for, as on submitting. */
  get everything(): boolean {
    return this.all;
  }

  touch(pointer: string): boolean {
    if (this.touched.has(pointer)) return false;
    this.touched.add(pointer);
    return true;
  }
  show(stepId: string | undefined): void {
    if (stepId === undefined) this.all = true;
    else this.steps.add(stepId);
  }
  isStepShown(stepId: string | undefined): boolean {
    return this.all || (stepId !== undefined && this.steps.has(stepId));
  }
  isShown(pointer: string, stepId: string | undefined): boolean {
    return this.touched.has(pointer) || this.isStepShown(stepId);
  }
  setExternal(problems: readonly Problem[]): void {
    this.outside = problems;
  }
  /** What came from outside about a field is out of date once the field, something in it or something around it changed. */
  changed(pointer: string): void {
    const about = (other: string): boolean => other === pointer || other.startsWith(`${pointer}/`) || pointer.startsWith(`${other}/`);
    if (this.outside.some((problem) => about(problem.pointer))) this.outside = this.outside.filter((problem) => !about(problem.pointer));
  }
  /** Items of a list got other places, and what is known about them goes with them. */
  moved(list: string, placeOf: (index: number) => number | undefined): void {
    const moved = [...this.touched].map((pointer) => movedPointer(pointer, list, placeOf));
    this.touched = new Set(moved.filter((pointer): pointer is string => pointer !== undefined));
    this.outside = this.outside.flatMap((problem) => {
      const pointer = movedPointer(problem.pointer, list, placeOf);
      if (pointer === undefined || pointer === list) return [];
      return [pointer === problem.pointer ? problem : { ...problem, pointer }];
    });
  }
  clear(): void {
    this.touched.clear();
    this.steps.clear();
    this.all = false;
    this.outside = [];
  }
}
