import { describe, expect, it } from 'vitest';
import type { Scheme, Stage } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import { loadSchemeFolder } from '@cobuild/core/node';
import { appendEvent } from '../lifecycle/index.js';
import type { CaseAction, CaseState } from '../results.js';
import { publicStatus } from './public-status.js';

const { scheme: demo } = loadSchemeFolder('examples/schemes/gaoming-demo');
if (demo === undefined) throw new Error('gaoming-demo does not load');
const [apply, town] = demo.stages;
if (apply === undefined || town === undefined) throw new Error('no stages');

const text = (zh: string): { 'zh-CN': string } => ({ 'zh-CN': zh });
const office = (id: string, to: string, more: Partial<Stage> = {}): Stage => ({
  id, title: text(`内部${id}`), publicTitle: text('镇街审核'), actor: { role: 'townReviewer' }, method: 'approval', deadline: { amount: 3, unit: 'workingDay' },
  outcomes: [{ id: 'forward', title: text('同意'), kind: 'forward', to }, { id: 'back', title: text('退'), kind: 'return', to: 'recommend', reason: 'required' }, { id: 'return', title: text('内部退回'), kind: 'return', to: 'first', reason: 'required' }, { id: 'reject', title: text('不同意'), kind: 'reject', to: 'rejected', reason: 'required' }],
  ...more,
});
const way = (second: Partial<Stage> = {}): Scheme => ({
  ...demo, thresholds: [],
  stages: [{ ...apply, outcomes: apply.outcomes.map((outcome) => (outcome.kind === 'submit' ? { ...outcome, to: 'first' } : outcome)) }, office('first', 'second'), office('second', 'third', second), office('third', 'approved', { publicTitle: text('区级决定') })],
});

/** Acts on consecutive days from 5 March 2026, a Thursday. */
function play(scheme: Scheme, ...outcomes: readonly (readonly [stage: string, outcome: string, reason?: string])[]): CaseState {
  const answers = {};
  const applicant = { id: 'v1', level: 'village', unit: 'v1', town: 't' };
  const secretary = { id: 'p1', name: '陈书记', role: 'villageSecretary', unit: 'v1', town: 't' };
  const reviewer = { id: 'p2', name: '王审核', role: 'townReviewer', unit: 't', town: 't' };
  let state: CaseState | undefined;
  let day = 5;
  const act = (type: CaseAction['type'], data: CaseAction['data'], by: typeof secretary): void => {
    const done = appendEvent(scheme, state, { type, data }, by, `2026-03-${String(day).padStart(2, '0')}T09:30:00+08:00`, `e${day}`, { calendar: chinaCalendar, schemeHash: 'h', caseId: 'c1' });
    if ('problems' in done) throw new Error(JSON.stringify(done.problems));
    state = done.state;
    day += 1;
  };
  act('submitted', { answers, applicant }, secretary);
  for (const [stage, outcome, reason] of outcomes) act('reviewed', { stage, outcome, ...(reason === undefined ? {} : { reason }) }, reviewer);
  if (state === undefined) throw new Error('nothing was played');
  return state;
}
const at = (scheme: Scheme, state: CaseState, today = '2026-03-10'): ReturnType<typeof publicStatus> => publicStatus(scheme, state, { today, calendar: chinaCalendar });

