import type { JuryWeighting, PublicVote } from '@cobuild/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainCombined, explainWinners } from '../explanation/explain-public-vote.js';
import { checkPublicVote } from './check-public-vote.js';
import { chooseWinners } from './choose-winners.js';
import { combineWithJury } from './combine-with-jury.js';

const title = (text: string): { 'zh-CN': string } => ({ 'zh-CN': text });
const voteOf = (more: Partial<PublicVote> = {}): PublicVote => ({
  id: 'contest', title: title('百佳党员中心户'), opensAt: '2022-06-01T09:00:00+08:00', closesAt: '2022-06-10T18:00:00+08:00', picks: { exact: 1 }, change: 'none', totals: { show: 'afterClose' },
  winners: { count: 2, tie: 'UNDECIDED' }, ...more,
});
const countOf = (votes: Readonly<Record<string, number>>): { votes: { candidate: string; votes: number }[] } => ({ votes: Object.entries(votes).map(([candidate, number]) => ({ candidate, votes: number })) });
const weighting = (publicWeight: number, juryWeight: number, more: Partial<JuryWeighting> = {}): JuryWeighting => ({ publicWeight, juryWeight, normalise: 'max', rankOn: 'unrounded', ...more });

describe('row 60: weighted combination with a jury', () => {
  const votes = countOf({ A: 60000, B: 45000 });
  const marks = { A: 82, B: 95 };
  const scores = (jury: JuryWeighting): (string | undefined)[][] => (combineWithJury(voteOf({ jury }), votes, marks).table?.standings ?? []).map(({ candidate, score }) => [candidate, score]);

  it('gives A 91 and B 85 at 50 / 50, A 87.4 and B 89 at 30 / 70: the weights flip the winner', () => {
    expect(scores(weighting(50, 50))).toEqual([['A', '91'], ['B', '85']]);
    expect(scores(weighting(30, 70))).toEqual([['B', '89'], ['A', '87.4']]);
  });

  it('shows normalising by most votes, by place and by share side by side', () => {
    const { tables } = combineWithJury(voteOf({ jury: weighting(50, 50) }), votes, marks);
    expect(tables.map(({ normalise, standings }) => [normalise, ...standings.map(({ candidate, publicMark, score }) => [candidate, publicMark, score])])).toEqual([
      ['max', ['A', '100', '91'], ['B', '75', '85']], ['rank', ['A', '100', '91'], ['B', '50', '72.5']], ['share', ['A', '400/7', '487/7'], ['B', '300/7', '965/14']],
    ]);
  });

  it('lets equals share the better place, and gives nobody a mark where nobody voted', () => {
    const marksOf = (normalise: JuryWeighting['normalise'], given: Record<string, number>): (string | undefined)[] => (combineWithJury(voteOf({ jury: weighting(100, 0, { normalise }) }), countOf(given), { A: 0, B: 0, C: 0, D: 0 }).table?.standings ?? []).map(({ publicMark }) => publicMark);
    expect(marksOf('rank', { A: 9, B: 7, C: 7, D: 1 })).toEqual(['100', '75', '75', '25']);
    expect(marksOf('max', { A: 0, B: 0 })).toEqual(['0', '0']);
    expect(marksOf('share', { A: 0 })).toEqual(['0']);
  });

  it('rounds once and orders before or after rounding as the scheme says', () => {
    const jury = (rankOn: 'rounded' | 'unrounded'): JuryWeighting => weighting(50, 50, { rankOn, rounding: { step: 1, mode: 'half-up' } });
    const combined = (rankOn: 'rounded' | 'unrounded'): unknown => combineWithJury(voteOf({ jury: jury(rankOn) }), countOf({ A: 100, B: 100 }), { A: 82.4, B: 82.2 }).table?.groups;
    expect(combined('rounded')).toMatchObject([{ rank: 1, ids: ['A', 'B'] }]);
    expect(combined('unrounded')).toMatchObject([{ rank: 1, ids: ['A'] }, { rank: 2, ids: ['B'] }]);
  });

  it('brings jury marks to 100 from their own scale', () => {
    expect(combineWithJury(voteOf({ jury: weighting(50, 50, { fullMark: 10 }) }), votes, { A: 8.2, B: 9.5 }).table?.standings.map(({ score }) => score)).toEqual(['91', '85']);
  });

  it('is undecided while weights or normalising are open, and incomplete without a jury mark', () => {
    expect(combineWithJury(voteOf({ jury: { ...weighting(50, 50), publicWeight: 'UNDECIDED', juryWeight: 'UNDECIDED' } }), votes, marks)).toMatchObject({ outcome: 'undecided', holes: ['/jury/publicWeight', '/jury/juryWeight'] });
    expect(combineWithJury(voteOf({ jury: { ...weighting(50, 50), normalise: 'UNDECIDED' } }), votes, marks)).toMatchObject({ outcome: 'undecided', holes: ['/jury/normalise'], tables: [{}, {}, {}] });
    const incomplete = combineWithJury(voteOf({ jury: weighting(50, 50) }), votes, { A: 82 });
    expect(incomplete).toMatchObject({ outcome: 'incomplete', missing: ['B'] });
    expect(chooseWinners(voteOf({ jury: weighting(50, 50) }), votes, { combined: incomplete })).toMatchObject({ outcome: 'incomplete', winners: [] });
  });

  it('chooses by the combined mark where there is a jury', () => {
    const vote = (jury: JuryWeighting): PublicVote => voteOf({ jury, winners: { count: 1, tie: 'UNDECIDED' } });
    const winner = (jury: JuryWeighting): unknown => chooseWinners(vote(jury), votes, { combined: combineWithJury(vote(jury), votes, marks) }).winners;
    expect([winner(weighting(50, 50)), winner(weighting(30, 70))]).toEqual([['A'], ['B']]);
  });

  it('writes the sums so that they can be made again by hand', () => {
    const vote = voteOf({ jury: weighting(30, 70), candidates: [{ id: 'A', title: title('甲村') }, { id: 'B', title: title('乙村') }] });
    const node = explainCombined(combineWithJury(vote, votes, marks), vote, 'zh-CN');
    expect(node.text).toBe('百佳党员中心户：公众投票占30%，评委打分占70%。');
    expect(node.children?.[0]).toMatchObject({ text: '（方案采用）得票最多的换算为100分，其他按比例：乙村 89、甲村 87.4。', children: [{ text: '乙村：（75×30＋95×70）÷100＝89' }, { text: '甲村：（100×30＋82×70）÷100＝87.4' }] });
    expect(node.children).toHaveLength(3);
  });
});

