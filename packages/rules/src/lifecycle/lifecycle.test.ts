import { describe, expect, it } from 'vitest';
import type { Case } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import { CasePlay, context } from '../../test/case-play.js';
import { applicant, members, office, reviewer, scheme, secretary, withThreshold } from '../../test/case-scheme.js';
import { decide } from '../decision/decide.js';
import { caseFromState } from './case-from-state.js';
import { foldCase } from './fold-case.js';

const passing = { m1: 'yes', m2: 'yes', m3: 'yes', m4: 'no', m5: 'abstain' };

describe('life of a case', () => {
  it('goes from submission to approval stage by stage', () => {
    const play = new CasePlay();
    const stages = [play.submit().state?.stage, play.forward().state?.stage, play.accept().state?.stage];
    stages.push(play.openMeeting(['m1', 'm2', 'm3', 'm4', 'm5']).vote(passing).state?.stage);
    play.act('noticePublished', { notice: 'result', postedOn: '2026-03-02', until: '2026-03-09' });
    play.moveTo('2026-03-10T08:00:00+08:00').act('reviewed', { stage: 'publicity', outcome: 'confirm' });

    expect(stages).toEqual(['preliminary', 'officeCheck', 'jointReview', 'publicity']);
    expect(play.state).toMatchObject({ status: 'ended', end: 'approved', stage: 'publicity', vote: { outcome: 'passed' } });
  });

  it('row 35: is returned for completion, submitted again, and comes to the same reviewer with its history', () => {
    const play = new CasePlay().submit().act('reviewed', { stage: 'preliminary', outcome: 'return', reason: '缺少会议记录' }, reviewer);
    expect(play.state).toMatchObject({ stage: 'recommend', returned: { reason: '缺少会议记录', by: 'u2' }, reviews: [] });

    play.submit({ projectName: '暖心服务站', households: 30 });

    expect(play.state).toMatchObject({ stage: 'preliminary', answers: { households: 30 } });
    expect(play.state).not.toHaveProperty('returned');
    expect(play.state?.submissions.map(({ answers }) => answers['households'])).toEqual([25, 30]);
    expect(play.state?.history).toHaveLength(3);
  });

  it.each([
    ['all', 'officeCheck'], ['none', 'preliminary'], ['UNDECIDED', 'preliminary'],
  ] as const)('row 36: with survivesReturn %s a return by the office comes back to %s', (survivesReturn, stage) => {
    const changed = { ...scheme, stages: scheme.stages.map((item) => (item.id === 'officeCheck' ? { ...item, survivesReturn } : item)) };
    const play = new CasePlay(changed).submit().forward().act('reviewed', { stage: 'officeCheck', outcome: 'sendBack' }).submit();
    expect(play.state?.stage).toBe(stage);
  });

  it('goes back to a reviewer, not to the applicant, where the outcome says so', () => {
    const play = new CasePlay().submit().forward().act('reviewed', { stage: 'officeCheck', outcome: 'toTown' });
    expect(play.state).toMatchObject({ stage: 'preliminary', reviews: [] });
    expect(play.codes('submitted', { answers: {}, applicant }, secretary)).toEqual(['case/already-submitted']);
    expect(play.forward().state).toMatchObject({ stage: 'officeCheck', reviews: [{ stage: 'preliminary' }] });
  });

  it('votes again when publicity sends the item back to the committee', () => {
    const play = new CasePlay().toPublicity().act('reviewed', { stage: 'publicity', outcome: 'again' });
    expect(play.state?.stage).toBe('jointReview');
    expect(play.state).not.toHaveProperty('meeting');
    expect(play.state).not.toHaveProperty('vote');
    play.openMeeting(['m1', 'm2', 'm3', 'm4', 'm5']).vote({ m1: 'no', m2: 'no', m3: 'no', m4: 'no', m5: 'no' });
    expect(play.state).toMatchObject({ end: 'notApproved', vote: { outcome: 'failed' } });
  });

  it('keeps a later form of the applicant beside the application', () => {
    const stages = scheme.stages.flatMap((stage) => (stage.id !== 'officeCheck' ? [stage] : [
      { ...stage, id: 'budget', actor: { role: 'secretary' }, method: 'application' as const, outcomes: [{ id: 'submit', title: stage.title, kind: 'submit' as const, to: 'officeCheck' }] }, stage,
    ])).map((stage) => (stage.id === 'preliminary' ? { ...stage, outcomes: stage.outcomes.map((outcome) => (outcome.id === 'forward' ? { ...outcome, to: 'budget' } : outcome)) } : stage));
    const play = new CasePlay({ ...scheme, stages }).submit().forward().submit({ total: 5000 });
    expect(play.state).toMatchObject({ stage: 'officeCheck', answers: { households: 25 }, reviews: [{ stage: 'preliminary' }, { stage: 'budget', outcome: 'submit', answers: { total: 5000 } }] });
    expect(play.state?.submissions).toHaveLength(1);
  });

  it('is decided by the vote on its way, whichever of several the scheme has', () => {
    const [, , , joint] = scheme.stages;
    if (joint === undefined) throw new Error('no vote');
    const stages = scheme.stages.flatMap((stage) => (stage.id === 'jointReview' ? [{ ...joint, id: 'smallReview' }, joint] : [stage]));
    const branching = { ...scheme, stages };
    const play = new CasePlay(branching).toPublicity();
    expect(play.state?.stage).toBe('publicity');
    if (play.state === undefined) throw new Error('no state');
    expect(decide(branching, caseFromState(play.state), { calendar: chinaCalendar })).toMatchObject({ stage: 'publicity', vote: 'passed' });
  });

  it('ends when the applicant withdraws', () => {
    const play = new CasePlay().submit().act('withdrawn', { reason: '项目取消' }, secretary);
    expect(play.state).toMatchObject({ status: 'ended', end: 'withdrawn', stage: 'preliminary' });
    expect(play.codes('reviewed', { stage: 'preliminary', outcome: 'forward' }, reviewer)).toEqual(['case/ended']);
  });

  it('stays at the meeting when the vote is tied, and is voted on again in the next round', () => {
    const play = new CasePlay().toMeeting().openMeeting(['m1', 'm2', 'm3', 'm4']).vote({ m1: 'yes', m2: 'yes', m3: 'no', m4: 'no' });
    expect(play.state).toMatchObject({ status: 'open', stage: 'jointReview', vote: { outcome: 'tied' } });
    expect(play.codes('meetingOpened', { stage: 'jointReview', members, round: 1 })).toEqual(['case/wrong-round']);

    play.openMeeting(['m1', 'm2', 'm3', 'm4']);
    expect(play.state).toMatchObject({ meeting: { round: 2, phase: 'signIn', present: ['m1', 'm2', 'm3', 'm4'] } });
    expect(play.state).not.toHaveProperty('vote');
    expect(play.vote({ m1: 'yes', m2: 'yes', m3: 'yes', m4: 'no' }).state?.stage).toBe('publicity');
  });

  it('asks the chair after a tied vote where the rule says so', () => {
    const play = new CasePlay(withThreshold({ tie: 'chair', base: 'valid' })).toMeeting().openMeeting(['m1', 'm2', 'm3', 'm4']).vote({ m1: 'yes', m2: 'yes', m3: 'no', m4: 'no' });
    expect(play.state?.vote?.outcome).toBe('tied');
    play.act('votingClosed', { castingVote: 'yes' });
    expect(play.state).toMatchObject({ stage: 'publicity', vote: { outcome: 'passed', castingVote: 'yes', counts: { yes: 2 } } });
  });
});

