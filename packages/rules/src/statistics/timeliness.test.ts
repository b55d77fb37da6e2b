import type { Period, Scheme } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { CasePlay } from '../../test/case-play.js';
import { scheme as usual } from '../../test/case-scheme.js';
import type { CaseState } from '../results.js';
import { timelinessOf } from './timeliness.js';

const within = (deadline: Period | undefined): Scheme => ({ ...usual, stages: usual.stages.map((stage) => (stage.id === 'preliminary' && deadline !== undefined ? { ...stage, deadline } : stage)) });
const limited = within({ amount: 3, unit: 'workingDay' });
// Handed in on Friday 3 April 2026: Monday the 6th is off, the third working day is the 9th.
const sent = (scheme: Scheme = limited): CasePlay => new CasePlay(scheme).moveTo('2026-04-03T09:00:00+08:00').submit();
const found = ({ scheme, state }: CasePlay, now: string): unknown => timelinessOf(scheme, state as CaseState, now, chinaCalendar);

describe('timelinessOf', () => {
  it.each([['2026-04-08T18:00:00+08:00', 'inTime'], ['2026-04-09T23:59:59+08:00', 'inTime'], ['2026-04-10T00:00:00+08:00', 'late']])('of one that waits, on %s: %s', (now, expected) => {
    expect(found(sent(), now)).toBe(expected);
  });

  it.each([['2026-04-09T23:59:59+08:00', 'inTime'], ['2026-04-10T00:00:00+08:00', 'late']])('of one that was settled on %s: %s, however long ago that is', (settled, expected) => {
    expect(found(sent().moveTo(settled).forward(), '2027-01-01T09:00:00+08:00')).toBe(expected);
  });

  it('is nothing where no stage has a time', () => {
    expect(found(sent(within(undefined)), '2027-01-01T09:00:00+08:00')).toBeUndefined();
  });
});
