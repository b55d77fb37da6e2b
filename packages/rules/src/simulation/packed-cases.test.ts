import type { Case } from '@cobuild/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CasePacker, PackedCases } from './packed-cases.js';

const caseOf = (id: string, answers: Case['answers'] = {}): Case => ({ id, submittedAt: '2026-03-05T09:30:00+08:00', applicant: { id: 'v' }, answers });

/** Packed, so many in a pack. */
function packed(cases: readonly Case[], size: number): PackedCases {
  const all = new PackedCases();
  const packer = new CasePacker();
  cases.forEach((each, index) => {
    packer.add(each);
    if ((index + 1) % size === 0) all.add(packer.take());
  });
  all.add(packer.take());
  return all;
}

describe('PackedCases', () => {
  it('gives each case back as it was put in, by place, by number and in order, however many stand in a pack', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.string({ unit: 'binary' }), { maxLength: 30 }), fc.integer({ min: 1, max: 7 }), (ids, size) => {
      const cases = ids.map((id, index) => caseOf(id, { title: `社区${id}`, amount: index }));
      const all = packed(cases, size);
      expect(all.length).toBe(cases.length);
      expect([...all]).toEqual(cases);
      cases.forEach((each, place) => {
        expect(all.at(place)).toEqual(each);
        expect(all.placeOf(each.id)).toBe(place);
      });
    }));
  });

  it('has nothing before the first place, beyond the last, and under a number that nobody has', () => {
    const all = packed([caseOf('a'), caseOf('b')], 1);
    expect([all.at(-1), all.at(2), all.at(0.5)?.id, all.placeOf('c')]).toEqual([undefined, undefined, undefined, undefined]);
    expect(packed([], 1).at(0)).toBeUndefined();
  });
});
