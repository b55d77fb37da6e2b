import type { Decimal, Grading, OpenTieRule } from '@cobuild/core';
import { addDecimals, compareDecimals, decimalToText, parseDecimal, readDecimal } from '@cobuild/core';
import type { SchemeFinding } from '../findings.js';

/** What is wrong with how marks come about. */
export function checkGradingMarks(grading: Grading, pointer: string): SchemeFinding[] {
  return [...weights(grading, pointer), ...rounding(grading, pointer), ...limits(grading, pointer), ...tieKeys(grading, pointer)];
}

function weights({ inputs }: Grading, pointer: string): SchemeFinding[] {
  const known = (inputs ?? []).map(({ weight }) => number(weight));
  const negative = known.flatMap((weight, index): SchemeFinding[] => (weight !== undefined && weight.digits < 0n ? [{ code: 'scheme/grade-weight-negative', pointer: `${pointer}/inputs/${index}/weight`, params: { weight: decimalToText(weight) } }] : []));
  if (inputs === undefined || known.includes(undefined)) return negative;
  const sum = known.reduce<Decimal>((all, weight) => addDecimals(all, weight ?? 0), parseDecimal(0));
  return compareDecimals(sum, 100) === 0 ? negative : [...negative, { code: 'scheme/grade-weights', pointer: `${pointer}/inputs`, params: { sum: decimalToText(sum) } }];
}

function rounding({ rounding: rule, gradeOn }: Grading, pointer: string): SchemeFinding[] {
  const step = number(rule?.step);
  return [
    ...(step !== undefined && step.digits <= 0n ? [{ code: 'scheme/grade-step', pointer: `${pointer}/rounding/step`, params: { step: decimalToText(step) } }] : []),
    ...(rule !== undefined && gradeOn === undefined ? [{ code: 'scheme/grade-on-missing', pointer: `${pointer}/rounding`, params: {} }] : []),
  ];
}

function limits({ marks }: Grading, pointer: string): SchemeFinding[] {
  const [least, most] = [number(marks?.minimum), number(marks?.maximum)];
  return least && most && compareDecimals(least, most) > 0 ? [{ code: 'scheme/grade-mark-limits', pointer: `${pointer}/marks/minimum`, params: { minimum: decimalToText(least), maximum: decimalToText(most) } }] : [];
}

/** Keys of the tie rule read the marks of inputs, and there is nothing else to read. */
function tieKeys({ tie, inputs = [], by }: Grading, pointer: string): SchemeFinding[] {
  if (by === 'score' && tie !== undefined) return [{ code: 'scheme/grade-tie-unused', severity: 'warning', pointer: `${pointer}/tie`, params: {} }];
  const known = inputs.map(({ id }) => id);
  return stepsOf(tie).flatMap((step, index): SchemeFinding[] => {
    if (step.by !== 'key') return [];
    const { key } = step;
    if (key?.by === 'fact' && key.fact !== undefined && known.includes(key.fact)) return [];
    return [{ code: 'scheme/grade-tie-key', pointer: `${pointer}/tie/${index}`, params: { key: key?.fact ?? key?.by, known } }];
  });
}

function stepsOf(tie: OpenTieRule | undefined): Extract<OpenTieRule, readonly unknown[]> {
  return Array.isArray(tie) ? tie : [];
}

function number(value: unknown): ReturnType<typeof readDecimal> {
  return typeof value === 'number' ? readDecimal(value) : undefined;
}
