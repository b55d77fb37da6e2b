import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A finger's `mousedown` and `click` follow its `pointerup` after a moment. */
const AFTER_TOUCH_MS = 80;

/**
 * Holds back what moves the page while a pointer is down. Pressing a button takes the focus from a field; were the field's error
 * drawn at once, the button would slide away between `mousedown` and `mouseup` and the click would be lost.
 */
export class PointerHold implements ReactiveController {
  private down = false;
  private waiting: (() => void)[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** Runs the task now, or after the click that is under way. */
  run(task: () => void): void {
    if (this.down) this.waiting.push(task);
    else task();
  }

  hostConnected(): void {
    addEventListener('pointerdown', this.press, { capture: true });
    addEventListener('pointerup', this.release, { capture: true });
    addEventListener('pointercancel', this.release, { capture: true });
  }

  hostDisconnected(): void {
    removeEventListener('pointerdown', this.press, { capture: true });
    removeEventListener('pointerup', this.release, { capture: true });
    removeEventListener('pointercancel', this.release, { capture: true });
    clearTimeout(this.timer);
    this.settle();
  }

  private readonly press = (): void => {
    clearTimeout(this.timer);
    this.down = true;
  };

  private readonly release = (event: PointerEvent): void => {
    this.timer = setTimeout(this.settle, event.pointerType === 'mouse' ? 0 : AFTER_TOUCH_MS);
  };

  private readonly settle = (): void => {
    this.down = false;
    const tasks = this.waiting;
    this.waiting = [];
    for (const task of tasks) task();
  };
}
