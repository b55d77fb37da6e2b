import type { Meeting, Threshold } from '@cobuild/core';
import { sha256Hex } from '@cobuild/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainVote } from '../explanation/explain-vote.js';
import { factWords } from '../explanation/fact-words.js';
import { scheme } from '../../test/case-scheme.js';
import { decideVote } from './decide-vote.js';
import { drawVoteLot } from './tie-break.js';

const rule: Threshold = {
  id: 'joint', title: { 'zh-CN': '会审' }, base: 'entitled', op: '>', ratio: { p: 1, q: 2 }, abstention: 'counts', quorum: 'none', tie: 'fail', secrecy: 'secret', recusal: [],
};
const members = Array.from({ length: 24 }, (_, index) => ({ id: `m${index + 1}` }));
const tied = (more: Partial<Meeting> = {}): Meeting => ({ members, present: members.map(({ id }) => id), counts: { issued: 24, returned: 24, yes: 12, no: 12, abstain: 0, void: 0 }, ...more });
const outcome = (threshold: Partial<Threshold>, more: Partial<Meeting> = {}, context = {}): string => decideVote(tied(more), { ...rule, ...threshold }, context).outcome;
const secondKey = { fact: 'score', operator: 'greaterThanInclusive', value: 80 };
/** The first of the seeds 0, 1, 2, … that draws this. */
const seedFor = (drawn: 'yes' | 'no'): string => String(Array.from({ length: 50 }, (_, index) => index).find((index) => drawVoteLot(String(index), 'case-1').drawn === drawn));

