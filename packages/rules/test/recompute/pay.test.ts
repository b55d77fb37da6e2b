import type { Computation, Facts, PayPart, PayRule, Rational } from '@cobuild/core';
import { compareRationals } from '@cobuild/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computePay, explainPay, explanationText } from '../../src/index.js';
import type { PayPartResult, PayResult } from '../../src/index.js';
import { minus, number, plus, read, rounded, same, sent, sum, times, within } from './exact.js';
import { expectWhole } from './whole-text.js';

interface Again { readonly outcome: PayResult['outcome']; readonly sum?: number; readonly total?: number; readonly instalments?: PayResult['instalments'] }

const isMoney = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && same(rounded(read(value), { step: '0.01', mode: 'down' }), read(value));
const known = (value: unknown): Rational | 'open' => (typeof value === 'number' ? read(value) : 'open');
const or = (value: unknown, fallback: number): unknown => (value === undefined ? fallback : value);

/** Yuan of an addend, once, from what it found and its part of the rule. */
function once(result: PayPartResult, part: PayPart): Rational | PayPartResult['outcome'] {
  const { found } = result;
  if (part.kind === 'fixed') return known(part.amount);
  if (part.kind === 'formula') return formula(part.computation, result.read ?? {}) ?? (pointers(part.computation).every((pointer) => pointer in (result.read ?? {})) ? 'unreadable' : 'missing');
  if (part.kind === 'factor') return byFactor(result, part);
  if (found === undefined) return 'missing';
  if (part.kind === 'choice') {
    const choice = part.choices.find(({ id }) => id === found);
    return choice === undefined ? 'unreadable' : known(choice.amount);
  }
  if (typeof found !== 'number') return 'unreadable';
  if (part.kind === 'fact') return isMoney(found) ? read(found) : 'unreadable';
  if (part.kind === 'perUnit') {
    if (found < 0) return 'unreadable';
    const [each, most] = [known(part.amount), part.atMost === undefined ? undefined : known(part.atMost)];
    if (each === 'open' || most === 'open') return 'open';
    const yuan = times(each, read(found));
    return most !== undefined && compareRationals(yuan, most) > 0 ? most : yuan;
  }
  return byRow(part.kind === 'bands' ? part.bands : part.segments, read(found));
}

/** The kind of person stands in `row`; `found` is then what the share is taken of, where that could not be read. */
function byFactor({ found, row, from }: PayPartResult, { factors, of }: Extract<PayPart, { kind: 'factor' }>): Rational | PayPartResult['outcome'] {
  if (row === undefined) return found === undefined ? 'missing' : 'unreadable';
  const factor = factors.find(({ id }) => id === row)?.factor;
  const isFact = typeof of === 'object' && 'fact' in of;
  if (!isFact && typeof of !== 'number') return 'open';
  if (isFact && from?.of === undefined && !isMoney(found)) return found === undefined ? 'missing' : 'unreadable';
  return typeof factor === 'number' ? times(read(isFact ? (from?.of ?? (found as number)) : (of)), read(factor)) : 'open';
}

interface Row { readonly from?: unknown; readonly below?: unknown; readonly amount?: unknown; readonly base?: unknown; readonly perUnit?: unknown; readonly start?: unknown }

function byRow(rows: readonly Row[], value: Rational): Rational | PayPartResult['outcome'] {
  const may = rows.filter((row) => within(row, value));
  const surely = may.filter(({ from, below }) => [from, below].every((end) => end === undefined || typeof end === 'number'));
  if (surely.length > 1) return 'ambiguous';
  const [row] = surely;
  if (row === undefined) return may.length > 0 ? 'open' : 'notCovered';
  if ('amount' in row) return known(row.amount);
  const [base, each, start] = [known(or(row.base, 0)), known(or(row.perUnit, 0)), known(or(row.start, 0))];
  return base === 'open' || each === 'open' || start === 'open' ? 'open' : plus(base, times(each, minus(value, start)));
}

function pointers({ of }: Computation): string[] {
  return of.flatMap((operand) => (typeof operand === 'string' ? [operand] : typeof operand === 'number' ? [] : pointers(operand)));
}

