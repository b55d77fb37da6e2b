import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ApplicantParty, ApplicantsSettings, ApplicantsValue } from '../../generated/types.js';
import { applicantSentences } from './applicant-words.js';
import { checkApplicants } from './check-applicants.js';
import { confirmParty } from './confirm-party.js';

const at = '2026-03-05T09:00:00+08:00';
const terms = { projectName: '暖心服务站', amountRequested: 50_000 };
const party = (id: string, share: number, more: Partial<ApplicantParty> = {}): ApplicantParty => ({ id, role: id === 'a' ? 'lead' : 'partner', name: `${id}村`, share, ...more });
const three = (...shares: number[]): ApplicantsValue => ({ parties: shares.map((share, index) => party('abcdefghij'[index] ?? 'z', share)) });
const confirm = (value: ApplicantsValue, ...ids: string[]): ApplicantsValue => ids.reduce((record, id) => confirmParty(record, id, { id: `p-${id}`, name: '李四', organisation: id }, at, terms), value);
const partners: ApplicantsSettings = { confirm: 'partners' };
const nobody: ApplicantsSettings = { confirm: 'UNDECIDED' };
const codes = (value: ApplicantsValue | undefined, settings: ApplicantsSettings = partners): string[] => checkApplicants(value, settings, { terms }).problems.map(({ code, pointer }) => `${code} ${pointer}`);
const shareCodes = (value: ApplicantsValue, settings: Partial<ApplicantsSettings> = {}): string[] => codes(value, { ...nobody, ...settings }).filter((code) => !code.startsWith('records/undecided'));
const states = (value: ApplicantsValue, settings = partners, shared: object = terms): string[] => checkApplicants(value, settings, { terms: { ...shared } }).parties.map(({ id, confirmation }) => `${id} ${confirmation}`);
const changed = (value: ApplicantsValue, id: string, more: Partial<ApplicantParty>): ApplicantsValue => ({ parties: value.parties.map((each) => (each.id === id ? { ...each, ...more } : each)) });

describe('checkApplicants', () => {
  it('waits for every partner, and is content when all have confirmed and the shares are 100 %', () => {
    const value = three(50, 30, 20);
    expect(codes(value)).toEqual(['applicants/unconfirmed /parties/1/confirmation', 'applicants/unconfirmed /parties/2/confirmation']);
    expect(codes(confirm(value, 'b'))).toEqual(['applicants/unconfirmed /parties/2/confirmation']);
    expect(codes(confirm(value, 'b', 'c'))).toEqual([]);
    expect(states(confirm(value, 'b', 'c'))).toEqual(['a notAsked', 'b confirmed', 'c confirmed']);
  });

  it('asks the lead too where the settings say so', () => {
    expect(codes(confirm(three(60, 40), 'b'), { confirm: 'all' })).toEqual(['applicants/unconfirmed /parties/0/confirmation']);
  });

  it('adds shares in exact decimals: one hundredth below, at and above', () => {
    expect([33.33, 33.34, 33.35].map((last) => shareCodes(three(33.33, 33.33, last)))).toEqual([['applicants/shares-short /parties'], [], ['applicants/shares-over /parties']]);
    // As doubles these ten are 99.99999999999999.
    expect(shareCodes({ parties: Array.from({ length: 10 }, (_, index) => party('abcdefghij'[index] ?? '', [0.1, 0.2, 0.7, 9, 10, 15, 15, 16.67, 16.66, 16.67][index] ?? 0)) })).toEqual([]);
    expect(checkApplicants(three(0.1, 0.2), partners).sum).toBe('0.3');
  });

  it('allows as many decimals as the settings say', () => {
    expect(shareCodes(three(33.333, 66.667))).toEqual(['applicants/share-decimals /parties/0/share', 'applicants/share-decimals /parties/1/share']);
    expect(shareCodes(three(33.333, 66.667), { shareDecimals: 3 })).toEqual([]);
    expect(shareCodes(three(33.5, 66.5), { shareDecimals: 0 })).toHaveLength(2);
  });

  it('asks the lead for its least share in integers', () => {
    const lead = (share: number) => shareCodes(three(share, 100 - share), { leadShare: { p: 1, q: 2 } });
    expect([49, 50, 51].map(lead)).toEqual([['applicants/lead-share /parties/0/share'], [], []]);
    expect([33.33, 33.34].map((share) => shareCodes(three(share, 33.33, 33.33), { leadShare: { p: 1, q: 3 } }))).toEqual([['applicants/lead-share /parties/0/share', 'applicants/shares-short /parties'], []]);
  });

  it('counts partners, below, at and above', () => {
    const of = (count: number) => shareCodes(three(...Array.from({ length: count + 1 }, () => 100 / (count + 1))), { minimumPartners: 1, maximumPartners: 3 });
    expect([0, 1, 3, 4].map(of)).toEqual([['applicants/partners-few /parties'], [], [], ['applicants/partners-many /parties']]);
  });

  it('is not content while nobody has decided who confirms', () => {
    expect(checkApplicants(three(100), nobody).problems).toMatchObject([{ severity: 'undecided' }]);
  });

  it('reads what is no record as nobody', () => {
    for (const broken of [undefined, null, 'x', { parties: 'x' }]) expect(codes(broken as unknown as ApplicantsValue)).toEqual(['applicants/lead-missing /parties']);
    expect(codes({ parties: [null, { id: '__proto__', share: '5' }] } as unknown as ApplicantsValue)).toContain('applicants/share /parties/1/share');
  });

  it('finds every split of 100 % that adds up, and none that is off by the smallest step', () => {
    const cuts = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 0, maxLength: 8 });
    fc.assert(fc.property(cuts, fc.integer({ min: 0, max: 7 }), fc.constantFrom(-1, 1), (points, at_, off) => {
      const sorted = [0, ...points, 10_000].sort((left, right) => left - right);
      const hundredths = sorted.slice(1).map((point, index) => point - (sorted[index] ?? 0));
      expect(shareCodes(three(...hundredths.map((each) => each / 100))).filter((code) => code.includes('shares-'))).toEqual([]);
      const place = at_ % hundredths.length;
      const moved = hundredths.map((each, index) => (index === place ? each + off : each));
      if (moved.some((each) => each < 0 || each > 10_000)) return;
      expect(shareCodes(three(...moved.map((each) => each / 100))).filter((code) => code.includes('shares-'))).toHaveLength(1);
    }));
  });

  const signed = confirm(three(60, 40), 'b');
  const wrong: [string, ApplicantsValue, Partial<ApplicantsSettings>?][] = [
    ['applicants/lead-missing', { parties: [] }], ['applicants/leads', { parties: [party('a', 50), party('b', 50, { role: 'lead' })] }], ['applicants/party-twice', { parties: [party('a', 50), party('a', 50)] }],
    ['applicants/party-id', { parties: [party('', 100, { role: 'lead' })] }], ['applicants/partners-few', three(100), { minimumPartners: 1 }], ['applicants/partners-many', three(50, 50), { maximumPartners: 0 }],
    ['applicants/share', three(101)], ['applicants/share-decimals', three(33.333)], ['applicants/shares-short', three(99.99)], ['applicants/shares-over', three(60, 40.01)],
    ['applicants/lead-share', three(10, 90), { leadShare: { p: 1, q: 3 } }], ['applicants/unconfirmed', three(60, 40)], ['applicants/confirmation-void', changed(signed, 'b', { name: '丙村' })],
    ['applicants/confirmation-foreign', confirmParty(three(60, 40), 'b', { id: 'p', name: '李四', organisation: 'a' }, at, terms)],
    ['applicants/confirmation-time', { parties: signed.parties.map((each) => (each.confirmation ? { ...each, confirmation: { ...each.confirmation, at: '昨天' } } : each)) }],
  ];
  it.each(wrong)('says %s in both languages', (code, value, settings = {}) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const problem = checkApplicants(value, { ...partners, ...settings }, { locale, terms }).problems.find((each) => each.code === code);
      expect(problem?.message).toBeTruthy();
      expect(problem?.message).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  it('has a sentence for every code in both languages', () => {
    expect(wrong.map(([code]) => code)).toEqual(Object.keys(applicantSentences['zh-CN']));
    expect(Object.keys(applicantSentences.en)).toEqual(Object.keys(applicantSentences['zh-CN']));
  });
});

