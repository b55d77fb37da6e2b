import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { method, object } from '../internal/shape.js';

type Answers = Readonly<Record<string, unknown>>;

/** Where drafts live; the host supplies it. `savedAt` is an instant, ISO 8601 with offset or `Z`. */
export interface DraftStorage {
  load(): Promise<{ readonly answers: Answers; readonly savedAt: string } | undefined>;
  save(answers: Answers): Promise<{ readonly savedAt: string }>;
  remove(): Promise<void>;
}

export const draftsShape = object<DraftStorage>({ load: method, save: method, remove: method });

export interface DraftKeeperHost {
  storage(): DraftStorage | undefined;
  answers(): Answers;
  /** Without a storage of its own the page is told. */
  announce(answers: Answers): void;
}

/** After the last change; a pause in typing, not every letter. */
const SAVE_AFTER_MS = 800;
const FIRST_RETRY_MS = 2000;
const LONGEST_RETRY_MS = 60_000;

export type SaveStatus = 'idle' | 'unsaved' | 'saving' | 'saved' | 'failed';

/**
 * Saves answers a moment after each change, again after a failure (2, 4, 8 … 60 s apart), and at once when the page is hidden or left. As long as
 * something is unsaved, the browser asks before the page is closed.
 */
export class DraftKeeper implements ReactiveController {
  savedAt: string | undefined;
  private changes = 0;
  private kept = 0;
  private failures = 0;
  private finished = false;
  private saving: Promise<void> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly element: ReactiveControllerHost, private readonly host: DraftKeeperHost) {
    element.addController(this);
  }

  get status(): SaveStatus {
    if (this.failures > 0) return 'failed';
    if (this.saving) return 'saving';
    if (this.changes !== this.kept) return 'unsaved';
    return this.savedAt === undefined ? 'idle' : 'saved';
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.onVisibility);
    addEventListener('pagehide', this.onLeave);
    this.guard();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.onVisibility);
    removeEventListener('pagehide', this.onLeave);
    this.flush();
    removeEventListener('beforeunload', this.onBeforeUnload);
  }

  /** The person changed an answer. */
  changed(): void {
    if (this.finished) return;
    this.changes += 1;
    // While saving fails, its own retry takes the newest answers along.
    if (this.failures === 0) this.schedule(SAVE_AFTER_MS);
    this.told();
  }

  /** Saves now what is not saved yet. */
  flush(): void {
    clearTimeout(this.timer);
    if (this.changes === this.kept || this.saving || this.finished) return;
    this.saving = this.save().then(() => {
      this.saving = undefined;
      if (this.changes !== this.kept && !this.finished) this.schedule(this.failures === 0 ? SAVE_AFTER_MS : retryDelay(this.failures));
      this.told();
    });
    this.told();
  }

  /** The answers are submitted: nothing is saved any more and the draft goes, after a save that is still under way. */
  async finish(): Promise<void> {
    this.finished = true;
    clearTimeout(this.timer);
    this.kept = this.changes;
    this.failures = 0;
    this.told();
    await this.saving;
    try {
      await this.host.storage()?.remove();
    } catch {
      // The application is in; a draft that stays behind takes nothing from it, and the host knows its storage.
    }
  }

  /** Another application begins in the same element. */
  restart(savedAt: string | undefined): void {
    clearTimeout(this.timer);
    this.finished = false;
    this.failures = 0;
    this.kept = this.changes;
    this.savedAt = savedAt;
    this.told();
  }

  private async save(): Promise<void> {
    const { changes } = this;
    const answers = this.host.answers();
    const storage = this.host.storage();
    if (!storage) {
      this.kept = changes;
      this.host.announce(answers);
      return;
    }
    try {
      this.savedAt = (await storage.save(answers)).savedAt;
      this.kept = Math.max(this.kept, changes);
      this.failures = 0;
    } catch {
      this.failures = this.finished ? 0 : this.failures + 1;
    }
  }

  private schedule(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), ms);
  }

  private told(): void {
    this.guard();
    this.element.requestUpdate();
  }

  /** A page with such a listener cannot be kept for the back button, so it stands only while there is something to lose. */
  private guard(): void {
    if (this.changes !== this.kept) addEventListener('beforeunload', this.onBeforeUnload);
    else removeEventListener('beforeunload', this.onBeforeUnload);
  }

  private readonly onBeforeUnload = (event: BeforeUnloadEvent): void => {
    event.preventDefault();
    // Chromium before 119 asks only for this.
    event.returnValue = true;
  };

  private readonly onVisibility = (): void => {
    if (document.visibilityState === 'hidden') this.flush();
  };

  private readonly onLeave = (): void => this.flush();
}

function retryDelay(failures: number): number {
  return Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LONGEST_RETRY_MS);
}
