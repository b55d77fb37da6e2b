import type { Applicant, ConflictGround, Meeting, Threshold } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { explainVote } from '../explanation/explain-vote.js';
import { decideVote } from './decide-vote.js';
import { automaticRecusals } from './recusal.js';

const rule: Threshold = {
  id: 'joint', title: { 'zh-CN': '会审' }, base: 'entitled', op: '>', ratio: { p: 1, q: 2 }, abstention: 'counts', quorum: 'none', tie: 'fail', secrecy: 'open', recusal: [],
};
const applicant: Applicant = { id: 'village-7', unit: 'unit-7', town: 'hecheng', persons: [{ id: 'p1', name: '陈志明', part: '负责人' }] };
const related = (ground: ConflictGround, to: string): Meeting['members'][number] => ({ id: 'a', name: '张岚', relations: [{ ground, to }] });
const meeting = (first: Meeting['members'][number], more: Partial<Meeting> = {}): Meeting => ({
  members: [first, { id: 'b' }, { id: 'c' }], present: ['a', 'b', 'c'], ballots: [{ member: 'a', choice: 'no' }, { member: 'b', choice: 'yes' }, { member: 'c', choice: 'no' }], ...more,
});
const grounds = ['kin', 'superior', 'tookPart', 'personalStake'] as const;

describe('row 41: who has a conflict', () => {
  it.each(grounds)('leaves the list, the base and the count on the ground %s, to the organisation or one of its persons', (ground) => {
    for (const to of ['p1', 'village-7', 'unit-7']) {
      const { counts, problems } = decideVote(meeting(related(ground, to)), { ...rule, recusal: [ground] }, { applicant });
      expect(counts).toMatchObject({ recused: 1, entitled: 2, present: 2, base: 2, yes: 1, no: 1 });
      expect(problems.map(({ code }) => code)).toEqual(['vote/ballot-by-recused']);
      expect(automaticRecusals([ground], [related(ground, to)], applicant)).toEqual([{ member: 'a', reason: ground, kind: 'automatic' }]);
    }
  });

  it.each(grounds)('stays where the ground %s is not one of the rule, or the relation is to somebody else', (ground) => {
    expect(decideVote(meeting(related(ground, 'p1')), rule, { applicant }).counts.recused).toBe(0);
    expect(decideVote(meeting(related(ground, 'p2')), { ...rule, recusal: [ground] }, { applicant }).counts.recused).toBe(0);
  });

  it('votes on record where the ground is soft', () => {
    const result = decideVote(meeting(related('tookPart', 'p1')), { ...rule, softRecusal: ['tookPart'] }, { applicant });
    expect(result).toMatchObject({ outcome: 'failed', counts: { recused: 0, entitled: 3, no: 2 }, conflicts: [{ member: 'a', ground: 'tookPart', kind: 'automatic' }] });
    const texts = explainVote(result, undefined, 'zh-CN').children?.map(({ text }) => text) ?? [];
    expect(texts).toContain('a与申报单位有关联（参与了该项目），已登记，可以投票。');
  });

  it('leaves where a ground is both hard and soft', () => {
    expect(decideVote(meeting(related('kin', 'p1')), { ...rule, recusal: ['kin'], softRecusal: ['kin'] }, { applicant })).toMatchObject({ counts: { recused: 1 } });
    expect(decideVote(meeting(related('kin', 'p1')), { ...rule, recusal: ['kin'], softRecusal: ['kin'] }, { applicant })).not.toHaveProperty('conflicts');
  });

  it('leaves or stays after a declaration as the rule says of the ground', () => {
    const declared = { conflicts: [{ member: 'b', ground: 'kin' as const, reason: '表亲', kind: 'declared' as const }] };
    expect(decideVote(meeting({ id: 'a' }, declared), { ...rule, recusal: ['kin'] }, { applicant })).toMatchObject({ outcome: 'failed', counts: { recused: 1, yes: 0 } });
    expect(decideVote(meeting({ id: 'a' }, declared), { ...rule, softRecusal: ['kin'] }, { applicant })).toMatchObject({ counts: { recused: 0, yes: 1 }, conflicts: [{ member: 'b', reason: '表亲' }] });
  });

  it('does not go on while the scheme has not decided the grounds', () => {
    expect(decideVote(meeting({ id: 'a' }), { ...rule, softRecusal: 'UNDECIDED' }, { applicant })).toMatchObject({ outcome: 'undecided', holes: ['softRecusal'] });
    expect(decideVote(meeting({ id: 'a' }), { ...rule, recusal: ['friend'] as never }, { applicant }).holes).toEqual(['recusal']);
  });

  it('does not count ballots: a teller who has left is named, the count stands', () => {
    const counts = { issued: 2, returned: 2, yes: 2, no: 0, abstain: 0, void: 0, tellers: ['c', 'a'] };
    const result = decideVote({ members: meeting(related('kin', 'p1')).members, present: ['a', 'b', 'c'], counts }, { ...rule, secrecy: 'secret', recusal: ['kin'] }, { applicant });
    expect([result.outcome, result.problems.map(({ code, pointer }) => [code, pointer])]).toEqual(['passed', [['vote/teller-recused', '/meeting/counts/tellers/1']]]);
  });
});

describe('row 49: a quorum whose parts are parameters', () => {
  const present = (count: number): Meeting => {
    const members = Array.from({ length: 50 }, (_, index) => ({ id: `m${index + 1}` }));
    const there = members.slice(0, count).map(({ id }) => id);
    return { members, present: there, ballots: there.map((member) => ({ member, choice: 'yes' })) };
  };
  const quorum = { op: '>=' as const, ratio: { p: 2, q: 3 }, base: 'appointed' as const };

  it.each([[33, 'noQuorum'], [34, 'passed'], [35, 'passed']])('%d of 50 present, at least two thirds: %s', (count, outcome) => {
    expect(decideVote(present(count), { ...rule, quorum }).outcome).toBe(outcome);
  });

  it.each([[{ ...quorum, ratio: 'UNDECIDED' as const }], [{ ...quorum, op: 'UNDECIDED' as const }], [{ ...quorum, base: { parameter: 'quorumBase' } }]])('is open as long as a part is: %j', (open) => {
    expect(decideVote(present(50), { ...rule, quorum: open })).toMatchObject({ outcome: 'undecided', holes: ['quorum'] });
  });

  it.each([['逾五成 at 12 of 24', 12, 'failed'], ['逾五成 at 13 of 24', 13, 'passed']])('%s', (_, yes, outcome) => {
    const members = Array.from({ length: 24 }, (_unused, index) => ({ id: `m${index + 1}` }));
    const ballots = members.map(({ id }, index) => ({ member: id, choice: index < yes ? ('yes' as const) : ('no' as const) }));
    expect(decideVote({ members, present: members.map(({ id }) => id), ballots }, rule).outcome).toBe(outcome);
  });
});
