import { knownEntry, rememberEntry } from '../../../../hosts/known-entries.js';
import type { LookUp, LookUpEntry } from '../../../../hosts/look-up.js';

export type NameState = 'none' | 'reading' | 'known' | 'unknown' | 'failed';

/** The entry of the answer that is stored, read from the register when it is shown. */
export class EntryName {
  state: NameState = 'none';
  entry: LookUpEntry | undefined;
  private key = '';
  private asked: AbortController | undefined;

  constructor(private readonly lookUp: () => LookUp | undefined, private readonly changed: () => void) {}

  /** Begins to read where the answer is another one. */
  show(value: unknown): void {
    const key = value === undefined || value === null ? '' : JSON.stringify(value);
    if (key === this.key && this.state !== 'none') return;
    this.key = key;
    this.read(value);
  }

  again(value: unknown): void {
    this.read(value);
    this.changed();
  }

  private read(value: unknown): void {
    this.asked?.abort();
    const lookUp = this.lookUp();
    this.entry = this.key === '' || !lookUp ? undefined : knownEntry(lookUp, value);
    this.state = this.key === '' ? 'none' : this.entry ? 'known' : lookUp?.resolve ? 'reading' : 'unknown';
    if (this.state !== 'reading' || !lookUp?.resolve) return;
    const asked = new AbortController();
    this.asked = asked;
    const taken = (state: NameState, entry?: LookUpEntry): void => {
      if (asked.signal.aborted) return;
      this.state = state;
      this.entry = entry;
      if (entry) rememberEntry(lookUp, entry);
      this.changed();
    };
    // A register of the host may fail at once as well as later.
    new Promise<LookUpEntry | undefined>((resolve) => resolve(lookUp.resolve?.(value, asked.signal))).then(
      (entry) => taken(entry ? 'known' : 'unknown', entry),
      () => taken('failed'),
    );
  }
}
