import type { FormDraft, MergeChoices, MergedAnswers, StoredDraft } from '@cobuild/core';
import { resolveMerge } from '@cobuild/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DraftSubject, PendingMerge } from './draft-record.js';
import { DraftRecord } from './draft-record.js';
import { DraftStorageError } from './draft-storage.js';
import type { DraftStorage, DraftStorageFault } from './draft-storage.js';
import { UnsavedGuard } from './unsaved-guard.js';

type Answers = FormDraft['answers'];

export interface DraftKeeperHost {
  storage(): DraftStorage | undefined;
  /** The form that is filled in; without one nothing is saved. */
  subject(): DraftSubject | undefined;
  answers(): Answers;
  /** Puts merged answers, or those of another window, into the form. */
  replace(answers: Answers): void;
  /** Without a storage of its own the page is told. */
  announce(answers: Answers): void;
}

/** After the last change; a pause in typing, not every letter. */
const SAVE_AFTER_MS = 800;
const FIRST_RETRY_MS = 2000;
const LONGEST_RETRY_MS = 60_000;

export type SaveStatus = 'idle' | 'unsaved' | 'saving' | 'saved' | 'failed' | 'merging';

/** What happened to the answers without the person's doing: another window's were taken, or another person's were joined in. */
export type DraftNews = 'reloaded' | 'merged' | 'imported';

/**
 * Saves answers a moment after each change, again after a failure (2, 4, 8 … 60 s apart), and at once when the page is hidden or left. As long as
 * something is unsaved, the browser asks before the page is closed. Where somebody else saved meanwhile, both versions are joined; where both
 * changed the same answer, nothing is saved until somebody chose.
 */
export class DraftKeeper implements ReactiveController {
  record = new DraftRecord();
  merge: PendingMerge | undefined;
  news: DraftNews | undefined;
  /** Why the last save failed, where the storage said so. */
  fault: DraftStorageFault = 'failed';
  private changes = 0;
  private kept = 0;
  private failures = 0;
  private finished = false;
  private saving: Promise<void> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private watching: { readonly storage: DraftStorage; readonly stop: () => void } | undefined;
  private readonly guard = new UnsavedGuard();
  private isShown = false;

  constructor(private readonly element: ReactiveControllerHost, private readonly host: DraftKeeperHost) {
    element.addController(this);
  }

  get status(): SaveStatus {
    if (this.merge) return 'merging';
    if (this.failures > 0) return 'failed';
    if (this.saving) return 'saving';
    if (this.changes !== this.kept) return 'unsaved';
    return this.record.savedAt === undefined ? 'idle' : 'saved';
  }

  hostConnected(): void {
    this.isShown = true;
    document.addEventListener('visibilitychange', this.onVisibility);
    addEventListener('pagehide', this.onLeave);
    this.told();
  }

  hostUpdate(): void {
    this.watch(this.finished ? undefined : this.host.storage());
  }

  hostDisconnected(): void {
    this.isShown = false;
    document.removeEventListener('visibilitychange', this.onVisibility);
    removeEventListener('pagehide', this.onLeave);
    this.watch(undefined);
    this.flush();
    this.told();
  }

  /** The person changed an answer. */
  changed(): void {
    if (this.finished) return;
    this.news = undefined;
    this.noteChange();
  }

