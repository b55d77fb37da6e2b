import type { BandPay, ChoicePay, Decimal, FactorPay, Facts, FormulaPay, PayPart, SegmentPay, UnitPay } from '@cobuild/core';
import { addDecimals, compareDecimals, computeValue, decimalToText, isMoney, multiplyDecimals, parseDecimal, pointerTokens, readDecimal, subtractDecimals, valueAt } from '@cobuild/core';
import { bandOf } from '../evaluation/bands.js';
import type { SettingReader } from '../evaluation/settings.js';
import { below } from '../evaluation/settings.js';
import { fromDecimal } from '../scoring/exact.js';
import type { PayPartResult } from './pay-result.js';

type Worked = Omit<PayPartResult, 'id' | 'kind' | 'times' | 'value'> & { readonly yuan?: Decimal };
const OPEN: Worked = { outcome: 'open' };

/** Works out one addend. Of a table only the row that applies has to be decided. */
export function computePart(part: PayPart, facts: Facts, read: SettingReader, pointer: string): PayPartResult {
  const times = part.times === undefined ? 1 : read.count(part.times, below(pointer, 'times'));
  const { yuan, ...worked } = work(part, facts, read, pointer);
  const head = { id: part.id, kind: part.kind };
  if (times === undefined) return { ...head, ...worked, outcome: worked.outcome === 'computed' ? 'open' : worked.outcome, times: 1 };
  if (yuan === undefined) return { ...head, ...worked, times };
  return { ...head, ...worked, amount: decimalToText(yuan), times, value: decimalToText(multiplyDecimals(yuan, times)) };
}

function work(part: PayPart, facts: Facts, read: SettingReader, pointer: string): Worked {
  switch (part.kind) {
    case 'fixed': return amount(read.money(part.amount, below(pointer, 'amount')));
    case 'fact': return amountFact(part.fact, facts);
    case 'bands': return byBand(part, facts, read, pointer);
    case 'choice': return byChoice(part, facts, read, pointer);
    case 'segments': return bySegment(part, facts, read, pointer);
    case 'perUnit': return byUnit(part, facts, read, pointer);
    case 'factor': return byFactor(part, facts, read, pointer);
    case 'formula': return byFormula(part, facts);
  }
}

const amount = (yuan: Decimal | undefined): Worked => (yuan === undefined ? OPEN : { outcome: 'computed', yuan });

function byBand(part: BandPay, facts: Facts, read: SettingReader, pointer: string): Worked {
  const row = rowOf(part.bands, part.fact, facts, read, below(pointer, 'bands'));
  if (typeof row.index !== 'number') return row.worked;
  const yuan = read.money(part.bands[row.index]?.amount, below(pointer, 'bands', row.index, 'amount'));
  return { ...row.worked, ...amount(yuan) };
}

function byChoice(part: ChoicePay, facts: Facts, read: SettingReader, pointer: string): Worked {
  const row = kindOf(part.choices, part.fact, facts);
  if (typeof row.index !== 'number') return row.worked;
  return { ...row.worked, ...amount(read.money(part.choices[row.index]?.amount, below(pointer, 'choices', row.index, 'amount'))) };
}

function bySegment(part: SegmentPay, facts: Facts, read: SettingReader, pointer: string): Worked {
  const row = rowOf(part.segments, part.fact, facts, read, below(pointer, 'segments'));
  const segment = typeof row.index === 'number' ? part.segments[row.index] : undefined;
  if (typeof row.index !== 'number' || segment === undefined || row.number === undefined) return row.worked;
  const at = below(pointer, 'segments', row.index);
  const base = segment.base === undefined ? parseDecimal(0) : read.money(segment.base, below(at, 'base'));
  const perUnit = segment.perUnit === undefined ? parseDecimal(0) : read.money(segment.perUnit, below(at, 'perUnit'));
  const start = segment.start === undefined ? parseDecimal(0) : read.decimal(segment.start, below(at, 'start'));
  if (base === undefined || perUnit === undefined || start === undefined) return { ...row.worked, outcome: 'open' };
  const units = subtractDecimals(row.number, start);
  const from = { base: decimalToText(base), perUnit: decimalToText(perUnit), start: decimalToText(start), units: decimalToText(units) };
  return { ...row.worked, from, outcome: 'computed', yuan: addDecimals(base, multiplyDecimals(perUnit, units)) };
}

function byUnit(part: UnitPay, facts: Facts, read: SettingReader, pointer: string): Worked {
  const { number, worked } = numberFact(part.fact, facts);
  if (number === undefined) return worked;
  if (number.digits < 0n) return { ...worked, outcome: 'unreadable' };
  const perUnit = read.money(part.amount, below(pointer, 'amount'));
  const atMost = part.atMost === undefined ? undefined : read.money(part.atMost, below(pointer, 'atMost'));
  if (perUnit === undefined || (part.atMost !== undefined && atMost === undefined)) return { ...worked, outcome: 'open' };
  const yuan = multiplyDecimals(perUnit, number);
  const limited = atMost !== undefined && compareDecimals(yuan, atMost) > 0;
  const from = { perUnit: decimalToText(perUnit), units: decimalToText(number), ...(limited ? { atMost: decimalToText(atMost) } : {}) };
  return { ...worked, from, outcome: 'computed', yuan: limited ? atMost : yuan };
}

