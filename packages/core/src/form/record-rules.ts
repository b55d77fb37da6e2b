import type { Calendar } from '../calendar/calendar.js';
import { isDate } from '../calendar/dates.js';
import type { RecordSettings } from '../generated/types.js';
import type { Problem } from '../problems/problem.js';
import type { RecordsOptions } from '../records/check-records.js';
import type { Answers } from './answers.js';
import type { Facts } from './form-model.js';

/** How a form asks for the check of records without knowing any: `checkRecords` has this shape. */
export type CheckRecords = (answers: Answers, records: Readonly<Record<string, RecordSettings>>, options: RecordsOptions) => readonly Problem[];

/** What records among the answers are held against besides their settings. Those that need what is not there are not checked by it. */
export interface RecordsContext {
  /** Which days are worked. */
  readonly calendar?: Calendar;
  /** The clock: an instant with its offset. Without it the end of the day that the fact `today` says, in China's time. */
  readonly now?: () => string;
  /** IANA name, default `Asia/Shanghai`. */
  readonly zone?: string;
  /** What is left of the pool of the batch, in yuan, for budgets. */
  readonly pool?: number;
}

/** The check itself is handed in, so that a page without records need not load it. */
export interface RecordRules extends RecordsContext { readonly check: CheckRecords }

/** What `check` is asked with. */
export function recordsOptions({ calendar, now, zone, pool }: RecordsContext, facts: Facts): Omit<RecordsOptions, 'locale'> {
  const today = facts['today'];
  const instant = now ? now() : isDate(today) && zone === undefined ? `${String(today)}T23:59:59+08:00` : undefined;
  return { ...(calendar ? { calendar } : {}), ...(instant === undefined ? {} : { now: instant }), ...(zone === undefined ? {} : { zone }), ...(pool === undefined ? {} : { pool }) };
}