  /** Saves now what is not saved yet. */
  flush(): void {
    clearTimeout(this.timer);
    if (this.changes === this.kept || this.saving || this.finished || this.merge) return;
    this.saving = this.save().then(() => {
      this.saving = undefined;
      if (this.changes !== this.kept && !this.finished && !this.merge) this.schedule(this.failures === 0 ? SAVE_AFTER_MS : retryDelay(this.failures));
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
    this.merge = undefined;
    this.told();
    await this.saving;
    try {
      await this.host.storage()?.remove();
    } catch {
      // The application is in; a draft that stays behind takes nothing from it, and the host knows its storage.
    }
  }

  /** Saves at once, and the browser does not ask before the page goes. */
  letGo(): void {
    this.flush();
    this.guard.set(false);
  }

  /** Another application begins in the same element. */
  restart(): void {
    clearTimeout(this.timer);
    this.finished = false;
    this.failures = 0;
    this.kept = this.changes;
    this.merge = undefined;
    this.news = undefined;
    this.record.begin();
    this.told();
  }

  /** Another storage: nothing is known of what it has. */
  forget(): void {
    this.record = new DraftRecord();
  }

  /** The draft of the storage was read; answers what the form is filled with. */
  opened(draft: StoredDraft, subject: DraftSubject): Answers {
    this.restart();
    return this.record.load(draft, subject);
  }

  /** The draft of a file was read. */
  import(draft: FormDraft, subject: DraftSubject): void {
    this.settle(this.record.import(this.host.answers(), draft, subject), draft, 'file');
    this.told();
  }

  /** The person chose for every place that both had changed. */
  choose(choices: MergeChoices): void {
    const { merge } = this;
    if (!merge) return;
    this.merge = undefined;
    this.host.replace(resolveMerge(merge.merged, choices));
    this.noteChange();
    this.flush();
  }

  private async save(): Promise<void> {
    const { changes } = this;
    const answers = this.host.answers();
    const storage = this.host.storage();
    const subject = this.host.subject();
    if (!storage || !subject) {
      this.kept = changes;
      this.host.announce(answers);
      return;
    }
    try {
      const result = await storage.save(answers, this.record.draft(answers, subject, new Date().toISOString()));
      if (this.finished) return;
      this.failures = 0;
      if ('conflict' in result) this.meet(result.conflict, subject);
      else {
        this.record.saved(answers, result);
        this.kept = Math.max(this.kept, changes);
      }
    } catch (error) {
      this.fault = error instanceof DraftStorageError ? error.reason : 'failed';
      this.failures = this.finished ? 0 : this.failures + 1;
    }
  }

  private meet(theirs: StoredDraft, subject: DraftSubject): void {
    // Without it the next save would meet the same conflict again, and again.
    if (theirs.revision === undefined) throw new TypeError('A conflict comes with the revision of the other draft');
    this.settle(this.record.meet(this.host.answers(), theirs, subject), theirs, 'storage');
  }

  private settle(merged: MergedAnswers, theirs: StoredDraft, from: PendingMerge['from']): void {
    if (merged.conflicts.length > 0) this.merge = { merged, theirs, from };
    else {
      this.host.replace(merged.answers);
      this.news = from === 'file' ? 'imported' : 'merged';
    }
    this.changes += 1;
    if (!this.merge) this.schedule(SAVE_AFTER_MS);
  }

  /** Another window saved. Where nothing is unsaved here its answers are taken; else the next save meets them. */
  private async follow(storage: DraftStorage): Promise<void> {
    const subject = this.host.subject();
    if (this.isUnsaved || this.merge || this.saving || !subject) return;
    const { changes } = this;
    const draft = await storage.load().catch(() => undefined);
    if (draft === undefined || this.changes !== changes || this.finished || storage !== this.host.storage()) return;
    this.host.replace(this.record.load(draft, subject));
    this.news = 'reloaded';
    this.told();
  }

  private watch(storage: DraftStorage | undefined): void {
    if (storage === this.watching?.storage) return;
    this.watching?.stop();
    this.watching = storage?.watch && { storage, stop: storage.watch(() => void this.follow(storage)) };
  }

  private noteChange(): void {
    this.changes += 1;
    // While saving fails, its own retry takes the newest answers along.
    if (this.failures === 0) this.schedule(SAVE_AFTER_MS);
    this.told();
  }

  private schedule(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), ms);
  }

  private get isUnsaved(): boolean {
    return this.changes !== this.kept;
  }

  private told(): void {
    // Of what was taken off the page nobody could decide or save anything: a last save that fails leaves no question behind.
    this.guard.set(this.isShown && this.isUnsaved);
    this.element.requestUpdate();
  }

  private readonly onVisibility = (): void => {
    if (document.visibilityState === 'hidden') this.flush();
  };

  private readonly onLeave = (): void => this.flush();
}

function retryDelay(failures: number): number {
  return Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LONGEST_RETRY_MS);
}
