import type { SchemeTexts } from '@cobuild/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { schemeOf } from '../../internal/document-shapes.js';
import { documentOf } from './document-of.js';

/** A version of the scheme that its host keeps. */
export interface SchemeVersion {
  /** Version number, `1.2.0`. */
  readonly version: string;
  readonly hash: string;
  /** Instant. */
  readonly publishedAt: string;
  /** Name of whoever published it. */
  readonly publishedBy?: string;
  /** New applications run under it. */
  readonly active: boolean;
  /** Fetches it: a merged scheme, or the published file. */
  readonly read: () => Promise<unknown>;
}

/** One side of a comparison: what is being edited, what was saved last, or a version by its hash. */
export type Side = 'current' | 'saved' | (string & {});

export interface EditedFiles {
  readonly texts: SchemeTexts;
  readonly savedTexts: SchemeTexts;
  readonly base: SchemeTexts;
}

/** What a side is: a document where it can be read, and the texts where there are any. */
export interface SideContent { readonly document?: unknown; readonly texts?: SchemeTexts }

/** Holds which two versions are compared and fetches those that are published. */
export class VersionsDesk implements ReactiveController {
  face: 'words' | 'texts' = 'words';
  private chosen: { readonly before?: Side; readonly after?: Side } = {};
  private readonly underWay = new Set<string>();
  private readonly fetched = new Map<string, { readonly document: unknown } | 'failed'>();

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** What was fetched may be another one when the element comes back. */
  hostDisconnected(): void {
    this.fetched.clear();
  }

  /** By default what is in force is held against what is being edited. */
  sides(versions: readonly SchemeVersion[]): { readonly before: Side; readonly after: Side } {
    const first = versions.find(({ active }) => active) ?? versions[0];
    return { before: this.chosen.before ?? first?.hash ?? 'saved', after: this.chosen.after ?? 'current' };
  }

  choose(sides: { readonly before?: Side; readonly after?: Side }): void {
    this.chosen = { ...this.chosen, ...sides };
    this.host.requestUpdate();
  }

  show(face: VersionsDesk['face']): void {
    this.face = face;
    this.host.requestUpdate();
  }

  /** `undefined` while it is fetched, `'failed'` where that did not work. */
  content(side: Side, versions: readonly SchemeVersion[], edited: EditedFiles): SideContent | 'failed' | undefined {
    const { texts, savedTexts, base } = edited;
    if (side === 'current' || side === 'saved') {
      const own = side === 'current' ? texts : savedTexts;
      return { document: documentOf(own, base), texts: own };
    }
    const known = this.fetched.get(side);
    if (known !== undefined) return known;
    const version = versions.find(({ hash }) => hash === side);
    if (version === undefined) return 'failed';
    void this.fetch(version);
    return undefined;
  }

  /** Asks again for what could not be had. */
  retry(): void {
    for (const [hash, found] of this.fetched) if (found === 'failed') this.fetched.delete(hash);
    this.host.requestUpdate();
  }

  private async fetch({ hash, read }: SchemeVersion): Promise<void> {
    if (this.underWay.has(hash)) return;
    this.underWay.add(hash);
    try {
      const document = schemeOf(await read());
      this.fetched.set(hash, document === null || typeof document !== 'object' ? 'failed' : { document });
    } catch {
      this.fetched.set(hash, 'failed');
    }
    this.underWay.delete(hash);
    this.host.requestUpdate();
  }
}
