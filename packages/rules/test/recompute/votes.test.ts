import type { Ballot, Meeting, Threshold } from '@cobuild/core';
import { sha256Hex } from '@cobuild/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideVote, explainVote, explanationText } from '../../src/index.js';
import { drawVoteLot } from '../../src/vote/tie-break.js';
import type { VoteResult } from '../../src/index.js';
import { sent } from './exact.js';
import { expectWhole } from './whole-text.js';

/** The outcome of a vote again, from its head counts, its rule and what settled a tie. */
function voteAgain({ counts, rule, problems, noMeeting, tieBreak, round = 1 }: VoteResult): VoteResult['outcome'] {
  if (noMeeting === true) return 'notHeld';
  if (rule === undefined) return 'undecided';
  const exceeds = (left: number, op: '>' | '>=', right: number): boolean => (op === '>' ? left > right : left >= right);
  const { quorum, ratio, op, abstention, tie, rounds } = rule;
  if (quorum !== 'none' && !exceeds(counts.present * quorum.ratio.q, quorum.op, counts[quorum.base] * quorum.ratio.p)) return 'noQuorum';
  if (counts.returned === 0 || problems.some(({ code }) => ['vote/issued-more-than-present', 'vote/returned-more-than-issued', 'vote/counts-do-not-add-up'].includes(code))) return 'notHeld';
  const base = counts[rule.base] - (abstention === 'excluded' ? counts.abstain : 0);
  const passes = (yes: number): boolean => yes > 0 && exceeds(yes * ratio.q, op, base * ratio.p);
  if (passes(counts.yes)) return 'passed';
  if (counts.yes !== counts.no || counts.yes === 0 || tie === 'fail' || (tie === 'revote' && rounds !== undefined && round >= rounds)) return 'failed';
  if (tieBreak === undefined) return 'tied';
  const { lot, secondKey } = tieBreak;
  const word = lot === undefined ? (secondKey === undefined ? tieBreak.vote : secondKey.result === true ? 'yes' : 'no') : sha256Hex(`${lot.seed}\n${lot.item}/yes`) < sha256Hex(`${lot.seed}\n${lot.item}/no`) ? 'yes' : 'no';
  return word === 'yes' && passes(counts.yes + 1) ? 'passed' : 'failed';
}

/** Head counts follow from one another. */
const adds = ({ counts: { appointed, recused, entitled, present, absent, returned, void: voided, valid, yes, no, abstain } }: VoteResult): boolean =>
  appointed - recused === entitled && present + absent === entitled && returned - voided === valid && (returned === 0 || yes + no + abstain === valid);

const threshold: Threshold = { id: 'vote', title: { 'zh-CN': '表决', en: 'Vote' }, base: 'present', op: '>', ratio: { p: 1, q: 2 }, abstention: 'counts', quorum: { op: '>=', ratio: { p: 2, q: 3 }, base: 'entitled' }, tie: 'fail', secrecy: 'open', recusal: [] } as unknown as Threshold;
const meetingOf = (all: number, present: number, yes: number, more: Partial<Meeting> = {}): Meeting => {
  const ids = Array.from({ length: all }, (_, index) => `m${index + 1}`);
  return { members: ids.map((id) => ({ id, name: id })), present: ids.slice(0, present), ballots: ids.slice(0, present).map((member, index): Ballot => ({ member, choice: index < yes ? 'yes' : 'no' })), ...more };
};
const rules = fc.record({
  base: fc.constantFrom('appointed', 'entitled', 'present', 'valid', 'UNDECIDED'), op: fc.constantFrom('>', '>='), ratio: fc.constantFrom({ p: 1, q: 2 }, { p: 2, q: 3 }, { p: 0, q: 1 }), abstention: fc.constantFrom('counts', 'excluded'),
  quorum: fc.constantFrom('none', { op: '>=', ratio: { p: 2, q: 3 }, base: 'entitled' }), tie: fc.constantFrom('fail', 'revote', 'chair', 'secondKey', 'lot'), rounds: fc.constantFrom(undefined, 2), secondKey: fc.constant({ fact: 'households', operator: 'greaterThan', value: 20 }),
}).map((rule) => sent({ ...threshold, ...rule }) as unknown as Threshold);
const meetings = fc.record({ all: fc.integer({ min: 1, max: 9 }), missing: fc.nat(3), choices: fc.array(fc.constantFrom('yes' as const, 'no' as const, 'abstain' as const, 'void' as const), { minLength: 9, maxLength: 9 }), casting: fc.constantFrom(undefined, 'yes', 'no'), round: fc.constantFrom(undefined, 2), recused: fc.nat(2) })
  .map(({ all, missing, choices, casting, round, recused }) => sent({
    ...meetingOf(all, Math.max(0, all - missing), 0), ballots: choices.slice(0, Math.max(0, all - missing)).map((choice, index) => ({ member: `m${index + 1}`, choice })), castingVote: casting, round,
    recused: Array.from({ length: recused }, (_, index) => ({ member: `m${index + 1}`, reason: 'kin' })), lot: { seed: 's', drawn: drawVoteLot('s', 'case-1').drawn },
  }) as unknown as Meeting);

describe('a vote from its result alone', () => {
  it('row 55: gives the same outcome and counts that add up, for any meeting, rule and tie', () => {
    const seen = new Set<string>();
    fc.assert(fc.property(fc.option(meetings, { freq: 30, nil: undefined }), rules, fc.constantFrom({ households: 25 }, { households: 5 }, {}), (meeting, rule, facts) => {
      const result = decideVote(meeting, rule, { item: 'case-1', facts });
      const read = sent(result);
      expect(voteAgain(read)).toBe(result.outcome);
      expect(adds(read)).toBe(true);
      seen.add(result.outcome);
    }), { numRuns: 800 });
    expect([...seen].sort()).toEqual(['failed', 'noQuorum', 'notHeld', 'passed', 'tied', 'undecided']);
  });

  it.each([
    ['12 of 24 are not more than half', 24, 24, 12, {}, 'failed', ['24', '12']], ['13 of 24 are', 24, 24, 13, {}, 'passed', ['24', '13', '26']],
    ['12 of 23 are, with one recused', 24, 24, 12, { recused: [{ member: 'm24', reason: 'kin' }] }, 'passed', ['23', '12']],
    ['33 of 50 are no quorum of two thirds', 50, 33, 20, {}, 'noQuorum', ['33', '50']], ['34 of 50 are, and 20 of 34 pass', 50, 34, 20, {}, 'passed', ['34', '50', '20']],
  ] as const)('comes to the same and tells every number: %s', (_, all, present, yes, more, outcome, words) => {
    const result = decideVote(meetingOf(all, present, yes, more as unknown as Partial<Meeting>), threshold);
    expect([voteAgain(sent(result)), result.outcome]).toEqual([outcome, outcome]);
    for (const locale of ['zh-CN', 'en'] as const) expectWhole(explanationText({ verdict: '', locale, lines: [explainVote(result, threshold, locale)] }), words);
  });
});
