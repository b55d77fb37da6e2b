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
    case 'number': return isNumber(value) ? 'number' : 'other';
    case 'string': return 'text';
    case 'boolean': return 'boolean';
    case 'object': return 'object';
    default: return 'other';
  }
}

export function isEmpty(value: unknown): value is undefined | null | '' {
  return value === undefined || value === null || value === '';
}

/** Whether a value is a number as JSON knows them: NaN and the infinities differ from themselves by NaN, all others by 0. */
export function isNumber(value: unknown): value is number {
  return typeof value === 'number' && value - value === 0;
}

/** Whether a value can be equal to another: numbers, texts (dates too) and booleans. */
export function isScalarKind(kind: ValueKind): boolean {
  return kind === 'number' || kind === 'text' || kind === 'boolean';
}

const DASH = 45;

/** Whether a value is a day that exists, `2026-02-28`; the text order of such days is their order in time. */
export function isCalendarDate(value: unknown): value is string {
  return dayNumber(value) >= 0;
}

/**
 * A day as a number in the order of time, 20260228; negative for what is no day that exists. Read digit by digit, with few questions asked on the way:
 * it is asked at every comparison of days, where a regular expression would cost more than all else.
 */
export function dayNumber(value: unknown): number {
  if (typeof value !== 'string' || value.length !== 10 || value.charCodeAt(4) !== DASH || value.charCodeAt(7) !== DASH) return -1;
  const [a, b, c, d] = [digit(value, 0), digit(value, 1), digit(value, 2), digit(value, 3)];
  const [e, f, g, h] = [digit(value, 5), digit(value, 6), digit(value, 8), digit(value, 9)];
  // A digit and six more stay below sixteen; in all else, negative numbers too, a higher bit is set in the one or the other.
  if (((a | b | c | d | e | f | g | h | (a + 6) | (b + 6) | (c + 6) | (d + 6) | (e + 6) | (f + 6) | (g + 6) | (h + 6)) & ~15) !== 0) return -1;
  const year = a * 1000 + b * 100 + c * 10 + d;
  const month = e * 10 + f;
  const day = g * 10 + h;
  if (month < 1 || month > 12 || day < 1 || (day > 28 && day > lastDay(year, month))) return -1;
  return (year * 100 + month) * 100 + day;
}

function lastDay(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

function digit(text: string, at: number): number {
  return text.charCodeAt(at) - 48;
}