function byFactor(part: FactorPay, facts: Facts, read: SettingReader, pointer: string): Worked {
  const row = kindOf(part.factors, part.fact, facts);
  if (typeof row.index !== 'number') return row.worked;
  const factor = read.decimal(part.factors[row.index]?.factor, below(pointer, 'factors', row.index, 'factor'));
  const { of } = part;
  const head = typeof of === 'object' && 'fact' in of ? amountFact(of.fact, facts) : amount(read.money(of, below(pointer, 'of')));
  if (head.yuan === undefined) return { ...row.worked, ...head };
  if (factor === undefined) return { ...row.worked, from: { of: decimalToText(head.yuan) }, outcome: 'open' };
  return { ...row.worked, from: { factor: decimalToText(factor), of: decimalToText(head.yuan) }, outcome: 'computed', yuan: multiplyDecimals(head.yuan, factor) };
}

function byFormula(part: FormulaPay, facts: Facts): Worked {
  const value = computeValue(part.computation, '', facts);
  const read = operandsRead(part.computation.of, facts);
  if (value !== undefined) return { outcome: 'computed', read, yuan: parseDecimal(value) };
  const [fact] = firstOperands(part.computation.of).filter((name) => ownFact(facts, name) === undefined);
  return fact === undefined ? { outcome: 'unreadable', read } : { outcome: 'missing', read, fact };
}

/** What a formula found, by the pointers that it names. */
function operandsRead(of: FormulaPay['computation']['of'], facts: Facts): Readonly<Record<string, unknown>> {
  const pointers = (operands: typeof of): string[] => operands.flatMap((operand) => (typeof operand === 'string' ? [operand] : typeof operand === 'number' ? [] : pointers(operand.of)));
  return Object.fromEntries(pointers(of).map((pointer): [string, unknown] => [pointer, valueAt(facts, pointer)]).filter(([, value]) => value !== undefined));
}

function firstOperands(of: FormulaPay['computation']['of']): string[] {
  return of.flatMap((operand) => (typeof operand === 'string' ? [pointerTokens(operand)[0] ?? ''] : typeof operand === 'number' ? [] : firstOperands(operand.of)));
}

interface RowFound { readonly index?: number; readonly number?: Decimal; readonly worked: Worked }

function rowOf(rows: readonly { readonly id: string; readonly from?: unknown; readonly below?: unknown }[], fact: string, facts: Facts, read: SettingReader, pointer: string): RowFound {
  const { number, worked } = numberFact(fact, facts);
  if (number === undefined) return { worked };
  const index = bandOf(rows, fromDecimal(number));
  if (index === 'open') noteOpenLimits(rows, read, pointer);
  if (typeof index !== 'number') return { worked: { ...worked, outcome: index === 'open' ? 'open' : index === 'none' ? 'notCovered' : 'ambiguous' } };
  return { index, number, worked: { ...worked, row: rows[index]?.id ?? '' } };
}

function noteOpenLimits(rows: readonly { readonly from?: unknown; readonly below?: unknown }[], read: SettingReader, pointer: string): void {
  rows.forEach((row, index) => {
    if (row.from !== undefined) read.decimal(row.from, below(pointer, index, 'from'));
    if (row.below !== undefined) read.decimal(row.below, below(pointer, index, 'below'));
  });
}

function kindOf(rows: readonly { readonly id: string }[], fact: string, facts: Facts): RowFound {
  const found = ownFact(facts, fact);
  const index = rows.findIndex(({ id }) => id === found);
  const outcome = found === undefined ? 'missing' : 'unreadable';
  return index < 0 ? { worked: { outcome, fact, ...(found === undefined ? {} : { found }) } } : { index, worked: { outcome: 'computed', fact, found, row: rows[index]?.id ?? '' } };
}

function numberFact(fact: string, facts: Facts): { readonly number?: Decimal; readonly worked: Worked } {
  const found = ownFact(facts, fact);
  if (found === undefined) return { worked: { outcome: 'missing', fact } };
  const number = typeof found === 'number' ? readDecimal(found) : undefined;
  return number === undefined ? { worked: { outcome: 'unreadable', fact, found } } : { number, worked: { outcome: 'computed', fact, found } };
}

function amountFact(fact: string, facts: Facts): Worked {
  const { number, worked } = numberFact(fact, facts);
  if (number === undefined) return worked;
  return isMoney(worked.found) ? { ...worked, yuan: number } : { ...worked, outcome: 'unreadable' };
}

/** An empty answer is a missing fact. */
function ownFact(facts: Facts, name: string): unknown {
  const found: unknown = Object.prototype.hasOwnProperty.call(facts, name) ? facts[name] : undefined;
  return found === null || found === '' ? undefined : found;
}
