import { chinaCalendar } from '@cobuild/core';
import type { Ballot, Case, Condition, Review, Scheme, Threshold } from '@cobuild/core';
import { readSchemeFolder } from '@cobuild/core/node';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkScheme } from '../analysis/check-scheme.js';
import { applicant, members, scheme, threshold, withThreshold } from '../../test/case-scheme.js';
import { branchingScheme, panelCard } from '../../test/stage-scheme.js';
import { drawVoteLot } from '../vote/tie-break.js';
import type { Decision, DecisionTrace } from '../results.js';
import { decide } from './decide.js';
import { recomputeDecision } from './recompute-decision.js';

const options = { calendar: chinaCalendar };
const sent = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const verdict = ({ id, outcome, stage, eligibility, score, vote, grade }: Decision): object => ({ id, outcome, stage, eligibility, score, vote, grade });
const again = (over: Scheme, caseData: Case): [object, object] => {
  const decision = decide(over, caseData, options);
  return [recomputeDecision(sent(decision.trace)), verdict(decision)];
};

const ids = fc.constantFrom('m1', 'm2', 'm3', 'm4', 'm5', 'm6');
const choice = fc.constantFrom('yes' as const, 'no' as const, 'abstain' as const, 'void' as const);
const counts = fc.record({ issued: fc.nat(6), returned: fc.nat(6), yes: fc.nat(4), no: fc.nat(4), abstain: fc.nat(2), void: fc.nat(2) });
const meeting = fc.record({
  members: fc.constant(members), present: fc.uniqueArray(ids, { minLength: 3 }), ballots: fc.array(fc.record({ member: ids, choice }), { maxLength: 8 }),
  recused: fc.array(fc.record({ member: ids }), { maxLength: 2 }), conflicts: fc.array(fc.record({ member: ids, ground: fc.constantFrom('kin' as const, 'tookPart' as const) }), { maxLength: 2 }),
  castingVote: fc.constantFrom('yes' as const, 'no' as const), lot: fc.string({ minLength: 1 }).map((seed) => ({ seed, drawn: drawVoteLot(seed, 'case-1').drawn })), round: fc.integer({ min: 1, max: 3 }), counts,
}, { requiredKeys: ['members', 'present'] });
const evidence = fc.array(fc.record({ kind: fc.constantFrom('priorDiscussion', 'opinions'), stage: fc.constant('route') }), { maxLength: 3 });
const override = fc.record({ stage: fc.constantFrom('quick', 'rating', 'jointReview'), outcome: fc.constantFrom('ok', 'no', 'pass', 'fail', 'eligible', 'passed'), reason: fc.constant('特殊情况'), by: ids, second: ids }, { requiredKeys: ['outcome', 'reason', 'by', 'second'] });
const sheets = fc.array(fc.tuple(ids, fc.integer({ min: 0, max: 10000 })), { maxLength: 7 }).map((list) => list.map(([reviewer, points]) => ({ reviewer, submittedAt: '2026-03-03T09:00:00+08:00', marks: [{ criterion: 'worth', mark: points / 100 }] })));
const goodWay: readonly Review[] = [['preliminary', 'forward'], ['officeCheck', 'accept'], ['publicity', 'confirm'], ['sign', 'forward'], ['sign', 'forward']].map(([stage = '', outcome = ''], index) => ({ stage, outcome, by: `m${index + 1}` }));
const anyReviews = fc.array(fc.record({
  stage: fc.constantFrom('preliminary', 'officeCheck', 'jointReview', 'publicity', 'route', 'sign', 'rating'),
  outcome: fc.constantFrom('forward', 'accept', 'return', 'reject', 'sendBack', 'toTown', 'confirm', 'cancel', 'passed', 'pass', 'small'), by: ids,
}), { maxLength: 14 });
const reviews = fc.tuple(fc.constantFrom([], goodWay, goodWay.slice(0, 2)), fc.constantFrom(0, 14), anyReviews).map(([way, most, more]): Review[] => [...way, ...more.slice(0, most)]);
const cases: fc.Arbitrary<Case> = fc.record({
  id: fc.constant('case-1'), submittedAt: fc.constant('2026-03-02T09:00:00Z'), applicant: fc.constant(applicant), reviews,
  answers: fc.record({ households: fc.integer({ min: 15, max: 45 }), volunteers: fc.integer({ min: 3, max: 7 }) }, { requiredKeys: [] }),
  meeting, evidence, overrides: fc.array(override, { maxLength: 2 }), scores: sheets,
  events: fc.constantFrom([{ type: 'withdrawn' }], []) as unknown as fc.Arbitrary<NonNullable<Case['events']>>,
}, { requiredKeys: ['id', 'submittedAt', 'applicant', 'answers'] });
const secondKey: Condition = { any: [{ fact: 'volunteers', operator: 'greaterThan', value: 4 }, { not: { fact: 'households', operator: 'lessThan', value: { fact: 'parameters', path: '$.minHouseholds' } } }] };
const rules: fc.Arbitrary<Partial<Threshold>> = fc.record({
  base: fc.constantFrom('appointed' as const, 'entitled' as const, 'present' as const, 'valid' as const, 'UNDECIDED' as const), op: fc.constantFrom('>' as const, '>=' as const),
  tie: fc.constantFrom('fail' as const, 'revote' as const, 'chair' as const, 'secondKey' as const, 'lot' as const), abstention: fc.constantFrom('counts' as const, 'excluded' as const),
  secrecy: fc.constantFrom('open' as const, 'secret' as const), rounds: fc.integer({ min: 1, max: 3 }), quorum: fc.constantFrom(threshold.quorum, 'none' as const),
  secondKey: fc.constant(secondKey),
});

