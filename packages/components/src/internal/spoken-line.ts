import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A pause, so that a reader hears the outcome of typing and not every letter's. */
const AFTER_MS = 500;

/** Text of a polite live region that follows another text with a delay; what is there at the beginning is not announced. */
export class SpokenLine implements ReactiveController {
  text = '';
  private latest: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly element: ReactiveControllerHost) {
    element.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
  }

  /** While drawing: the text as it would be now. */
  say(text: string): void {
    const isFirst = this.latest === undefined;
    if (text === this.latest) return;
    this.latest = text;
    clearTimeout(this.timer);
    if (isFirst) return;
    this.timer = setTimeout(() => {
      this.text = text;
      this.element.requestUpdate();
    }, AFTER_MS);
  }
}
