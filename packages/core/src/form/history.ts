import type { Answers } from './answers.js';
import type { Choices } from './choices.js';

/** Steps that can be undone; older ones are forgotten. */
const MOST_STEPS = 200;

/** What a step of undo brings back. */
export interface Filled { readonly answers: Answers; readonly choices: Choices }

/** Earlier and later answers. Changes of one field in a row are one step, until the person leaves the field. */
export class History {
  private past: Filled[] = [];
  private future: Filled[] = [];
  private group: string | undefined;

  /** @param group - Name of what is being edited; `undefined` makes a step of its own. */
  record(before: Filled, group: string | undefined): void {
    if (group === undefined || group !== this.group) this.past = [...this.past.slice(1 - MOST_STEPS), before];
    this.group = group;
    this.future = [];
  }

  /** The next change begins a new step, also in the same field. */
  endGroup(): void {
    this.group = undefined;
  }

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  get canRedo(): boolean {
    return this.future.length > 0;
  }

  undo(now: Filled): Filled | undefined {
    return this.shift(this.past, this.future, now);
  }

  redo(now: Filled): Filled | undefined {
    return this.shift(this.future, this.past, now);
  }

  clear(): void {
    this.past = [];
    this.future = [];
    this.group = undefined;
  }

  private shift(from: Filled[], to: Filled[], now: Filled): Filled | undefined {
    const filled = from.pop();
    if (filled === undefined) return undefined;
    to.push(now);
    this.group = undefined;
    return filled;
  }
}
