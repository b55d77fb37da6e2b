import { chinaCalendar } from '@cobuild/core';
import type { EventActor, Scheme, Threshold } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { CasePlay, context } from '../../test/case-play.js';
import { office, scheme, threshold, withThreshold } from '../../test/case-scheme.js';
import { decide } from '../decision/decide.js';
import { recomputeDecision } from '../decision/recompute-decision.js';
import { explainDecision } from '../explanation/explain-decision.js';
import { buildMinutes, minutesText } from '../minutes/index.js';
import { drawVoteLot } from '../vote/tie-break.js';
import { caseFromState } from './case-from-state.js';
import { foldCase } from './fold-case.js';
import { nextActions } from './next-actions.js';

const all = ['m1', 'm2', 'm3', 'm4', 'm5'];
const tie = { m1: 'yes', m2: 'yes', m3: 'no', m4: 'no' };
/** Four entitled, of whom all are present: two yes and two no are a tie that one more vote settles. */
const four = (change: Partial<Threshold>): Scheme => withThreshold({ base: 'valid', quorum: 'none', ...change });
const tiedPlay = (change: Partial<Threshold>): CasePlay => new CasePlay(four(change)).toMeeting().openMeeting(all).vote(tie);

describe('row 51: a tie in the log', () => {
  it('is settled by a lot whose seed and draw are recorded, and that reads the same again', () => {
    const play = tiedPlay({ tie: 'lot' });
    expect(play.state).toMatchObject({ stage: 'jointReview', vote: { outcome: 'tied' } });
    expect(nextActions(play.scheme, play.state, office, play.now, context).map(({ type }) => type)).toContain('lotDrawn');
    const seed = '2026-03-02 第7期';
    const { drawn } = drawVoteLot(seed, 'case-1');
    expect(play.codes('lotDrawn', { seed, drawn: drawn === 'yes' ? 'no' : 'yes' })).toEqual(['case/lot-wrong']);
    play.act('lotDrawn', { seed, drawn });
    expect(play.state?.history[play.state.history.length - 1]).toMatchObject({ type: 'lotDrawn', data: { seed, drawn } });
    expect(play.state).toMatchObject({ meeting: { lot: { seed, drawn } }, vote: { outcome: drawn === 'yes' ? 'passed' : 'failed', tieBreak: { by: 'lot', vote: drawn } } });
    expect(foldCase(play.scheme, play.events).state).toEqual(play.state);
    if (play.state === undefined) throw new Error('no state');
    const decision = decide(play.scheme, caseFromState(play.state), { calendar: chinaCalendar });
    expect([decision.stage, decision.vote]).toEqual([play.state.stage, play.state.vote?.outcome]);
    expect(recomputeDecision(JSON.parse(JSON.stringify(decision.trace)) as typeof decision.trace).vote).toBe(decision.vote);
  });

  it('is no matter for a lot where the rule is another, or nothing is tied', () => {
    expect(tiedPlay({ tie: 'revote' }).codes('lotDrawn', { seed: 's', drawn: 'yes' })).toEqual(['case/lot-not-called-for']);
    expect(new CasePlay(four({ tie: 'lot' })).toMeeting().openMeeting(all).codes('lotDrawn', { seed: 's', drawn: 'yes' })).toEqual(['case/lot-not-called-for']);
  });

  it('is voted on again until the last round, which decides', () => {
    const play = tiedPlay({ tie: 'revote', rounds: 2 });
    expect(play.state?.vote?.outcome).toBe('tied');
    play.openMeeting(all).vote(tie);
    expect(play.state).toMatchObject({ end: 'notApproved', vote: { outcome: 'failed', round: 2 } });
    if (play.state === undefined) throw new Error('no state');
    expect(decide(play.scheme, caseFromState(play.state), { calendar: chinaCalendar })).toMatchObject({ outcome: 'notApproved', vote: 'failed' });
  });

  it('is settled by the second key from the facts of the case', () => {
    const secondKey = { fact: 'households', operator: 'greaterThan', value: 24 };
    expect(tiedPlay({ tie: 'secondKey', secondKey }).state).toMatchObject({ stage: 'publicity', vote: { outcome: 'passed', tieBreak: { by: 'secondKey' } } });
    expect(tiedPlay({ tie: 'secondKey', secondKey: { ...secondKey, value: 25 } }).state).toMatchObject({ end: 'notApproved' });
  });

  it('stops and asks where no rule is set: the vote does not even open', () => {
    const play = new CasePlay(four({ tie: 'UNDECIDED' })).toMeeting().openMeeting(all);
    expect(play.problems('votingOpened', {})).toMatchObject([{ code: 'case/vote-rule-undecided', params: { holes: ['票数相等如何处理'] } }]);
  });
});

