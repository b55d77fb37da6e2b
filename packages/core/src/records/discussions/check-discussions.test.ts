import { describe, expect, it } from 'vitest';
import { chinaCalendar } from '../../calendar/calendar.js';
import type { DiscussionStep, DiscussionsSettings, DiscussionsValue } from '../../generated/types.js';
import { checkDiscussions } from './check-discussions.js';
import { discussionSentences } from './discussion-words.js';
import { FOUR_DISCUSSIONS } from './four-discussions.js';

const days = { amount: 5, unit: 'workingDay' as const };
/** Four discussions as a district might decide what the published rules leave open. */
const settings: DiscussionsSettings = {
  ...FOUR_DISCUSSIONS,
  steps: FOUR_DISCUSSIONS.steps.map((step) => ({ ...step, ...(step.id === 'consult' ? { majority: { op: '>' as const, ratio: { p: 1, q: 2 }, base: 'entitled' as const } } : {}), ...(step.kind === 'disclosure' ? { publicity: days } : {}) })),
};
const about = { source: 'members', motion: '修建村民活动室' };
const steps: DiscussionStep[] = [
  { step: 'propose', date: '2026-03-02', ...about },
  { step: 'consult', date: '2026-03-03', entitled: 7, present: 6, for: 5, against: 1, abstain: 0, ...about },
  { step: 'deliberate', date: '2026-03-09', noticeOn: '2026-03-06', entitled: 50, present: 34, for: 30, against: 2, abstain: 2, officer: '赵干部', ...about },
  { step: 'resolve', date: '2026-03-10', entitled: 30, present: 24, for: 20, against: 4, abstain: 0, officer: '赵干部', ...about },
  { step: 'discloseDecision', date: '2026-03-11', until: '2026-03-18', supervisor: '程序完整', ...about },
];
const changed = (id: string, more: Partial<DiscussionStep>): DiscussionsValue => ({ steps: steps.map((step) => (step.step === id ? { ...step, ...more } : step)) });
const without = (id: string, ...keys: (keyof DiscussionStep)[]): DiscussionsValue => ({ steps: steps.map((step) => (step.step === id ? (Object.fromEntries(Object.entries(step).filter(([key]) => !keys.includes(key as keyof DiscussionStep))) as unknown as DiscussionStep) : step)) });
const options = { calendar: chinaCalendar, now: '2026-03-19T09:00:00+08:00' };
const check = (value: DiscussionsValue | undefined, rules: DiscussionsSettings = settings, more: object = {}) => checkDiscussions(value, rules, { ...options, ...more });
const codes = (value: DiscussionsValue | undefined, rules: DiscussionsSettings = settings, more: object = {}): string[] => check(value, rules, more).problems.map(({ code, pointer }) => `${code} ${pointer}`);

