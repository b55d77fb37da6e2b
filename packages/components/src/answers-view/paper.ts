import type { CSSResult, TemplateResult } from 'lit';
import { adoptStyles, render } from 'lit';
import { sharedStyles } from '../internal/styles.js';
import { themeSheets } from '../internal/theme-sheets.js';
import { paperOnlySheet, paperPageSheet, paperStyles } from './paper.styles.js';

/** Sheets of the document while a paper is up: an `@page` in a shadow root has no effect. */
const documentSheets: readonly CSSResult[] = [paperPageSheet, paperOnlySheet];

let takeDown: (() => void) | undefined;

/**
 * Prints something that does not stand on the page. It is put behind everything else, for paper only, and taken away after printing; so it makes no
 * difference in which shadow root the element that asks for it stands. A paper that is still up makes way.
 */
export function printPaper(content: TemplateResult, lang: string): void {
  takeDown?.();
  const host = document.createElement('div');
  host.className = 'cobuild-paper';
  host.lang = lang;
  const root = host.attachShadow({ mode: 'open' });
  adoptStyles(root, [...sharedStyles, themeSheets.neutral, paperStyles]);
  render(content, root);
  document.body.append(host);
  const sheets = documentSheets.flatMap(({ styleSheet }) => (styleSheet ? [styleSheet] : []));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...sheets];
  takeDown = () => {
    takeDown = undefined;
    removeEventListener('afterprint', after);
    host.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => !sheets.includes(sheet));
  };
  const after = (): void => takeDown?.();
  addEventListener('afterprint', after);
  print();
}
