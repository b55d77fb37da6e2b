import type { LitElement } from 'lit';

const mounted: Element[] = [];

/** Takes away what the tests put on the page. */
export function unmountAll(): void {
  for (const element of mounted.splice(0)) element.remove();
}

/** Puts an element with these properties on the page until the test ends, drawn. */
export async function mount<T extends LitElement>(tag: string, properties: Partial<T>, parent: Element = document.body): Promise<T> {
  const element = document.createElement(tag) as unknown as T;
  Object.assign(element, properties);
  parent.append(element);
  mounted.push(element);
  await element.updateComplete;
  return element;
}

/** Puts plain markup on the page until the test ends, as the parser of a page would make it. */
export async function mountMarkup(markup: string): Promise<HTMLElement> {
  const box = document.createElement('div');
  box.append(document.createRange().createContextualFragment(markup));
  document.body.append(box);
  mounted.push(box);
  for (const element of Array.from(box.querySelectorAll('*'))) if ('updateComplete' in element) await element.updateComplete;
  return box;
}

/** The element in a shadow root (or below an element) that the test is about. */
export function find<T extends Element = HTMLElement>(element: LitElement | Element, selector: string): T {
  const root = 'renderRoot' in element ? element.renderRoot : element;
  const found = root.querySelector<T>(selector);
  if (!found) throw new Error(`Nothing matches ${selector}`);
  return found;
}

/** Every element below, also in shadow roots, that carries a `style` attribute or is a `style` element: a strict policy blocks both. */
export function inlineStyles(root: ParentNode): string[] {
  return Array.from(root.querySelectorAll('*')).flatMap((element) => [
    ...(element.hasAttribute('style') || element.localName === 'style' ? [element.outerHTML] : []),
    ...(element.shadowRoot ? inlineStyles(element.shadowRoot) : []),
  ]);
}
