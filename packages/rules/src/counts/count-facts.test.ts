import type { CaseCount, Scheme } from '@cobuild/core';
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

  describe('of what small caps leave', () => {
    const title = { 'zh-CN': '上限', en: 'Cap' };
    const smallCaps: Scheme['smallCaps'] = [
      { id: 'illness', title, kinds: ['illness'], per: 'person', period: 'year', amount: { parameter: 'illnessCap' } },
      { id: 'festival', title, kinds: ['festival'], per: 'person', amount: 300, onlyIf: { fact: 'festival', operator: 'in', value: { fact: 'parameters', path: '$.festivals' } } },
      { id: 'village', title, kinds: ['illness', 'festival'], per: 'village', period: 'year', amount: 1000 },
    ];
    const parameters = { illnessCap: { title, type: 'money', value: 500 }, festivals: { title, type: 'list', value: ['春节'] } } as unknown as Scheme['parameters'];
    const count: CaseCount = { states: ['open', 'approved'], smallCaps: { date: { fact: 'paidOn' }, amount: { fact: 'amount' }, kind: { fact: 'kind' }, person: { fact: 'name' }, village: { fact: 'applicant', path: '$.unit' } } };
    const payment = (id: string, amount: unknown, changed: object = {}): CaseToCount => made(id, { answers: { paidOn: '2026-02-10', amount, kind: 'illness', name: '赵水生', ...changed } });
    const left = (asked: CaseToCount, ...others: readonly CaseToCount[]): unknown => countFacts({ ...counting(count), parameters, smallCaps }, asked, [asked, ...others])['others'];

    it('is the cap less what was paid to the same person in the same year, to the fen; the day of the payment counts, not of the submission', () => {
      expect(left(payment('own', 500))).toBe(500);
      expect(left(payment('own', 500), payment('a', 300.1), payment('b', 99.9, { name: '邓桂英' }), payment('c', 400, { paidOn: '2025-12-31' }))).toBe(199.9);
      expect(left(payment('own', 1), payment('a', 500))).toBe(0);
    });

    it('counts payments that were granted or are under way, not those that were refused', () => {
      const granted = { ...payment('a', 100), status: 'ended', end: 'approved' } as const;
      expect(left(payment('own', 500), granted, payment('b', 100), { ...granted, id: 'c', end: 'rejected' }, { ...granted, id: 'd', end: 'withdrawn' })).toBe(300);
    });

    it('is the least that any cap leaves: the village has 1,000 in all', () => {
      expect(left(payment('own', 500), payment('a', 500, { name: '甲' }), payment('b', 400, { name: '乙' }))).toBe(100);
      expect(left(payment('own', 500), payment('a', 500, { name: '甲' }), { ...payment('b', 400, { name: '乙' }), applicant: { id: 'v2', unit: 'v2' } })).toBe(500);
    });

    it('is nothing where a cap forbids the payment, and what is asked where none is about it', () => {
      expect([left(payment('own', 300, { kind: 'festival', festival: '五一' })), left(payment('own', 300, { kind: 'festival', festival: '春节' })), left(payment('own', 7000, { kind: 'road' }))]).toEqual([0, 300, 7000]);
    });

    it('is not known where something is missing that a cap needs, or a cap is open', () => {
      for (const changed of [{ name: '' }, { name: 7 }, { paidOn: undefined }, { amount: undefined }, { amount: 0.001 }, { kind: undefined }]) expect(left(payment('own', 100, changed))).toBeUndefined();
      const open = { ...counting(count), parameters: { ...parameters, illnessCap: { ...parameters['illnessCap'], value: 'UNDECIDED' } } as unknown as Scheme['parameters'], smallCaps };
      expect(countFacts(open, payment('own', 100), [])).toEqual({});
    });
  });
});
