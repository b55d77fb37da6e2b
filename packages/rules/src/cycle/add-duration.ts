/** A length of time; `amount` may be negative, to count backwards. */
export interface LengthOfTime { readonly amount: number; readonly unit: 'year' | 'month' | 'day' }

/** Where the month has no day of that number. */
export type MissingDay = 'lastOfMonth' | 'firstOfNextMonth';

/**
 * The day so long after a date: years and months together first, then days. Lengths are added from one date at once rather than one after another,
 * so that four years after 29 February end on a 29 February again.
 *
 * @returns `undefined` where the month has no such day and `missing` does not say what then, or where the date leaves the years 1–9999.
 * @example addLengths('2024-02-29', [{ amount: 1, unit: 'year' }], 'lastOfMonth') // '2025-02-28'
 */
export function addLengths(date: string, lengths: readonly LengthOfTime[], missing: MissingDay | undefined): string | undefined {
  const sum = (...units: readonly LengthOfTime['unit'][]): number => lengths.filter(({ unit }) => units.includes(unit)).reduce((all, { amount }) => all + amount, 0);
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const months = year * 12 + (month - 1) + sum('year') * 12 + sum('month');
  const target = { year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1 };
  if (target.year < 1 || target.year > 9998) return undefined;
  const last = daysOf(target.year, target.month);
  if (day > last && missing === undefined) return undefined;
  const reached = day <= last ? written(target.year, target.month, day) : missing === 'lastOfMonth' ? written(target.year, target.month, last) : firstOfNext(target.year, target.month);
  return addDays(reached, sum('day'));
}

const DAY = 86_400_000;

/** Dates are counted in UTC, so the zone of the machine never shifts a day. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

function daysOf(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function firstOfNext(year: number, month: number): string {
  return month === 12 ? written(year + 1, 1, 1) : written(year, month + 1, 1);
}

function written(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