/** Sums and products of what a formula read; that is all that the rules here use. */
function formula({ op, of }: Computation, found: Readonly<Record<string, unknown>>): Rational | undefined {
  const values = of.map((operand) => (typeof operand === 'object' ? formula(operand, found) : typeof operand === 'number' ? read(operand) : typeof found[operand] === 'number' ? read(found[operand]) : undefined));
  const all = values.flatMap((value) => value ?? []);
  return all.length < values.length ? undefined : all.reduce(op === 'product' ? times : plus);
}

/** The pay again, from the result alone. */
function payAgain({ parts, settings, problems }: PayResult): Again {
  const found = parts.map((result, index) => {
    const part = settings.parts[index] as PayPart;
    const yuan = once(result, part);
    const often = part.times === undefined ? 1 : part.times;
    return typeof yuan === 'string' ? yuan : typeof often === 'number' ? times(yuan, read(often)) : 'open';
  });
  const { rounding, minimum, maximum, spread } = settings;
  const open = [rounding?.step, minimum, maximum, spread?.over].some((value) => typeof value === 'string');
  if (open || found.includes('open')) return { outcome: 'undecided' };
  if (found.includes('missing')) return { outcome: 'incomplete' };
  if (found.some((value) => typeof value === 'string') || problems.some(({ code }) => code === 'pay/too-large')) return { outcome: 'refused' };
  const whole = sum(found as Rational[]);
  const [most, least] = [maximum, minimum].map((value) => (value === undefined ? undefined : read(value as number)));
  const held = most !== undefined && compareRationals(whole, most) > 0 ? most : least !== undefined && compareRationals(whole, least) < 0 ? least : whole;
  const total = rounded(held, { step: (rounding?.step ?? 0.01) as number, mode: (rounding?.mode ?? 'half-up') as 'half-up' });
  const over = spread?.over as number | undefined;
  if (over === undefined || total.p < 0n) return { outcome: 'computed', sum: number(whole), total: number(total) };
  const each = rounded(times(total, { p: 1n, q: BigInt(over) }), { step: '0.01', mode: 'down' });
  return { outcome: 'computed', sum: number(whole), total: number(total), instalments: { over, each: number(each), last: number(minus(total, times(each, read(over - 1)))) } };
}

const verdict = ({ outcome, sum: all, total, instalments }: PayResult): Again => (outcome === 'computed' ? { outcome, ...(all === undefined ? {} : { sum: number(read(all)) }), ...(total === undefined ? {} : { total }), ...(instalments === undefined ? {} : { instalments }) } : { outcome });

const title = { 'zh-CN': '项', en: 'item' };
const openOr = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | 'UNDECIDED'> => fc.oneof({ weight: 15, arbitrary: value }, { weight: 1, arbitrary: fc.constant('UNDECIDED' as const) });
const yuan = openOr(fc.integer({ min: 0, max: 500_000 }).map((fen) => fen / 100));
const part = fc.oneof(
  fc.record({ kind: fc.constant('fixed'), amount: yuan, times: fc.constantFrom(undefined, 12) }),
  fc.record({ kind: fc.constant('fact'), fact: fc.constant('performance') }),
  fc.record({ kind: fc.constant('bands'), fact: fc.constant('points'), limit: openOr(fc.constantFrom(880, 900)), top: yuan, low: yuan }).map(({ limit, top, low, ...head }) => ({ ...head, bands: [{ id: 'top', title, from: limit, amount: top }, { id: 'low', title, below: 890, amount: low }] })),
  fc.record({ kind: fc.constant('choice'), fact: fc.constant('post'), amount: yuan }).map(({ amount, ...head }) => ({ ...head, choices: [{ id: 'head', title, amount }] })),
  fc.record({ kind: fc.constant('segments'), fact: fc.constant('points'), perUnit: yuan }).map(({ perUnit, ...head }) => ({ ...head, segments: [{ id: 'full', title, from: 900 }, { id: 'less', title, below: 900, perUnit, start: 900 }] })),
  fc.record({ kind: fc.constant('perUnit'), fact: fc.constant('points'), amount: yuan, atMost: fc.constantFrom(undefined, 1000) }),
  fc.record({ kind: fc.constant('factor'), fact: fc.constant('post'), of: fc.oneof(yuan, fc.constant({ fact: 'performance' })), factor: openOr(fc.constantFrom(1, 0.9)) }).map(({ factor, ...head }) => ({ ...head, factors: [{ id: 'head', title, factor }] })),
  fc.constant({ kind: 'formula', computation: { op: 'sum', of: ['/points', { op: 'product', of: ['/performance', 0.1], missing: 'unknown' }], missing: 'unknown' } }),
);
const rules = fc.record({ parts: fc.array(part, { minLength: 1, maxLength: 3 }), minimum: fc.constantFrom(undefined, 100), maximum: openOr(fc.constantFrom(undefined, 3000)), rounding: fc.constantFrom(undefined, { step: 10, mode: 'down' }, { step: 1, mode: 'half-up' }), over: openOr(fc.constantFrom(undefined, 12, 7)) })
  .map(({ parts, over, ...more }) => sent({ id: 'pay', title, ...more, ...(over === undefined ? {} : { spread: { over } }), parts: parts.map((one, index) => ({ id: `part${index}`, title, ...one })) }) as unknown as PayRule);
