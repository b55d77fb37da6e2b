import type { Scheme, Stage } from '@cobuild/core';
import { chinaCalendar, createCalendar } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { CasePlay, context } from '../../test/case-play.js';
import { office, reviewer, scheme as usual } from '../../test/case-scheme.js';
import { decide } from '../decision/index.js';
import { explainDeadline, stageDeadline } from '../deadlines/index.js';
import { explainDecision } from '../explanation/index.js';
import type { CaseState } from '../results.js';
import { CLOCK, appendDueEvents, appendEvent, caseFromState, dueActions, foldCase, nextDueAt } from './index.js';

const OFFICE = ['08:30-12:00', '13:30-18:00'];

/** The usual scheme with settings of one stage; the town has three working days for its review. */
function timed(more: Partial<Stage>, stage = 'preliminary'): Scheme {
  return { ...usual, calendar: { version: 'test', officeHours: OFFICE }, stages: usual.stages.map((each) => (each.id === stage ? { ...each, ...more } : each)) };
}
const days = (amount: number): { amount: number; unit: 'workingDay' } => ({ amount, unit: 'workingDay' });
const all: Partial<Stage> = {
  deadline: days(3),
  onDeadline: { remind: [{ id: 'soon', before: days(1) }], escalate: [{ id: 'up', after: days(1), to: 'office' }], outcome: { outcome: 'forward', after: days(2), reason: { 'zh-CN': '逾期视为同意', en: 'Considered agreed' } } },
};

/** Submitted on Monday 2 March 2026 at 9: the third working day is Thursday 5 March. */
const submitted = (scheme: Scheme): CasePlay => new CasePlay(scheme).submit();
const types = (scheme: Scheme, state: CaseState | undefined, now: string): string[] => (state === undefined ? [] : dueActions(scheme, state, now, context).map(({ action }) => action.type));
let made = 0;
const newId = (): string => `t${(made += 1)}`;
/** What a timer does: all that is due at an instant, kept in the log. */
function tick(play: CasePlay, now: string): string[] {
  if (play.state === undefined) return [];
  const { events, state } = appendDueEvents(play.scheme, play.state, now, newId, context);
  play.events.push(...events);
  play.state = state;
  return events.map(({ type }) => type);
}

