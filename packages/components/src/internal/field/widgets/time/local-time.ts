const OFFSET = /^(?:Z|([+-])(\d\d):(\d\d))$/i;

/** Minutes ahead of UTC. */
function minutesOf(offset: string): number | undefined {
  const match = OFFSET.exec(offset);
  if (!match) return undefined;
  const [, sign, hours = '0', minutes = '0'] = match;
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}

/**
 * A stored time of day as the browser's field takes it, on the wall of a place: `09:30:00+08:00` is `09:30` at `+08:00`. `''` for what is none.
 */
export function wallTime(stored: unknown, offset: string): string {
  return wallDateTime(typeof stored === 'string' ? `2000-01-01T${stored}` : stored, offset).slice(11);
}

/** The same of day and time: `2026-03-05T01:30:00Z` is `2026-03-05T09:30` at `+08:00`. Seconds only where there are some. */
export function wallDateTime(stored: unknown, offset: string): string {
  const [, day, clock, seconds = ':00', own] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d)?(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/i.exec(typeof stored === 'string' ? stored : '') ?? [];
  if (day === undefined || clock === undefined) return '';
  const [there, here] = [minutesOf(own ?? offset), minutesOf(offset)];
  const instant = Date.parse(`${day}T${clock}${seconds}Z`);
  if (there === undefined || here === undefined || Number.isNaN(instant)) return '';
  const text = new Date(instant + (here - there) * 60_000).toISOString().slice(0, 19);
  return text.endsWith(':00') ? text.slice(0, -3) : text;
}
