import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCapitalNumerals } from './capital-numerals.js';

const VALUES: Record<string, number> = { 零: 0, 壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9 };
const PLACES: Record<string, number> = { 拾: 10, 佰: 100, 仟: 1000 };

/** An independent reader, in fen: adds digits by their place words only, zeros say nothing. */
function readCapitals(text: string): number {
  const [yuan, rest] = text.includes('元') ? text.split('元') : ['', text];
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const character of yuan ?? '') {
    if (character in VALUES) digit = VALUES[character] ?? 0;
    else if (character in PLACES) {
      section += digit * (PLACES[character] ?? 0);
      digit = 0;
    } else if (character === '万') {
      total += (section + digit) * 10_000;
      section = digit = 0;
    } else if (character === '亿') {
      total = (total + section + digit) * 100_000_000;
      section = digit = 0;
    }
  }
  const jiao = /(.)角/.exec(rest ?? '')?.[1] ?? '零';
  const fen = /(.)分/.exec(rest ?? '')?.[1] ?? '零';
  return (total + section + digit) * 100 + (VALUES[jiao] ?? 0) * 10 + (VALUES[fen] ?? 0);
}

describe('toCapitalNumerals', () => {
  it.each([
    // Examples of the rules for filling in bills.
    [1409.5, '壹仟肆佰零玖元伍角'], [6007.14, '陆仟零柒元壹角肆分'], [16409.02, '壹万陆仟肆佰零玖元零贰分'], [325.04, '叁佰贰拾伍元零肆分'],
    [1680.32, '壹仟陆佰捌拾元叁角贰分'], [107000.53, '壹拾万柒仟元伍角叁分'],
    [100000, '壹拾万元整'], [0, '零元整'], [1, '壹元整'], [10, '壹拾元整'], [0.05, '伍分'], [0.5, '伍角'], [0.15, '壹角伍分'],
    [100010, '壹拾万零壹拾元整'], [10001000, '壹仟万壹仟元整'], [1001, '壹仟零壹元整'], [1010, '壹仟零壹拾元整'],
    [100000000, '壹亿元整'], [100000001, '壹亿零壹元整'], [1000100000, '壹拾亿零壹拾万元整'], [1234567890, '壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元整'],
    [1e12, '壹万亿元整'], [1000000010000, '壹万亿零壹万元整'], [1000500000000, '壹万零伍亿元整'], [9e13, '玖拾万亿元整'],
    [-12.3, '负壹拾贰元叁角'], ['20000.00', '贰万元整'],
  ])('writes %s as %s', (value, expected) => {
    expect(toCapitalNumerals(value)).toBe(expected);
  });

  it('refuses what is no money', () => {
    expect(() => toCapitalNumerals(1.005)).toThrow(RangeError);
    expect(() => toCapitalNumerals('壹元')).toThrow(RangeError);
  });

  it('is read back as the same amount, without doubled, leading or trailing zeros', () => {
    const fens = fc.oneof(fc.integer({ min: 1, max: 9 * 10 ** 13 }), fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 0, max: 11 })).map(([n, zeros]) => n * 10 ** zeros));
    fc.assert(
      fc.property(fens, (fen) => {
        const text = toCapitalNumerals(fen / 100);
        expect(readCapitals(text)).toBe(fen);
        expect(text).not.toMatch(/零零|^零|零[元万亿整]|零$/);
      }),
      { numRuns: 500 },
    );
  });
});
