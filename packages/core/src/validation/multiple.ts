/**
 * Whether the value is a whole number of steps, judged on the decimals that are written: 0.3 is a multiple of 0.1 although
 * the binary quotient is 2.9999999999999996. The step is greater than 0.
 */
export function isMultiple(value: number, step: number): boolean {
  if (!Number.isFinite(value)) return false;
  if (Number.isSafeInteger(value) && Number.isSafeInteger(step)) return value % step === 0;
  const a = decimal(value);
  const b = decimal(step);
  const exponent = Math.min(a.exponent, b.exponent);
  return scaled(a, exponent) % scaled(b, exponent) === BigInt(0);
}

interface Decimal {
  readonly digits: string;
  readonly exponent: number;
}

function decimal(value: number): Decimal {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  return { digits: whole + fraction, exponent: Number(exponent) - fraction.length };
}

function scaled({ digits, exponent }: Decimal, to: number): bigint {
  return BigInt(digits + '0'.repeat(exponent - to));
}
