/** How long a piece of work may take, in milliseconds: with drawing there is room for it in a frame. */
const SLICE_MS = 8;

interface Scheduler { readonly yield?: () => Promise<void> }

/** Lets the page answer keys and draw. Timers that follow each other would be held back by four milliseconds each. */
function turnOfOthers(): Promise<void> {
  const { scheduler } = globalThis as { readonly scheduler?: Scheduler };
  if (scheduler?.yield !== undefined) return scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}

/**
 * Parts long work into pieces.
 *
 * @example const slices = new TimeSlices(); for (const line of lines) { read(line); if (slices.isOver) await slices.next(); }
 */
export class TimeSlices {
  private until = performance.now() + SLICE_MS;

  get isOver(): boolean {
    return performance.now() >= this.until;
  }

  async next(): Promise<void> {
    await turnOfOthers();
    this.until = performance.now() + SLICE_MS;
  }
}