describe('recomputeDecision', () => {
  it('comes to the same verdict from the trace alone, for all cases, rules of the vote and ways of settling a stage', () => {
    fc.assert(fc.property(cases, rules, fc.constantFrom('usual', 'branching', 'panel'), (any, rule, kind) => {
      const thresholds = [{ ...threshold, ...rule }];
      const over: Scheme = kind === 'usual' ? { ...scheme, thresholds } : { ...branchingScheme, thresholds, ...(kind === 'panel' ? { scoring: panelCard } : {}) };
      const [recomputed, decided] = again(over, sent(any));
      expect(recomputed).toEqual(decided);
    }), { numRuns: 1500 });
  });

  it('reaches every kind of end on these cases', () => {
    const seen = new Set(fc.sample(fc.tuple(cases, rules, fc.constantFrom(scheme, branchingScheme)), { numRuns: 1500, seed: 7 }).map(([any, rule, over]) => decide({ ...over, thresholds: [{ ...threshold, ...rule }] }, sent(any), options).outcome));
    expect([...seen].sort()).toEqual(['approved', 'ineligible', 'notApproved', 'pending', 'rejected', 'undecided', 'undetermined', 'withdrawn']);
  });

  it('differs where somebody changed the trace', () => {
    const caseData: Case = { id: 'case-1', submittedAt: '2026-03-02T09:00:00Z', applicant, answers: { households: 25 } };
    const { trace } = decide(scheme, caseData, options);
    const forged = JSON.parse(JSON.stringify(trace).replace('"found":25', '"found":19')) as DecisionTrace;
    expect([recomputeDecision(trace).outcome, recomputeDecision(forged).outcome]).toEqual(['pending', 'ineligible']);
  });

  it('does not take a lot for drawn that its seed does not give', () => {
    const lot = { seed: 'a', drawn: drawVoteLot('a', 'case-1').drawn };
    const votes = ['m1', 'm2', 'm3', 'm4'].map((member, index): Ballot => ({ member, choice: index < 2 ? 'yes' : 'no' }));
    const caseData: Case = {
      id: 'case-1', submittedAt: '2026-03-02T09:00:00Z', applicant, answers: { households: 25 }, reviews: [{ stage: 'preliminary', outcome: 'forward' }, { stage: 'officeCheck', outcome: 'accept' }],
      meeting: { members, present: ['m1', 'm2', 'm3', 'm4', 'm5'], ballots: votes, lot: { ...lot, drawn: lot.drawn === 'yes' ? 'no' : 'yes' } },
    };
    const lots = withThreshold({ tie: 'lot' });
    expect(decide(lots, caseData, options).vote).toBe('tied');
    expect(recomputeDecision(sent(decide(lots, caseData, options).trace)).vote).toBe('tied');
  });

  it.each([undefined, null, {}, 'trace'])('refuses %j', (trace) => {
    expect(() => recomputeDecision(trace as DecisionTrace)).toThrow(TypeError);
  });
});

const root = fileURLToPath(new URL('../../../../examples/schemes', import.meta.url));
const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);

describe.each(folders)('recomputeDecision on the cases of %s', (name) => {
  it('comes to every verdict again', () => {
    const { scheme: loaded } = checkScheme(readSchemeFolder(join(root, name)));
    if (loaded === undefined) throw new Error(`${name} does not load`);
    const lines = readFileSync(join(root, name, 'cases.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Case);
    const all = [...lines, ...(loaded.tests ?? []).flatMap((test) => test.case ?? [])];
    expect(all.length).toBeGreaterThan(2);
    for (const caseData of all) {
      const [recomputed, decided] = again(loaded, caseData);
      expect(recomputed).toEqual(decided);
    }
  });
});
