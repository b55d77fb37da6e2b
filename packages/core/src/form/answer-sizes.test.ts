import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerSizes } from './answer-sizes.js';
import { sizesOf } from './answer-sizes.js';
import type { Answers } from './answers.js';
import { ChangedNames } from './changed-names.js';
import { withProperty } from './copies.js';
import { LARGEST_ANSWERS, LONGEST_TEXT } from './limits.js';

const nested = (levels: number): unknown => (levels === 0 ? 1 : { deeper: nested(levels - 1) });
const fill = (length: number): unknown => ({ text: ['x'.repeat(Math.min(length, LONGEST_TEXT)), 'x'.repeat(Math.max(0, length - LONGEST_TEXT))] });
const values: readonly unknown[] = ['x', 'x'.repeat(LONGEST_TEXT), 'x'.repeat(LONGEST_TEXT + 1), fill(150_000), nested(10), nested(63), nested(64), [nested(60)], undefined, new Array(30_000).fill(0), { inner: ['x'.repeat(LONGEST_TEXT + 2)] }];

describe('sizesOf', () => {
  it('finds after an edit what it finds in the whole answers', () => {
    const edit = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), fc.constantFrom(...values));
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 25 }), (edits) => {
        let answers: Answers = {};
        let sizes: AnswerSizes | undefined;
        for (const [name, value] of edits) {
          const names = new ChangedNames();
          answers = withProperty(answers, name, value, names);
          sizes = sizesOf(answers, sizes);
          expect(sizes.limits).toEqual(sizesOf(answers).limits);
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    [LARGEST_ANSWERS - 1, 0],
    [LARGEST_ANSWERS, 0],
    [LARGEST_ANSWERS + 1, 1],
  ])('takes %i characters: %i findings, in one go and by an edit', (size, findings) => {
    const answers = (rest: number): Answers => ({ rows: Array.from({ length: 9 }, () => 'x'.repeat(LONGEST_TEXT)), rest: ['x'.repeat(LONGEST_TEXT / 2), 'x'.repeat(rest)] });
    // Braces, names, commas and quotation marks count too.
    const around = 4 + 2 + (4 + 3) + (4 + 3) + (4 + 9 + 9 * 2) + (4 + 2 + 2 * 2);
    const exact = size - around - 9 * LONGEST_TEXT - LONGEST_TEXT / 2;
    expect(sizesOf(answers(exact)).limits).toHaveLength(findings);
    const before = answers(1);
    const names = new ChangedNames();
    const after = withProperty(before, 'rest', answers(exact)['rest'], names);
    expect(sizesOf(after, sizesOf(before)).limits).toHaveLength(findings);
  });
});
