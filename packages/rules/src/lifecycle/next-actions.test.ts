import type { EventActor } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { CasePlay, context } from '../../test/case-play.js';
import { applicant, office, reviewer, secretary, withThreshold } from '../../test/case-scheme.js';
import { nextActions } from './next-actions.js';

const offered = (play: CasePlay, actor: EventActor): string[] =>
  nextActions(play.scheme, play.state, actor, play.now, context).map(({ type, outcome }) => (outcome === undefined ? type : `${type} ${outcome}`));

describe('nextActions', () => {
  it('offers each role what it can do at each stage', () => {
    const play = new CasePlay();
    expect([offered(play, secretary), offered(play, reviewer)]).toEqual([['submitted'], []]);
    play.submit();
    expect(offered(play, secretary)).toEqual(['withdrawn']);
    expect(offered(play, reviewer)).toEqual(['reviewed forward', 'reviewed return', 'reviewed reject']);
    expect(offered(play, { ...reviewer, unit: 'yanghe' })).toEqual([]);
    play.forward();
    expect(offered(play, reviewer)).toEqual([]);
    expect(offered(play, office)).toEqual(['reviewed accept', 'reviewed sendBack', 'reviewed toTown']);
  });

  it('leads through a meeting', () => {
    const play = new CasePlay().toMeeting();
    expect(offered(play, office)).toEqual(['reviewed refuse', 'meetingOpened']);
    play.openMeeting(['m1', 'm2', 'm3']);
    expect(offered(play, office)).toEqual(['reviewed refuse', 'meetingAdjourned', 'memberSignedIn', 'memberRecused']);
    play.act('memberSignedIn', { member: 'm4' });
    expect(offered(play, office)).toContain('votingOpened');
    play.act('votingOpened', {});
    expect(offered(play, office)).toEqual(['memberRecused', 'ballotCast']);
    expect(offered(play, { id: 'm1', role: 'committeeMember' })).toEqual(['memberRecused', 'ballotCast']);
    play.act('ballotCast', { member: 'm1', choice: 'yes' });
    expect(offered(play, office)).toContain('votingClosed');
  });

  it('offers the tellers’ count in a secret vote, and the chair’s vote on a tie', () => {
    const secret = new CasePlay(withThreshold({ secrecy: 'secret' })).toMeeting().openMeeting(['m1', 'm2', 'm3', 'm4']).act('votingOpened', {});
    expect(offered(secret, office)).toEqual(['memberRecused', 'ballotsCounted']);
    const tied = new CasePlay(withThreshold({ tie: 'chair' })).toMeeting().openMeeting(['m1', 'm2', 'm3', 'm4']).vote({ m1: 'yes', m2: 'no' });
    expect(offered(tied, office)).toEqual(['reviewed refuse', 'meetingOpened', 'votingClosed']);
  });

  it('offers confirmation when the notice has run', () => {
    const play = new CasePlay().toPublicity();
    expect(offered(play, office)).toEqual(['reviewed again', 'reviewed cancel', 'noticePublished']);
    play.act('noticePublished', { notice: 'result', postedOn: '2026-03-02', until: '2026-03-09' });
    expect(offered(play, office)).not.toContain('reviewed confirm');
    expect(offered(play, { id: 'r', role: 'resident' })).toEqual(['objectionRaised']);
    expect(offered(play.moveTo('2026-03-10T00:00:00+08:00'), office)).toContain('reviewed confirm');
  });

  it('offers nothing after the end', () => {
    const play = new CasePlay().submit().act('withdrawn', {}, secretary);
    expect([offered(play, secretary), offered(play, reviewer)]).toEqual([[], []]);
  });

  it('offers nothing that would be refused for its turn or its actor', () => {
    const play = new CasePlay().submit().act('reviewed', { stage: 'preliminary', outcome: 'return', reason: '补正' }, reviewer);
    expect(offered(play, secretary)).toEqual(['submitted', 'withdrawn']);
    expect(play.codes('submitted', { answers: {}, applicant }, secretary)).toEqual([]);
  });
});