describe('row 61: regional caps and minimum votes', () => {
  const candidates = (regions: Readonly<Record<string, string>>): NonNullable<PublicVote['candidates']> => Object.entries(regions).map(([id, region]) => ({ id, title: title(id), region }));
  const regions = { a: '江城', b: '江城', c: '江城', d: '阳东', e: '阳西' };

  it('skips the third from a region with the reason, and the next one moves up', () => {
    const vote = voteOf({ candidates: candidates(regions), winners: { count: 3, regionCap: 2, tie: 'UNDECIDED' } });
    const result = chooseWinners(vote, countOf({ a: 50, b: 40, c: 30, d: 20, e: 10 }));
    expect(result).toMatchObject({ outcome: 'chosen', winners: ['a', 'b', 'd'], free: 0 });
    expect(result.steps.map(({ candidate, result: how, reason }) => [candidate, how, reason])).toEqual([['a', 'chosen', undefined], ['b', 'chosen', undefined], ['c', 'skipped', 'regionFull'], ['d', 'chosen', undefined], ['e', 'notChosen', 'full']]);
    expect(explainWinners(result, vote, 'zh-CN').children?.[2]?.text).toBe('第3名 c（30票）：江城的名额已满，跳过。');
    const units = [{ id: '江城', title: { 'zh-CN': '江城区', en: 'Jiangcheng' }, level: 'county' }];
    expect(explainWinners(result, vote, 'zh-CN', units).children?.[2]?.text).toBe('第3名 c（30票）：江城区的名额已满，跳过。');
  });

  it.each([[19, ['a', 'b', 'd']], [20, ['a', 'b', 'd']], [21, ['a', 'b']]])('with at least %d votes chooses %j', (minimumVotes, winners) => {
    const result = chooseWinners(voteOf({ candidates: candidates(regions), winners: { count: 3, regionCap: 2, minimumVotes, tie: 'UNDECIDED' } }), countOf({ a: 50, b: 40, c: 30, d: 20, e: 10 }));
    expect(result.winners).toEqual(winners);
    expect(result.free).toBe(3 - winners.length);
  });

  it('fills the places of each class', () => {
    const vote = voteOf({ candidates: ['a', 'b', 'c'].map((id) => ({ id, title: title(id), category: id === 'c' ? 'town' : 'village' })), categories: [{ id: 'village', title: title('村'), winners: 1 }, { id: 'town', title: title('镇'), winners: 1 }] });
    expect(chooseWinners(vote, countOf({ a: 3, b: 2, c: 1 }))).toMatchObject({ winners: ['a', 'c'], steps: [{}, { reason: 'categoryFull' }, {}] });
  });

  it('asks for a rule where equals stand across the last place, and nowhere else', () => {
    const tied = countOf({ a: 5, b: 4, c: 4, d: 1 });
    expect(chooseWinners(voteOf(), tied)).toMatchObject({ outcome: 'undecided', holes: ['/winners/tie'], winners: ['a'], steps: [{}, { candidate: 'b', result: 'open', reason: 'tie' }, { candidate: 'c', result: 'open' }, { candidate: 'd', result: 'notChosen' }] });
    expect(chooseWinners(voteOf({ winners: { count: 3, tie: 'UNDECIDED' } }), tied)).toMatchObject({ outcome: 'chosen', winners: ['a', 'b', 'c'], settlements: [] });
    expect(chooseWinners(voteOf({ winners: { count: 1, tie: 'UNDECIDED' } }), tied)).toMatchObject({ outcome: 'chosen', winners: ['a'] });
  });

  it('separates them by the rule and records how', () => {
    const tied = countOf({ a: 5, b: 4, c: 4, d: 1 });
    expect(chooseWinners(voteOf({ winners: { count: 2, tie: [{ by: 'revote' }] } }), tied)).toMatchObject({ outcome: 'tieOpen', settlements: [{ needs: 'revote' }] });
    expect(chooseWinners(voteOf({ winners: { count: 2, tie: [{ by: 'revote' }] } }), tied, { tie: { revote: { b: 3, c: 8 } } })).toMatchObject({ outcome: 'chosen', winners: ['a', 'c'], settlements: [{ outcome: 'settled', order: [['c'], ['b']] }] });
  });

  it('asks where equals compete for the last place of a region, and by the jury’s mark decides', () => {
    const cap = voteOf({ candidates: candidates({ a: '江城', b: '江城', d: '阳东' }), winners: { count: 3, regionCap: 1, tie: [{ by: 'key', key: { by: 'fact', fact: 'jury' } }] }, jury: weighting(100, 0) });
    const votes = countOf({ a: 5, b: 5, d: 5 });
    expect(chooseWinners(cap, votes, { combined: combineWithJury(cap, votes, { a: 80, b: 90, d: 10 }) })).toMatchObject({ outcome: 'chosen', winners: ['b', 'd'], settlements: [{ ids: ['a', 'b'] }] });
  });

  it('is undecided while the number of places is', () => {
    expect(chooseWinners(voteOf({ winners: { count: 'UNDECIDED', tie: 'UNDECIDED' } }), countOf({ a: 1 }))).toMatchObject({ outcome: 'undecided', holes: ['/winners/count'], steps: [] });
  });

  it('never chooses more than places and caps allow, nor passes over anybody with room, for all counts', () => {
    const runners = fc.array(fc.record({ votes: fc.integer({ min: 0, max: 6 }), region: fc.integer({ min: 1, max: 3 }) }), { minLength: 1, maxLength: 15 });
    fc.assert(fc.property(runners, fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 3 }), (list, count, regionCap, minimumVotes) => {
      const vote = voteOf({ candidates: list.map(({ region }, index) => ({ id: `c${index}`, title: title('x'), region: `r${region}` })), winners: { count, regionCap, minimumVotes, tie: [{ by: 'lot' }] } });
      const result = chooseWinners(vote, { votes: list.map(({ votes }, index) => ({ candidate: `c${index}`, votes })) }, { tie: { seed: 'seed' } });
      expect(result.outcome).toBe('chosen');
      expect(result.steps).toHaveLength(list.length);
      expect(result.winners.length).toBeLessThanOrEqual(count);
      const chosen = result.steps.filter((step) => step.result === 'chosen');
      for (const region of ['r1', 'r2', 'r3']) expect(chosen.filter((step) => step.region === region).length).toBeLessThanOrEqual(regionCap);
      expect(chosen.every(({ votes }) => votes >= minimumVotes)).toBe(true);
      const passedOver = result.steps.filter((step) => step.result !== 'chosen' && step.votes >= minimumVotes && chosen.length < count);
      for (const step of passedOver) expect(chosen.filter((other) => other.region === step.region).length).toBe(regionCap);
    }));
  });
});