describe('row 47: the clock', () => {
  it.each([
    ['the second before the day of the reminder', '2026-03-03T23:59:59+08:00', []],
    ['the first second of it', '2026-03-04T00:00:00+08:00', ['deadlineReminded']],
    ['the last second of the last day', '2026-03-05T23:59:59+08:00', ['deadlineReminded']],
    ['when the deadline passes, too late for a reminder', '2026-03-06T00:00:00+08:00', []],
    ['the second before the superior is told', '2026-03-06T23:59:59+08:00', []],
    ['a working day after the deadline', '2026-03-07T00:00:00+08:00', ['deadlineEscalated']],
    ['the second before the outcome', '2026-03-09T23:59:59+08:00', ['deadlineEscalated']],
    ['two working days after the deadline, over a weekend', '2026-03-10T00:00:00+08:00', ['deadlineEscalated', 'deadlinePassed']],
  ])('%s', (_, now, expected) => {
    const scheme = timed(all);
    expect(types(scheme, submitted(scheme).state, now)).toEqual(expected);
  });

  it('counts neither the Spring Festival nor forgets the Saturday that is worked for it', () => {
    const scheme = timed({ deadline: days(3), onDeadline: { outcome: { outcome: 'forward' } } });
    const play = new CasePlay(scheme).moveTo('2026-02-12T10:00:00+08:00').submit();
    expect(stageDeadline(scheme, play.state as CaseState, chinaCalendar)?.date).toBe('2026-02-24');
    expect([types(scheme, play.state, '2026-02-24T23:59:59+08:00'), types(scheme, play.state, '2026-02-25T00:00:00+08:00')]).toEqual([[], ['deadlinePassed']]);
  });

  it('does each thing once, however often it is asked, and the log reads the same again', () => {
    const play = submitted(timed(all));
    const instants = ['2026-03-04T08:00:00+08:00', '2026-03-04T08:00:00+08:00', '2026-03-05T08:00:00+08:00', '2026-03-07T08:00:00+08:00', '2026-03-07T09:00:00+08:00', '2026-03-10T00:00:00+08:00', '2026-03-20T00:00:00+08:00'];
    expect(instants.map((now) => tick(play, now))).toEqual([['deadlineReminded'], [], [], ['deadlineEscalated'], [], ['deadlinePassed'], []]);
    expect(play.state).toMatchObject({ stage: 'officeCheck', reviews: [{ stage: 'preliminary', outcome: 'forward', by: 'clock', byDeadline: true, reason: '逾期视为同意' }] });
    expect(play.state).not.toHaveProperty('told');
    expect(foldCase(play.scheme, play.events)).toEqual({ state: play.state, problems: [] });
  });

  it('makes up for a time when nobody asked, and names the time that was over', () => {
    const play = submitted(timed(all));
    expect(tick(play, '2026-03-30T08:00:00+08:00')).toEqual(['deadlineEscalated', 'deadlinePassed']);
    expect(play.events.slice(-1)[0]).toMatchObject({ at: '2026-03-30T08:00:00+08:00', actor: CLOCK, data: { dueAt: '2026-03-06T00:00:00+08:00' } });
    // The next one has its own time from now on.
    expect(play.state?.stageSince).toBe('2026-03-30T08:00:00+08:00');
  });

  it('lets people act until it has: a late review is no mistake', () => {
    const play = submitted(timed(all)).moveTo('2026-03-11T09:00:00+08:00').act('reviewed', { stage: 'preliminary', outcome: 'forward' }, reviewer);
    expect([play.state?.stage, tick(play, '2026-03-12T00:00:00+08:00')]).toEqual(['officeCheck', []]);
  });

  it('tells again when the case comes back to the stage', () => {
    const play = submitted(timed(all));
    tick(play, '2026-03-04T08:00:00+08:00');
    play.moveTo('2026-03-04T09:00:00+08:00').forward().act('reviewed', { stage: 'officeCheck', outcome: 'toTown', reason: '重审' });
    expect([play.state?.stage, play.state?.told]).toEqual(['preliminary', undefined]);
    expect([tick(play, '2026-03-05T23:59:59+08:00'), tick(play, '2026-03-06T00:00:00+08:00')]).toEqual([[], ['deadlineReminded']]);
  });

  it('says when something will happen next, for a timer', () => {
    const play = submitted(timed(all));
    const at = (now: string): string | undefined => nextDueAt(play.scheme, play.state as CaseState, now, context);
    expect([at('2026-03-02T10:00:00+08:00'), at('2026-03-04T00:00:00+08:00'), at('2026-03-07T00:00:00+08:00'), at('2026-03-10T00:00:00+08:00')]).toEqual(['2026-03-04T00:00:00+08:00', '2026-03-07T00:00:00+08:00', '2026-03-10T00:00:00+08:00', undefined]);
  });

  it('plans nothing for what nobody has decided', () => {
    for (const more of [{ ...all, deadline: 'UNDECIDED' as const }, { deadline: days(3) }, { deadline: days(3), onDeadline: { outcome: { outcome: 'forward', after: 'UNDECIDED' as const } } }]) {
      expect(types(timed(more), submitted(timed(more)).state, '2026-06-01T00:00:00+08:00')).toEqual([]);
    }
  });
});

