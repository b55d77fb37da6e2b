import type { StoredDraft } from '@cobuild/core';
import type { ReactiveControllerHost } from 'lit';
import type { DraftStorage } from './draft-storage.js';

/** Reads the draft once. Until it is there nothing is filled in: what is typed would be saved over it. */
export class DraftLoad {
  pending = false;
  failed = false;
  private storage: DraftStorage | undefined;

  constructor(private readonly element: ReactiveControllerHost, private readonly loaded: (draft: StoredDraft | undefined) => void) {}

  load(storage: DraftStorage | undefined): void {
    this.storage = storage;
    this.failed = false;
    this.pending = storage !== undefined;
    this.element.requestUpdate();
    if (storage) void this.read(storage);
  }

  private async read(storage: DraftStorage): Promise<void> {
    try {
      const draft = await storage.load();
      if (storage !== this.storage) return;
      this.pending = false;
      this.loaded(draft);
    } catch {
      if (storage === this.storage) this.failed = true;
    }
    this.element.requestUpdate();
  }
}
