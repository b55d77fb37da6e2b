/** What is drawn, through shadow roots, and where; shared by the checks that run in the page. */

/** An element and everything below it, in the order of the document. */
export function everyElement(root: ParentNode): HTMLElement[] {
  return Array.from(root.querySelectorAll<HTMLElement>('*')).flatMap((element) => [element, ...(element.shadowRoot ? everyElement(element.shadowRoot) : [])]);
}

export const parentOf = (element: Element): Element | null => {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
};

export function ancestorsOf(element: Element): Element[] {
  const parent = parentOf(element);
  return parent === null ? [] : [parent, ...ancestorsOf(parent)];
}

/** Drawn for the eye: not hidden, and not kept for readers alone. */
export function isSeen(element: Element): boolean {
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1 && ![element, ...ancestorsOf(element)].some((one) => getComputedStyle(one).clipPath === 'inset(50%)');
}

/** How a finding names the element it is about. */
export function nameOf(element: Element): string {
  const question = [element, ...ancestorsOf(element)].map((one) => one.getAttribute('data-pointer')).find((pointer) => pointer !== null);
  const classes = Array.from(element.classList).map((name) => `.${name}`).join('');
  const text = (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 24);
  return `${element.localName}${element.id === '' ? '' : `#${element.id}`}${classes}${question === undefined ? '' : ` at ${String(question)}`}${text === '' ? '' : ` “${text}”`}`;
}

/** The pieces of text that an element itself holds, with the boxes they take up. */
export function textsOf(element: Element): { readonly text: string; readonly boxes: readonly DOMRect[] }[] {
  return Array.from(element.childNodes).flatMap((node) => {
    const text = node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '').trim() : '';
    if (text === '') return [];
    const range = document.createRange();
    range.selectNodeContents(node);
    return [{ text, boxes: Array.from(range.getClientRects()).filter(({ width, height }) => width > 0 && height > 0) }];
  });
}

/** The element at a point, inside shadow roots as well. */
export function deepestAt(x: number, y: number): Element | null {
  let found = document.elementFromPoint(x, y);
  while (found?.shadowRoot) {
    const inner = found.shadowRoot.elementFromPoint(x, y);
    if (inner === null || inner === found) break;
    found = inner;
  }
  return found;
}

/** What has the focus, inside shadow roots as well. */
export function focused(): Element | null {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found;
}

export const isInside = (element: Element, around: Element): boolean => element === around || ancestorsOf(element).includes(around);
