import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Text of a live region. What is there when the page opens is not announced, nor the same in other words (another language); a change of what it is
 * about is, one task later: readers miss texts that come together with their region.
 */
export class SpokenChange implements ReactiveController {
  text = '';
  private known: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly element: ReactiveControllerHost) {
    element.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
  }

  /** While drawing. @param about - The same for the same status, in whatever language. */
  say(about: string, text: string): void {
    const before = this.known;
    if (before === about) return;
    this.known = about;
    clearTimeout(this.timer);
    if (before === undefined) return;
    this.timer = setTimeout(() => {
      this.text = text;
      this.element.requestUpdate();
    });
  }
}