describe('what keeps the clock from an outcome', () => {
  const passed = (outcome: string, stage = 'preliminary'): Record<string, unknown> => ({ stage, outcome, dueAt: '2026-03-06T00:00:00+08:00' });
  const codes = (play: CasePlay, type: 'deadlinePassed' | 'deadlineEscalated', data: Record<string, unknown>, now: string, actor = CLOCK): string[] => {
    const done = appendEvent(play.scheme, play.state, { type, data }, actor, now, 'x', context);
    return 'problems' in done ? done.problems.map(({ code }) => code) : [];
  };

  it('an event of the clock is refused from anybody else, too early, of another outcome, stage or time', () => {
    const play = submitted(timed(all));
    const late = '2026-03-10T00:00:00+08:00';
    expect(codes(play, 'deadlinePassed', passed('forward'), late, office)).toEqual(['case/clock-only']);
    expect(codes(play, 'deadlinePassed', passed('forward'), late, { id: 'u9', role: 'clock' })).toEqual(['case/clock-only']);
    expect(codes(play, 'deadlinePassed', passed('forward'), '2026-03-09T23:59:59+08:00')).toEqual(['case/deadline-not-due']);
    expect(codes(play, 'deadlinePassed', passed('reject'), late)).toEqual(['case/deadline-not-planned']);
    expect(codes(play, 'deadlinePassed', passed('forward', 'officeCheck'), late)).toEqual(['case/wrong-stage']);
    expect(codes(play, 'deadlinePassed', { ...passed('forward'), dueAt: '2026-03-05T00:00:00+08:00' }, late)).toEqual(['case/deadline-other']);
    expect(codes(play, 'deadlineEscalated', { stage: 'preliminary', escalation: 'up', to: 'secretary', dueAt: '2026-03-06T00:00:00+08:00' }, late)).toEqual(['case/deadline-not-planned']);
    expect(codes(play, 'deadlinePassed', passed('forward'), late)).toEqual([]);
  });

  it('a vote is never passed by time; it can be given up', () => {
    const at = '2026-03-06T00:00:00+08:00';
    const vote = (outcome: string): CasePlay => new CasePlay(timed({ deadline: days(3), onDeadline: { outcome: { outcome } } }, 'jointReview')).toMeeting();
    const held = dueActions(vote('passed').scheme, vote('passed').state as CaseState, at, context);
    expect(held.map(({ problems }) => problems.map(({ code }) => code))).toEqual([['case/settled-by-vote']]);
    const refused = vote('refuse');
    expect([tick(refused, at), refused.state?.end, decide(refused.scheme, caseFromState(refused.state as CaseState), context).outcome]).toEqual([['deadlinePassed'], 'rejected', 'rejected']);
  });

  it('waits while a vote is open', () => {
    const play = new CasePlay(timed({ deadline: days(3), onDeadline: { outcome: { outcome: 'refuse' } } }, 'jointReview')).toMeeting().openMeeting(['m1', 'm2', 'm3', 'm4', 'm5']).act('votingOpened', {});
    expect(tick(play, '2026-03-06T00:00:00+08:00')).toEqual([]);
  });

  it('waits for records that are asked for, and names them', () => {
    const scheme = timed({ ...all, evidence: [{ id: 'visit', title: { 'zh-CN': '现场核查' } }] });
    const play = submitted(scheme);
    const { held } = appendDueEvents(scheme, play.state as CaseState, '2026-03-10T00:00:00+08:00', newId, context);
    expect(held.map(({ problems }) => problems.map(({ message }) => message))).toEqual([['“镇街初审”环节还缺少：现场核查。']]);
    play.moveTo('2026-03-10T01:00:00+08:00').act('evidenceRecorded', { kind: 'visit', on: '2026-03-09' }, reviewer);
    expect(tick(play, '2026-03-10T02:00:00+08:00')).toEqual(['deadlineEscalated', 'deadlinePassed']);
  });

  it('a notice is confirmed by itself only when it has run its time and nothing is open', () => {
    const scheme = timed({ deadline: days(7), onDeadline: { outcome: { outcome: 'confirm' } } }, 'publicity');
    const play = new CasePlay(scheme).toPublicity().act('noticePublished', { notice: 'result', postedOn: '2026-03-02', until: '2026-03-09' }).act('objectionRaised', { objection: 'o1', text: '未公开' });
    expect(tick(play, '2026-03-12T00:00:00+08:00')).toEqual([]);
    play.moveTo('2026-03-12T09:00:00+08:00').act('objectionAnswered', { objection: 'o1', upheld: false, answer: '已公开' });
    expect([tick(play, '2026-03-12T10:00:00+08:00'), play.state?.end]).toEqual([['deadlinePassed'], 'approved']);
  });

  it('settles nothing by a day that may still move', () => {
    const scheme = timed({ deadline: days(2), onDeadline: { escalate: [{ id: 'up', to: 'office' }], outcome: { outcome: 'forward' } } });
    const play = new CasePlay(scheme).moveTo('2026-12-30T09:00:00+08:00').submit();
    expect(tick(play, '2027-01-10T00:00:00+08:00')).toEqual(['deadlineEscalated']);
    const announced = createCalendar({ version: 'later', years: { 2026: { daysOff: '', workedWeekends: '' }, 2027: { daysOff: '01-01 01-02 01-03', workedWeekends: '' } } });
    const { events } = appendDueEvents(scheme, play.state as CaseState, '2027-01-10T00:00:00+08:00', newId, { ...context, calendar: announced });
    expect(events.map(({ type }) => type)).toEqual(['deadlinePassed']);
  });
});

