import type { FormDefinition } from '@cobuild/core';

/** Open cases of one published version. */
export interface VersionUse {
  readonly version: string;
  readonly count: number;
}

/**
 * What the host knows of a scheme that runs: which numbers are used, and how much of what is open meets a new version.
 *
 * @example { usedVersions: ['1.0.0'], current: { version: '1.0.0', form }, drafts: 12, returned: 1, cases: [{ version: '1.0.0', count: 30 }], batches: [] }
 */
export interface SchemeUsage {
  /** Numbers of versions that were published: none can be used again. */
  readonly usedVersions: readonly string[];
  /** The version that new applications go to, with its application form; absent where nothing was published yet. `forms` are all its forms: what publishing does to reports and other forms is told, too, and where one of their questions is renamed, drafts follow. */
  readonly current?: { readonly version: string; readonly form?: FormDefinition; readonly forms?: readonly FormDefinition[] };
  /** Applications that are being filled in and were not submitted. */
  readonly drafts: number;
  /** Returned cases whose completion is being filled in; they are among `cases`. */
  readonly returned: number;
  /** Cases that were submitted and have not come to an end, by the version that they run under. */
  readonly cases: readonly VersionUse[];
  /** Batches that are open, each with the version that it is pinned to. */
  readonly batches: readonly { readonly title: string; readonly version: string }[];
}

/** Says of a number what comes after it: `2.0.0` → `2.0.1`, the next one that was not used. */
export function nextVersion(version: string, used: readonly string[]): string {
  const match = /^(.*?)(\d+)$/.exec(version);
  if (match === null) return nextVersion(`${version}.0`, used);
  const next = `${match[1] ?? ''}${Number(match[2]) + 1}`;
  return used.includes(next) ? nextVersion(next, used) : next;
}

/** The forms that somebody may have open. */
export function publishedForms(usage: SchemeUsage | undefined): readonly FormDefinition[] {
  const { form, forms } = usage?.current ?? {};
  return forms ?? (form === undefined ? [] : [form]);
}
