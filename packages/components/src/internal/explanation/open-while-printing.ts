import type { LitElement, ReactiveController } from 'lit';

/** Paper cannot be clicked: everything folded is open while printing and as it was afterwards. */
export class OpenWhilePrinting implements ReactiveController {
  private folded: readonly HTMLDetailsElement[] = [];

  constructor(private readonly element: LitElement) {
    element.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.unfold);
    addEventListener('afterprint', this.fold);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.unfold);
    removeEventListener('afterprint', this.fold);
  }

  private readonly unfold = (): void => {
    this.folded = Array.from(this.element.renderRoot.querySelectorAll<HTMLDetailsElement>('details:not([open])'));
    for (const details of this.folded) details.open = true;
  };

  private readonly fold = (): void => {
    for (const details of this.folded) details.open = false;
    this.folded = [];
  };
}