describe('the verdict on the log', () => {
  const ways: readonly (readonly [string, (play: CasePlay) => CasePlay])[] = [
    ['submitted', (play) => play.submit()],
    ['returned', (play) => play.submit().forward().act('reviewed', { stage: 'officeCheck', outcome: 'sendBack' })],
    ['returned and submitted again', (play) => play.submit().act('reviewed', { stage: 'preliminary', outcome: 'return', reason: '补正' }, reviewer).submit()],
    ['submitted again with approvals that survived', (play) => play.submit().forward().act('reviewed', { stage: 'officeCheck', outcome: 'sendBack' }).submit()],
    ['sent back to the town', (play) => play.submit().forward().act('reviewed', { stage: 'officeCheck', outcome: 'toTown' })],
    ['forwarded again by the town', (play) => play.submit().forward().act('reviewed', { stage: 'officeCheck', outcome: 'toTown' }).forward()],
    ['rejected', (play) => play.submit().act('reviewed', { stage: 'preliminary', outcome: 'reject', reason: '不在范围' }, reviewer)],
    ['refused by the committee without a vote', (play) => play.toMeeting().act('reviewed', { stage: 'jointReview', outcome: 'refuse' })],
    ['signing in', (play) => play.toMeeting().openMeeting(['m1'])],
    ['voting', (play) => play.toMeeting().openMeeting(['m1', 'm2', 'm3', 'm4']).act('votingOpened', {}).act('ballotCast', { member: 'm1', choice: 'no' })],
    ['tied', (play) => play.toMeeting().openMeeting(['m1', 'm2', 'm3', 'm4']).vote({ m1: 'yes', m2: 'no' })],
    ['failed', (play) => play.toMeeting().openMeeting(['m1', 'm2', 'm3', 'm4']).vote({ m1: 'yes', m2: 'no', m3: 'no' })],
    ['passed', (play) => play.toPublicity()],
    ['sent back to the committee', (play) => play.toPublicity().act('reviewed', { stage: 'publicity', outcome: 'again' })],
    ['withdrawn', (play) => play.toPublicity().act('withdrawn', {}, secretary)],
  ];

  it.each(ways)('is the same by decide and by the fold: %s', (_, way) => {
    const { state, events } = way(new CasePlay());
    if (state === undefined) throw new Error('no state');

    const decision = decide(scheme, JSON.parse(JSON.stringify(caseFromState(state))) as Case, { calendar: chinaCalendar });

    expect([decision.stage, decision.outcome]).toEqual([state.stage, state.end ?? 'pending']);
    expect(foldCase(scheme, JSON.parse(JSON.stringify(events)) as typeof events)).toEqual({ state, problems: [] });
  });
});

