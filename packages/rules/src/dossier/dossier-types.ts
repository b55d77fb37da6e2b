import type { Applicant, ArchiveKind, LocalizedText } from '@cobuild/core';

/** `later`: not due yet; `missing`: somebody owes it. */
export type DossierStatus = 'present' | 'missing' | 'later';

/** What an item shows when it is opened: an id by its kind, such as the number of a submission, a stage, a tranche, a report. */
export interface DossierItem {
  /** `2-3`: the third item of the second part. */
  readonly number: string;
  readonly kind: ArchiveKind;
  /** What it is one of: stage, step, tranche, report, finding, change, `submission-1`. */
  readonly about: string;
  /** Words of the scheme or of the case; absent where the kind says all. */
  readonly title?: LocalizedText;
  readonly status: DossierStatus;
  /** Day from which it stems, `2026-03-05`; for what is missing the day on which it was due, where there is one. */
  readonly date?: string;
  /** Who made it, by name. */
  readonly by?: string;
  /** Role or unit that owes it, in words. */
  readonly from?: LocalizedText;
  /** SHA-256 of what it holds. */
  readonly hash?: string;
}

export interface DossierPart {
  /** `1`, `2`, … */
  readonly number: string;
  /** Id in `archive.index`; `others` for what no part holds. */
  readonly id: string;
  readonly title?: LocalizedText;
  readonly items: readonly DossierItem[];
}

/** One project, one file (一项目一档案). */
export interface Dossier {
  readonly id: string;
  readonly title: string;
  readonly applicant: Applicant;
  readonly scheme: { readonly id: string; readonly version: string; readonly title: LocalizedText };
  /** How long it is kept; absent where the scheme leaves it open. */
  readonly retention?: 'permanent' | '30y' | '10y';
  readonly parts: readonly DossierPart[];
  readonly counts: { readonly present: number; readonly missing: number; readonly later: number };
  /** Whether nothing is missing and nothing is still to come. */
  readonly complete: boolean;
  /**
   * SHA-256 of the index with the hashes of both logs. `intact`: every record follows from the one before; `broken`: one was changed or left out;
   * `sealed`: intact, and as it was when it was closed; `changed`: something came or went since then; `partial`: what is shown is not all of it, so that it cannot be checked.
   */
  readonly seal: { readonly state: 'intact' | 'broken' | 'sealed' | 'changed' | 'partial'; readonly hash: string; readonly at?: string; /** The first record that does not fit, 1, 2, …, and of which log. */ readonly brokenAt?: { readonly log: 'case' | 'project'; readonly record: number } };
}

/** What was written down when a file was closed. */
export interface DossierSeal { readonly hash: string; readonly at: string }
