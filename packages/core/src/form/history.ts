import type { Answers } from './answers.js';

/** Steps that can be undone; older ones are forgotten. */
const MOST_STEPS = 200;

/** Earlier and later answers. Changes of one field in a row are one step, until the person leaves the field. */
export class History {
  private past: Answers[] = [];
  private future: Answers[] = [];
  private group: string | undefined;

  /** @param group - Name of what is being edited; `undefined` makes a step of its own. */
  record(before: Answers, group: string | undefined): void {
    if (group === undefined || group !== this.group) this.past = [...this.past.slice(1 - MOST_STEPS), before];
    this.group = group;
    this.future = [];
  }

  /** The next change begins a new step, also in the same field. */
  endGroup(): void {
    this.group = undefined;
  }

  undo(now: Answers): Answers | undefined {
    return this.shift(this.past, this.future, now);
  }

  redo(now: Answers): Answers | undefined {
    return this.shift(this.future, this.past, now);
  }

  clear(): void {
    this.past = [];
    this.future = [];
    this.group = undefined;
  }

  private shift(from: Answers[], to: Answers[], now: Answers): Answers | undefined {
    const answers = from.pop();
    if (answers === undefined) return undefined;
    to.push(now);
    this.group = undefined;
    return answers;
  }
}
