import type { Scoring } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { scoringTotals } from './scoring-totals.js';

const title = { 'zh-CN': '评分项' };
const card = (...weights: readonly (number | 'UNDECIDED' | readonly ['bonus' | 'deduction', number])[]): Scoring => ({
  criteria: weights.map((weight, index) => (Array.isArray(weight) ? { id: `c${index}`, title, kind: (weight as readonly ['bonus', number])[0], weight: (weight as readonly ['bonus', number])[1], maximum: 10 } : { id: `c${index}`, title, weight: weight as number, maximum: 10 })),
});

describe('scoringTotals', () => {
  it('adds up exactly', () => {
    expect(scoringTotals(card(33.3, 33.3, 33.4))).toMatchObject({ regular: '100', compared: 'equal', missing: '0', least: '0', most: '100' });
    expect(scoringTotals(card(0.1, 0.2))).toMatchObject({ regular: '0.3', compared: 'less', missing: '99.7' });
    expect(scoringTotals(card(60, 50))).toMatchObject({ compared: 'more', missing: '-10' });
  });

  it('keeps bonus and deductions out of the sum, and in the range', () => {
    expect(scoringTotals(card(100, ['bonus', 5], ['deduction', 10]))).toMatchObject({ regular: '100', compared: 'equal', bonus: '5', deduction: '10', least: '-10', most: '105' });
  });

  it('says what is open and compares nothing then', () => {
    const totals = scoringTotals(card(40, 'UNDECIDED'));
    expect(totals).toMatchObject({ regular: '40', open: 1, outOf: '100' });
    expect(totals.compared).toBeUndefined();
  });
});
