import type { Calendar } from '@cobuild/core';
import type { FileStore } from './file-store.js';
import type { LookUp } from './look-up.js';

/** Who is filling in. */
export interface FormPerson {
  readonly id: string;
  readonly name: string;
  /** Organisation that the person signs for: its id among joint applicants. */
  readonly organisation?: string;
  /** Ids of the signatures under a pledge that the person gives: `['secretary']`. Default: any. */
  readonly signatures?: readonly string[];
}

/** What a host lends to the fields of a form. Everything is optional: a field whose host part is missing says so. */
export interface FieldHosts {
  /** Registers by the name that `widgetOptions.lookUp` of a field says. */
  readonly lookUps?: Readonly<Record<string, LookUp>>;
  readonly files?: FileStore;
  /** Who is filling in, for signatures: `{ id, name, organisation }`. */
  readonly person?: FormPerson;
  /** The clock: an instant with its offset. Default: the clock of the machine. */
  readonly now?: () => string;
  /** Which days are worked, for periods in records. Default: China's. */
  readonly calendar?: Calendar;
  /** IANA name, default `Asia/Shanghai`. */
  readonly zone?: string;
  /** What is left of the pool of the batch, in yuan, for budgets. */
  readonly pool?: number;
}
