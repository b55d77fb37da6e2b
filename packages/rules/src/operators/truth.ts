import type { Truth } from '@cobuild/core';

/** Kleene's not: what is unknown stays unknown. */
export function notTruth(truth: Truth): Truth {
  return truth === 'unknown' ? 'unknown' : !truth;
}

/** Whether the test holds for every item: one false settles it, else one unknown leaves it open. No items: true. */
export function everyTruth<T>(items: readonly T[], test: (item: T) => Truth): Truth {
  let result: Truth = true;
  for (const item of items) {
    const truth = test(item);
    if (truth === false) return false;
    if (truth === 'unknown') result = 'unknown';
  }
  return result;
}

/** Whether the test holds for some item: one true settles it, else one unknown leaves it open. No items: false. */
export function someTruth<T>(items: readonly T[], test: (item: T) => Truth): Truth {
  let result: Truth = false;
  for (const item of items) {
    const truth = test(item);
    if (truth === true) return true;
    if (truth === 'unknown') result = 'unknown';
  }
  return result;
}
