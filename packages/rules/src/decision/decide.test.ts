import { chinaCalendar } from '@cobuild/core';
import type { Case, Meeting, Review, Scheme } from '@cobuild/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applicant, members, scheme, withThreshold } from '../../test/case-scheme.js';
import type { DecideOptions } from './decide.js';
import { decide } from './decide.js';
import { decisionSummary } from './decision-summary.js';

const options = { calendar: chinaCalendar };
const submitted: Case = { id: 'case-1', submittedAt: '2026-03-02T09:00:00+08:00', applicant, answers: { projectName: '暖心服务站', households: 25 } };
const review = (stage: string, outcome: string): Review => ({ stage, outcome });
const accepted = [review('preliminary', 'forward'), review('officeCheck', 'accept')];
const meeting = (yes: number, no: number): Meeting => ({
  members, present: ['m1', 'm2', 'm3', 'm4', 'm5'],
  ballots: ['m1', 'm2', 'm3', 'm4', 'm5'].slice(0, yes + no).map((member, index) => ({ member, choice: index < yes ? 'yes' as const : 'no' as const })),
});
const verdict = (change: Partial<Case>, over: Scheme = scheme, parameters: Record<string, unknown> = {}): unknown[] => {
  const { outcome, stage, vote, reasons } = decide(over, { ...submitted, ...change }, { ...options, parameters });
  return [outcome, stage, vote, reasons];
};

