/** At most so many requests of one person in any window; counts are forgotten with the process. */
export class RateLimit {
  readonly #windows = new Map<string, { readonly since: number; count: number }>();

  /** @param most - Requests of one key in a window. */
  constructor(private readonly most: number, private readonly windowMs: number, private readonly now: () => Date) {}

  /** Counts a request. `undefined` where it may go on, else after how many seconds the next one may. */
  wait(key: string): number | undefined {
    const now = this.now().getTime();
    const window = this.#windows.get(key);
    if (window === undefined || now - window.since >= this.windowMs) {
      this.#forgetBefore(now - this.windowMs);
      this.#windows.set(key, { since: now, count: 1 });
      return undefined;
    }
    window.count += 1;
    return window.count <= this.most ? undefined : Math.max(1, Math.ceil((window.since + this.windowMs - now) / 1000));
  }

  #forgetBefore(end: number): void {
    for (const [key, { since }] of this.#windows) if (since <= end) this.#windows.delete(key);
  }
}