describe('confirmParty', () => {
  const value = confirm(three(50, 30, 20), 'b', 'c');

  it('is voided by a change of the party itself, and only its own', () => {
    expect(states(changed(changed(value, 'b', { share: 35 }), 'c', { share: 15 }))).toEqual(['a notAsked', 'b void', 'c void']);
    expect(states(changed(changed(value, 'b', { share: 35 }), 'a', { share: 45 }))).toEqual(['a notAsked', 'b void', 'c confirmed']);
    expect(states(changed(value, 'c', { task: '场地' }))).toEqual(['a notAsked', 'b confirmed', 'c void']);
  });

  it('holds again when the change is taken back', () => {
    expect(states(changed(changed(value, 'b', { share: 35 }), 'b', { share: 30 }))).toEqual(['a notAsked', 'b confirmed', 'c confirmed']);
  });

  it('is voided for all when another party leads or the shared terms change', () => {
    expect(states(changed(value, 'a', { id: 'x', role: 'lead' }))).toEqual(['x notAsked', 'b void', 'c void']);
    expect(states(value, partners, { ...terms, amountRequested: 50_001 })).toEqual(['a notAsked', 'b void', 'c void']);
    expect(states(value, partners, { amountRequested: 50_000, projectName: '暖心服务站' })).toEqual(['a notAsked', 'b confirmed', 'c confirmed']);
  });

  it('stays when a partner joins, and the newcomer is waited for', () => {
    expect(states({ parties: [...value.parties, party('d', 0)] })).toEqual(['a notAsked', 'b confirmed', 'c confirmed', 'd waiting']);
  });

  it('counts only by somebody of the party', () => {
    expect(states(confirmParty(three(60, 40), 'b', { id: 'p', name: '牵头单位的人', organisation: 'a' }, at, terms))).toEqual(['a notAsked', 'b foreign']);
  });

  it('leaves the record as it was and refuses misuse', () => {
    const before = three(60, 40);
    confirm(before, 'b');
    expect(before.parties[1]?.confirmation).toBeUndefined();
    expect(() => confirmParty(before, 'x', { id: 'p', name: '甲', organisation: 'x' }, at)).toThrow(TypeError);
    expect(() => confirmParty(before, 'b', { id: 'p', name: '甲', organisation: 'b' }, '2026-03-05')).toThrow(TypeError);
  });
});
