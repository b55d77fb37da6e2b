import { describe, expect, it } from 'vitest';
import { nextVersion } from './scheme-usage.js';
import { outcomeChanges } from './take-outcome.js';

describe('nextVersion', () => {
  it.each([['1.0.0', [], '1.0.1'], ['1.0.9', ['1.0.10'], '1.0.11'], ['2026', ['2026'], '2027'], ['v1-draft', [], 'v1-draft.1']])('%s, with %j used, is followed by %s', (version, used, next) => {
    expect(nextVersion(version, used)).toBe(next);
  });
});

describe('outcomeChanges', () => {
  const document = { tests: [{ id: 'a', expect: { outcome: 'pending', stage: 'review', awards: { one: { amount: 5 }, two: { amount: 6 } } } }] };

  it('takes what came out in place of what differed', () => {
    expect(outcomeChanges(document, '/tests/0', { differences: [{ field: 'outcome', expected: 'pending', actual: 'notApproved' }] })).toEqual([{ kind: 'set', pointer: '/tests/0/expect/outcome', value: 'notApproved' }]);
  });

  it('leaves awards as they are that came out as expected', () => {
    expect(outcomeChanges(document, '/tests/0', { differences: [{ field: 'awards', expected: { two: { amount: 6 } }, actual: { two: null } }] })).toEqual([{ kind: 'set', pointer: '/tests/0/expect/awards', value: { one: { amount: 5 }, two: null } }]);
  });
});
