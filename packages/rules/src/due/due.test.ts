import { chinaCalendar, createCalendar } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { CasePlay } from '../../test/case-play.js';
import { scheme as usual } from '../../test/case-scheme.js';
import { countDays, explainCount } from '../deadlines/index.js';
import { dueItems } from './index.js';

const stateOf = (since: string) => ({ ...(new CasePlay().submit().state as NonNullable<CasePlay['state']>), stageSince: since });
const within = (amount: number, unit: 'workingDay' | 'calendarDay' = 'workingDay') => ({ ...usual, stages: usual.stages.map((stage) => (stage.id === 'preliminary' ? { ...stage, deadline: { amount, unit } } : stage)) });

describe('countDays', () => {
  it('tells working days, weekends, days off and worked weekends apart', () => {
    // Spring Festival of 2026: 15 to 23 February are off, the Saturdays 14 and 28 February are worked.
    expect(countDays(chinaCalendar, '2026-02-12', '2026-02-28')).toEqual({
      working: ['2026-02-13', '2026-02-14', '2026-02-24', '2026-02-25', '2026-02-26', '2026-02-27', '2026-02-28'], weekends: ['2026-02-15', '2026-02-21', '2026-02-22'],
      holidays: ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-23'], swapped: ['2026-02-14', '2026-02-28'], provisionalYears: [],
    });
    expect(countDays(chinaCalendar, '2026-03-05', '2026-03-05').working).toEqual([]);
  });

  it('explains a deadline: what is not counted and why, by name of the year where it is provisional', () => {
    expect(explainCount(within(3), stateOf('2026-04-03T09:00:00+08:00'), chinaCalendar, 'zh-CN')).toEqual([
      '2026年4月3日到这个环节，当天不计。', '计入 3 个工作日：2026年4月7日至2026年4月9日。', '周末不计（2 天）：2026年4月4日至2026年4月5日。', '放假不计（1 天）：2026年4月6日。',
    ]);
    const nothingAnnounced = createCalendar({ version: 'test', years: {} });
    expect(explainCount(within(1), stateOf('2026-04-03T09:00:00+08:00'), nothingAnnounced, 'zh-CN')).toContain('2026年的放假安排还没有公布，暂按周末计算，日期为暂定。');
    expect(explainCount(within(2, 'calendarDay'), stateOf('2026-04-03T09:00:00+08:00'), chinaCalendar, 'en')[1]).toBe('2 days from the day after; a last day that is off moves on, to 7 April 2026.');
    expect(explainCount({ ...usual, stages: usual.stages.map(({ deadline: _deadline, ...stage }) => stage) }, stateOf('2026-04-03T09:00:00+08:00'), chinaCalendar, 'zh-CN')).toEqual([]);
  });
});

describe('dueItems', () => {
  it.each([['2026-04-08', 'later', 1], ['2026-04-09', 'today', 0], ['2026-04-10', 'overdue', 1]] as const)('says of a stage that is due on 9 April, on %s: %s', (day, state, workingDays) => {
    expect(dueItems(within(3), [{ state: stateOf('2026-04-03T09:00:00+08:00') }], day, chinaCalendar)).toEqual([expect.objectContaining({ kind: 'stage', about: 'preliminary', dueOn: '2026-04-09', state, workingDays, provisional: false })]);
  });
});