describe('after a return', () => {
  const scheme: Scheme = { ...timed({ deadline: days(5), onDeadline: { outcome: { outcome: 'giveUp' } } }, 'recommend') };
  const withdrawable: Scheme = { ...scheme, stages: scheme.stages.map((stage) => (stage.id === 'recommend' ? { ...stage, outcomes: [...stage.outcomes, { id: 'giveUp', title: { 'zh-CN': '逾期未补正，视为撤回' }, kind: 'withdraw', to: 'withdrawn' }] } : stage)) };

  it('what is not completed in time counts as withdrawn; before the first submission no time runs', () => {
    const play = submitted(withdrawable);
    expect(types(withdrawable, play.state, '2026-05-01T00:00:00+08:00')).toEqual([]);
    play.act('reviewed', { stage: 'preliminary', outcome: 'return', reason: '补报价' }, reviewer);
    expect([tick(play, '2026-03-09T23:59:59+08:00'), tick(play, '2026-03-10T00:00:00+08:00')]).toEqual([[], ['deadlinePassed']]);
    expect([play.state?.status, play.state?.end, decide(play.scheme, caseFromState(play.state as CaseState), context).outcome]).toEqual(['ended', 'withdrawn', 'withdrawn']);
  });
});

describe('working hours', () => {
  const scheme = timed({
    deadline: { amount: 24, unit: 'workingHour' },
    onDeadline: { remind: [{ id: 'soon', before: { amount: 4, unit: 'workingHour' }, to: 'townReviewer' }], escalate: [{ id: 'up', to: 'office' }], outcome: { outcome: 'forward', after: { amount: 8, unit: 'workingHour' } } },
  });

  it.each([
    // Submitted on Monday at 9:00: three days of eight hours end on Thursday at 9:00.
    ['2026-03-04T14:29:59+08:00', []], ['2026-03-04T14:30:00+08:00', ['deadlineReminded']], ['2026-03-05T08:59:59+08:00', ['deadlineReminded']], ['2026-03-05T09:00:00+08:00', ['deadlineEscalated']],
    ['2026-03-06T08:59:59+08:00', ['deadlineEscalated']], ['2026-03-06T09:00:00+08:00', ['deadlineEscalated', 'deadlinePassed']],
  ])('of three days at %s: %j', (now, expected) => {
    expect(types(scheme, submitted(scheme).state, now)).toEqual(expected);
  });

  it('count nothing where the district has not said which they are', () => {
    const without: Scheme = { ...scheme, calendar: { version: 'test' } };
    expect([stageDeadline(without, submitted(without).state as CaseState, chinaCalendar), types(without, submitted(without).state, '2026-06-01T00:00:00+08:00')]).toEqual([undefined, []]);
  });
});

describe('explainDeadline', () => {
  it('says who is told what and when, and what has happened', () => {
    const play = submitted(timed(all));
    const lines = (locale: 'zh-CN' | 'en'): string[] => explainDeadline(play.scheme, play.state as CaseState, chinaCalendar, locale).map(({ text }) => text);
    expect(lines('zh-CN')).toEqual(['办理期限：3个工作日，到2026年3月5日为止。', '2026年3月4日 00:00起提醒镇街审核员。', '到2026年3月7日 00:00还没有办理的，报区专项办。', '到2026年3月10日 00:00还没有办理的，自动按“推荐”处理。']);
    tick(play, '2026-03-04T08:00:00+08:00');
    expect(lines('en').slice(0, 2)).toEqual(['Time to act: 3 working days, until 5 March 2026.', '镇街审核员 was reminded on 4 March 2026.']);
  });

  it('a decision says that nobody acted', () => {
    const play = submitted(timed(all));
    tick(play, '2026-03-10T00:00:00+08:00');
    const caseData = caseFromState(play.state as CaseState);
    const texts = JSON.stringify(explainDecision(play.scheme, decide(play.scheme, caseData, context), caseData, 'zh-CN'));
    expect(texts).toContain('没有人办理，期限已过，由系统自动处理。');
    expect(texts).toContain('逾期视为同意');
  });
});