describe('foldCase', () => {
  const { events } = new CasePlay().submit().forward().accept();
  const tampered = (index: number, change: Record<string, unknown>): typeof events => events.map((event, at) => (at === index ? ({ ...event, ...change }) : event));
  const found = (log: typeof events): unknown[] => foldCase(scheme, log).problems.map(({ code, pointer }) => `${code} ${pointer}`);

  it('finds a changed answer at its event, and keeps the state before it', () => {
    const result = foldCase(scheme, tampered(1, { data: { stage: 'preliminary', outcome: 'reject' } }));
    expect(result.problems).toMatchObject([{ code: 'case/broken-chain', pointer: '/1', message: '第2条记录与留存的校验值不符，可能被改动过。' }]);
    expect(result.state).toMatchObject({ stage: 'preliminary', sequence: 1 });
  });

  it('finds a changed first event, actor and time', () => {
    expect(found(tampered(0, { data: { answers: { households: 99 }, applicant } }))).toEqual(['case/broken-chain /0']);
    expect(found(tampered(2, { actor: { ...office, id: 'somebody' } }))).toEqual(['case/broken-chain /2']);
    expect(found(tampered(2, { at: '2026-03-02T23:00:00Z' }))).toEqual(['case/broken-chain /2']);
  });

  it('finds an event that is missing, doubled or moved', () => {
    expect(found(events.filter((_, index) => index !== 1))).toEqual(['case/wrong-sequence /1']);
    expect(found([...events.slice(0, 2), ...events.slice(1)])).toEqual(['case/wrong-sequence /2', 'case/wrong-sequence /3']);
    expect(found([...events].reverse())[0]).toBe('case/wrong-sequence /0');
  });

  it('finds an event of another case', () => {
    expect(found(tampered(1, { caseId: 'case-2' }))).toContain('case/other-case /1');
  });

  it('finds a hash that was made again for a changed event by the event after it', () => {
    const other = new CasePlay().submit({ projectName: '别的项目', households: 30 }).events[0];
    expect(found([other as (typeof events)[number], ...events.slice(1)])).toEqual(['case/broken-chain /1']);
  });

  it('finds a good link that comes out of turn', () => {
    const play = new CasePlay().submit();
    const early = new CasePlay();
    early.state = { ...(play.state as NonNullable<typeof play.state>), stage: 'officeCheck' };
    early.moveTo(play.now).act('reviewed', { stage: 'officeCheck', outcome: 'accept' });
    expect(foldCase(scheme, [...play.events, ...early.events]).problems).toMatchObject([{ code: 'case/event-out-of-order', pointer: '/1', params: { index: 2, type: 'reviewed' } }]);
  });

  it.each([null, 7, {}, { type: '__proto__' }, { ...events[0], data: { answers: [] } }, { ...events[0], actor: null }])('reports a malformed event: %j', (event) => {
    expect(found([event as unknown as (typeof events)[number]])).toEqual(['case/malformed-event /0']);
  });

  it('says nothing about an empty log', () => {
    expect(foldCase(scheme, [])).toEqual({ problems: [] });
  });

  it('keeps an answer named __proto__ as an ordinary answer', () => {
    const answers = JSON.parse('{"__proto__":{"polluted":true},"households":25}') as Record<string, unknown>;
    const { state } = foldCase(scheme, new CasePlay().submit(answers).events);
    expect(Object.keys(state?.answers ?? {})).toEqual(['__proto__', 'households']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('a secret vote', () => {
  const play = new CasePlay(withThreshold({ secrecy: 'secret' })).toMeeting().openMeeting(['m1', 'm2', 'm3', 'm4', 'm5']).act('votingOpened', {});

  it('row 50: never holds who voted what', () => {
    expect(play.codes('ballotCast', { member: 'm1', choice: 'yes' })).toEqual(['case/ballots-are-secret']);
    expect(play.codes('votingClosed', {})).toEqual(['case/counts-missing']);

    play.act('ballotsCounted', { counts: { issued: 5, returned: 5, yes: 3, no: 2, abstain: 0, void: 0, tellers: ['m1', 'm4'] } }).act('votingClosed', {});

    expect(play.state).toMatchObject({ stage: 'publicity', vote: { outcome: 'passed' } });
    expect(play.events.some((event) => event.type === 'ballotCast')).toBe(false);
    expect(JSON.stringify(play.state)).not.toContain('choice');
  });

  it('is void when more ballots are returned than issued, and is held again', () => {
    const void_ = new CasePlay(withThreshold({ secrecy: 'secret' })).toMeeting().openMeeting(['m1', 'm2', 'm3', 'm4', 'm5']).act('votingOpened', {});
    expect(void_.codes('ballotsCounted', { counts: { issued: 6, returned: 5, yes: 5, no: 0, abstain: 0, void: 0 } })).toEqual(['vote/issued-more-than-present']);
    expect(void_.codes('ballotsCounted', { counts: { issued: 5, returned: 5, yes: 3, no: 1, abstain: 0, void: 0 } })).toEqual(['vote/counts-do-not-add-up']);
    void_.act('ballotsCounted', { counts: { issued: 4, returned: 5, yes: 5, no: 0, abstain: 0, void: 0 } }).act('votingClosed', {});
    expect(void_.state).toMatchObject({ stage: 'jointReview', vote: { outcome: 'notHeld', problems: [{ code: 'vote/returned-more-than-issued' }] } });
    expect(void_.codes('meetingOpened', { stage: 'jointReview', members })).toEqual([]);
  });
});

describe('appendEvent', () => {
  it('chains events: number, hash before, own hash', () => {
    const { events } = new CasePlay().submit().forward();
    expect(events[0]).toMatchObject({ sequence: 1, previousHash: '', caseId: 'case-1', schemeHash: context.schemeHash });
    expect(events[1]).toMatchObject({ sequence: 2, previousHash: events[0]?.hash });
    expect(events[1]?.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('refuses answers that JSON cannot say', () => {
    expect(new CasePlay().codes('submitted', { answers: { n: NaN }, applicant }, secretary)).toEqual(['case/malformed-action']);
  });

  it('writes calendar version and provisional mark into a notice', () => {
    const play = new CasePlay().moveTo('2026-12-28T09:00:00+08:00').toPublicity();
    const until = '2027-01-04';
    play.act('noticePublished', { notice: 'result', postedOn: '2026-12-28', until });
    expect(play.events[play.events.length - 1]?.data).toMatchObject({ provisional: true, calendarVersion: chinaCalendar.version });
    expect(play.state?.notice).toMatchObject({ until, provisional: true });
  });
});
