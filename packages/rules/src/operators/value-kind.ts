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
 * A day as a number in the order of time, 20260228; negative for what is no day that exists. Read digit by digit: it is asked at every comparison of
 * days, where a regular expression would cost more than all else.
 */
export function dayNumber(value: unknown): number {
  if (typeof value !== 'string' || value.length !== 10 || value.charCodeAt(4) !== DASH || value.charCodeAt(7) !== DASH) return -1;
  const century = twoDigits(value, 0);
  const year = twoDigits(value, 2);
  const month = twoDigits(value, 5);
  const day = twoDigits(value, 8);
  if (century < 0 || year < 0 || month < 1 || month > 12 || day < 1) return -1;
  const leap = year === 0 ? century % 4 === 0 : year % 4 === 0;
  const last = month === 2 ? (leap ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return day <= last ? ((century * 100 + year) * 100 + month) * 100 + day : -1;
}

/** The number that two characters write, or a negative one. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}
