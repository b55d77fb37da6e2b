import type { Ballot, Meeting, Threshold } from '@cobuild/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import table from '../../test/vote-cases.json' with { type: 'json' };
import { decideVote } from './decide-vote.js';

const CHOICES = ['yes', 'no', 'abstain', 'void'] as const;

const majority: Threshold = {
  id: 'jointReview', title: { 'zh-CN': '会审' }, base: 'entitled', op: '>', ratio: { p: 1, q: 2 }, abstention: 'counts', quorum: 'none', tie: 'fail', secrecy: 'open', recusal: [],
};

interface Heads { readonly appointed: number; readonly recused?: number; readonly absent?: number }
type Choices = Partial<Record<(typeof CHOICES)[number], number>>;

/** Members m1, m2, …: first those recused, then those absent, then the voters in the order yes, no, abstain, void, then the silent. */
function meetingOf({ appointed, recused = 0, absent = 0 }: Heads, choices: Choices): Meeting {
  const ids = Array.from({ length: appointed }, (_, index) => `m${index + 1}`);
  const voters = ids.slice(recused + absent);
  const cast = CHOICES.flatMap((choice) => Array.from({ length: choices[choice] ?? 0 }, () => choice));
  if (cast.length > voters.length) throw new Error('more ballots than voters');
  return {
    members: ids.map((id) => ({ id })),
    present: voters,
    recused: ids.slice(0, recused).map((member) => ({ member, kind: 'declared' as const })),
    ballots: cast.map((choice, index) => ({ member: voters[index] ?? '', choice })),
  };
}

const meetingOfCase = ({ members, ballots, rule, castingVote }: (typeof table.cases)[number]): Meeting => {
  const { ballots: cast = [], ...open } = meetingOf(members, ballots);
  const casting = castingVote === undefined ? {} : { castingVote: castingVote as 'yes' | 'no' };
  if (rule.secrecy !== 'secret') return { ...open, ballots: cast, ...casting };
  return { ...open, counts: { ...ballots, issued: cast.length, returned: cast.length }, ...casting };
};

/** `1/2`, `>= 2/3 entitled`: the short forms of the case file. */
const thresholdOfCase = ({ rule }: (typeof table.cases)[number]): Threshold => {
  const ratio = (text: string): unknown => (text === 'UNDECIDED' ? text : { p: Number(text.split('/')[0]), q: Number(text.split('/')[1]) });
  const [op, share, base] = rule.quorum.split(' ');
  const quorum = base === undefined ? rule.quorum : { op, ratio: ratio(share ?? ''), base };
  return { ...majority, ...rule, ratio: ratio(rule.ratio), quorum } as Threshold;
};

describe('row 49: vote cases', () => {
  it.each(table.cases.map((item) => [item.description, item] as const))('%s', (_, item) => {
    const { left, right, quorumLeft, quorumRight, holes, outcome } = item.expect as { outcome: string; left?: number; right?: number; quorumLeft?: number; quorumRight?: number; holes?: string[] };

    const result = decideVote(meetingOfCase(item), thresholdOfCase(item));

    expect(result.outcome).toBe(outcome);
    expect(result.problems).toEqual([]);
    expect(result.holes).toEqual(holes ?? []);
    if (left !== undefined) expect(result.comparison).toMatchObject({ left, right });
    if (quorumLeft !== undefined) expect(result.quorum).toMatchObject({ left: quorumLeft, right: quorumRight });
  });

  it('cover every base, operator and treatment of abstentions, passed and failed', () => {
    const combinations = new Set(table.cases.map(({ rule }) => `${rule.base} ${rule.op} ${rule.abstention}`).filter((key) => !key.includes('UNDECIDED')));
    expect(combinations.size).toBe(16);
  });
});

describe('decideVote, row 41: recusal', () => {
  const applicant = { id: 'village-7', unit: 'unit-7', town: 'hecheng' };
  const members = [{ id: 'a', unit: 'village-7' }, { id: 'b', unit: 'unit-7' }, { id: 'c', town: 'hecheng' }, { id: 'd', town: 'yanghe' }, { id: 'e' }];
  const meeting: Meeting = { members, present: ['a', 'b', 'c', 'd', 'e'], ballots: [{ member: 'd', choice: 'yes' }, { member: 'e', choice: 'no' }] };

  it('takes members of the applicant’s own unit out of numerator and base', () => {
    expect(decideVote(meeting, { ...majority, recusal: ['sameUnit'] }, { applicant }).counts).toMatchObject({ appointed: 5, recused: 2, entitled: 3, present: 3 });
  });

  it('takes members from the applicant’s town out', () => {
    expect(decideVote(meeting, { ...majority, recusal: ['sameTown'] }, { applicant }).counts).toMatchObject({ recused: 1, entitled: 4 });
  });

  it('takes nobody out where the rule names no ground, or neither unit nor town is known', () => {
    expect(decideVote(meeting, majority, { applicant }).counts.recused).toBe(0);
    expect(decideVote(meeting, { ...majority, recusal: ['sameUnit', 'sameTown'] }, { applicant: { id: 'x' } }).counts.recused).toBe(0);
    expect(decideVote(meeting, { ...majority, recusal: ['sameUnit', 'sameTown'] }).counts.recused).toBe(0);
  });

  it('counts a member once who is recused by the rule and by declaration', () => {
    const declared = { ...meeting, recused: [{ member: 'a', reason: '亲属', kind: 'declared' as const }, { member: 'e' }] };
    expect(decideVote(declared, { ...majority, recusal: ['sameUnit'] }, { applicant }).counts).toMatchObject({ recused: 3, entitled: 2, present: 2 });
  });

  it('does not count a recused member’s ballot and says so', () => {
    const ballots: Ballot[] = [{ member: 'd', choice: 'yes' }, { member: 'c', choice: 'yes' }];
    const result = decideVote({ ...meeting, ballots }, { ...majority, recusal: ['sameTown'] }, { applicant });
    expect(result.counts.yes).toBe(1);
    expect(result.problems).toMatchObject([{ code: 'vote/ballot-by-recused', pointer: '/meeting/ballots/1', params: { member: 'c' }, message: 'c已回避，这一票不计。' }]);
  });
});

