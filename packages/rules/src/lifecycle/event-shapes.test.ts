import schema from '@cobuild/core/schemas/event.schema.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import type { CaseAction } from '../results.js';
import { readAction } from './event-shapes.js';

const members = [{ id: 'm1', name: '委员', unit: 'u', town: 't', relations: [{ ground: 'kin', to: 'p', note: 'n' }] }];
const counts = { issued: 1, returned: 1, yes: 1, no: 0, abstain: 0, void: 0, tellers: ['m1'] };

const tally = {
  asOf: '2026-06-10T18:00:00+08:00', votes: [{ candidate: 'a', votes: 3 }], ballots: { cast: 3, counted: 3, replaced: 0, revoked: 0, void: 0 }, voters: 3, channels: { online: 3, onSite: 0, paper: 0 },
};

/** Data with every property that the schema has, valid. */
const samples: Record<string, Record<string, unknown>> = {
  submitted: { answers: {}, applicant: { id: 'v', name: 'n', level: 'l', unit: 'u', town: 't', persons: [{ id: 'p', name: 'n', part: '负责人' }] }, idempotencyKey: 'k', facts: {}, batch: {}, fund: {}, history: {}, paper: { scan: 's', receivedOn: '2026-03-02' } },
  reviewed: { stage: 's', outcome: 'o', reason: 'r', reasons: ['a'], answers: {}, remarks: [{ pointer: '/projectName', text: 't' }] },
  meetingOpened: { stage: 's', members, round: 1 },
  meetingAdjourned: { reason: 'r', resumesOn: '2026-03-09' },
  memberSignedIn: { member: 'm1' },
  memberRecused: { member: 'm1', reason: 'r', kind: 'declared', ground: 'kin' },
  conflictDeclared: { member: 'm1', ground: 'tookPart', reason: 'r' },
  lotDrawn: { seed: 's', drawn: 'yes' },
  evidenceRecorded: { kind: 'visit', on: '2026-03-02', text: 't', participants: ['p'], files: ['f'], stage: 's', answers: {} },
  reviewersAssigned: { stage: 's', reviewers: ['r'], method: 'lot', seed: 's', panel: 'group-1', reason: '另一组已满', people: [{ id: 'r', unit: 'group-1' }] },
  overrideProposed: { stage: 's', outcome: 'o', reason: 'r' },
  overrideConfirmed: {},
  overrideDeclined: { reason: '志愿者名册可以补办' },
  votingOpened: {},
  ballotCast: { member: 'm1', choice: 'yes' },
  ballotsCounted: { counts },
  votingClosed: { castingVote: 'no' },
  noticePublished: { notice: 'n', postedOn: '2026-03-02', until: '2026-03-09', provisional: false, calendarVersion: 'v', contentHash: 'h' },
  objectionRaised: { objection: 'o', text: 't', contact: 'c' },
  objectionAnswered: { objection: 'o', upheld: false, answer: 'a' },
  withdrawn: { reason: 'r' },
  deadlineReminded: { stage: 's', reminder: 'r', to: 'o', dueAt: '2026-03-11T00:00:00+08:00' },
  deadlineEscalated: { stage: 's', escalation: 'e', to: 'o', dueAt: '2026-03-11T00:00:00+08:00' },
  deadlinePassed: { stage: 's', outcome: 'o', dueAt: '2026-03-11T00:00:00+08:00', reason: 'r' },
  scoreSubmitted: { stage: 's', reviewer: 'r', name: 'n', unit: 'u', town: 't', panel: 'p', marks: [{ criterion: 'c', mark: 8.5, comment: '' }, { criterion: 'd', notApplicable: true }], comment: 'c', deviationReason: 'd' },
  cycleDutyReminded: { cycle: 'c', duty: 'd', reminder: 'r', to: 'o', dueAt: '2026-03-11T00:00:00+08:00' },
  cycleDutyEscalated: { cycle: 'c', duty: 'd', escalation: 'e', to: 'o', dueAt: '2026-03-11T00:00:00+08:00' },
  cycleDutyDone: { cycle: 'c', duty: 'd', text: 't' },
  cycleRenewed: { cycle: 'c', text: 't' },
  cycleWithdrawn: { cycle: 'c', reason: 'r', text: 't' },
  scoreWithdrawn: { stage: 's', reviewer: 'r', reason: 'r' },
  scoringClosed: { stage: 's' },
  publicVoteCounted: { stage: 's', candidate: 'a', tally, jury: [{ candidate: 'a', mark: 90 }], seed: 's' },
};