const facts: fc.Arbitrary<Facts> = fc.record({ points: fc.constantFrom<unknown>(880, 889.5, 890, 899, 900, 1000), performance: fc.constantFrom<unknown>(15456, 0, 0.1), post: fc.constantFrom<unknown>('head') }).chain((good) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(good) }, { weight: 1, arbitrary: fc.constantFrom<Facts>({ ...good, points: -5 }, { ...good, points: 'many' }, { ...good, post: 'guest' }, {}) }));

describe('pay from its result alone', () => {
  it('row 55: gives the same total and instalments for any rule and facts', () => {
    const seen = new Set<string>();
    fc.assert(fc.property(rules, facts, (rule, any) => {
      const result = computePay(rule, any);
      expect(payAgain(sent(result))).toEqual(verdict(result));
      seen.add(result.outcome);
    }), { numRuns: 800 });
    expect([...seen].sort()).toEqual(['computed', 'incomplete', 'refused', 'undecided']);
  });

  it('differs where somebody changed what was found', () => {
    const rule = { id: 'pay', title, parts: [{ id: 'head', title, kind: 'segments', fact: 'points', segments: [{ id: 'less', title, below: 900, perUnit: 5, start: 900 }] }] } as unknown as PayRule;
    const result = computePay(rule, { points: 880 });
    const forged = JSON.parse(JSON.stringify(result).replace('"found":880', '"found":890')) as PayResult;
    expect([payAgain(sent(result)).total, payAgain(forged).total]).toEqual([-100, -50]);
  });

  const fixed = (amount: number, more: object = {}): PayPart => ({ id: 'fixed', title, kind: 'fixed', amount, ...more });
  const deduction: PayPart = { id: 'points', title, kind: 'segments', fact: 'points', factTitle: title, segments: [{ id: 'full', title, from: 900 }, { id: 'less', title, below: 900, perUnit: 5, start: 900 }] };
  it.each([
    ['2,000 × 12 and 15,456 are 39,456, 3,288 a month', [fixed(2000, { times: 12 }), { id: 'bonus', title, kind: 'fact', fact: 'performance', factTitle: title }], { performance: 15456 }, 39456, ['2,000', '12', '15,456', '39,456', '3,288']],
    ['3,129 × 12 is 37,548', [fixed(3129, { times: 12 })], {}, 37548, ['3,129', '12', '37,548']],
    ['880 of 1,000 points are 100 yuan less', [deduction], { points: 880 }, -100, ['880', '900', '5', '100']],
  ] as const)('comes to the same and tells every number: %s', (_, parts, given, total, words) => {
    const rule: PayRule = { id: 'pay', title, parts: [...parts], spread: { over: 12 } };
    const result = computePay(rule, given);
    expect(payAgain(sent(result))).toEqual(verdict(result));
    expect(result.total).toBe(total);
    for (const locale of ['zh-CN', 'en'] as const) expectWhole(explanationText({ verdict: '', locale, lines: [explainPay(result, rule, locale)] }), words);
  });
});
