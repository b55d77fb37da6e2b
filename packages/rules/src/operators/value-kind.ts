/** Kinds of value that operators tell apart. `other` is what JSON cannot hold, such as NaN or a function. */
export type ValueKind = 'empty' | 'number' | 'text' | 'boolean' | 'list' | 'object' | 'other';

/**
 * Kind of a value. Nothing, `null` and `''` are empty: a question without an answer. An empty list is an answer
 * ("none"), and so are 0 and false.
 */
export function kindOf(value: unknown): ValueKind {
  if (value === undefined || value === null || value === '') return 'empty';
  if (Array.isArray(value)) return 'list';
  switch (typeof value) {
    case 'number': return Number.isFinite(value) ? 'number' : 'other';
    case 'string': return 'text';
    case 'boolean': return 'boolean';
    case 'object': return 'object';
    default: return 'other';
  }
}

export function isEmpty(value: unknown): value is undefined | null | '' {
  return value === undefined || value === null || value === '';
}

/** Whether a value can be equal to another: numbers, texts (dates too) and booleans. */
export function isScalarKind(kind: ValueKind): boolean {
  return kind === 'number' || kind === 'text' || kind === 'boolean';
}

const CALENDAR_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a value is a day that exists, `2026-02-28`; the text order of such days is their order in time. */
export function isCalendarDate(value: unknown): value is string {
  const match = typeof value === 'string' ? CALENDAR_DATE.exec(value) : null;
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= (month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);
}
