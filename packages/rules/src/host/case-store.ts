import type { CaseEvent, StoredDraft } from '@cobuild/core';

/** Why a store did not append. `conflict`: somebody else was first; `duplicate`: this key was accepted before, as `caseId`. */
export type AppendResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'conflict' }
  | { readonly ok: false; readonly reason: 'duplicate'; readonly caseId: string };

/** A draft that an applicant has not submitted; it belongs to one organisation. `revision` is the store's: it grows by one with every save. */
export interface Draft extends StoredDraft {
  readonly id: string;
  /** Unit of the applicant. */
  readonly owner: string;
  /** Id of the scheme that it applies to, where a host runs several. */
  readonly scheme?: string;
  /** Id of the application that it completes, after that was returned. */
  readonly caseId?: string;
}

/** What became of a save. `conflict`: somebody else saved since; `draft` is theirs, and nothing of it was touched. */
export type SaveDraftResult = { readonly ok: true; readonly revision: number } | { readonly ok: false; readonly reason: 'conflict'; readonly draft: Draft };

/**
 * Where a host keeps the logs of cases. What `append` has acknowledged is never lost, and is never there in part.
 * Any implementation has to pass the contract suite (`packages/rules/test/host-contract.ts`).
 */
export interface CaseStore {
  /**
   * Appends events to the log of one case, all or none. The first event's `sequence` must follow the last one stored.
   *
   * @param idempotencyKey - Accepted once in the life of the store: a second append with it changes nothing and answers `duplicate`.
   */
  append(caseId: string, events: readonly CaseEvent[], idempotencyKey?: string): Promise<AppendResult>;
  /** The log of a case in order; empty where the case is not known. */
  events(caseId: string): Promise<readonly CaseEvent[]>;
  /** Ids of all cases in the order in which they were first appended. */
  caseIds(): Promise<readonly string[]>;
  /**
   * Saves a draft.
   *
   * @param expected - Revision that the answers began with, 0 for a new draft: with another one in the store the save is answered with that one. A
   *   draft that was removed meanwhile is made again. Default: whatever is there is replaced.
   */
  saveDraft(draft: Draft, expected?: number): Promise<SaveDraftResult>;
  draft(id: string): Promise<Draft | undefined>;
  /** Drafts of one owner, the latest saved first. */
  drafts(owner: string): Promise<readonly Draft[]>;
  deleteDraft(id: string): Promise<void>;
}

/** Keeps everything in memory: for tests, stories and trying out. */
export function createMemoryCaseStore(): CaseStore {
  const logs = new Map<string, CaseEvent[]>();
  const keys = new Map<string, string>();
  const drafts = new Map<string, Draft>();
  return {
    append(caseId, events, idempotencyKey) {
      const known = idempotencyKey === undefined ? undefined : keys.get(idempotencyKey);
      if (known !== undefined) return Promise.resolve({ ok: false, reason: 'duplicate', caseId: known });
      const log = logs.get(caseId) ?? [];
      if (events.some((event, index) => event.sequence !== log.length + index + 1)) return Promise.resolve({ ok: false, reason: 'conflict' });
      logs.set(caseId, [...log, ...events]);
      if (idempotencyKey !== undefined) keys.set(idempotencyKey, caseId);
      return Promise.resolve({ ok: true });
    },
    events: (caseId) => Promise.resolve(logs.get(caseId) ?? []),
    caseIds: () => Promise.resolve([...logs.keys()]),
    saveDraft(draft, expected) {
      const stored = drafts.get(draft.id);
      if (stored !== undefined && expected !== undefined && stored.revision !== expected) return Promise.resolve({ ok: false, reason: 'conflict', draft: stored });
      const revision = (stored?.revision ?? expected ?? 0) + 1;
      drafts.set(draft.id, { ...draft, revision });
      return Promise.resolve({ ok: true, revision });
    },
    draft: (id) => Promise.resolve(drafts.get(id)),
    drafts: (owner) => Promise.resolve([...drafts.values()].filter((draft) => draft.owner === owner).sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1))),
    deleteDraft(id) {
      drafts.delete(id);
      return Promise.resolve();
    },
  };
}