describe('decide', () => {
  it.each<[string, Partial<Case>, unknown[]]>([
    ['submitted', {}, ['pending', 'preliminary', null, []]],
    ['not enough households', { answers: { households: 19 } }, ['ineligible', 'recommend', null, ['enoughHouseholds']]],
    ['exactly enough households', { answers: { households: 20 } }, ['pending', 'preliminary', null, []]],
    ['households not filled in', { answers: {} }, ['undetermined', 'recommend', null, ['enoughHouseholds']]],
    ['forwarded', { reviews: accepted.slice(0, 1) }, ['pending', 'officeCheck', null, []]],
    ['rejected', { reviews: [review('preliminary', 'reject')] }, ['rejected', 'preliminary', null, ['reject']]],
    ['returned', { reviews: [review('preliminary', 'return')] }, ['pending', 'recommend', null, ['return']]],
    ['returned, submitted again and forwarded', { reviews: [review('preliminary', 'return'), review('preliminary', 'forward')] }, ['pending', 'officeCheck', null, []]],
    ['returned by the office, the town’s approval holding', { reviews: [accepted[0] as Review, review('officeCheck', 'sendBack'), review('officeCheck', 'accept')] }, ['pending', 'jointReview', 'notHeld', []]],
    ['a review of a later stage', { reviews: accepted.slice(1) }, ['pending', 'preliminary', null, []]],
    ['an unknown outcome', { reviews: [review('preliminary', '__proto__')] }, ['pending', 'preliminary', null, []]],
    ['an unknown stage', { reviews: [review('elsewhere', 'forward')] }, ['pending', 'preliminary', null, []]],
    ['a meeting before its turn', { meeting: meeting(5, 0) }, ['pending', 'preliminary', null, []]],
    ['passed', { reviews: accepted, meeting: meeting(3, 2) }, ['pending', 'publicity', 'passed', []]],
    ['failed', { reviews: accepted, meeting: meeting(2, 3) }, ['notApproved', 'jointReview', 'failed', ['halfOfEntitled']]],
    ['tied', { reviews: accepted, meeting: meeting(2, 2) }, ['pending', 'jointReview', 'tied', ['halfOfEntitled']]],
    ['no quorum', { reviews: accepted, meeting: { ...meeting(2, 0), present: ['m1', 'm2', 'm3'] } }, ['pending', 'jointReview', 'noQuorum', ['halfOfEntitled']]],
    ['confirmed', { reviews: [...accepted, review('publicity', 'confirm')], meeting: meeting(3, 2) }, ['approved', 'publicity', 'passed', []]],
    ['cancelled after the vote', { reviews: [...accepted, review('publicity', 'cancel')], meeting: meeting(3, 2) }, ['rejected', 'publicity', 'passed', ['cancel']]],
    ['a review that says the vote was passed', { reviews: [...accepted, review('jointReview', 'passed')] }, ['pending', 'jointReview', 'notHeld', []]],
    ['a host’s note of the stage', { stage: 'publicity' }, ['pending', 'preliminary', null, []]],
  ])('%s', (_, change, expected) => {
    expect(verdict(change)).toEqual(expected);
  });

  it('is undecided where the vote was taken and its rule is open, and says nothing more', () => {
    const open = withThreshold({ base: 'UNDECIDED', tie: 'UNDECIDED' });
    expect(verdict({ reviews: accepted, meeting: meeting(5, 0) }, open)).toEqual(['undecided', 'jointReview', 'undecided', ['halfOfEntitled']]);
    expect(verdict({ reviews: accepted }, open)).toEqual(['pending', 'jointReview', 'notHeld', []]);
  });

  it('takes values of parameters from the call: 19 households are too few of 20 and enough of 19', () => {
    const few = { answers: { households: 19 } };
    expect([verdict(few)[0], verdict(few, scheme, { minHouseholds: 19 })[0], verdict(few, scheme, { minHouseholds: 'UNDECIDED' })[0]]).toEqual(['ineligible', 'pending', 'undetermined']);
  });

  it('decides by a ratio that a parameter holds', () => {
    const byParameter: Scheme = { ...withThreshold({ ratio: { parameter: 'share' } }), parameters: { ...scheme.parameters, share: { title: { 'zh-CN': '比例' }, type: 'ratio', value: { p: 1, q: 2 }, overlay: 'any' } } };
    const change = { reviews: accepted, meeting: meeting(3, 2) };
    expect(verdict(change, byParameter)[2]).toBe('passed');
    expect(verdict(change, byParameter, { share: { p: 2, q: 3 } })[2]).toBe('failed');
    expect(verdict(change, byParameter, { share: '一半' })[2]).toBe('undecided');
  });

  it('uses the day of the submission in China where none is given, and leaves scheme, version, calendar and day in the trace', () => {
    const { trace } = decide(scheme, { ...submitted, submittedAt: '2026-03-01T16:00:00Z' }, options);
    expect(trace).toMatchObject({ schemeId: 'life-cycle', schemeVersion: '1.0.0', calendarVersion: chinaCalendar.version, today: '2026-03-02' });
    expect(decide(scheme, submitted, { ...options, today: '2026-05-01' }).trace.today).toBe('2026-05-01');
  });

  it('keeps votes apart where a scheme votes twice', () => {
    const second = scheme.stages.map((stage) => (stage.id !== 'publicity' ? stage : { ...stage, id: 'publicity', method: 'vote' as const, threshold: 'halfOfEntitled', outcomes: [{ id: 'yes', title: stage.title, kind: 'passed' as const, to: 'approved' }, { id: 'no', title: stage.title, kind: 'failed' as const, to: 'notApproved' }] }));
    const twice: Scheme = { ...scheme, stages: second };
    expect(verdict({ reviews: accepted, meeting: meeting(3, 2) }, twice)).toEqual(['pending', 'publicity', 'passed', []]);
    expect(verdict({ reviews: [...accepted, review('jointReview', 'passed')], meeting: meeting(2, 3) }, twice)).toEqual(['notApproved', 'publicity', 'failed', ['halfOfEntitled']]);
  });

  it('lets no review carry a case past its vote', () => {
    const bypass: Scheme = { ...scheme, stages: scheme.stages.map((stage) => (stage.id !== 'jointReview' ? stage : { ...stage, outcomes: [...stage.outcomes, { id: 'skip', title: stage.title, kind: 'forward' as const, to: 'publicity' }] })) };
    expect(verdict({ reviews: [...accepted, review('jointReview', 'skip')] }, bypass)).toEqual(['pending', 'jointReview', 'notHeld', []]);
    expect(verdict({ reviews: [...accepted, review('jointReview', 'refuse')] }, bypass)).toEqual(['rejected', 'jointReview', null, ['refuse']]);
  });

  it('waits where a scheme leads in a circle or nowhere', () => {
    const to = (target: string): Scheme => ({ ...scheme, stages: scheme.stages.map((stage) => ({ ...stage, outcomes: stage.outcomes.map((outcome) => ({ ...outcome, to: target })) })) });
    expect(verdict({}, to('recommend')).slice(0, 2)).toEqual(['pending', 'recommend']);
    expect(verdict({}, to('nowhere')).slice(0, 2)).toEqual(['pending', 'recommend']);
  });
});

