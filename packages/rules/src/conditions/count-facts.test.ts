import type { CaseCount } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import type { CaseToCount } from './count-facts.js';
import { countFacts } from './count-facts.js';

const counting = (count: CaseCount) => ({ eligibility: { rules: [], hostFacts: [{ id: 'others', title: { 'zh-CN': '件数', en: 'Number' }, type: 'number' as const, count }, { id: 'credit', title: { 'zh-CN': '信用', en: 'Credit' }, type: 'text' as const }] } });
const made = (id: string, changed: Partial<CaseToCount> = {}): CaseToCount => ({ id, submittedAt: '2026-03-05T09:00:00+08:00', applicant: { id: 'v1', unit: 'v1' }, answers: { household: 'HT-081' }, status: 'open', ...changed });
const own = made('own');
const ended = (id: string, end: NonNullable<CaseToCount['end']>): CaseToCount => made(id, { status: 'ended', end });
const household: CaseCount = { states: ['open'], same: [{ fact: 'household' }] };

describe('countFacts', () => {
  it('counts the other cases whose answer is the same, not the case itself and not those of other answers', () => {
    expect(countFacts(counting(household), own, [own, made('a'), made('b', { answers: { household: 'HT-082' } }), made('c', { answers: {} })])).toEqual({ others: 1 });
    expect(countFacts(counting(household), own, [])).toEqual({ others: 0 });
  });

  it('counts by the state that a case is in or ended with', () => {
    const all = [made('a'), ended('b', 'approved'), ended('c', 'withdrawn'), ended('d', 'notApproved'), ended('e', 'rejected')];
    expect((['open', 'approved', 'rejected', 'notApproved', 'withdrawn'] as const).map((state) => countFacts(counting({ states: [state] }), own, all)['others'])).toEqual([1, 1, 1, 1, 1]);
    expect(countFacts(counting({ states: ['open', 'approved'] }), own, all)).toEqual({ others: 2 });
  });

  it('compares the applicant, and what stands inside an answer', () => {
    const same: CaseCount = { states: ['open'], same: [{ fact: 'applicant', path: '$.unit' }, { fact: 'place', path: '$.street' }] };
    const at = (id: string, street: string, unit: string): CaseToCount => made(id, { applicant: { id, unit }, answers: { place: { street } } });
    expect(countFacts(counting(same), at('own', '长堤路', 'v1'), [at('a', '长堤路', 'v1'), at('b', '长堤路', 'v2'), at('c', '城西路', 'v1')])).toEqual({ others: 1 });
  });

  it.each([['year', ['2026-12-31T15:59:59Z', '2025-12-31T16:00:00Z'], ['2026-12-31T16:00:00Z', '2025-12-31T15:59:59Z']], ['month', ['2026-03-31T23:59:59+08:00'], ['2026-04-01T00:00:00+08:00']], ['day', ['2026-03-05T23:59:59+08:00'], ['2026-03-06T00:00:00+08:00']]] as const)(
    'keeps to the same %s, by the days of the scheme’s zone', (within, inside, outside) => {
      const all = [...inside, ...outside].map((submittedAt, index) => made(`c${index}`, { submittedAt }));
      expect(countFacts(counting({ ...household, within }), own, all)).toEqual({ others: inside.length });
    },
  );

  it('counts the late reports on their projects where it is asked to', () => {
    const owing: CaseCount = { of: 'overdueReports', states: ['open', 'approved'], same: [{ fact: 'applicant', path: '$.unit' }] };
    const all = [{ ...ended('a', 'approved'), overdueReports: 4 }, { ...made('b'), overdueReports: 1 }, ended('c', 'approved'), { ...ended('d', 'withdrawn'), overdueReports: 4 }, { ...made('e', { applicant: { id: 'v2', unit: 'v2' } }), overdueReports: 8 }];
    expect([countFacts(counting(owing), own, all), countFacts(counting({ ...owing, of: 'cases' }), own, all)]).toEqual([{ others: 5 }, { others: 3 }]);
    expect(countFacts(counting(owing), own, all.slice(2, 3))).toEqual({ others: 0 });
  });

  it('leaves the number out where this case lacks what the others have to share', () => {
    for (const answers of [{}, { household: '' }, { household: null }, { household: ['HT-081'] }]) expect(countFacts(counting(household), { ...own, answers }, [made('a')])).toEqual({});
    expect(countFacts(counting({ ...household, within: 'year' }), { ...own, submittedAt: 'soon' }, [made('a')])).toEqual({});
  });

  it('tells a number from its text, and takes nothing that an object only inherits', () => {
    const flats = (household: unknown): CaseToCount => made('a', { answers: { household } });
    expect(countFacts(counting(household), { ...own, answers: { household: 81 } }, [flats('81')])).toEqual({ others: 0 });
    expect(countFacts(counting({ states: ['open'], same: [{ fact: 'toString' }] }), own, [made('a')])).toEqual({});
  });
});
