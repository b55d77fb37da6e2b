/** Values of parameters that were turned, by key. */
export type Turned = Readonly<Record<string, unknown>>;

/** What was turned before, for undo and redo. All places that a slider passes on one way are one step. */
export class TurnHistory {
  private past: readonly Turned[] = [];
  private future: readonly Turned[] = [];
  /** What is being turned; a further move of it belongs to the same step. */
  private turning: string | undefined;

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  get canRedo(): boolean {
    return this.future.length > 0;
  }

  /** @param before - How things were before this move. */
  record(before: Turned, turning: string): void {
    if (turning !== this.turning) this.past = [...this.past, before];
    this.turning = turning;
    this.future = [];
  }

  /** The slider was let go, the field left. */
  settle(): void {
    this.turning = undefined;
  }

  undo(now: Turned): Turned {
    const before = this.past[this.past.length - 1] ?? now;
    this.past = this.past.slice(0, -1);
    this.future = [...this.future, now];
    this.turning = undefined;
    return before;
  }

  redo(now: Turned): Turned {
    const after = this.future[this.future.length - 1] ?? now;
    this.future = this.future.slice(0, -1);
    this.past = [...this.past, now];
    this.turning = undefined;
    return after;
  }

  clear(): void {
    this.past = [];
    this.future = [];
    this.turning = undefined;
  }
}