describe('decide, called wrongly', () => {
  it.each([[undefined, submitted, options, 'scheme'], [scheme, undefined, options, 'case'], [scheme, submitted, undefined, 'options'], [scheme, submitted, {}, 'calendar']])('says what is missing', (given, caseData, settings, name) => {
    expect(() => decide(given as Scheme, caseData as Case, settings as DecideOptions)).toThrow(new RegExp(`decide: the .*${name}`));
  });
});

describe('decisionSummary', () => {
  it('has the keys of the command’s line, in order', () => {
    const summary = decisionSummary(decide(scheme, submitted, options));
    expect(JSON.stringify(summary)).toBe('{"id":"case-1","outcome":"pending","stage":"preliminary","eligibility":"eligible","score":null,"vote":null,"grade":null,"award":null,"reasons":[]}');
  });
});

const ids = fc.constantFrom('m1', 'm2', 'm3', 'm9', '__proto__', 'constructor');
const cases: fc.Arbitrary<Case> = fc.record({
  id: fc.string({ minLength: 1 }), submittedAt: fc.constantFrom('2026-03-02T09:00:00Z', '2016-12-31T23:59:60Z', '0001-01-01T00:00:00-12:00', '9999-12-31T23:59:59Z', '2026-03-02t09:00:00z'),
  applicant: fc.record({ id: ids, town: ids }, { requiredKeys: ['id'] }), answers: fc.dictionary(fc.constantFrom('households', 'projectName', 'today', 'parameters', '__proto__'), fc.jsonValue()),
  reviews: fc.array(fc.record({ stage: fc.constantFrom(...scheme.stages.map(({ id }) => id), '__proto__'), outcome: fc.constantFrom(...scheme.stages.flatMap(({ outcomes }) => outcomes.map(({ id }) => id)), 'toString') }), { maxLength: 12 }),
  meeting: fc.record({ members: fc.array(fc.record({ id: ids, town: ids }, { requiredKeys: ['id'] })), present: fc.array(ids), recused: fc.array(fc.record({ member: ids })), ballots: fc.array(fc.record({ member: ids, choice: fc.constantFrom('yes' as const, 'no' as const, 'abstain' as const, 'void' as const) })) }, { requiredKeys: ['members', 'present'] }),
}, { requiredKeys: ['id', 'submittedAt', 'applicant', 'answers'] });

// As they arrive: JSON knows no -0.
const sent: fc.Arbitrary<Case> = cases.map((any) => JSON.parse(JSON.stringify(any)) as Case);

describe('decide, for all cases', () => {
  it('never throws, answers the same again, and changes nothing', () => {
    fc.assert(fc.property(sent, (any) => {
      const before = JSON.stringify(any);
      const decision = decide(scheme, any, options);
      expect(decide(scheme, JSON.parse(before) as Case, options)).toEqual(decision);
      expect(JSON.stringify(any)).toBe(before);
      expect(scheme.stages.map(({ id }) => id)).toContain(decision.stage);
    }), { numRuns: 400 });
  });

  it('has all of its trace in JSON', () => {
    fc.assert(fc.property(sent, (any) => {
      const decision = decide(scheme, any, options);
      expect(JSON.parse(JSON.stringify(decision))).toEqual(JSON.parse(JSON.stringify(decide(scheme, any, options))));
      expect(JSON.stringify(decision)).not.toContain('undefined');
    }), { numRuns: 50 });
  });
});
