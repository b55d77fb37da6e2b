import { chinaCalendar } from '@cobuild/core';
import type { Case, PublicVote, PublicVoteTally, Scheme } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { CasePlay, context } from '../../test/case-play.js';
import { office } from '../../test/case-scheme.js';
import { expert, residentsScheme, residentsVote, tallyOf } from '../../test/panel-scheme.js';
import { decide } from '../decision/decide.js';
import { recomputeDecision } from '../decision/recompute-decision.js';
import { explainDecision } from '../explanation/explain-decision.js';
import { explanationText } from '../explanation/explanation.js';
import { countPublicVote, publicVoteTally } from '../public-vote/index.js';
import type { PublicVoteEntry } from '../public-vote/index.js';
import type { Decision } from '../results.js';
import { caseFromState } from './case-from-state.js';
import { foldCase } from './fold-case.js';
import { nextActions } from './next-actions.js';

const afterwards = '2026-06-11T09:00:00+08:00';
const atVote = (scheme: Scheme = residentsScheme(), at = afterwards): CasePlay => new CasePlay(scheme).submit().moveTo(at);
const counted = (candidate: string, tally: PublicVoteTally, more: object = {}): Record<string, unknown> => ({ stage: 'vote', candidate, tally, ...more });
const caseOf = ({ state }: CasePlay): Case => {
  if (state === undefined) throw new Error('no state');
  return caseFromState(state);
};
const decided = (play: CasePlay): Decision => decide(play.scheme, caseOf(play), { calendar: chinaCalendar });
const again = (decision: Decision): ReturnType<typeof recomputeDecision> => recomputeDecision(JSON.parse(JSON.stringify(decision.trace)) as Decision['trace']);
const jury: NonNullable<PublicVote['jury']> = { publicWeight: 50, juryWeight: 50, normalise: 'max', rankOn: 'unrounded' };
const marks = (a: number, b: number, c: number): Record<string, unknown> => ({ jury: [{ candidate: 'a', mark: a }, { candidate: 'b', mark: b }, { candidate: 'c', mark: c }] });

