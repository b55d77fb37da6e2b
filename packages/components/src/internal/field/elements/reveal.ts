const folded = new WeakMap<Element, () => void>();

/** Says how a box that may be out of sight, such as a panel behind another, is brought to the front. */
export function canReveal(box: Element, reveal: () => void): void {
  folded.set(box, reveal);
}

/** Brings everything around an element into sight, so that it can take the focus. */
export function revealAround(element: Element): void {
  for (let at: Element | null = element; at !== null; at = at.parentElement) folded.get(at)?.();
}