const definitions = schema.$defs as unknown as Record<string, { properties: { data: { properties: Record<string, unknown>; required?: string[] } } }>;
const types = Object.keys(definitions).filter((type) => type !== 'actor');
const defect = (type: string, data: unknown): string | undefined => {
  const read = readAction({ type, data } as CaseAction);
  return 'defect' in read ? read.defect : undefined;
};

describe('readAction', () => {
  it('knows the event types of the schema', () => {
    expect(types.sort()).toEqual(Object.keys(samples).sort());
  });

  it.each(types)('%s: reads what the schema describes, and nothing else', (type) => {
    const { properties, required = [] } = definitions[type]?.properties.data ?? { properties: {} };
    const sample = samples[type] ?? {};
    const names = Object.keys(properties).filter((name) => name !== '$comment');

    expect(names.sort()).toEqual(Object.keys(sample).sort());
    expect(defect(type, sample)).toBeUndefined();
    for (const name of names) {
      const without = Object.fromEntries(Object.entries(sample).filter(([key]) => key !== name));
      expect([name, defect(type, without)]).toEqual([name, required.includes(name) ? `/data/${name}` : undefined]);
      expect([name, defect(type, { ...sample, [name]: Symbol('wrong') })]).toEqual([name, `/data/${name}`]);
    }
    expect(defect(type, { ...sample, stranger: 1 })).toBe('/data/stranger');
    expect(defect(type, { ...sample, 'x-host': 1, $comment: '' })).toBeUndefined();
    expect(defect(type, null)).toBe('/data');
    expect(defect(type, [])).toBe('/data');
  });

  it('names the place inside lists and objects', () => {
    expect(defect('meetingOpened', { stage: 's', members: [...members, { id: '' }] })).toBe('/data/members/1/id');
    expect(defect('ballotsCounted', { counts: { ...counts, yes: -1 } })).toBe('/data/counts/yes');
    expect(defect('ballotsCounted', { counts: { ...counts, no: 0.5 } })).toBe('/data/counts/no');
    expect(defect('noticePublished', { notice: 'n', postedOn: '2026-02-30', until: '2026-03-09' })).toBe('/data/postedOn');
    expect(defect('reviewed', { stage: 's', outcome: 'o', remarks: [{ pointer: '/a', text: 't' }, { pointer: 1, text: 't' }] })).toBe('/data/remarks/1/pointer');
    expect(defect('submitted', { answers: [], applicant: { id: 'v' } })).toBe('/data/answers');
    const sheet = samples['scoreSubmitted'];
    expect(defect('scoreSubmitted', { ...sheet, marks: [{ criterion: 'c', mark: Infinity }] })).toBe('/data/marks/0/mark');
    expect(defect('scoreSubmitted', { ...sheet, marks: [{ criterion: 'c', notApplicable: false }] })).toBe('/data/marks/0/notApplicable');
    expect([200, 201].map((length) => defect('scoreSubmitted', { ...sheet, marks: Array.from({ length }, () => ({ criterion: 'c' })) }))).toEqual([undefined, '/data/marks']);
    const count = samples['publicVoteCounted'];
    expect(defect('publicVoteCounted', { ...count, tally: { ...tally, asOf: '2026-06-10T18:00:00' } })).toBe('/data/tally/asOf');
    expect(defect('publicVoteCounted', { ...count, tally: { ...tally, votes: [{ candidate: 'a', votes: 3 }, { candidate: 'a b', votes: 0 }] } })).toBe('/data/tally/votes/1/candidate');
  });

  it('has no place for who voted what in a vote of residents', () => {
    const count = samples['publicVoteCounted'];
    for (const [more, place] of [[{ entries: [] }, '/data/entries'], [{ tally: { ...tally, voided: [{ voter: 'v', picks: ['a'] }] } }, '/data/tally/voided']] as const) expect(defect('publicVoteCounted', { ...count, ...more })).toBe(place);
    expect(defect('publicVoteCounted', { ...count, tally: { ...tally, votes: [{ candidate: 'a', votes: 3, voters: ['v'] }] } })).toBe('/data/tally/votes/0/voters');
  });

  it('does not take a name that every object has for an event type', () => {
    expect(defect('toString', {})).toBe('/type');
    expect(defect('__proto__', {})).toBe('/type');
  });
});
