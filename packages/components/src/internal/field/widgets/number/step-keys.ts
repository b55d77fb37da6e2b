import type { FormNode } from '@cobuild/core';
import { addDecimals, compareDecimals, decimalToNumber, readDecimal } from '@cobuild/core';

type StepNode = Pick<FormNode, 'value' | 'minimum' | 'maximum' | 'widgetOptions'>;

/**
 * By how much the arrow keys change a number: `widgetOptions.step`. Without it they do not: somebody who reads a text field line by line
 * with these keys would change it unawares, which only a field that calls itself a spin button warns of.
 */
export function stepOf({ widgetOptions }: Pick<StepNode, 'widgetOptions'>): number | undefined {
  const step = widgetOptions?.['step'];
  return typeof step === 'number' && step > 0 && Number.isFinite(step) ? step : undefined;
}

/** The number after an arrow key, within its limits; undefined for any other key. Nothing is where the limit is, or else zero. */
export function stepped(node: StepNode, key: string): number | undefined {
  const step = stepOf(node);
  const direction = key === 'ArrowUp' ? 1 : key === 'ArrowDown' ? -1 : 0;
  if (step === undefined || direction === 0) return undefined;
  const { minimum, maximum, value } = node;
  const next = typeof value === 'number' && readDecimal(value) ? addDecimals(value, direction * step) : (minimum ?? 0);
  if (minimum !== undefined && compareDecimals(next, minimum) < 0) return minimum;
  if (maximum !== undefined && compareDecimals(next, maximum) > 0) return maximum;
  return decimalToNumber(next);
}
