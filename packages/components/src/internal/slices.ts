/** How long one piece of work may take: short enough that a key typed meanwhile is drawn in the frame after next. */
const SLICE_MS = 12;

export interface SlicedWork<Progress, Result> {
  /** After each piece but the last, with the latest progress. */
  readonly onProgress?: (progress: Progress) => void;
  readonly onDone: (result: Result) => void;
}

/**
 * Does long work in pieces, and lets the page answer keys and draw in between. The first piece is done at once, so that short work is done when this returns.
 *
 * @param work - Yields often: a step should take a millisecond or two.
 * @returns Stops the work; nothing is told afterwards.
 * @example const stop = inSlices(assessmentSteps(grading, entries), { onProgress: show, onDone: keep });
 */
export function inSlices<Progress, Result>(work: Generator<Progress, Result>, { onProgress, onDone }: SlicedWork<Progress, Result>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const piece = (): void => {
    timer = undefined;
    const end = performance.now() + SLICE_MS;
    for (;;) {
      const step = work.next();
      if (step.done === true) return onDone(step.value);
      if (performance.now() < end) continue;
      timer = setTimeout(piece);
      return onProgress?.(step.value);
    }
  };
  piece();
  return () => clearTimeout(timer);
}

/** Items that are sorted in one go; merging goes on from there. */
const RUN = 512;

/** A stable sort that can be interrupted; yields how many comparisons' worth of items were moved. */
export function* sortSteps<T>(items: readonly T[], compare: (a: T, b: T) => number): Generator<undefined, readonly T[]> {
  let runs: (readonly T[])[] = [];
  for (let from = 0; from < items.length; from += RUN) {
    runs.push(items.slice(from, from + RUN).sort(compare));
    yield undefined;
  }
  while (runs.length > 1) {
    const merged: (readonly T[])[] = [];
    for (let index = 0; index < runs.length; index += 2) merged.push(yield* mergeSteps(runs[index] ?? [], runs[index + 1] ?? [], compare));
    runs = merged;
  }
  return runs[0] ?? [];
}

function* mergeSteps<T>(left: readonly T[], right: readonly T[], compare: (a: T, b: T) => number): Generator<undefined, readonly T[]> {
  const merged: T[] = [];
  let [a, b] = [0, 0];
  while (a < left.length && b < right.length) {
    const [first, second] = [left[a] as T, right[b] as T];
    if (compare(first, second) <= 0) {
      merged.push(first);
      a += 1;
    } else {
      merged.push(second);
      b += 1;
    }
    if (merged.length % RUN === 0) yield undefined;
  }
  for (; a < left.length; a += 1) merged.push(left[a] as T);
  for (; b < right.length; b += 1) merged.push(right[b] as T);
  return merged;
}