describe('a vote of residents in the log', () => {
  it.each([['a', 'approved', 'chosen'], ['b', 'approved', 'chosen'], ['c', 'notApproved', 'notChosen']] as const)('settles the stage of %s: %s', (candidate, end, outcome) => {
    const play = atVote().act('publicVoteCounted', counted(candidate, tallyOf(900, 600, 599)));
    expect(play.state).toMatchObject({ status: 'ended', end });
    const decision = decided(play);
    expect(decision).toMatchObject({ outcome: end, stage: 'vote', reasons: end === 'approved' ? [] : ['notChosen'] });
    expect(decision.trace.steps[1]).toMatchObject({ outcome, publicVote: { vote: 'residents', outcome, winners: { winners: ['a', 'b'] } } });
    expect(again(decision)).toMatchObject({ outcome: end, stage: 'vote' });
    expect(foldCase(play.scheme, play.events)).toEqual({ state: play.state, problems: [] });
  });

  it('is told with its numbers, in both languages', () => {
    const play = atVote(residentsScheme({ jury })).act('publicVoteCounted', counted('c', tallyOf(600, 450, 300), marks(82, 95, 60)));
    for (const [locale, parts] of [['zh-CN', ['群众投票“居民评选”：河江中心没有入选。', '计票截至2026年6月10日 18:00。', '荷城中心：600票']], ['en', ['is not chosen', 'Counted as of 10 June 2026 18:00.', '600 votes']]] as const) {
      const words = explanationText(explainDecision(play.scheme, decided(play), caseOf(play), locale));
      for (const part of [...parts, '91', '85', '55']) expect(words).toContain(part);
      expect(words).not.toMatch(/undefined|\[object|\{\w+\}/);
    }
  });

  it('is weighed with the jury where the scheme says so', () => {
    const count = tallyOf(600, 450, 440);
    const ends = ([[82, 95, 90], [82, 60, 90]] as const).map((given) => atVote(residentsScheme({ jury })).act('publicVoteCounted', counted('b', count, marks(given[0], given[1], given[2]))).state?.end);
    expect(ends).toEqual(['approved', 'notApproved']);
    expect(atVote(residentsScheme({ jury })).codes('publicVoteCounted', counted('b', count))).toEqual(['case/public-vote-jury-missing']);
    expect(atVote(residentsScheme({ jury })).codes('publicVoteCounted', counted('b', count, { jury: [{ candidate: 'a', mark: 82 }, { candidate: 'a', mark: 82 }, { candidate: 'c', mark: 82 }] }))).toEqual(['case/public-vote-jury-missing']);
    expect([-1, 0, 100, 100.5].map((mark) => atVote(residentsScheme({ jury })).codes('publicVoteCounted', counted('b', count, marks(82, mark, 90))))).toEqual([['case/public-vote-jury-mark'], [], [], ['case/public-vote-jury-mark']]);
    expect(atVote().codes('publicVoteCounted', counted('b', count, marks(82, 95, 90)))).toEqual(['case/public-vote-no-jury']);
  });

  it('is counted at its end and not a second before', () => {
    const codes = (asOf: string, now: string): string[] => atVote(residentsScheme(), now).codes('publicVoteCounted', counted('a', tallyOf(3, 2, 1, { asOf })));
    expect(codes('2026-06-10T17:59:59+08:00', '2026-06-10T17:59:59+08:00')).toEqual(['case/public-vote-running']);
    expect(codes('2026-06-10T17:59:59+08:00', '2026-06-10T18:00:00+08:00')).toEqual(['case/public-vote-running']);
    expect(codes('2026-06-10T18:00:00+08:00', '2026-06-10T18:00:00+08:00')).toEqual([]);
    expect(codes('2026-06-10T10:00:00Z', '2026-06-10T18:00:00+08:00')).toEqual([]);
    expect(codes('2026-06-10T18:00:01+08:00', '2026-06-10T18:00:00+08:00')).toEqual(['case/public-vote-in-future']);
    const shown = (now: string): boolean => { const { scheme, state } = atVote(residentsScheme(), now); return nextActions(scheme, state, office, now, context).some(({ type }) => type === 'publicVoteCounted'); };
    expect(['2026-06-10T17:59:59+08:00', '2026-06-10T18:00:00+08:00'].map(shown)).toEqual([false, true]);
    expect(atVote(residentsScheme(), '2026-06-09T09:00:00+08:00').problems('publicVoteCounted', counted('a', tallyOf(3, 2, 1)))).toMatchObject([{ message: '群众投票到2026年6月10日 18:00才结束，结束后才能计票。' }]);
  });

  it('has every candidate, and numbers that agree', () => {
    const codes = (more: Partial<PublicVoteTally>, candidate = 'a'): unknown[] => atVote().problems('publicVoteCounted', counted(candidate, tallyOf(3, 2, 1, more))).map(({ code, pointer }) => [code, pointer]);
    const lines = (...votes: [string, number][]): PublicVoteTally['votes'] => votes.map(([candidate, number]) => ({ candidate, votes: number }));
    const numbers = (place: string): unknown[] => [['case/public-vote-numbers', `/data/tally/${place}`]];
    expect(codes({})).toEqual([]);
    expect(codes({}, 'd')).toEqual([['case/public-vote-no-candidate', '/data/candidate']]);
    expect(codes({ votes: lines(['a', 3], ['b', 3]) })).toEqual([['case/public-vote-candidates', '/data/tally/votes']]);
    expect(codes({ votes: lines(['a', 3], ['b', 2], ['d', 1]) })).toEqual([['case/public-vote-candidates', '/data/tally/votes']]);
    expect(codes({ ballots: { cast: 8, counted: 6, replaced: 0, revoked: 0, void: 1 } })).toEqual(numbers('ballots'));
    expect(codes({ ballots: { cast: 7, counted: 6, replaced: 0, revoked: 0, void: 1 } })).toEqual([]);
    expect(codes({ channels: { online: 5, onSite: 0, paper: 0 } })).toEqual(numbers('channels'));
    expect(codes({ channels: { online: 4, onSite: 0, paper: 2 } })).toEqual([]);
    expect(codes({ channels: { online: 4, onSite: 2, paper: 0 } })).toEqual([['case/public-vote-channel', '/data/tally/channels/onSite']]);
    expect([5, 6, 7].map((voters) => codes({ voters }))).toEqual([numbers('voters'), [], numbers('voters')]);
    // Six ballots of one or two picks have six to twelve.
    expect([[3, 2, 0], [3, 2, 1], [6, 5, 1], [6, 6, 1]].map(([a = 0, b = 0, c = 0]) => codes({ votes: lines(['a', a], ['b', b], ['c', c]) }))).toEqual([numbers('votes'), [], [], numbers('votes')]);
    expect(codes({ votes: lines(['a', 7], ['b', 2], ['c', 1]) })).toEqual(numbers('votes/0'));
  });

  it('waits where the candidate is level with others, until a count comes with the lot', () => {
    const play = atVote().act('publicVoteCounted', counted('b', tallyOf(900, 600, 600)));
    expect(play.state).toMatchObject({ stage: 'vote', status: 'open' });
    expect(decided(play).trace.steps[1]?.publicVote?.outcome).toBe('tieOpen');
    expect(again(decided(play)).outcome).toBe('pending');
    const words = explanationText(explainDecision(play.scheme, decided(play), caseOf(play), 'zh-CN'));
    expect(words).toContain('杨和中心与其他候选并列，须先分出先后');
    const ends = ['2026-06-11 第7期', '2026-06-11 第8期', '2026-06-11 第9期', '2026-06-11 第10期'].map((seed) => atVote().act('publicVoteCounted', counted('b', tallyOf(900, 600, 600), { seed })).state?.end);
    expect(new Set(ends)).toEqual(new Set(['approved', 'notApproved']));
    play.act('publicVoteCounted', counted('b', tallyOf(900, 600, 600), { seed: '2026-06-11 第7期' }));
    expect(play.state).toMatchObject({ end: ends[0], publicVoteCounts: [{ seed: '2026-06-11 第7期' }] });
    expect(explanationText(explainDecision(play.scheme, decided(play), caseOf(play), 'zh-CN'))).toContain('抽签种子“2026-06-11 第7期”');
    // Nobody waits for a lot that cannot touch them.
    expect(atVote().act('publicVoteCounted', counted('a', tallyOf(900, 600, 600))).state?.end).toBe('approved');
  });

  it('cannot be passed or failed by a review; the candidate can still be refused or sent back', () => {
    const play = atVote();
    expect(play.codes('reviewed', { stage: 'vote', outcome: 'chosen' })).toEqual(['case/settled-by-count']);
    expect(play.codes('reviewed', { stage: 'vote', outcome: 'notChosen' })).toEqual(['case/settled-by-count']);
    expect(atVote().act('reviewed', { stage: 'vote', outcome: 'refuse' }).state?.end).toBe('rejected');
    expect(decide(play.scheme, { ...caseOf(play), reviews: [{ stage: 'vote', outcome: 'chosen' }] }, { calendar: chinaCalendar })).toMatchObject({ outcome: 'pending', stage: 'vote' });
    const back = atVote().act('publicVoteCounted', counted('b', tallyOf(900, 600, 600))).act('reviewed', { stage: 'vote', outcome: 'back' }).submit();
    expect(back.state).toMatchObject({ stage: 'vote', publicVoteCounts: [] });
  });

  it('is for the stage that names it, and for its office', () => {
    expect(atVote().codes('publicVoteCounted', { ...counted('a', tallyOf(3, 2, 1)), stage: 'recommend' })).toEqual(['case/wrong-stage']);
    expect(atVote(residentsScheme({ id: 'other' })).codes('publicVoteCounted', counted('a', tallyOf(3, 2, 1)))).toEqual(['case/wrong-stage']);
    expect(atVote().codes('publicVoteCounted', counted('a', tallyOf(3, 2, 1)), expert('e1'))).toEqual(['case/wrong-role']);
    const { publicVote: _named, ...unnamed } = residentsScheme().stages[1] as Scheme['stages'][number];
    const byReview = { ...residentsScheme(), stages: [residentsScheme().stages[0] as Scheme['stages'][number], unnamed] };
    expect(atVote(byReview).codes('publicVoteCounted', counted('a', tallyOf(3, 2, 1)))).toEqual(['case/wrong-stage']);
    expect(atVote(byReview).act('reviewed', { stage: 'vote', outcome: 'chosen' }).state?.end).toBe('approved');
  });

  it('is not counted while the scheme leaves open when it ends; how many are chosen leaves the case undecided', () => {
    expect(atVote(residentsScheme({ closesAt: 'UNDECIDED' })).problems('publicVoteCounted', counted('a', tallyOf(3, 2, 1)))).toMatchObject([{ code: 'case/public-vote-undecided', message: '群众投票还有未确定的内容：投票的起止时间，不能计票。' }]);
    const play = atVote(residentsScheme({ winners: { count: 'UNDECIDED' } })).act('publicVoteCounted', counted('a', tallyOf(3, 2, 1)));
    expect(decided(play)).toMatchObject({ outcome: 'undecided', stage: 'vote' });
    expect(again(decided(play)).outcome).toBe('undecided');
    expect(explanationText(explainDecision(play.scheme, decided(play), caseOf(play), 'zh-CN'))).toContain('方案还没有确定入选名额');
  });

  it('cannot be set aside by two persons, as it is no automatic result', () => {
    const caseData = { ...caseOf(atVote().act('publicVoteCounted', counted('c', tallyOf(3, 2, 1)))), overrides: [{ stage: 'vote', outcome: 'chosen', reason: '特殊情况', by: 'u1', second: 'u2' }] };
    expect(decide(residentsScheme(), caseData, { calendar: chinaCalendar }).outcome).toBe('notApproved');
  });

  it('shows where somebody changed the numbers in the verdict', () => {
    const decision = decided(atVote().act('publicVoteCounted', counted('c', tallyOf(900, 600, 599))));
    const forged = JSON.parse(JSON.stringify(decision.trace).replace('"candidate":"c","votes":599', '"candidate":"c","votes":601')) as Decision['trace'];
    expect([again(decision).outcome, recomputeDecision(forged).outcome]).toEqual(['notApproved', 'approved']);
  });

  it('keeps nothing of who voted what', () => {
    const entries: PublicVoteEntry[] = ['zhang', 'li', 'wang'].map((voter, index) => ({ kind: 'cast', id: `ballot-${index}`, voter, picks: [index === 2 ? 'b' : 'a'], at: '2026-06-02T10:00:00+08:00', channel: 'online', source: 'phone' }));
    const voided: PublicVoteEntry = { kind: 'void', at: '2026-06-03T10:00:00+08:00', ballot: 'ballot-1', reason: '冒用身份', by: 'office' };
    const asOf = '2026-06-10T18:00:00+08:00';
    const tally = publicVoteTally(countPublicVote(residentsVote, { entries: [...entries, voided] }, { asOf }));
    expect(tally).toEqual({ asOf, votes: [{ candidate: 'a', votes: 1 }, { candidate: 'b', votes: 1 }, { candidate: 'c', votes: 0 }], ballots: { cast: 3, counted: 2, replaced: 0, revoked: 0, void: 1 }, voters: 2, channels: { online: 2, onSite: 0, paper: 0 } });
    const play = atVote().act('publicVoteCounted', counted('a', tally));
    for (const kept of [play.events, decided(play)]) expect(JSON.stringify(kept)).not.toMatch(/zhang|"li"|wang|ballot-|phone/);
    expect(() => publicVoteTally(countPublicVote(residentsVote, { entries }))).toThrow(TypeError);
  });
});
