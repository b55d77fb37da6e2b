import type { SchemeTexts } from '@cobuild/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { KeptWork } from './kept-work.js';
import { KeptWorkStore, unsavedSince } from './kept-work.js';

/** What the editor has at this moment and its host has not; nothing where both have the same. */
export type UnsavedWork = Pick<KeptWork, 'files' | 'base' | 'place' | 'typing'>;

/** What was opened. */
export interface OpenedFiles {
  /** Whose work is kept; `''` keeps none. */
  readonly owner: string;
  readonly schemeId: string;
  readonly files: SchemeTexts;
  /** Begun here: work on other new schemes is none of its business. */
  readonly isNew: boolean;
}

/**
 * Keeps in the browser what is not saved, at once after each change, so that a window that ends without a word loses nothing; and offers it when the same scheme is
 * opened again. One write is under way at a time, of those that come meanwhile only the newest is written.
 */
export class Autosave implements ReactiveController {
  /** What was not saved when this scheme was open last, the newest first. */
  offers: readonly KeptWork[] = [];
  /** When what is not saved was kept; `'failed'` where the browser does not keep it, `undefined` where there is nothing to keep or it is kept just now. */
  keptAt: string | undefined;
  private readonly store = new KeptWorkStore();
  private opened: OpenedFiles | undefined;
  private id = '';
  private seen: UnsavedWork | undefined;
  private isStored = false;
  private isWriting = false;
  private openings = 0;

  constructor(private readonly host: ReactiveControllerHost, private readonly read: () => UnsavedWork | undefined, private readonly onKept: () => void) {
    host.addController(this);
  }

  hostUpdated(): void {
    void this.keep();
  }

  /**
   * Other files are open now.
   *
   * @param left - What was not saved of those that were open until now; it is offered, too.
   * @returns when what is kept has been looked through.
   */
  async open(opened: OpenedFiles, left: UnsavedWork | undefined): Promise<void> {
    const former = left === undefined || this.opened === undefined ? undefined : this.workOf(left, this.opened);
    this.opened = opened;
    this.openings += 1;
    const mine = this.openings;
    this.id = Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join('');
    this.seen = undefined;
    this.isStored = false;
    this.keptAt = undefined;
    const isSame = former !== undefined && former.schemeId === opened.schemeId && !opened.isNew;
    this.offer(isSame ? [former] : []);
    if (opened.owner === '' || opened.isNew) return;
    const kept = await this.store.list(opened.owner, opened.schemeId).catch(() => []);
    if (mine !== this.openings) return;
    const all = [...this.offers, ...kept.filter(({ id }) => id !== this.id && id !== former?.id)];
    this.offer(all);
    for (const work of all) if (!this.offers.includes(work)) void this.store.remove(work).catch(() => undefined);
  }

  /** An offer that was taken up goes once its changes are kept under this opening; one that was turned down goes at once. */
  async drop(work: KeptWork): Promise<void> {
    this.offers = this.offers.filter((offer) => offer !== work);
    this.host.requestUpdate();
    await this.keep();
    await this.store.remove(work).catch(() => undefined);
  }

  /** Writes what is not kept yet. */
  async keep(): Promise<void> {
    const work = this.read();
    if (this.opened === undefined || this.opened.owner === '' || isSameWork(work, this.seen)) return;
    this.seen = work;
    if (this.isWriting) return;
    this.isWriting = true;
    const { keptAt } = this;
    for (let written: UnsavedWork | undefined | null = null; written !== this.seen;) {
      written = this.seen;
      await this.write(written, this.opened);
    }
    this.isWriting = false;
    if (keptAt !== this.keptAt) this.onKept();
  }

  private async write(work: UnsavedWork | undefined, opened: OpenedFiles): Promise<void> {
    const { id } = this;
    try {
      if (work === undefined) {
        if (this.isStored) await this.store.remove({ ...opened, id });
        if (id === this.id) [this.isStored, this.keptAt] = [false, undefined];
        return;
      }
      const kept = this.workOf(work, opened);
      await this.store.put(kept);
      if (id === this.id) [this.isStored, this.keptAt] = [true, kept.keptAt];
    } catch {
      // The next change tries again; until then the browser asks before the window closes.
      if (id === this.id) this.keptAt = 'failed';
    }
  }

  private workOf(work: UnsavedWork, { owner, schemeId }: OpenedFiles): KeptWork {
    return { format: 1, owner, schemeId, id: this.id, keptAt: new Date().toISOString(), ...work };
  }

  private offer(works: readonly KeptWork[]): void {
    const files = this.opened?.files ?? {};
    this.offers = works.filter((work) => work.typing !== undefined || Object.keys(unsavedSince(work, files)).length > 0);
    this.host.requestUpdate();
  }
}

/** The page that is open is kept along, and is no reason to write. */
function isSameWork(one: UnsavedWork | undefined, other: UnsavedWork | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  const paths = Object.keys(one.files);
  return one.typing?.text === other.typing?.text && paths.length === Object.keys(other.files).length && paths.every((path) => one.files[path]?.after === other.files[path]?.after);
}
