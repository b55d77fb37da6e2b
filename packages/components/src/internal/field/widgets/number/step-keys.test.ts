import { describe, expect, it } from 'vitest';
import { stepOf, stepped } from './step-keys.js';

const at = (value: unknown, step: unknown = 0.1): Parameters<typeof stepped>[0] => ({ value, minimum: 1, maximum: 2, widgetOptions: { step } });

describe('stepped', () => {
  it.each([
    [1.1, 'ArrowUp', 1.2],
    [1.2, 'ArrowDown', 1.1],
    [1, 'ArrowDown', 1],
    [1.95, 'ArrowUp', 2],
    [2, 'ArrowUp', 2],
    [undefined, 'ArrowUp', 1],
    ['三', 'ArrowUp', 1],
    [1.5, 'Home', undefined],
  ])('makes of %s by %s %s', (value, key, next) => {
    expect(stepped(at(value), key)).toBe(next);
  });

  it('begins at zero where nothing limits it', () => {
    expect(stepped({ value: undefined, widgetOptions: { step: 5 } }, 'ArrowDown')).toBe(0);
  });
});

describe('stepOf', () => {
  it.each([0, -1, Infinity, '1', undefined])('takes %s for no step', (step) => {
    expect(stepOf({ widgetOptions: { step } })).toBeUndefined();
    expect(stepped({ ...at(1.1), widgetOptions: { step } }, 'ArrowUp')).toBeUndefined();
  });
});
