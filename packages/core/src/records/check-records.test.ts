import { describe, expect, it } from 'vitest';
import { chinaCalendar } from '../calendar/calendar.js';
import type { ApplicantsValue, PledgeValue, RecordSettings } from '../generated/types.js';
import { confirmParty, sharedTerms } from './applicants/confirm-party.js';
import { checkRecords } from './check-records.js';
import { signPledge } from './pledge/sign-pledge.js';

const at = '2026-03-05T09:00:00+08:00';
const options = { calendar: chinaCalendar, now: '2026-03-06T09:00:00+08:00' };
const zh = (text: string) => ({ 'zh-CN': text });
const records: Readonly<Record<string, RecordSettings>> = {
  '/budget': { budget: { categoryCaps: [{ category: 'works', title: zh('工程'), maximum: 500 }] } },
  '/opinions': { opinions: { groups: [{ id: 'members', title: zh('党员') }] } },
  '/discussions': { discussions: { steps: [{ id: 'resolve', title: zh('决议') }] } },
  '/applicants': { applicants: { confirm: 'partners', covers: ['/projectName'] } },
  '/indicators': { indicators: { minimum: 1 } },
  '/milestones/*/files': { attachments: {} },
  '/pledge': { pledge: { text: zh('真实。'), signers: [{ id: 'secretary', title: zh('书记') }, { id: 'director', title: zh('主任') }], except: ['/applicants/parties/*/confirmation'] } },
};
const file = { id: 'f1', name: 'a.pdf', size: 1, type: 'application/pdf', hash: 'a'.repeat(64), scan: 'clean', uploadedAt: at };
const draft = {
  projectName: '暖心服务站', category: 'works', budget: { lines: [{ item: '桌椅', quantity: 1, unitPrice: 500 }], requested: 500 }, opinions: { counts: [{ group: 'members', for: 1, against: 0, other: 0 }] },
  discussions: { steps: [{ step: 'resolve', date: '2026-03-01', source: 'members', motion: '修建' }] },
  applicants: { parties: [{ id: 'a', role: 'lead', name: '甲村', share: 60 }, { id: 'b', role: 'partner', name: '乙村', share: 40 }] } as ApplicantsValue,
  indicators: [{ name: '受益户数', unit: '户', target: 20 }], milestones: [{ files: [] as object[] }, { files: [file] }],
};
type Filled = typeof draft & { readonly pledge?: PledgeValue };
const sign = (filled: Filled, signer: string): Filled => ({ ...filled, pledge: signPledge(filled.pledge, filled, records['/pledge']?.pledge ?? { text: 'UNDECIDED', signers: [] }, { signer, by: { id: signer, name: signer }, at }, '/pledge') });
const confirmed = (filled: Filled): Filled => ({ ...filled, applicants: confirmParty(filled.applicants, 'b', { id: 'p', name: '李四', organisation: 'b' }, at, sharedTerms(filled, { covers: ['/projectName'] })) });
const complete = confirmed(sign(sign(draft, 'secretary'), 'director'));
const codes = (filled: object): string[] => checkRecords({ ...filled }, records, options).map(({ code, pointer }) => `${code} ${pointer}`);

describe('checkRecords', () => {
  it('finds nothing in answers whose records are all in order', () => {
    expect(codes(complete)).toEqual([]);
  });

  it('blocks without opinions, and until the second signature and the partner’s confirmation are there', () => {
    expect(codes({ ...draft, opinions: { counts: [] } })).toEqual(['opinions/none /opinions/counts', 'applicants/unconfirmed /applicants/parties/1/confirmation', 'pledge/waiting /pledge/signatures', 'pledge/waiting /pledge/signatures']);
    expect(codes(confirmed(sign(draft, 'secretary')))).toEqual(['pledge/waiting /pledge/signatures']);
  });

  it('voids confirmation and signatures by a change of an answer that they cover', () => {
    expect(codes({ ...complete, projectName: '红色讲堂' })).toEqual(['applicants/confirmation-void /applicants/parties/1/confirmation', 'pledge/answers-changed /pledge/signatures/0', 'pledge/answers-changed /pledge/signatures/1']);
  });

  it('finds a file in quarantine in every item of a list', () => {
    expect(codes({ ...complete, milestones: [{ files: [] }, { files: [{ ...file, scan: 'quarantined' }] }] })).toContain('attachments/quarantined /milestones/1/files/0/scan');
  });

  it('reads the category of the project for its cap, and what is left of the pool', () => {
    const dear = { ...complete, budget: { lines: [{ item: '桌椅', quantity: 1, unitPrice: 501 }], requested: 501 } };
    const budget = (filled: object, pool?: number) => checkRecords({ ...filled }, { '/budget': records['/budget'] ?? {} }, { ...options, ...(pool === undefined ? {} : { pool }) }).map(({ code }) => code);
    expect([budget(dear), budget({ ...dear, category: 'services' }), budget(complete, 499.99)]).toEqual([['budget/requested-too-much'], [], ['budget/requested-too-much']]);
  });

  it('tells in the language that is asked for, on the day of the zone', () => {
    const ahead = { ...complete, opinions: { ...complete.opinions, heldOn: '2026-03-07' } };
    const opinions = (now: string, zone?: string) => checkRecords(ahead, { '/opinions': records['/opinions'] ?? {} }, { ...options, now, locale: 'en', ...(zone === undefined ? {} : { zone }) }).map(({ message }) => message);
    expect(opinions('2026-03-06T15:30:00Z')).toEqual(['The day of the opinions, 7 March 2026, has not come yet.']);
    expect(opinions('2026-03-06T15:30:00Z', 'Asia/Tokyo')).toEqual([]);
  });

  it('is not led astray by keys called like members of objects', () => {
    expect(checkRecords({}, { '/__proto__/x': { budget: {} }, '/constructor': { indicators: {} } }, options)).toEqual([]);
  });
});
