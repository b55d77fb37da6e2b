import type { Computation } from '../generated/types.js';
import type { Decimal } from '../money/decimal.js';
import { addDecimals, compareDecimals, decimalToNumber, multiplyDecimals, parseDecimal, readDecimal, subtractDecimals } from '../money/decimal.js';
import { divideDecimals, roundDecimal } from '../money/rational.js';
import { pointerTokens, toPointer, valueAt } from '../problems/json-pointer.js';
import { isEmpty } from './answers.js';

/** A ratio that names no rounding is rounded to this step, half up: a quotient has no last digit of its own. */
export const RATIO_STEP = 0.0001;

const ZERO: Decimal = { digits: 0n, scale: 0 };

/** The pointers that a template stands for in these answers: `*` is every item that is there. */
export function expandTemplate(answers: unknown, template: string): readonly string[] {
  return pointerTokens(template).reduce<readonly string[]>(
    (pointers, token) =>
      token === '*'
        ? pointers.flatMap((pointer) => {
            const items = valueAt(answers, pointer);
            return Array.isArray(items) ? items.map((_, index) => `${pointer}/${index}`) : [];
          })
        : pointers.map((pointer) => `${pointer}${toPointer(token)}`),
    [''],
  );
}

/** A template as seen from one item: the `*` that it shares with the target's own way become the target's indexes. */
function bind(template: string, target: string): string {
  const own = pointerTokens(target);
  let together = true;
  const tokens = pointerTokens(template).map((token, index) => {
    const here = own[index] ?? '';
    const shared = together && token === '*' && /^\d+$/.test(here);
    together = together && (token === here || shared);
    return shared ? here : token;
  });
  return toPointer(...tokens);
}

type Operand = Decimal | 'empty' | 'unreadable';

function readOperand(value: unknown): Operand {
  if (isEmpty(value)) return 'empty';
  return (typeof value === 'number' ? readDecimal(value) : undefined) ?? 'unreadable';
}

/**
 * Calculates one field.
 *
 * @param target - Pointer of the field itself, so that `/lines/* /price` (without the space) means the price of the same item.
 * @returns The number, or `undefined` where an operand is missing (as `missing` says), is no number, or the divisor is zero; never NaN.
 */
export function computeValue(computation: Computation, target: string, answers: unknown): number | undefined {
  const value = evaluate(computation, target, answers);
  const number = typeof value === 'string' ? undefined : decimalToNumber(value);
  return number !== undefined && Number.isFinite(number) ? number : undefined;
}

function evaluate(computation: Computation, target: string, answers: unknown): Operand {
  const result = computation.op === 'count' ? countAnswers(computation, target, answers) : calculate(computation, target, answers);
  if (typeof result === 'string' || computation.op === 'ratio') return result;
  if (computation.round) return roundDecimal(result, computation.round.step, computation.round.mode);
  return computation.op === 'round' ? roundDecimal(result, 1, 'half-up') : result;
}

/** Counts the items of a list, or the answers that a template reaches. */
function countAnswers(computation: Computation, target: string, answers: unknown): Operand {
  const values = computation.of.flatMap((operand): unknown[] => {
    if (typeof operand !== 'string') return [];
    const found = expandTemplate(answers, bind(operand, target)).map((pointer) => valueAt(answers, pointer));
    return found.flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : isEmpty(value) ? [] : [value]));
  });
  return values.length === 0 && computation.missing === 'unknown' ? 'empty' : parseDecimal(values.length);
}

function calculate(computation: Computation, target: string, answers: unknown): Operand {
  const operands = computation.of.flatMap((operand) => operandsOf(operand, target, answers));
  if (operands.includes('unreadable')) return 'unreadable';
  if (computation.missing === 'unknown' && (operands.includes('empty') || operands.length === 0)) return 'empty';
  const [first = ZERO, ...rest] = operands.map((operand) => (typeof operand === 'string' ? ZERO : operand));
  switch (computation.op) {
    case 'difference':
      return rest.reduce<Decimal>(subtractDecimals, first);
    case 'product':
      return rest.reduce<Decimal>(multiplyDecimals, first);
    case 'min':
      return rest.reduce((least, next) => (compareDecimals(next, least) < 0 ? next : least), first);
    case 'max':
      return rest.reduce((most, next) => (compareDecimals(next, most) > 0 ? next : most), first);
    case 'ratio':
      return quotient(first, rest, computation);
    default:
      return rest.reduce<Decimal>(addDecimals, first); // `sum`, and `round` of what it is given
  }
}

function operandsOf(operand: Computation['of'][number], target: string, answers: unknown): readonly Operand[] {
  if (typeof operand === 'number') return [readOperand(operand)];
  if (typeof operand === 'object') return [evaluate(operand, target, answers)];
  return expandTemplate(answers, bind(operand, target)).map((pointer) => readOperand(valueAt(answers, pointer)));
}

function quotient(dividend: Decimal, divisors: readonly Decimal[], { round }: Computation): Operand {
  const [divisor] = divisors;
  if (divisor === undefined || divisors.length !== 1 || divisor.digits === 0n) return 'empty';
  return divideDecimals(dividend, divisor, round ?? { step: RATIO_STEP, mode: 'half-up' });
}
