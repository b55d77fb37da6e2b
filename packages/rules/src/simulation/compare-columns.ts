import type { Truth } from '@cobuild/core';
import type { Compare } from '../operators/index.js';
import { resolveOperator } from '../operators/index.js';
import { noBits } from './bits.js';
import type { Column } from './column.js';
import { daysOf, valueOf } from './column.js';
import type { Truths } from './truths.js';
import { joined } from './truths.js';

/** An operator by its whole name, and how it compares. */
export interface NamedCompare { readonly name: string; readonly compare: Compare }

/** An answer as a number: bit 0 is true, bit 1 is false. */
type Code = 0 | 1 | 2;

function codeOf(truth: Truth): Code {
  return truth === 'unknown' ? 0 : truth ? 1 : 2;
}

/** The answers where the found is less than, equal to and greater than the wanted. */
interface Order { readonly less: Code; readonly same: Code; readonly more: Code }

const BY_ORDER = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'];
const BY_EQUALITY = ['equal', 'notEqual'];

/**
 * What an operator asks of two numbers, where that is only their order: found out by asking it, so that `not` and `swap` in front of it are in the answer.
 * `days` are compared like numbers too, but a text that is no day can still be equal to another.
 */
function orderOf({ name, compare }: NamedCompare, sides: 'numbers' | 'days'): Order | undefined {
  const resolved = resolveOperator(name);
  const names = sides === 'days' ? BY_ORDER : [...BY_ORDER, ...BY_EQUALITY];
  if (resolved === undefined || !names.includes(resolved.operator.name) || !resolved.decorators.every((decorator) => decorator.name === 'not' || decorator.name === 'swap')) return undefined;
  return { less: codeOf(compare(1, 2)), same: codeOf(compare(2, 2)), more: codeOf(compare(2, 1)) };
}

/** Compares a column with one value: numbers in a loop without calls where only their order counts, every other value once. */
export function compareWithValue({ rows, numbers, codes, values }: Column, wanted: unknown, operator: NamedCompare): Truths {
  const byCode = Uint8Array.from(values, (value, code) => (code === 0 ? 0 : codeOf(operator.compare(value, wanted))));
  const coded = codes === undefined ? undefined : answersByCode(rows, codes, byCode);
  if (numbers === undefined) return coded ?? { yes: noBits(rows), no: noBits(rows) };
  const order = typeof wanted === 'number' && Number.isFinite(wanted) ? orderOf(operator, 'numbers') : undefined;
  const numeric = order === undefined ? answersByNumber(rows, numbers, (number) => codeOf(operator.compare(number, wanted))) : answersByOrder(rows, numbers, wanted as number, order);
  return coded === undefined ? numeric : joined(numeric, coded);
}

/** Compares two facts of each case. A case that lacks one of them is unknown. */
export function compareColumns(left: Column, right: Column, operator: NamedCompare): Truths {
  const { rows } = left;
  if (left.numbers !== undefined && left.codes === undefined && right.numbers !== undefined && right.codes === undefined) {
    const order = orderOf(operator, 'numbers');
    if (order !== undefined) return answersByOrder(rows, left.numbers, right.numbers, order);
  }
  const days = orderOf(operator, 'days');
  if (days !== undefined && left.numbers === undefined && right.numbers === undefined) return answersByOrder(rows, daysByRow(left), daysByRow(right), days);
  return answers(rows, (row) => {
    const [found, wanted] = [valueOf(left, row), valueOf(right, row)];
    return found === undefined || wanted === undefined ? 0 : codeOf(operator.compare(found, wanted));
  });
}

function daysByRow(column: Column): Float64Array {
  const days = daysOf(column);
  return Float64Array.from({ length: column.rows }, (_, row) => days[column.codes?.[row] ?? 0] ?? NaN);
}

function answersByCode(rows: number, codes: Int32Array, byCode: Uint8Array): Truths {
  const [yes, no] = [noBits(rows), noBits(rows)];
  for (let index = 0, row = 0; index < yes.length; index += 1) {
    const end = Math.min(rows, row + 32);
    let [trues, falses] = [0, 0];
    for (let bit = 0; row < end; row += 1, bit += 1) {
      const code = byCode[codes[row] as number] as number;
      trues |= (code & 1) << bit;
      falses |= (code >>> 1) << bit;
    }
    yes[index] = trues;
    no[index] = falses;
  }
  return { yes, no };
}

/** NaN, on either side, is unknown. */
function answersByOrder(rows: number, found: Float64Array, wanted: Float64Array | number, { less, same, more }: Order): Truths {
  const [yes, no] = [noBits(rows), noBits(rows)];
  const fixed = typeof wanted === 'number';
  for (let index = 0, row = 0; index < yes.length; index += 1) {
    const end = Math.min(rows, row + 32);
    let [trues, falses] = [0, 0];
    for (let bit = 0; row < end; row += 1, bit += 1) {
      const left = found[row] as number;
      const right = fixed ? wanted : (wanted[row] as number);
      const code = left < right ? less : left > right ? more : left === right ? same : 0;
      trues |= (code & 1) << bit;
      falses |= (code >>> 1) << bit;
    }
    yes[index] = trues;
    no[index] = falses;
  }
  return { yes, no };
}

/** Numbers repeat too; what was asked about the first few thousand different ones is kept. */
const REMEMBERED = 4096;

function answersByNumber(rows: number, numbers: Float64Array, ask: (number: number) => Code): Truths {
  const known = new Map<number, Code>();
  return answers(rows, (row) => {
    const number = numbers[row] as number;
    if (number !== number) return 0;
    let code = known.get(number);
    if (code === undefined) {
      code = ask(number);
      if (known.size < REMEMBERED) known.set(number, code);
    }
    return code;
  });
}

function answers(rows: number, codeAt: (row: number) => Code): Truths {
  const [yes, no] = [noBits(rows), noBits(rows)];
  for (let row = 0; row < rows; row += 1) {
    const code = codeAt(row);
    if (code === 1) yes[row >>> 5] = (yes[row >>> 5] as number) | (1 << (row & 31));
    else if (code === 2) no[row >>> 5] = (no[row >>> 5] as number) | (1 << (row & 31));
  }
  return { yes, no };
}
