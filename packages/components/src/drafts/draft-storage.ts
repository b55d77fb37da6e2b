import type { FormDraft, StoredDraft } from '@cobuild/core';
import { method, object, optional } from '../internal/shape.js';

type Answers = FormDraft['answers'];

/** Where drafts live; the host supplies it, or `createIndexedDbDrafts`. `savedAt` is an instant, ISO 8601 with offset or `Z`. */
export interface DraftStorage {
  load(): Promise<StoredDraft | undefined>;
  /**
   * Keeps the answers.
   *
   * @param draft - The whole draft, with the definition that it belongs to. Its `revision` is the one that the answers began with: where the storage has
   *   another one by now, it keeps that and answers with it as `conflict`. A storage without revisions keeps the answers and leaves `revision` out.
   */
  save(answers: Answers, draft: FormDraft): Promise<DraftSaved | DraftConflict>;
  remove(): Promise<void>;
  /** Calls back when another window saved this draft, until the function that it returns is called. */
  watch?(changed: () => void): () => void;
}

export interface DraftSaved { readonly savedAt: string; readonly revision?: number }

/** Somebody else saved since: theirs, with its `revision`. */
export interface DraftConflict { readonly conflict: StoredDraft }

/** Why a browser cannot keep drafts: no room, held up by an older window, or not allowed (private browsing). */
export type DraftStorageFault = 'quota' | 'blocked' | 'unavailable' | 'failed';

/** What a storage throws where the reason is known; anything else that it throws is a failure that passes, such as a lost connection. */
export class DraftStorageError extends Error {
  override readonly name = 'DraftStorageError';
  constructor(readonly reason: DraftStorageFault, detail: string) {
    super(detail);
  }
}

export const draftsShape = object<DraftStorage>({ load: method, save: method, remove: method, watch: optional(method) });
