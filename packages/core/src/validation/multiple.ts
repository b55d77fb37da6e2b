import { readDecimal } from '../money/decimal.js';

/**
 * Whether the value is a whole number of steps, judged on the decimals that are written: 0.3 is a multiple of 0.1 although
 * the binary quotient is 2.9999999999999996. The step is greater than 0.
 */
export function isMultiple(value: number, step: number): boolean {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(step)) return value % step === 0;
  const [a, b] = [readDecimal(value), readDecimal(step)];
  if (!a || !b) return false;
  // Both as whole numbers of the finer scale.
  return (a.digits * 10n ** BigInt(Math.max(0, b.scale - a.scale))) % (b.digits * 10n ** BigInt(Math.max(0, a.scale - b.scale))) === 0n;
}
