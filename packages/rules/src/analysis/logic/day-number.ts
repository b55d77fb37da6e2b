const DAY_MS = 86_400_000;

/** Days since 1970-01-01 of a day `2026-03-05` that exists. */
export function dayNumber(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const time = new Date(0);
  time.setUTCFullYear(year, month - 1, date);
  return Math.round(time.getTime() / DAY_MS);
}

/** The day of a number of days since 1970-01-01; `undefined` outside the years 0001 to 9999. */
export function dayText(number: number): string | undefined {
  const time = new Date(number * DAY_MS);
  const year = time.getUTCFullYear();
  if (Number.isNaN(year) || year < 1 || year > 9999) return undefined;
  return time.toISOString().slice(0, 10);
}
