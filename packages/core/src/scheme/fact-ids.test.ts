import { describe, expect, it } from 'vitest';
import { factIds, looksLikeFactId } from './fact-ids.js';

describe('factIds', () => {
  it.each(['G1', 'G5.4', 'G6.1', 'G11', 'G-I12', 'Y7.1', 'N10.1', 'N12', 'Q3.3', 'Q14', 'D6.4', 'D-I6', 'S1', 'S40'])('knows %s', (id) => {
    expect(factIds.has(id)).toBe(true);
  });

  it.each(['G0', 'G12', 'G5.6', 'G-I13', 'Y10', 'N13', 'Q15', 'D7', 'D6.5', 'S0', 'S41', 'X1'])('does not know %s', (id) => {
    expect(factIds.has(id)).toBe(false);
  });

  it('has 114 facts', () => {
    expect(factIds.size).toBe(23 + 12 + 17 + 8 + 14 + 7 + 17 + 8 + 11 + 6 + 40);
  });

  it('leaves document numbers and clauses to the districts', () => {
    expect(looksLikeFactId('G12')).toBe(true);
    expect(looksLikeFactId('明府办〔2022〕5号')).toBe(false);
    expect(looksLikeFactId('Article 5')).toBe(false);
  });
});
