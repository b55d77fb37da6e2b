import type { Problem } from '@cobuild/core';
import type { ReactiveControllerHost } from 'lit';
import { wearStyles } from '../internal/field/wear-styles.js';
import { warnOnce } from '../internal/warn-once.js';
import type { Messages } from '../locales/messages.js';
import type { DraftDesk, DraftDeskHost } from './draft-desk.js';
import type { DraftView } from './draft-status.js';
import type { DraftTables } from './words.js';

export interface LateDeskHost extends Omit<DraftDeskHost, 'view' | 'prefill'> {
  /** The words for what is drawn, of the tables that come with the code. */
  readonly view: (tables: DraftTables) => DraftView;
}

/** The desk of a form that may have drafts. Most forms have none: the code comes with the first storage, and until it is there nothing is filled in. */
export class LateDesk {
  private made: DraftDesk | undefined;
  private isLoading = false;
  /** Why there is no desk although there is a storage. */
  private failure: string | undefined;

  constructor(private readonly element: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment }, private readonly host: LateDeskHost) {}

  /** The desk, as long as there is something to keep drafts in. */
  get desk(): DraftDesk | undefined {
    return this.host.storage() === undefined ? undefined : this.made;
  }

  get isPending(): boolean {
    return this.isLoading && this.host.storage() !== undefined;
  }

  /** The storage is another one. */
  begin(): void {
    if (this.made) this.made.begin();
    else if (this.host.storage() !== undefined && !this.isLoading) void this.load();
  }

  /** That drafts cannot be kept, for the administrator; the form goes on without. */
  problems(words: Messages): readonly Problem[] {
    if (this.failure === undefined) return [];
    const params = { detail: this.failure };
    return [{ code: 'drafts/not-loaded', severity: 'error', document: 'drafts', pointer: '', params, message: words.failed(params) }];
  }

  private async load(): Promise<void> {
    this.isLoading = true;
    this.failure = undefined;
    try {
      const [{ DraftDesk }, { draftStyles }, { draftWords }] = await Promise.all([import('./draft-desk.js'), import('./drafts.styles.js'), import('./words.js')]);
      wearStyles(this.element.renderRoot, draftStyles);
      const { host } = this;
      this.made = new DraftDesk(this.element, { ...host, prefill: () => undefined, view: () => host.view(draftWords) });
      this.made.begin();
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
      warnOnce('drafts/not-loaded', `The code for drafts could not be loaded: ${this.failure}`);
    }
    this.isLoading = false;
    this.element.requestUpdate();
  }
}
