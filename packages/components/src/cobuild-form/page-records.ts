import type { RecordRules } from '@cobuild/core';
import { chinaCalendar, checkRecords } from '@cobuild/core';
import type { FieldHosts } from '../hosts/field-hosts.js';

/** How a page checks records: by what it lends, else by China's calendar and, where nobody says which day it is, the clock of the machine. Loaded with the first form that has a record. */
export function pageRecords({ calendar = chinaCalendar, now, zone, pool }: FieldHosts, today: unknown): RecordRules {
  const clock = now ?? (today === undefined ? () => new Date().toISOString() : undefined);
  return { check: checkRecords, calendar, ...(clock ? { now: clock } : {}), ...(zone === undefined ? {} : { zone }), ...(pool === undefined ? {} : { pool }) };
}
