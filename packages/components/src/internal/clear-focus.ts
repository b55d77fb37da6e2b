import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Keeps a bar that sticks to the foot of the window off what has the focus (WCAG 2.4.11). Browsers scroll to a text by its caret and take no notice of
 * `scroll-margin` there, so that a field may stay half under the bar; where it does, it is moved above.
 *
 * A press of the mouse moves only what is typed in: a button that goes away under the pointer would not be pressed.
 */
export class ClearFocus implements ReactiveController {
  /** @param bar - Selector of the bar within the host's root. */
  constructor(private readonly host: ReactiveControllerHost & HTMLElement, private readonly bar: string) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.addEventListener('focusin', this.later);
  }

  hostDisconnected(): void {
    this.host.removeEventListener('focusin', this.later);
  }

  /** The browser scrolls after it has told of the focus. */
  private readonly later = (): void => {
    requestAnimationFrame(() => {
      const focused = this.host.shadowRoot?.activeElement;
      const bar = this.host.shadowRoot?.querySelector(this.bar);
      if (!focused?.matches(':focus-visible') || !bar || bar.contains(focused)) return;
      if (isCovered(focused.getBoundingClientRect(), bar.getBoundingClientRect())) focused.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    });
  };
}

function isCovered(what: DOMRect, by: DOMRect): boolean {
  return what.bottom > by.top && what.top < by.bottom && what.right > by.left && what.left < by.right;
}