describe('row 51: 12 to 12 of 24, more than half of those entitled', () => {
  it.each<[string, Partial<Threshold>, Partial<Meeting>, object, string]>([
    ['fail: not passed', { tie: 'fail' }, {}, {}, 'failed'],
    ['revote: waits for a new vote', { tie: 'revote' }, {}, {}, 'tied'],
    ['revote in the second round of two: not passed', { tie: 'revote', rounds: 2 }, { round: 2 }, {}, 'failed'],
    ['revote in the first round of two: waits', { tie: 'revote', rounds: 2 }, { round: 1 }, {}, 'tied'],
    ['chair: waits for the chair', { tie: 'chair' }, {}, {}, 'tied'],
    ['chair votes yes', { tie: 'chair' }, { castingVote: 'yes' }, {}, 'passed'],
    ['chair votes no', { tie: 'chair' }, { castingVote: 'no' }, {}, 'failed'],
    ['second key below', { tie: 'secondKey', secondKey }, {}, { facts: { score: 79 } }, 'failed'],
    ['second key exactly', { tie: 'secondKey', secondKey }, {}, { facts: { score: 80 } }, 'passed'],
    ['second key above', { tie: 'secondKey', secondKey }, {}, { facts: { score: 81 } }, 'passed'],
    ['second key not known: waits', { tie: 'secondKey', secondKey }, {}, {}, 'tied'],
    ['lot not drawn yet: waits', { tie: 'lot' }, {}, { item: 'case-1' }, 'tied'],
    ['lot says yes', { tie: 'lot' }, { lot: { seed: seedFor('yes'), drawn: 'yes' } }, { item: 'case-1' }, 'passed'],
    ['lot says no', { tie: 'lot' }, { lot: { seed: seedFor('no'), drawn: 'no' } }, { item: 'case-1' }, 'failed'],
    ['a recorded draw that its seed does not give counts for nothing', { tie: 'lot' }, { lot: { seed: seedFor('no'), drawn: 'yes' } }, { item: 'case-1' }, 'tied'],
    ['no rule: stops and asks', { tie: 'UNDECIDED' }, {}, {}, 'undecided'],
    ['second key without a condition: stops and asks', { tie: 'secondKey' }, {}, {}, 'undecided'],
  ])('%s', (_, threshold, more, context, expected) => {
    expect(outcome(threshold, more, context)).toBe(expected);
  });

  it('names the tie rule as what is open', () => {
    expect(decideVote(tied(), { ...rule, tie: 'UNDECIDED' }).holes).toEqual(['tie']);
    expect(decideVote(tied(), { ...rule, tie: 'secondKey' }).holes).toEqual(['secondKey']);
    expect(decideVote(tied(), { ...rule, tie: 'revote', rounds: 'UNDECIDED' }).holes).toEqual(['rounds']);
  });

  it('gives one more vote and no more: a lot does not replace a majority that is missing', () => {
    const lot = { seed: seedFor('yes'), drawn: 'yes' as const };
    const counts = { issued: 24, returned: 20, yes: 10, no: 10, abstain: 0, void: 0 };
    const result = decideVote({ ...tied({ lot }), counts }, { ...rule, tie: 'lot' }, { item: 'case-1' });
    expect(result).toMatchObject({ outcome: 'failed', comparison: { left: 20, right: 24 }, tieBreak: { vote: 'yes', comparison: { left: 22, right: 24, holds: false } } });
  });

  it('draws in a way that anybody can repeat: SHA-256 of seed, line break, case and choice, the smaller wins', () => {
    const [yes, no] = [sha256Hex('2026-05-01 第7期\ncase-1/yes'), sha256Hex('2026-05-01 第7期\ncase-1/no')];
    expect(drawVoteLot('2026-05-01 第7期', 'case-1')).toEqual({ drawn: yes < no ? 'yes' : 'no', yes, no });
  });

  it('draws both ways about equally often, each case of a meeting for itself', () => {
    const draws = Array.from({ length: 1000 }, (_, index) => drawVoteLot('同一种子', `case-${index}`).drawn);
    const yes = draws.filter((drawn) => drawn === 'yes').length;
    expect(yes).toBeGreaterThan(430);
    expect(yes).toBeLessThan(570);
  });

  it('asks no tie rule where the vote is not tied', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }), fc.constantFrom('fail' as const, 'revote' as const, 'chair' as const, 'secondKey' as const, 'lot' as const), (yes, no, tie) => {
      fc.pre(yes !== no);
      const counts = { issued: 24, returned: yes + no, yes, no, abstain: 0, void: 0 };
      const result = decideVote({ ...tied(), counts }, { ...rule, tie, secondKey });
      expect(result.tieBreak).toBeUndefined();
      if (yes + no > 0) expect(result.outcome).toBe(yes > 12 ? 'passed' : 'failed');
    }));
  });

  it('is explained with what the lot or second key said and the sum', () => {
    const lot = { seed: seedFor('yes'), drawn: 'yes' as const };
    const node = explainVote(decideVote(tied({ lot }), { ...rule, tie: 'lot' }, { item: 'case-1' }), undefined, 'zh-CN');
    expect(node.text).toBe('赞成12票，与反对相等；抽签结果为赞成，计为赞成13票；以回避后有表决权的24人为基数，须超过半数（12票），即至少13票，通过（13×2＝26＞24）。');
    expect(node.children?.map(({ text }) => text).join('')).toContain(`抽签种子：“${lot.seed}”`);
    const second = decideVote(tied(), { ...rule, tie: 'secondKey', secondKey: { fact: 'households', operator: 'greaterThan', value: 30 } }, { facts: { households: 30 } });
    const words = factWords(scheme, 'zh-CN');
    expect(explainVote(second, undefined, 'zh-CN', words).text).toContain('按规定的第二依据，判为反对');
    expect(explainVote(second, undefined, 'zh-CN', words).children?.some(({ text, status }) => text.startsWith('受益户数：30，') && status === 'notMet')).toBe(true);
    expect(explainVote(second, undefined, 'en', words).text).toContain('the second key of the scheme says no');
    expect(explainVote(decideVote(tied({ round: 2 }), { ...rule, tie: 'revote', rounds: 2 }), undefined, 'zh-CN').text).toBe('第2轮表决仍然相等，方案规定最多2轮，未通过。');
  });
});