describe('row 41: a relation declared at the meeting', () => {
  const declared = { member: 'm2', ground: 'kin', reason: '负责人是我的表弟' };
  const member: EventActor = { ...office, id: 'm2' };

  it('makes the member leave on a hard ground: absent from roll and base, the reason in the log', () => {
    const play = new CasePlay(withThreshold({ recusal: ['sameTown', 'kin'] })).toMeeting().openMeeting(all).act('conflictDeclared', declared, member);
    expect(play.state?.meeting?.recused).toContainEqual({ ...declared, kind: 'declared' });
    expect(play.codes('conflictDeclared', declared, member)).toEqual(['case/already-recused']);
    play.act('votingOpened', {});
    expect(play.codes('ballotCast', { member: 'm2', choice: 'yes' })).toEqual(['case/member-recused']);
    play.act('ballotCast', { member: 'm1', choice: 'yes' }).act('votingClosed', {});
    expect(play.state?.vote?.counts).toMatchObject({ appointed: 6, recused: 2, entitled: 4, present: 4, base: 4 });
    expect(play.state?.history.some(({ type, data }) => type === 'conflictDeclared' && JSON.stringify(data).includes('表弟'))).toBe(true);
  });

  it('lets the member vote on record on a soft one', () => {
    const play = new CasePlay(withThreshold({ softRecusal: ['kin'] })).toMeeting().openMeeting(all).act('conflictDeclared', declared, member).vote({ m1: 'yes', m2: 'yes', m3: 'yes' });
    expect(play.state?.vote).toMatchObject({ outcome: 'passed', counts: { recused: 1, yes: 3 }, conflicts: [{ member: 'm2', ground: 'kin', reason: '负责人是我的表弟' }] });
  });

  it('comes before the first ballot, with a reason, for oneself only', () => {
    const play = new CasePlay(withThreshold({ softRecusal: ['kin'] })).toMeeting().openMeeting(all);
    expect(play.codes('conflictDeclared', { ...declared, reason: ' ' })).toEqual(['case/text-missing']);
    expect(play.codes('conflictDeclared', { ...declared, member: 'm3' }, member)).toEqual(['case/acts-for-another']);
    play.act('votingOpened', {}).act('ballotCast', { member: 'm1', choice: 'yes' });
    expect(play.codes('conflictDeclared', declared, member)).toEqual(['case/recused-after-voting']);
  });
});

describe('row 50: a secret ballot', () => {
  const counts = { issued: 5, returned: 5, yes: 4, no: 1, abstain: 0, void: 0, tellers: ['计票人甲', '计票人乙'] };
  const play = (): CasePlay => new CasePlay(withThreshold({ secrecy: 'secret' })).toMeeting().openMeeting(all).act('votingOpened', {});

  it('is void where more ballots come back than were issued', () => {
    const over = play().act('ballotsCounted', { counts: { ...counts, returned: 6, yes: 5 } }).act('votingClosed', {});
    expect(over.state).toMatchObject({ stage: 'jointReview', vote: { outcome: 'notHeld', problems: [{ code: 'vote/returned-more-than-issued' }] } });
    expect(play().act('ballotsCounted', { counts }).act('votingClosed', {}).state).toMatchObject({ stage: 'publicity', vote: { outcome: 'passed' } });
  });

  it('takes no ballot with a name, and nothing that is given out says who voted what', () => {
    const voting = play();
    expect(voting.codes('ballotCast', { member: 'm1', choice: 'yes' })).toEqual(['case/ballots-are-secret']);
    const { state, scheme: over } = voting.act('ballotsCounted', { counts }).act('votingClosed', {});
    if (state === undefined) throw new Error('no state');
    const caseData = caseFromState(state);
    const decision = decide(over, caseData, { calendar: chinaCalendar });
    const minutes = buildMinutes(over, { stage: 'jointReview', heldOn: '2026-03-02' }, [state], { calendar: chinaCalendar });
    const given = [state, caseData, decision, explainDecision(over, decision, caseData, 'zh-CN'), minutes, minutesText(minutes)];
    for (const item of given) expect(JSON.stringify(item)).not.toMatch(/"choice"|"ballots"/);
  });

  it('does not read a log in which somebody recorded ballots with names', () => {
    const { events } = new CasePlay().toMeeting().openMeeting(all).act('votingOpened', {}).act('ballotCast', { member: 'm1', choice: 'yes' });
    const { state, problems } = foldCase(withThreshold({ secrecy: 'secret' }), events);
    expect(problems.map(({ code }) => code)).toEqual(['case/event-out-of-order']);
    expect(state?.meeting).not.toHaveProperty('ballots');
  });

  it('gives minutes of an open vote no names with votes either', () => {
    const { state } = new CasePlay().toPublicity();
    if (state === undefined) throw new Error('no state');
    expect(JSON.stringify(buildMinutes(scheme, { stage: 'jointReview', heldOn: '2026-03-02' }, [state], { calendar: chinaCalendar }))).not.toMatch(/"choice"|"ballots"/);
  });
});

describe('row 48: the quorum of a vote whose parts are parameters', () => {
  it('opens at four of six present and not at three', () => {
    const quorum = { op: '>=' as const, ratio: { parameter: 'quorumShare' }, base: 'appointed' as const };
    const over: Scheme = { ...scheme, thresholds: [{ ...threshold, quorum }], parameters: { ...scheme.parameters, quorumShare: { title: { 'zh-CN': '到会比例' }, type: 'ratio', value: { p: 2, q: 3 }, overlay: 'any' } } };
    expect(new CasePlay(over).toMeeting().openMeeting(all.slice(0, 3)).codes('votingOpened', {})).toEqual(['case/no-quorum']);
    expect(new CasePlay(over).toMeeting().openMeeting(all.slice(0, 4)).codes('votingOpened', {})).toEqual([]);
  });
});
