import type { FileStore } from './file-store.js';
import type { LookUp } from './look-up.js';

/** What a host lends to the fields of a form. Everything is optional: a field whose host part is missing says so. */
export interface FieldHosts {
  /** Registers by the name that `widgetOptions.lookUp` of a field says. */
  readonly lookUps?: Readonly<Record<string, LookUp>>;
  readonly files?: FileStore;
  /** Who is filling in, for signatures: `{ id, name }`. */
  readonly person?: { readonly id: string; readonly name: string };
  /** The clock: an instant with its offset. Default: the clock of the machine. */
  readonly now?: () => string;
}
