import type { CSSResult, ReactiveController, ReactiveControllerHost } from 'lit';
import { parentOf } from './ancestors.js';

/**
 * Page size and margins for printing an element. `@page` in the sheet of a shadow root has no effect, so the sheet stands on the
 * document while printing, and only then: the page's own print settings are back afterwards. What stands inside another element that sets them is printed on its
 * paper: the answers in a project file are no paper of their own.
 */
export class PrintPage implements ReactiveController {
  private static readonly setters = new WeakSet<Element>();

  constructor(private readonly host: ReactiveControllerHost & Element, private readonly sheet: CSSResult, private readonly wanted: () => boolean = () => true) {
    host.addController(this);
    PrintPage.setters.add(host);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.adopt);
    addEventListener('afterprint', this.remove);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.adopt);
    removeEventListener('afterprint', this.remove);
    this.remove();
  }

  private readonly adopt = (): void => {
    const { styleSheet } = this.sheet;
    if (!styleSheet || !this.wanted() || this.isInside() || document.adoptedStyleSheets.includes(styleSheet)) return;
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, styleSheet];
  };

  private isInside(): boolean {
    for (let at = parentOf(this.host); at !== null; at = parentOf(at)) if (PrintPage.setters.has(at)) return true;
    return false;
  }

  private readonly remove = (): void => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.sheet.styleSheet);
  };
}
