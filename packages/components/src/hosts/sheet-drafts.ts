import { method, object } from '../internal/shape.js';

/** A mark in the making: what was typed, as it was typed. */
export interface MarkDraft {
  readonly criterion: string;
  readonly text: string;
  readonly notApplicable?: boolean;
  readonly comment?: string;
}

/** A score sheet in the making; JSON, so that any storage can keep it. */
export interface SheetDraft {
  readonly marks: readonly MarkDraft[];
  readonly comment: string;
  readonly deviationReason: string;
}

/** Where score sheets that are not handed in yet are kept, one for each case; the host supplies it, for one reviewer. */
export interface SheetDrafts {
  load(caseId: string): Promise<SheetDraft | undefined>;
  /** @returns when it was saved, ISO 8601 with offset or `Z`. Rejects where it could not be. */
  save(caseId: string, draft: SheetDraft): Promise<{ readonly savedAt: string }>;
  remove(caseId: string): Promise<void>;
}

export const sheetDraftsShape = object<SheetDrafts>({ load: method, save: method, remove: method });

/** Sheets that last as long as the page, for demonstrations and tests. */
export function createMemorySheetDrafts(now: () => string = () => new Date().toISOString()): SheetDrafts {
  const kept = new Map<string, SheetDraft>();
  return {
    load: (caseId) => Promise.resolve(kept.get(caseId)),
    save: (caseId, draft) => {
      kept.set(caseId, draft);
      return Promise.resolve({ savedAt: now() });
    },
    remove: (caseId) => {
      kept.delete(caseId);
      return Promise.resolve();
    },
  };
}
