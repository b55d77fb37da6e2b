/** What the elements that the editor draws in itself tell is theirs: a host would take it for the editor's. */
const INNER_EVENTS = ['cobuild-input', 'cobuild-change', 'cobuild-submit', 'cobuild-problems', 'cobuild-step', 'cobuild-remark', 'cobuild-action', 'cobuild-object'] as const;

/** Lets nothing out of a box that the elements in it tell. May be called at each draw: the same listener is added once. */
export function keepInside(box: Element): void {
  for (const name of INNER_EVENTS) box.addEventListener(name, stop);
}

const stop = (event: Event): void => {
  event.stopPropagation();
  event.preventDefault();
};