describe('checkPublicVote', () => {
  const found = (vote: PublicVote): [string, string][] => checkPublicVote(vote, '/publicVotes/0').map(({ code, pointer }) => [code, pointer]);

  it('finds nothing in a sound vote, nor in what is not decided', () => {
    expect(found(voteOf({ jury: weighting(70, 30), candidates: [{ id: 'a', title: title('a') }, { id: 'b', title: title('b') }] }))).toEqual([]);
    expect(found(voteOf({ opensAt: 'UNDECIDED', picks: { exact: 'UNDECIDED' }, jury: { ...weighting(70, 30), juryWeight: 'UNDECIDED' }, winners: { count: 'UNDECIDED', tie: 'UNDECIDED' } }))).toEqual([]);
  });

  it.each([['2022-06-10T18:00:01+08:00', 1], ['2022-06-10T18:00:00+08:00', 1], ['2022-06-10T17:59:59+08:00', 0]])('refuses a window that opens at %s and closes at 18:00', (opensAt, number) => {
    expect(found(voteOf({ opensAt })).filter(([code]) => code === 'scheme/public-vote-closes-first')).toHaveLength(number);
  });

  it.each([[69, 'scheme/public-vote-weights'], [70, undefined], [71, 'scheme/public-vote-weights']])('refuses weights of %d and 30 that are not 100', (publicWeight, code) => {
    expect(found(voteOf({ jury: weighting(publicWeight, 30) })).map(([given]) => given)).toEqual(code === undefined ? [] : [code]);
  });

  it('finds ballots that nobody can fill in and places that cannot be filled', () => {
    const two = [{ id: 'a', title: title('a'), region: 'r', category: 'x' }, { id: 'b', title: title('b'), region: 'r' }];
    const vote = voteOf({
      candidates: two, picks: { exact: 3, maximum: 4 }, limits: { perDay: 2, total: 1, perCategory: 0 }, totals: { show: 'daily' }, jury: weighting(-10, 110, { fullMark: 0, rounding: { step: 0, mode: 'down' } }),
      winners: { count: 2, regionCap: 1, tie: [{ by: 'key', key: { by: 'score' } }] },
    });
    expect(found(vote)).toEqual([
      ['scheme/public-vote-no-time', '/publicVotes/0/totals'], ['scheme/public-vote-picks-both', '/publicVotes/0/picks'], ['scheme/public-vote-too-few-candidates', '/publicVotes/0/picks/exact'],
      ['scheme/public-vote-nobody', '/publicVotes/0/limits/perCategory'], ['scheme/public-vote-limit-unused', '/publicVotes/0/limits/perDay'],
      ['scheme/public-vote-weight-negative', '/publicVotes/0/jury/publicWeight'], ['scheme/public-vote-full-mark', '/publicVotes/0/jury/fullMark'], ['scheme/public-vote-step', '/publicVotes/0/jury/rounding/step'],
      ['scheme/public-vote-places-stay-empty', '/publicVotes/0/winners/count'], ['scheme/public-vote-tie-key', '/publicVotes/0/winners/tie/0'], ['scheme/public-vote-unknown-category', '/publicVotes/0/candidates/0/category'],
    ]);
    expect(found(voteOf({ picks: { minimum: 3, maximum: 0 }, winners: { count: 0 } })).map(([code]) => code)).toEqual(['scheme/public-vote-no-picks', 'scheme/public-vote-picks-range', 'scheme/public-vote-no-winners', 'scheme/public-vote-no-tie-rule']);
  });
});
