import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Counts the minutes of a presenter down. Time is read from the clock, not counted in ticks: a tab in the background ticks late. */
export class TalkTimer implements ReactiveController {
  private startedAt: number | undefined;
  private used = 0;
  private ticking: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly host: ReactiveControllerHost, private readonly now: () => number = () => performance.now()) {
    host.addController(this);
  }

  get running(): boolean {
    return this.startedAt !== undefined;
  }

  /** Whole seconds left of so many minutes, never below nought. */
  left(minutes: number): number {
    const used = this.used + (this.startedAt === undefined ? 0 : this.now() - this.startedAt);
    return Math.max(0, Math.ceil((minutes * 60_000 - used) / 1000));
  }

  start(): void {
    this.startedAt ??= this.now();
    this.ticking ??= setInterval(() => this.host.requestUpdate(), 250);
    this.host.requestUpdate();
  }

  pause(): void {
    if (this.startedAt !== undefined) this.used += this.now() - this.startedAt;
    this.stop();
  }

  reset(): void {
    this.used = 0;
    this.stop();
  }

  hostDisconnected(): void {
    this.pause();
  }

  private stop(): void {
    this.startedAt = undefined;
    clearInterval(this.ticking);
    this.ticking = undefined;
    this.host.requestUpdate();
  }
}

/** `05:00` */
export function clockText(seconds: number): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}
