/** Work in steps of at most a few milliseconds: between two of them a page may do something else, or give the work up. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** Rows that a loop over all cases goes through before it lets others have their turn: a millisecond or two. */
export const BLOCK = 1 << 12;

/** Does all steps at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
