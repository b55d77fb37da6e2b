import { isCalendarDate, isEmpty } from '../operators/index.js';

/**
 * One fact of all cases. Numbers stand in `numbers` as they are (NaN elsewhere); every other value is kept once in `values`, with its place there in
 * `codes`. Code 0 is a number or an empty answer, so a case is empty where its number is NaN and its code 0. Texts, days, booleans and lists repeat from case to
 * case, which makes a comparison with a fixed value one call of the operator for each different value.
 */
export interface Column {
  readonly rows: number;
  readonly numbers?: Float64Array;
  readonly codes?: Int32Array;
  readonly values: readonly unknown[];
}

/** The value of a case; `undefined` where it is empty. */
export function valueOf({ numbers, codes, values }: Column, row: number): unknown {
  const number = numbers?.[row];
  if (number !== undefined && number === number) return number;
  return values[codes?.[row] ?? 0];
}

/** Days since 0000-01-01 (each month as 31 days: only their order counts) by code; NaN for what is no day. */
export function daysOf({ values }: Column): Float64Array {
  return Float64Array.from(values, (value) => (isCalendarDate(value) ? (Number(value.slice(0, 4)) * 12 + Number(value.slice(5, 7))) * 31 + Number(value.slice(8)) : NaN));
}

const FIRST_CAPACITY = 1024;

/** Fills a column case by case; a row that is set again is overwritten. */
export class ColumnBuilder {
  private numbers: Float64Array | undefined;
  private codes: Int32Array | undefined;
  private readonly values: unknown[] = [undefined];
  private readonly codeOf = new Map<unknown, number>();
  private readonly codeOfText = new Map<string, number>();

  /** @param expected - Number of rows, where it is known: room for them is made at once. */
  constructor(private readonly expected = 0) {}

  set(row: number, value: unknown): void {
    if (typeof value === 'number' && Number.isFinite(value)) {
      this.numbers = numberRoom(this.numbers, row, this.expected);
      this.numbers[row] = value;
      if (this.codes !== undefined && row < this.codes.length) this.codes[row] = 0;
      return;
    }
    if (this.numbers !== undefined && row < this.numbers.length) this.numbers[row] = NaN;
    const code = isEmpty(value) ? 0 : this.code(value);
    if (code === 0 && (this.codes === undefined || row >= this.codes.length)) return;
    this.codes = room(this.codes, row, this.expected);
    this.codes[row] = code;
  }

  finish(rows: number): Column {
    return {
      rows, values: this.values,
      ...(this.numbers === undefined ? {} : { numbers: fitted(numberRoom(this.numbers, rows - 1), rows) }),
      ...(this.codes === undefined ? {} : { codes: fitted(room(this.codes, rows - 1), rows) }),
    };
  }

  private code(value: unknown): number {
    if (typeof value !== 'object') return this.codeIn(this.codeOf, value, value);
    const text = writtenOrNothing(value);
    return text === undefined ? this.values.push(value) - 1 : this.codeIn(this.codeOfText, text, value);
  }

  private codeIn<Key>(codes: Map<Key, number>, key: Key, value: unknown): number {
    let code = codes.get(key);
    if (code === undefined) {
      code = this.values.push(value) - 1;
      codes.set(key, code);
    }
    return code;
  }
}

/** A text that is the same for equal values; what JSON cannot write is kept as a value of its own. A list of texts, the usual one, need not be written as JSON. */
function writtenOrNothing(value: unknown): string | undefined {
  try {
    const isPlainList = Array.isArray(value) && value.every((item) => typeof item === 'string' && item.indexOf('\u0000') === -1);
    return isPlainList ? `${value.length}\u0000${value.join('\u0000')}` : JSON.stringify(value);
  } catch {
    return undefined;
  }
}

function numberRoom(numbers: Float64Array | undefined, row: number, expected = 0): Float64Array {
  if (numbers !== undefined && row < numbers.length) return numbers;
  const larger = new Float64Array(capacityFor(row, expected)).fill(NaN);
  if (numbers !== undefined) larger.set(numbers);
  return larger;
}

/** The array, or a larger copy with zeros behind, so that the row has a place. */
export function room(codes: Int32Array | undefined, row: number, expected = 0): Int32Array {
  if (codes !== undefined && row < codes.length) return codes;
  const larger = new Int32Array(capacityFor(row, expected));
  if (codes !== undefined) larger.set(codes);
  return larger;
}

function capacityFor(row: number, expected: number): number {
  let capacity = Math.max(FIRST_CAPACITY, expected);
  while (capacity <= row) capacity *= 2;
  return capacity;
}

/** As long as the cases are many. What little is left over stays where it is; much of it is given back. */
export function fitted<Numbers extends Float64Array | Int32Array>(numbers: Numbers, rows: number): Numbers {
  return (numbers.length - rows > rows >>> 2 ? numbers.slice(0, rows) : numbers.subarray(0, rows)) as Numbers;
}
