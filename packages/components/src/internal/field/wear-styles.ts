import type { CSSResult } from 'lit';
import { adoptStyles, supportsAdoptingStyleSheets } from 'lit';

const worn = new WeakMap<Node, Set<CSSResult>>();

/** The sheets that were added to a shadow root; they have to be named again where all its sheets are set. */
export const wornStyles = (root: Node): readonly CSSResult[] => Array.from(worn.get(root) ?? []);

/** Adds a sheet to those of a shadow root, once; a field outside of any is left to the page's own sheets. */
export function wearStyles(root: HTMLElement | DocumentFragment, styles: CSSResult): void {
  if (!(root instanceof ShadowRoot)) return;
  const known = worn.get(root) ?? new Set();
  worn.set(root, known);
  const { styleSheet } = styles;
  if (known.has(styles) || (styleSheet && root.adoptedStyleSheets.includes(styleSheet))) return;
  known.add(styles);
  if (supportsAdoptingStyleSheets && styleSheet) root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
  // Browsers without sheets in script get a `style` element, as for the styles of the element itself.
  else adoptStyles(root, [styles]);
}
