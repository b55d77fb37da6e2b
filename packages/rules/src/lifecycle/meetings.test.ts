import { chinaCalendar } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { CasePlay, context } from '../../test/case-play.js';
import { members, office, scheme as usual, withThreshold } from '../../test/case-scheme.js';
import { decide } from '../decision/index.js';
import { buildMinutes, minutesText } from '../minutes/index.js';
import type { CaseState } from '../results.js';
import { caseFromState, foldCase, nextActions } from './index.js';

const five = ['m1', 'm2', 'm3', 'm4', 'm5'];
/** Two of five are there: no quorum. The meeting breaks off and is resumed on Monday 9 March. */
const adjourned = (): CasePlay => new CasePlay().toMeeting().openMeeting(['m1', 'm2']).act('meetingAdjourned', { reason: '到会不足', resumesOn: '2026-03-09' });
const stateOf = (play: CasePlay): CaseState => {
  if (play.state === undefined) throw new Error('no state');
  return play.state;
};

describe('row 48: several meetings in one case', () => {
  it('one without a quorum breaks off; the next has a sign-in, a quorum and a vote of its own', () => {
    const play = adjourned();
    expect(decide(usual, caseFromState(stateOf(play)), { calendar: chinaCalendar })).toMatchObject({ outcome: 'pending', stage: 'jointReview', vote: 'notHeld' });
    play.moveTo('2026-03-09T09:00:00+08:00').act('meetingOpened', { stage: 'jointReview', members });
    expect([play.state?.meeting?.present, play.state?.meeting?.round, play.state?.meeting?.session]).toEqual([[], 1, 2]);
    for (const member of ['m1', 'm2', 'm3']) play.act('memberSignedIn', { member });
    expect(play.codes('votingOpened', {})).toEqual(['case/no-quorum']);
    play.act('memberSignedIn', { member: 'm4' }).vote({ m1: 'yes', m2: 'yes', m3: 'yes', m4: 'no' });
    expect([play.state?.stage, play.state?.vote?.outcome, play.state?.vote?.round]).toEqual(['publicity', 'passed', undefined]);
    expect(foldCase(usual, play.events)).toEqual({ state: play.state, problems: [] });
  });

  it('a tie is voted on again in a meeting of its own, and both stay on record', () => {
    const play = new CasePlay().toMeeting().openMeeting(['m1', 'm2', 'm3', 'm4']).vote({ m1: 'yes', m2: 'yes', m3: 'no', m4: 'no' });
    expect(play.state?.vote?.outcome).toBe('tied');
    play.act('meetingOpened', { stage: 'jointReview', members, round: 2 });
    for (const member of five) play.act('memberSignedIn', { member });
    play.vote({ m1: 'yes', m2: 'yes', m3: 'yes', m4: 'no', m5: 'no' });
    const { meetings = [], meeting, vote } = stateOf(play);
    expect(meetings.map((held) => [held.session, held.round, held.present.length, held.vote?.outcome])).toEqual([[undefined, 1, 4, 'tied']]);
    expect([meeting?.session, meeting?.round, meeting?.present.length, vote?.outcome]).toEqual([2, 2, 5, 'passed']);
  });

  it('says why and when it goes on: not without a reason, not for a day that is over, not while the vote is open, not twice', () => {
    const play = new CasePlay().toMeeting().openMeeting(five);
    expect(play.codes('meetingAdjourned', { reason: ' ' })).toEqual(['case/text-missing']);
    expect([play.codes('meetingAdjourned', { reason: '停电', resumesOn: '2026-03-01' }), play.codes('meetingAdjourned', { reason: '停电', resumesOn: '2026-03-02' })]).toEqual([['case/resumes-in-past'], []]);
    expect(play.codes('meetingAdjourned', { reason: '停电' }, { id: 'm1', role: 'member' })).toEqual(['case/wrong-role']);
    play.act('votingOpened', {});
    expect(play.codes('meetingAdjourned', { reason: '停电' })).toEqual(['case/voting-open']);
    expect(adjourned().codes('meetingAdjourned', { reason: '又停电' })).toEqual(['case/meeting-not-open']);
  });

  it('is offered to whoever runs the meeting, while people sign in', () => {
    const types = (play: CasePlay): string[] => nextActions(usual, play.state, office, play.now, context).map(({ type }) => type);
    expect([types(new CasePlay().toMeeting().openMeeting([])).includes('meetingAdjourned'), types(adjourned()).includes('meetingAdjourned'), types(adjourned()).includes('meetingOpened')]).toEqual([true, false, true]);
  });

  it('after a passed or failed vote none is opened again, adjourned or not', () => {
    const failed = new CasePlay(withThreshold({ tie: 'fail' })).toMeeting().openMeeting(five).vote({ m1: 'yes', m2: 'no', m3: 'no', m4: 'no', m5: 'no' });
    expect([failed.state?.end, failed.codes('meetingOpened', { stage: 'jointReview', members })]).toEqual(['notApproved', ['case/ended']]);
  });

  it('row 57: each has minutes of its own, with its own roster', () => {
    const play = adjourned().moveTo('2026-03-09T09:00:00+08:00').openMeeting(five).vote({ m1: 'yes', m2: 'yes', m3: 'yes', m4: 'no', m5: 'abstain' });
    const minutes = (session?: number): string => minutesText(buildMinutes(usual, { stage: 'jointReview', heldOn: session === 1 ? '2026-03-02' : '2026-03-09', ...(session === undefined ? {} : { session }) }, [stateOf(play)], { calendar: chinaCalendar }));
    expect(minutes(1)).toContain('应到6人，实到2人，缺席4人。');
    expect(minutes(1)).toContain('结果：休会，未表决，2026年3月9日继续。原因：到会不足');
    expect(minutes(1)).not.toMatch(/发出|第2次会议|计算：/);
    expect(minutes(2)).toMatch(/本事项第2次会议[^]*应到6人，实到5人[^]*结果：通过/);
    expect(minutes()).toBe(minutes(2).replace('本事项第2次会议\n', ''));
  });
});
