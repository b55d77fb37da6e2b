import type { CaseAction } from '@cobuild/rules';

/**
 * Actions that go to the host one after the other: the next one leaves when the state after the one before has come. A host that refuses one
 * stops the rest, so that nobody has to guess what was recorded.
 */
export class ActionQueue {
  private sent: CaseAction | undefined;
  private waiting: readonly CaseAction[] = [];

  constructor(private readonly send: (action: CaseAction) => void) {}

  get active(): boolean {
    return this.sent !== undefined;
  }

  /** Sent and not yet answered, then those still to be sent. */
  get pending(): readonly CaseAction[] {
    return this.sent === undefined ? [] : [this.sent, ...this.waiting];
  }

  /** The same action twice, as by a double click, is one. */
  add(...actions: readonly CaseAction[]): void {
    const known = new Set(this.pending.map((action) => JSON.stringify(action)));
    this.waiting = [...this.waiting, ...actions.filter((action) => !known.has(JSON.stringify(action)))];
    if (this.sent === undefined) this.next();
  }

  /** The host has done the one that was sent. */
  done(): void {
    if (this.sent !== undefined) this.next();
  }

  /** The host has refused it. */
  drop(): void {
    this.sent = undefined;
    this.waiting = [];
  }

  private next(): void {
    const [action, ...rest] = this.waiting;
    this.waiting = rest;
    this.sent = action;
    if (action !== undefined) this.send(action);
  }
}
