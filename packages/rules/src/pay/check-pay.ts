import type { BandPay, PayPart, PayRule, SegmentPay } from '@cobuild/core';
import { addDecimals, compareDecimals, decimalToText, multiplyDecimals, parseDecimal, readDecimal, subtractDecimals } from '@cobuild/core';
import type { Decimal } from '@cobuild/core';
import type { BandDefect } from '../evaluation/bands.js';
import { bandDefects } from '../evaluation/bands.js';
import type { SchemeFinding } from '../findings.js';

/**
 * What is wrong with rules of pay: tables with gaps or overlaps, limits that contradict each other, roundings that cannot be. A formula that
 * jumps between two segments is pointed out with the amounts on both sides; it may be meant.
 *
 * @param rules - Parameter references already replaced by their values; what is open is left out.
 * @param pointer - Where the rules stand, `/pay`.
 */
export function checkPay(rules: readonly PayRule[], pointer = ''): SchemeFinding[] {
  return rules.flatMap((rule, index) => [...checkParts(rule, `${pointer}/${index}`), ...checkSettings(rule, `${pointer}/${index}`)]);
}

function checkParts(rule: PayRule, pointer: string): SchemeFinding[] {
  return rule.parts.flatMap((part, index) => {
    const at = `${pointer}/parts/${index}`;
    if (part.kind === 'bands') return defects(part, part.bands, `${at}/bands`);
    if (part.kind === 'segments') return [...defects(part, part.segments, `${at}/segments`), ...jumps(part, `${at}/segments`)];
    return unknownKinds(part, at);
  });
}

function defects(part: BandPay | SegmentPay, rows: readonly { readonly id: string; readonly from?: unknown; readonly below?: unknown }[], pointer: string): SchemeFinding[] {
  const name = (row: number): string => rows[row]?.id ?? '';
  return bandDefects(rows).map((defect: BandDefect): SchemeFinding => {
    if (defect.kind === 'empty') return { code: 'scheme/pay-row-empty', pointer: `${pointer}/${defect.row}`, params: { row: name(defect.row) } };
    if (defect.kind === 'gap') {
      return { code: 'scheme/pay-gap', pointer: `${pointer}/${defect.row}`, params: { from: defect.from, below: defect.below }, counterExample: { facts: { [part.fact]: defect.from }, gives: { part: part.id, outcome: 'notCovered' } } };
    }
    return {
      code: 'scheme/pay-overlap', pointer: `${pointer}/${defect.row}`, params: { row: name(defect.row), other: name(defect.other), value: defect.value },
      counterExample: { facts: { [part.fact]: defect.value }, gives: { part: part.id, outcome: 'ambiguous' } },
    };
  });
}

/** Amounts on both sides of each border; `below` is what the lower segment comes to there. */
function jumps(part: SegmentPay, pointer: string): SchemeFinding[] {
  return part.segments.flatMap((segment, index): SchemeFinding[] => {
    const at = segment.from === undefined ? undefined : decimalOf(segment.from);
    const lower = at === undefined ? undefined : part.segments.find(({ below }) => below !== undefined && equals(decimalOf(below), at));
    const left = lower === undefined || at === undefined ? undefined : amountAt(lower, at);
    const right = at === undefined ? undefined : amountAt(segment, at);
    if (at === undefined || left === undefined || right === undefined || equals(left, right)) return [];
    const params = { at: decimalToText(at), below: decimalToText(left), from: decimalToText(right) };
    return [{ code: 'scheme/pay-jump', severity: 'info', pointer: `${pointer}/${index}`, params }];
  });
}

function amountAt({ base = 0, perUnit = 0, start = 0 }: SegmentPay['segments'][number], at: Decimal): Decimal | undefined {
  const [fixed, step, from] = [decimalOf(base), decimalOf(perUnit), decimalOf(start)];
  return fixed && step && from ? addDecimals(fixed, multiplyDecimals(step, subtractDecimals(at, from))) : undefined;
}

function unknownKinds(part: PayPart, pointer: string): SchemeFinding[] {
  const rows = part.kind === 'choice' ? part.choices : part.kind === 'factor' ? part.factors : [];
  const member = part.kind === 'choice' ? 'choices' : 'factors';
  return rows.flatMap(({ id }, index) => (rows.findIndex((row) => row.id === id) < index ? [{ code: 'scheme/pay-kind-twice', pointer: `${pointer}/${member}/${index}`, params: { row: id } }] : []));
}

function checkSettings({ rounding, minimum, maximum, spread }: PayRule, pointer: string): SchemeFinding[] {
  const step = decimalOf(rounding?.step);
  const [least, most] = [decimalOf(minimum), decimalOf(maximum)];
  const over = decimalOf(spread?.over);
  return [
    ...(step !== undefined && (step.digits <= 0n || step.scale > 2) ? [{ code: 'scheme/pay-step', pointer: `${pointer}/rounding/step`, params: { step: decimalToText(step) } }] : []),
    ...(least && most && compareDecimals(least, most) > 0 ? [{ code: 'scheme/pay-limits', pointer: `${pointer}/minimum`, params: { minimum: decimalToText(least), maximum: decimalToText(most) } }] : []),
    ...(over !== undefined && (compareDecimals(over, 1) < 0 || compareDecimals(over, 366) > 0) ? [{ code: 'scheme/pay-instalments', pointer: `${pointer}/spread/over`, params: { over: decimalToText(over) } }] : []),
  ];
}

function decimalOf(value: unknown): Decimal | undefined {
  return typeof value === 'number' ? readDecimal(value) : undefined;
}

function equals(a: Decimal | undefined, b: Decimal): boolean {
  return a !== undefined && compareDecimals(a, parseDecimal(b)) === 0;
}
