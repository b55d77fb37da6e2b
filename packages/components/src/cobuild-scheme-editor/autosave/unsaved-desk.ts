import type { Locale, SchemeTexts } from '@cobuild/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { UnsavedGuard } from '../../drafts/unsaved-guard.js';
import { timeOf } from '../../internal/dates.js';
import type { VersionsWords } from '../versions/words.js';
import type { OpenedFiles, UnsavedWork } from './autosave.js';
import { Autosave } from './autosave.js';
import type { KeptWork, Typing } from './kept-work.js';
import { offersView } from './offers-view.js';
import { TypingWatch } from './typing-watch.js';
import type { AutosaveWords } from './words.js';

export interface UnsavedOptions {
  /** What the host does not have yet. */
  readonly read: () => UnsavedWork | undefined;
  /** What a change changes, and the page that is open. */
  readonly standing: () => readonly [texts: unknown, place: string];
}

export interface OffersOptions {
  readonly locale: Locale;
  readonly words: AutosaveWords;
  readonly versionsWords: VersionsWords;
  readonly warning: string;
  readonly files: SchemeTexts;
  readonly base: SchemeTexts;
  readonly restore: (work: KeptWork) => void;
  readonly discarded: () => void;
}

type Host = ReactiveControllerHost & HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment };

/** What becomes of work that is not saved: the browser keeps it, offers it again, and asks before the window closes; what is being typed counts. */
export class UnsavedDesk implements ReactiveController {
  private readonly guard = new UnsavedGuard();
  private readonly keeper: Autosave;
  private readonly typed: TypingWatch;
  private seen: string | undefined;
  private doomed: string | undefined;

  constructor(private readonly host: Host, { read, standing }: UnsavedOptions) {
    host.addController(this);
    this.keeper = new Autosave(host, read, () => this.drawLater());
    this.typed = new TypingWatch(host, standing, () => void this.keeper.keep());
  }

  hostDisconnected(): void {
    this.guard.set(false);
  }

  get typing(): Typing | undefined {
    return this.typed.typing;
  }

  open(opened: OpenedFiles, left: UnsavedWork | undefined): void {
    void this.keeper.open(opened, left);
  }

  /** Whether the browser asks before the window closes. */
  watch(hasChanges: boolean): void {
    this.guard.set(hasChanges && this.host.isConnected);
  }

  /** What comes by itself, such as an answer of the checks, is drawn once whoever is typing has left the field. */
  drawLater(): void {
    if (!this.typed.holdsDrawing()) this.host.requestUpdate();
  }

  drop(work: KeptWork): Promise<void> {
    return this.keeper.drop(work);
  }

  /** When it was kept, in words that follow the state of the files. */
  keptText(words: AutosaveWords, locale: Locale): string {
    const { keptAt } = this.keeper;
    return keptAt === undefined ? '' : ` · ${keptAt === 'failed' ? words.notKept : words.kept(timeOf(keptAt, locale))}`;
  }

  /** What was not saved when the scheme was open last. */
  offers({ discarded, ...options }: OffersOptions): unknown {
    const { seen, doomed } = this;
    return offersView(this.keeper.offers, {
      ...options, seen, doomed,
      see: (id) => { this.seen = id; this.host.requestUpdate(); }, doom: (id) => { this.doomed = id; this.host.requestUpdate(); },
      discard: (work) => { void this.keeper.drop(work); discarded(); },
    });
  }
}
