import type { CSSResult, ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Page size and margins for printing an element. `@page` in the sheet of a shadow root has no effect, so the sheet stands on the
 * document while printing, and only then: the page's own print settings are back afterwards.
 */
export class PrintPage implements ReactiveController {
  constructor(host: ReactiveControllerHost, private readonly sheet: CSSResult, private readonly wanted: () => boolean = () => true) {
    host.addController(this);
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
    if (!styleSheet || !this.wanted() || document.adoptedStyleSheets.includes(styleSheet)) return;
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, styleSheet];
  };

  private readonly remove = (): void => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.sheet.styleSheet);
  };
}