describe('publicStatus', () => {
  it('is the same at two stages of one public name', () => {
    const scheme = way();
    const [before, after] = [play(scheme), play(scheme, ['first', 'forward'])];
    expect([before.stage, after.stage]).toEqual(['first', 'second']);
    expect(at(scheme, after)).toEqual(at(scheme, before));
    expect(at(scheme, before)).toMatchObject({
      kind: 'inProgress', since: '2026-03-05', deadline: { date: '2026-03-13', amount: 6, unit: 'workingDay', workingDaysLeft: 3, provisional: false },
      steps: [{ state: 'done' }, { title: { 'zh-CN': '镇街审核' }, state: 'current' }, { title: { 'zh-CN': '区级决定' }, state: 'ahead' }],
    });
  });

  it('says nothing of what one office sends back to another', () => {
    const scheme = way();
    const back = at(scheme, play(scheme, ['first', 'forward'], ['second', 'return', '初审意见写得太短']));
    expect(back).toEqual(at(scheme, play(scheme)));
  });

  it('holds no id of a stage and no person', () => {
    const scheme = way();
    const all = JSON.stringify([play(scheme), play(scheme, ['first', 'forward']), play(scheme, ['first', 'back', '补照片']), play(scheme, ['first', 'reject', '不符合范围'])].map((state) => at(scheme, state)));
    expect(all).not.toMatch(/first|second|third|recommend|内部|王审核|陈书记|p1|p2|townReviewer/);
    expect(all).toContain('补照片');
  });

  it('says why it was sent back, and when, while it waits for the applicant', () => {
    const scheme = way();
    expect(at(scheme, play(scheme, ['first', 'back', '补照片']))).toMatchObject({ kind: 'returned', since: '2026-03-06', returned: { reason: '补照片', on: '2026-03-06' }, steps: [{ state: 'current' }, { state: 'ahead' }, { state: 'ahead' }] });
  });

  it('says why it was refused', () => {
    const scheme = way();
    expect(at(scheme, play(scheme, ['first', 'reject', '不符合范围']))).toMatchObject({ kind: 'rejected', reason: '不符合范围', steps: [{ state: 'done' }, { state: 'ended' }, { state: 'ahead' }] });
    expect(at(scheme, play(scheme, ['first', 'reject', '不符合范围']))).not.toHaveProperty('deadline');
  });

  it('has every step behind it once it is approved', () => {
    const scheme = way();
    expect(at(scheme, play(scheme, ['first', 'forward'], ['second', 'forward'], ['third', 'forward']))).toMatchObject({ kind: 'approved', steps: [{ state: 'done' }, { state: 'done' }, { state: 'done' }] });
  });

  it.each([['2026-03-12', 1, false], ['2026-03-13', 0, false], ['2026-03-14', 0, true], ['2026-03-16', -1, true]])('counts working days that are left on %s', (today, left, passed) => {
    const scheme = way();
    expect(at(scheme, play(scheme), today).deadline).toMatchObject({ workingDaysLeft: left, passed });
  });

  it.each<[string, unknown]>([['one stage of the step has no time', undefined], ['nobody has decided the time', 'UNDECIDED']])('promises no deadline where %s', (_, deadline) => {
    const scheme = way({ deadline } as Partial<Stage>);
    expect(at(scheme, play(scheme))).not.toHaveProperty('deadline');
  });

  it('adds times of different days one after the other, without a sum', () => {
    const scheme = way({ deadline: { amount: 2, unit: 'calendarDay' } });
    expect(at(scheme, play(scheme)).deadline).toEqual({ date: '2026-03-12', provisional: false, workingDaysLeft: 2, passed: false });
  });

  it('knows nothing of a stage that the scheme does not have', () => {
    const scheme = way();
    const status = at(scheme, { ...play(scheme), stage: 'gone' });
    expect([status.kind, status.steps.some(({ state }) => state === 'current'), 'deadline' in status]).toEqual(['unknown', false, false]);
  });

  it.each([['2026-03-05', false], ['2026-03-06', true], ['2026-03-13', true], ['2026-03-14', false]])('on %s the notice of 6 to 13 March runs: %s', (today, running) => {
    const scheme = way();
    const state: CaseState = { ...play(scheme), notice: { notice: 'approvedProjects', postedOn: '2026-03-06', until: '2026-03-13', provisional: false } };
    expect(at(scheme, state, today).notice).toEqual({ postedOn: '2026-03-06', until: '2026-03-13', provisional: false, running });
  });

  it('refuses a day that is none', () => {
    const scheme = way();
    expect(() => at(scheme, play(scheme), 'heute')).toThrow(RangeError);
  });
});
