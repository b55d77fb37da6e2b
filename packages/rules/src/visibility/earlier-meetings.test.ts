import type { Scheme } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { CasePlay, context } from '../../test/case-play.js';
import { members, office, scheme as usual, secretary } from '../../test/case-scheme.js';
import { appendDueEvents } from '../lifecycle/index.js';
import type { CaseState } from '../results.js';
import { visibleCase } from './visible-case.js';

const four = ['m1', 'm2', 'm3', 'm4'];
/** A meeting breaks off, the next one ties, a third decides; the town was reminded by the clock before. */
function played(): CasePlay {
  const scheme: Scheme = { ...usual, stages: usual.stages.map((stage) => (stage.id === 'preliminary' ? { ...stage, deadline: { amount: 3, unit: 'workingDay' }, onDeadline: { escalate: [{ id: 'up', to: 'office' }], remind: [{ id: 'soon', before: { amount: 1, unit: 'workingDay' } }] } } : stage)) };
  const play = new CasePlay(scheme).submit();
  const due = appendDueEvents(scheme, play.state as CaseState, '2026-03-04T08:00:00+08:00', () => 'r1', context);
  play.events.push(...due.events);
  play.state = due.state;
  play.moveTo('2026-03-04T09:00:00+08:00').forward().accept().openMeeting(['m1']).act('meetingAdjourned', { reason: '委员2 等人住院' });
  play.openMeeting(four).vote({ m1: 'yes', m2: 'yes', m3: 'no', m4: 'no' });
  play.act('meetingOpened', { stage: 'jointReview', members, round: 2 });
  for (const member of four) play.act('memberSignedIn', { member });
  return play;
}

describe('what is seen of earlier meetings', () => {
  const { scheme, state } = played();
  const seen = (viewer: Parameters<typeof visibleCase>[2]): CaseState | undefined => visibleCase(scheme, state as CaseState, viewer);

  it('those at the table have the roster and the ballots of each', () => {
    expect(seen({ id: 'm1', role: 'office', unit: 'org-department' })?.meetings?.map(({ session, present, ballots = [], adjourned }) => [session, present.length, ballots.length, adjourned?.reason])).toEqual([[undefined, 1, 0, '委员2 等人住院'], [2, 4, 4, undefined]]);
  });

  it('the applicant has no member, no ballot, no reason, and is not told whom the clock reminded', () => {
    const view = seen(secretary);
    expect(view?.meetings).toHaveLength(2);
    expect(JSON.stringify(view)).not.toMatch(/委员|住院|"m[1-6]"|townReviewer","dueAt|"soon"/);
    expect(view).not.toHaveProperty('told');
  });

  it('the office that oversees has the clock’s events as they are', () => {
    expect(seen(office)?.history.find(({ type }) => type === 'deadlineReminded')?.data).toMatchObject({ reminder: 'soon', to: 'townReviewer' });
  });
});
