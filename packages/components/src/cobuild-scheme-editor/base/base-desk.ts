import type { BaseReviewEntry, ChangedBase, Locale, SchemeDraft, SchemeTexts } from '@cobuild/core';
import { baseHash, keepOwn, reviewBase, takeBase, valueAt } from '@cobuild/core';
import { compareSchemes } from '@cobuild/rules';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { remember, rememberedPaths } from './remembered-paths.js';

/** What the desk looks at: the overlay as it is edited, and its base as it was. */
export interface ReviewedDraft {
  readonly draft: SchemeDraft;
  readonly baseTexts: SchemeTexts;
  /** The schemes below, merged, as they were when the overlay was reviewed last. */
  readonly reviewedBase: unknown;
  readonly locale: Locale;
}

const keyOf = ({ path }: Pick<BaseReviewEntry, 'path'>): string => JSON.stringify(path);

/** Holds what was decided about a changed base, and answers what is left. */
export class BaseDesk implements ReactiveController {
  private readonly kept = new Set<string>();
  private known: { readonly texts: SchemeTexts; readonly baseTexts: SchemeTexts; readonly before: unknown; readonly locale: Locale; readonly entries: readonly BaseReviewEntry[] } | undefined;
  private base: string | undefined;
  private readonly hashes = new WeakMap<object, { readonly hash: string | undefined }>();

  /** @param name - Under which the browser remembers what was decided, until the review is done; `undefined` where it remembers nothing. */
  constructor(private readonly host: ReactiveControllerHost, private readonly name: () => string | undefined) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.known = undefined;
  }

  /** Other files are open: what was decided about the former ones is not about these. */
  forget(): void {
    this.kept.clear();
    this.known = undefined;
    this.base = undefined;
  }

  /** The review is done: what was decided is in the scheme by now. */
  finish(): void {
    remember(this.name(), this.base, []);
  }

  /** The base says something else than when it was reviewed, and nobody has been through it. */
  isPending({ draft, reviewedBase }: ReviewedDraft): boolean {
    const now = this.hashOf(draft.base);
    return now !== undefined && this.hashOf(reviewedBase) !== undefined && now !== this.hashOf(reviewedBase) && valueAt(draft.document, '/baseHash') !== now;
  }

  /** What the overlay is to record once its base was reviewed. */
  currentHash(draft: SchemeDraft): string | undefined {
    return this.hashOf(draft.base);
  }

  entries(reviewed: ReviewedDraft): readonly BaseReviewEntry[] {
    const { draft: { texts }, baseTexts, reviewedBase: before, locale } = reviewed;
    const { known } = this;
    if (known?.texts === texts && known.baseTexts === baseTexts && known.before === before && known.locale === locale) return known.entries;
    const entries = reviewBase(changedBase(reviewed));
    const base = this.currentHash(reviewed.draft);
    // What was decided is about this state of the base alone.
    if (base !== undefined && base !== this.base) for (const path of rememberedPaths(this.name(), base)) this.kept.add(path);
    this.base = base;
    this.known = { texts, baseTexts, before, locale, entries };
    return entries;
  }

  isKept(entry: BaseReviewEntry): boolean {
    return entry.kind === 'conflict' && this.kept.has(keyOf(entry));
  }

  /** The overlay's own word stays. */
  keep(entries: readonly BaseReviewEntry[]): void {
    for (const entry of entries) this.kept.add(keyOf(entry));
    remember(this.name(), this.base, [...this.kept]);
    this.host.requestUpdate();
  }

  reconsider(entry: BaseReviewEntry): void {
    this.kept.delete(keyOf(entry));
    remember(this.name(), this.base, [...this.kept]);
    this.host.requestUpdate();
  }

  private hashOf(base: unknown): string | undefined {
    if (base === null || typeof base !== 'object') return undefined;
    const known = this.hashes.get(base);
    if (known !== undefined) return known.hash;
    const hash = baseHash(base);
    this.hashes.set(base, { hash });
    return hash;
  }
}

/** The files with the base's word in place of the overlay's own. */
export function textsTaking(reviewed: ReviewedDraft, entries: readonly BaseReviewEntry[]): SchemeTexts {
  return takeBase(changedBase(reviewed), entries);
}

/** The files with what the base has given up as the overlay's own. */
export function textsAdopting(reviewed: ReviewedDraft, entries: readonly BaseReviewEntry[]): SchemeTexts {
  return keepOwn(changedBase(reviewed), entries);
}

function changedBase({ draft: { texts }, baseTexts, reviewedBase: before, locale }: ReviewedDraft): ChangedBase {
  return { texts, base: { read: (path) => baseTexts[path] }, before, locale, compare: (one, other) => compareSchemes(one, other, locale, { followRenames: false }).parts.flatMap(({ changes }) => changes) };
}