describe('decideVote, ballots that do not count', () => {
  it('counts the first of two ballots of one member', () => {
    const meeting = { ...meetingOf({ appointed: 3 }, { yes: 1 }), ballots: [{ member: 'm1', choice: 'no' as const }, { member: 'm1', choice: 'yes' as const }] };
    const result = decideVote(meeting, majority);
    expect(result.counts).toMatchObject({ yes: 0, no: 1, returned: 1 });
    expect(result.problems.map(({ code, pointer }) => [code, pointer])).toEqual([['vote/second-ballot', '/meeting/ballots/1']]);
  });

  it('refuses ballots of absent and unknown members, also of one named like a member of every object', () => {
    const meeting = { ...meetingOf({ appointed: 3, absent: 1 }, {}), ballots: ['m1', 'm9', '__proto__', 'm2'].map((member) => ({ member, choice: 'yes' as const })) };
    const result = decideVote(meeting, majority);
    expect(result.counts.yes).toBe(1);
    expect(result.problems.map(({ code }) => code)).toEqual(['vote/ballot-by-absent', 'vote/ballot-by-unknown', 'vote/ballot-by-unknown']);
  });

  it('counts a member listed twice once, and nobody who is not on the roster', () => {
    const meeting: Meeting = { members: [{ id: 'a' }, { id: 'a' }, { id: 'b' }], present: ['a', 'a', 'z'], recused: [{ member: 'y' }], ballots: [{ member: 'a', choice: 'yes' }] };
    const result = decideVote(meeting, majority);
    expect(result.counts).toMatchObject({ appointed: 2, entitled: 2, present: 1, absent: 1, recused: 0 });
    expect(result.problems.map(({ code }) => code)).toEqual(['vote/duplicate-member', 'vote/unknown-member-recused', 'vote/unknown-member-present']);
  });

  it('writes problems in the language asked for', () => {
    const meeting = { ...meetingOf({ appointed: 1, absent: 1 }, {}), ballots: [{ member: 'm1', choice: 'yes' as const }] };
    expect(decideVote(meeting, majority, { locale: 'en' }).problems[0]?.message).toBe('m1 has not signed in; this ballot is not counted.');
  });
});

describe('decideVote, row 50: secret ballot', () => {
  const secret: Threshold = { ...majority, secrecy: 'secret' };
  const counted = (counts: Partial<NonNullable<Meeting['counts']>>): Meeting => ({
    ...meetingOf({ appointed: 24, recused: 1, absent: 1 }, {}), counts: { issued: 22, returned: 22, yes: 12, no: 8, abstain: 1, void: 1, ...counts },
  });

  it('reads the tellers’ counts', () => {
    expect(decideVote(counted({}), secret)).toMatchObject({ outcome: 'passed', counts: { yes: 12, valid: 21, returned: 22, base: 23 } });
  });

  it.each([
    ['one returned less than issued', { returned: 21, no: 7 }, 'passed', []],
    ['as many returned as issued', {}, 'passed', []],
    ['one returned more than issued', { returned: 23, no: 9 }, 'notHeld', ['vote/returned-more-than-issued']],
    ['one issued more than present', { issued: 23 }, 'notHeld', ['vote/issued-more-than-present']],
    ['choices that add up to less', { no: 7 }, 'notHeld', ['vote/counts-do-not-add-up']],
    ['choices that add up to more', { no: 9 }, 'notHeld', ['vote/counts-do-not-add-up']],
  ])('%s', (_, counts, outcome, codes) => {
    const result = decideVote(counted(counts), secret);
    expect([result.outcome, result.problems.map(({ code }) => code)]).toEqual([outcome, codes]);
  });

  it('prefers counts to ballots where the rule is secret, and ballots where it is open', () => {
    const both = { ...counted({}), ballots: [{ member: 'm3', choice: 'no' as const }] };
    expect(decideVote(both, secret).counts.yes).toBe(12);
    expect(decideVote(both, majority).counts.yes).toBe(0);
  });
});

