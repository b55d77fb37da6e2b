import type { JsonChange } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { answerChanges } from './answer-changes.js';

const AT = '/tests/0/case/answers';
const asked = (name: string): boolean => name !== 'foreign';
const changes = (before: Record<string, unknown>, after: Record<string, unknown>, changed: string): readonly JsonChange[] => answerChanges(AT, before, after, changed, asked);

describe('answerChanges', () => {
  it('sets the answer that was changed, whether or not the case has it yet', () => {
    expect(changes({ households: 19 }, { households: 20 }, 'households')).toEqual([{ kind: 'set', pointer: `${AT}/households`, value: 20 }]);
    expect(changes({}, { households: 20 }, 'households')).toEqual([{ kind: 'set', pointer: `${AT}/households`, value: 20 }]);
  });

  it('takes the sums along that the case states, and adds no others', () => {
    const before = { budget: [{ amount: 3 }, { amount: 4 }], total: 7 };
    const after = { budget: [{ amount: 5 }, { amount: 4 }], total: 9, own: 1 };
    expect(changes(before, after, 'budget')).toEqual([{ kind: 'set', pointer: `${AT}/budget/0/amount`, value: 5 }, { kind: 'set', pointer: `${AT}/total`, value: 9 }]);
  });

  it('drops what the form hides now, and leaves alone what it does not ask for', () => {
    expect(changes({ category: 'other', otherText: '灯', foreign: 1 }, { category: 'road' }, 'category')).toEqual([{ kind: 'set', pointer: `${AT}/category`, value: 'road' }, { kind: 'remove', pointer: `${AT}/otherText` }]);
  });

  it('writes a list anew where a row came or went, and a name with a slash where it belongs', () => {
    expect(changes({ rows: [1] }, { rows: [1, 2] }, 'rows')).toEqual([{ kind: 'set', pointer: `${AT}/rows`, value: [1, 2] }]);
    expect(changes({ 'a/b': { c: 1, d: 2 } }, { 'a/b': { c: 1 } }, 'a/b')).toEqual([{ kind: 'remove', pointer: `${AT}/a~1b/d` }]);
  });

  it('changes nothing where nothing differs', () => {
    expect(changes({ rows: [{ a: 1 }], name: '站' }, { rows: [{ a: 1 }], name: '站' }, 'rows')).toEqual([]);
  });
});