describe('checkDiscussions', () => {
  it('accepts a register in which all is in order', () => {
    expect(check({ steps })).toMatchObject({ accepted: true, problems: [] });
    expect(check({ steps }).steps.map(({ id, status }) => [id, status])).toEqual([['propose', 'done'], ['consult', 'done'], ['deliberate', 'done'], ['resolve', 'done'], ['discloseDecision', 'done'], ['discloseResult', 'notYet']]);
  });

  it('row 27: steps out of order, a ratio under two thirds and another motion source are refused, each', () => {
    const disordered = check(changed('consult', { date: '2026-03-10' }));
    expect(disordered.accepted).toBe(false);
    expect(disordered.problems.map(({ message }) => message)).toEqual(['步骤顺序不对：“党员大会审议”在2026年3月9日，早于它前面的“村‘两委’商议”（2026年3月10日）']);

    const few = check(changed('deliberate', { present: 33, abstain: 1 }));
    expect(few.accepted).toBe(false);
    expect(few.problems.map(({ message }) => message)).toEqual(['“党员大会审议”应到50人，实到33人，不到2/3，会议无效']);
    expect(few.steps[2]).toMatchObject({ status: 'refused', attendance: { left: 99, right: 100, holds: false } });

    const twoThirds = { ...settings, steps: settings.steps.map((step) => (step.id === 'resolve' ? { ...step, majority: { op: '>=' as const, ratio: { p: 2, q: 3 }, base: 'present' as const } } : step)) };
    const against = check(changed('resolve', { for: 15 }), twoThirds);
    expect(against.accepted).toBe(false);
    expect(against.problems.map(({ message }) => message)).toEqual(['“村民代表会议决议”赞成15票，到会24人，不到2/3，没有通过']);
    expect(check(changed('resolve', { for: 16 }), twoThirds).accepted).toBe(true);

    const other = check(changed('resolve', { source: 'cadres' }));
    expect(other.accepted).toBe(false);
    expect(other.problems.map(({ message }) => message)).toEqual(['“村民代表会议决议”的议题来源是“村干部提出”，与“党组织提议”的“党员群众提出”不一致']);
  });

  it('takes two thirds in integers: 33 of 50 are too few, 34 are enough', () => {
    expect([33, 34, 35].map((present) => codes(changed('deliberate', { present, for: 30, against: 0, abstain: 0 })))).toEqual([['discussions/attendance /steps/2/present'], [], []]);
  });

  it('passes with half of those who should attend where half is enough, and not of those present alone', () => {
    expect([24, 25, 26].map((yes) => codes(changed('deliberate', { for: yes, against: 0, abstain: 0 })))).toEqual([['discussions/majority /steps/2/for'], [], []]);
    expect([12, 13].map((yes) => codes(changed('resolve', { for: yes, against: 0, abstain: 0 })))).toEqual([['discussions/majority /steps/3/for'], []]);
  });

  it('measures votes against those who voted where the settings say so', () => {
    const rules = { steps: [{ id: 'resolve', title: { 'zh-CN': '决议' }, majority: { op: '>=' as const, ratio: { p: 2, q: 3 }, base: 'valid' as const } }] };
    const votes = (yes: number, no: number) => codes({ steps: [{ step: 'resolve', date: '2026-03-10', entitled: 90, present: 40, for: yes, against: no, ...about }] }, rules).length === 0;
    expect([votes(19, 10), votes(20, 10), votes(21, 10), votes(0, 0)]).toEqual([false, true, true, false]);
  });

  it('looks at days, not at the order of the entries, and lets steps share a day', () => {
    expect(codes({ steps: [...steps].reverse() })).toEqual([]);
    expect(codes(changed('consult', { date: '2026-03-02' }))).toEqual([]);
  });

  it('asks for three days of notice, the day of sending not counted', () => {
    expect(['2026-03-07', '2026-03-06', '2026-03-05'].map((noticeOn) => codes(changed('deliberate', { noticeOn })))).toEqual([['discussions/notice-short /steps/2/noticeOn'], [], []]);
  });

  it('lets a meeting be on the Sunday on which the notice ends', () => {
    expect(['2026-03-07', '2026-03-08'].map((date) => codes(changed('deliberate', { noticeOn: '2026-03-05', date })))).toEqual([['discussions/notice-short /steps/2/noticeOn'], []]);
  });

  it('takes nobody for no meeting, even where nobody should attend', () => {
    expect(codes(changed('resolve', { entitled: 0, present: 0, for: 0, against: 0 }))).toEqual(['discussions/attendance /steps/3/present', 'discussions/majority /steps/3/for']);
  });

  it('counts the time on the board in working days', () => {
    // Posted before the Spring Festival, five working days end on the 26th.
    const posted = (until: string) => check({ steps: [{ step: 'discloseDecision', date: '2026-02-12', until, supervisor: '无', ...about }] }, { steps: settings.steps.slice(4) });
    expect(posted('2026-02-26').steps[0]?.publicityEnd).toEqual({ date: '2026-02-26', provisional: false });
    expect(['2026-02-25', '2026-02-26', '2026-02-27'].map((until) => posted(until).problems.map(({ code }) => code))).toEqual([['discussions/publicity-short'], [], []]);
  });

  it('lets the last day on the board pass before anything follows', () => {
    const at = (now: string) => codes({ steps }, settings, { now });
    expect([at('2026-03-18T23:59:59+08:00'), at('2026-03-19T00:00:00+08:00')]).toEqual([['discussions/publicity-running /steps/4/until'], []]);
    expect(at('2026-03-18T15:30:00Z')).toEqual(['discussions/publicity-running /steps/4/until']);
    expect(codes({ steps }, settings, { now: '2026-03-18T15:30:00Z', zone: 'Asia/Tokyo' })).toEqual([]);
    const result = (date: string) => codes({ steps: [...steps, { step: 'discloseResult', date, until: '2026-04-30', supervisor: '无', ...about }] }, settings, { now: '2026-05-30T00:00:00+08:00' });
    expect([result('2026-03-18'), result('2026-03-19')]).toEqual([['discussions/too-early /steps/5/date'], []]);
  });

  it('compares motions without regard to spaces and width', () => {
    expect(codes(changed('resolve', { motion: '修建 村民活动室 ' }))).toEqual([]);
    expect(codes(changed('resolve', { motion: '修建停车场' }))).toEqual(['discussions/motion-differs /steps/3/motion']);
  });

  it('accepts nothing while the district has not decided, and says what', () => {
    const result = check({ steps }, FOUR_DISCUSSIONS);
    expect(result.accepted).toBe(false);
    expect(result.problems.map(({ severity, params }) => [severity, params['setting']])).toEqual([['undecided', '通过所需的比例'], ['undecided', '公开的天数']]);
  });

  it('reads what is no register as an empty one', () => {
    for (const broken of [undefined, null, 'x', { steps: 'x' }]) expect(codes(broken as unknown as DiscussionsValue).every((code) => code === 'discussions/step-missing /steps')).toBe(true);
    expect(codes({ steps: [null, { step: '__proto__' }] } as unknown as DiscussionsValue)).toContain('discussions/step-unknown /steps/0/step');
  });

  it('refuses a clock without a zone', () => {
    expect(() => check({ steps }, settings, { now: '2026-03-19T09:00:00' })).toThrow(RangeError);
  });

  const wrong: [string, DiscussionsValue][] = [
    ['discussions/step-unknown', changed('resolve', { step: 'x' })], ['discussions/step-twice', { steps: [...steps, ...steps.slice(0, 1)] }], ['discussions/step-missing', { steps: steps.slice(1) }],
    ['discussions/date', changed('propose', { date: '2026-02-30' })], ['discussions/date-ahead', changed('discloseDecision', { date: '2026-03-20' })], ['discussions/out-of-order', changed('propose', { date: '2026-03-04' })],
    ['discussions/source-missing', without('propose', 'source')], ['discussions/source-unknown', changed('propose', { source: 'x' })], ['discussions/source-differs', changed('resolve', { source: 'superior' })], ['discussions/motion-differs', changed('resolve', { motion: '别的' })],
    ['discussions/caller', { steps }], ['discussions/heads-missing', without('resolve', 'present')], ['discussions/votes-missing', without('resolve', 'for')],
    ['discussions/present-too-many', changed('resolve', { present: 31 })], ['discussions/votes-too-many', changed('resolve', { for: 21 })], ['discussions/attendance', changed('resolve', { present: 19, for: 15, against: 0 })],
    ['discussions/majority', changed('resolve', { for: 12 })], ['discussions/notice-missing', without('deliberate', 'noticeOn')], ['discussions/notice-short', changed('deliberate', { noticeOn: '2026-03-08' })],
    ['discussions/until-missing', without('discloseDecision', 'until')], ['discussions/publicity-running', changed('discloseDecision', { date: '2026-03-13', until: '2026-03-20' })],
    ['discussions/publicity-short', changed('discloseDecision', { until: '2026-03-17' })], ['discussions/too-early', { steps: [...steps, { step: 'discloseResult', date: '2026-03-18', ...about }] }],
    ['discussions/officer', changed('resolve', { officer: ' ' })], ['discussions/supervisor', without('discloseDecision', 'supervisor')],
  ];
  it.each(wrong)('says %s in both languages', (code, value) => {
    const callers = [{ id: 'secretary', title: { 'zh-CN': '党组织书记' } }];
    const rules = code === 'discussions/caller' ? { ...settings, steps: settings.steps.map((step) => ({ ...step, callers })) } : settings;
    for (const locale of ['zh-CN', 'en'] as const) {
      const problem = check(value, rules, { locale }).problems.find((each) => each.code === code);
      expect(problem?.message).toBeTruthy();
      expect(problem?.message).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  it('has a sentence for every code in both languages', () => {
    expect(wrong.map(([code]) => code)).toEqual(Object.keys(discussionSentences['zh-CN']));
    expect(Object.keys(discussionSentences.en)).toEqual(Object.keys(discussionSentences['zh-CN']));
  });
});