describe('decideVote without a vote', () => {
  it('is not held without a meeting, although settings are open', () => {
    expect(decideVote(undefined, { ...majority, base: 'UNDECIDED' })).toMatchObject({ outcome: 'notHeld', holes: ['base'] });
  });

  it('treats a parameter that nobody resolved as open', () => {
    expect(decideVote(meetingOf({ appointed: 3 }, { yes: 3 }), { ...majority, ratio: { parameter: 'share' }, recusal: 'UNDECIDED' })).toMatchObject({ outcome: 'undecided', holes: ['ratio', 'recusal'] });
  });
});

const heads = fc.record({ appointed: fc.integer({ min: 1, max: 60 }), recused: fc.integer({ min: 0, max: 20 }), absent: fc.integer({ min: 0, max: 20 }), ballots: fc.array(fc.constantFrom(...CHOICES), { maxLength: 60 }) });
const rules = fc.record({
  base: fc.constantFrom('appointed' as const, 'entitled' as const, 'present' as const, 'valid' as const), op: fc.constantFrom('>' as const, '>=' as const),
  ratio: fc.integer({ min: 1, max: 12 }).chain((q) => fc.integer({ min: 0, max: q }).map((p) => ({ p, q }))),
  abstention: fc.constantFrom('counts' as const, 'excluded' as const), tie: fc.constantFrom('fail' as const, 'revote' as const, 'chair' as const, 'lot' as const),
  quorum: fc.constantFrom('none' as const, { op: '>=' as const, ratio: { p: 1, q: 3 }, base: 'entitled' as const }),
});

function votes({ appointed, recused, absent, ballots }: { appointed: number; recused: number; absent: number; ballots: readonly (typeof CHOICES)[number][] }): Meeting {
  const away = Math.min(recused, appointed);
  const missing = Math.min(absent, appointed - away);
  const meeting = meetingOf({ appointed, recused: away, absent: missing }, {});
  return { ...meeting, ballots: meeting.present.slice(0, ballots.length).map((member, index) => ({ member, choice: ballots[index] ?? 'void' })) };
}

describe('decideVote, for all votes', () => {
  it('never loses a passed motion by turning another ballot into a yes', () => {
    fc.assert(fc.property(heads, rules, fc.nat(60), (head, rule, at) => {
      const meeting = votes(head);
      const before = decideVote(meeting, { ...majority, ...rule });
      const more = (meeting.ballots ?? []).map((ballot, index) => (index === at ? { ...ballot, choice: 'yes' as const } : ballot));
      const after = decideVote({ ...meeting, ballots: more }, { ...majority, ...rule });
      if (before.outcome === 'passed') expect(after.outcome).toBe('passed');
    }), { numRuns: 500 });
  });

  it('never turns passed into failed by recusing a member who did not vote, on the base of those entitled', () => {
    fc.assert(fc.property(heads, rules, (head, rule) => {
      const meeting = votes(head);
      const silent = meeting.members.find(({ id }) => !(meeting.ballots ?? []).some(({ member }) => member === id));
      fc.pre(silent !== undefined);
      const threshold: Threshold = { ...majority, ...rule, base: 'entitled', quorum: 'none' };
      const before = decideVote(meeting, threshold);
      const after = decideVote({ ...meeting, recused: [...(meeting.recused ?? []), { member: silent.id }] }, threshold);
      if (before.outcome === 'passed') expect(after.outcome).toBe('passed');
    }), { numRuns: 500 });
  });

  it('works in integers, and its numbers suffice to make the comparison again', () => {
    fc.assert(fc.property(heads, rules, (head, rule) => {
      const { counts, comparison, quorum } = decideVote(votes(head), { ...majority, ...rule });
      const numbers = [...Object.values<number>({ ...counts }), ...(comparison ? [comparison.left, comparison.right] : []), ...(quorum ? [quorum.left, quorum.right] : [])];
      expect(numbers.every((number) => Number.isSafeInteger(number) && number >= 0)).toBe(true);
      expect(counts.entitled + counts.recused).toBe(counts.appointed);
      expect(counts.present + counts.absent).toBe(counts.entitled);
      expect(counts.yes + counts.no + counts.abstain + counts.void).toBe(counts.returned);
      if (comparison) expect(comparison).toMatchObject({ left: counts.yes * rule.ratio.q, right: counts.base * rule.ratio.p });
    }), { numRuns: 300 });
  });

  it('does not depend on the order of ballots, sign-ins and members', () => {
    fc.assert(fc.property(heads, rules, (head, rule) => {
      const meeting = votes(head);
      const turned: Meeting = { ...meeting, members: [...meeting.members].reverse(), present: [...meeting.present].reverse(), ballots: [...(meeting.ballots ?? [])].reverse() };
      expect(decideVote(turned, { ...majority, ...rule })).toEqual(decideVote(meeting, { ...majority, ...rule }));
    }));
  });
});
