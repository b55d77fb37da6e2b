import type { Cycle } from '@cobuild/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainCycle } from '../explanation/explain-cycle.js';
import { explanationText } from '../explanation/explanation.js';
import { addDays, addLengths } from './add-duration.js';
import { checkCycle } from './check-cycle.js';
import { cycleState } from './cycle-state.js';
import type { CycleEvent } from './cycle-types.js';

const title = (text: string): { 'zh-CN': string } => ({ 'zh-CN': text });
const years = (amount: number): { amount: number; unit: 'year' } => ({ amount, unit: 'year' });

/** Programme "123" of the source: 1 year to create, 2 years' commendation, 3 years as model. */
const site: Cycle = {
  id: 'site', title: title('党建示范点'),
  phases: [
    { id: 'create', title: title('创建'), ends: 'acceptance', duration: years(1) },
    { id: 'commend', title: title('表彰奖励'), ends: 'time', duration: years(2) },
    { id: 'model', title: title('典型推广'), ends: 'time', duration: years(3), duties: [{ id: 'report', title: title('推广情况报告'), before: { amount: 1, unit: 'month' } }] },
  ],
  renewal: { to: 'model', times: 1, opens: { amount: 3, unit: 'month' } },
  withdrawal: { reasons: [{ id: 'fraud', title: title('弄虚作假') }, { id: 'idle', title: title('停止运行') }] },
};

const start = (on: string): CycleEvent => ({ kind: 'start', on });
const accept = (on: string): CycleEvent => ({ kind: 'accept', on });
const accepted: readonly CycleEvent[] = [start('2023-06-01'), accept('2024-03-05')];

describe('row 88: multi-year life cycle', () => {
  it.each([
    ['2024-03-04', 'create', '2023-06-01', '2024-06-01'],
    ['2024-03-05', 'commend', '2024-03-05', '2026-03-05'],
    ['2026-03-05', 'commend', '2024-03-05', '2026-03-05'],
    ['2026-03-06', 'model', '2026-03-06', '2029-03-05'],
    ['2029-03-05', 'model', '2026-03-06', '2029-03-05'],
  ])('counts the phases from acceptance: on %s it is in %s', (today, phase, since, until) => {
    expect(cycleState(site, accepted, today)).toMatchObject({ outcome: 'running', phase, since, until, problems: [], holes: [] });
  });

  it('has ended on the day after the last day', () => {
    expect(cycleState(site, accepted, '2029-03-06')).toMatchObject({ outcome: 'ended', phases: [{ phase: 'create', ended: '2024-03-05' }, { phase: 'commend', ended: '2026-03-05' }, { phase: 'model', ended: '2029-03-05' }] });
  });

  it('ends a year from 29 February on the last day of February, and four years from it on 29 February', () => {
    expect(cycleState(site, [start('2024-02-29')], '2024-03-01').until).toBe('2025-02-28');
    expect(cycleState({ ...site, missingDay: 'firstOfNextMonth' }, [start('2024-02-29')], '2024-03-01').until).toBe('2025-03-01');
    const fourYears = { ...site, phases: [{ ...site.phases[0], duration: years(1) }, { ...site.phases[1], duration: years(1) }, { ...site.phases[2], duration: years(3) }] } as Cycle;
    expect(cycleState(fourYears, [start('2024-01-10'), accept('2024-02-29')], '2027-01-01')).toMatchObject({ phase: 'model', since: '2025-03-01', until: '2028-02-29' });
  });

  it('asks what a missing day means only where a day is missing', () => {
    const open: Cycle = { ...site, missingDay: 'UNDECIDED' };
    expect(cycleState(open, [start('2024-02-28')], '2024-03-01')).toMatchObject({ outcome: 'running', until: '2025-02-28', holes: [] });
    expect(cycleState(open, [start('2024-02-29')], '2024-03-01')).toMatchObject({ outcome: 'undecided', phase: 'create', holes: ['/missingDay'] });
  });

  it('lives through no further phase after a withdrawal, however late it is asked', () => {
    const withdrawn = [...accepted, { kind: 'withdraw', on: '2025-01-01', reason: 'idle' }] as const;
    expect(cycleState(site, withdrawn, '2030-01-01').phases).toMatchObject([{ phase: 'create', ended: '2024-03-05' }, { phase: 'commend', ended: '2025-01-01' }]);
    expect(cycleState(site, withdrawn, '2030-01-01').phases).toHaveLength(2);
  });

  it('withdraws with a reason only, and takes nothing after it', () => {
    const withdraw = (reason: string): CycleEvent => ({ kind: 'withdraw', on: '2025-01-01', reason });
    expect(cycleState(site, [...accepted, withdraw('')], '2025-02-01')).toMatchObject({ outcome: 'running', phase: 'commend', problems: [{ code: 'cycle/withdrawal-needs-reason', pointer: '/2' }] });
    expect(cycleState(site, [...accepted, withdraw('fraud'), accept('2025-01-02')], '2025-02-01')).toMatchObject({
      outcome: 'withdrawn', withdrawal: { on: '2025-01-01', reason: 'fraud' }, due: [], problems: [{ code: 'cycle/withdrawn' }],
      phases: [{ phase: 'create' }, { phase: 'commend', ended: '2025-01-01' }],
    });
  });

  it.each([
    ['2028-12-04', 'cycle/renewal-too-early', 0, '2029-03-05'],
    ['2028-12-05', undefined, 1, '2032-03-05'],
    ['2029-03-05', undefined, 1, '2032-03-05'],
    ['2029-03-08', undefined, 1, '2032-03-08'],
  ])('renews from three months before the end: recorded on %s', (on, code, renewals, until) => {
    const state = cycleState(site, [...accepted, { kind: 'renew', on }], '2029-03-08');
    expect(state.renewals).toBe(renewals);
    expect(state.problems.map((problem) => problem.code)).toEqual(code === undefined ? [] : [code]);
    expect(state.phases[state.phases.length - 1]?.until).toBe(until);
  });

  it('refuses a second renewal where one is allowed', () => {
    const events: CycleEvent[] = [...accepted, { kind: 'renew', on: '2029-03-01' }, { kind: 'renew', on: '2032-03-01' }];
    expect(cycleState(site, events, '2032-03-02')).toMatchObject({ renewals: 1, since: '2029-03-06', until: '2032-03-05', problems: [{ code: 'cycle/renewals-used-up' }] });
  });
});

describe('cycleState', () => {
  it.each([['2024-06-01', 'running', 'open'], ['2024-06-02', 'overdue', 'overdue']])('is on %s, without acceptance, %s', (today, outcome, state) => {
    expect(cycleState(site, [start('2023-06-01')], today)).toMatchObject({ outcome, phase: 'create', due: [{ kind: 'acceptance', due: '2024-06-01', state }] });
  });

  it('names duties and the renewal until they are done', () => {
    expect(cycleState(site, accepted, '2029-02-06').due).toMatchObject([
      { kind: 'duty', id: 'report', due: '2029-02-05', state: 'overdue' }, { kind: 'renewal', id: 'renewal', opens: '2028-12-05', due: '2029-03-05', state: 'open' },
    ]);
    expect(cycleState(site, [...accepted, { kind: 'done', on: '2029-01-05', duty: 'report' }], '2029-02-06').due.map(({ id }) => id)).toEqual(['renewal']);
    expect(cycleState(site, accepted, '2028-12-04').due.map(({ state }) => state)).toEqual(['open', 'notOpen']);
  });

  it('does not know what follows a phase whose length is not decided', () => {
    const open: Cycle = { ...site, phases: site.phases.map((phase) => (phase.id === 'commend' ? { ...phase, duration: 'UNDECIDED' as const } : phase)) };
    expect(cycleState(open, accepted, '2030-01-01')).toMatchObject({ outcome: 'undecided', phase: 'commend', since: '2024-03-05', holes: ['/phases/1/duration'] });
  });

  it('does not read what happens after the day asked about', () => {
    expect(cycleState(site, accepted, '2023-05-31')).toMatchObject({ outcome: 'notStarted', phases: [] });
    expect(cycleState(site, accepted, '2024-01-01').phase).toBe('create');
  });

  it('makes problems of events that do not fit and changes nothing', () => {
    const events: CycleEvent[] = [accept('2023-01-01'), { kind: 'withdraw', on: '2023-01-01', reason: 'fraud' }, start('2023-06-01'), start('2023-06-02'), accept('2023-05-01'), start('2023-02-30'), { kind: 'done', on: '2023-06-03', duty: 'report' }, { kind: 'renew', on: '2023-06-03' }];
    const state = cycleState(site, events, '2023-07-01');
    expect(state).toMatchObject({ outcome: 'running', phase: 'create', until: '2024-06-01' });
    expect(state.problems.map(({ code }) => code)).toEqual(['cycle/nothing-to-accept', 'cycle/not-started', 'cycle/started-already', 'cycle/date-goes-back', 'cycle/bad-date', 'cycle/unknown-duty', 'cycle/renewal-too-early']);
  });

  it('throws when today is no date', () => {
    expect(() => cycleState(site, [], 'tomorrow')).toThrow(TypeError);
  });

  it('is in one phase on every day, and phases follow one another without a break, for all days', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 4000 }), (from, wait, later) => {
      const begun = addDays('2020-01-01', from);
      const { phases } = cycleState(site, [start(begun), accept(addDays(begun, wait))], addDays(begun, wait + later));
      phases.slice(1).forEach((phase, index) => {
        const before = phases[index]?.ended ?? '';
        expect(phase.since).toBe(index === 0 ? before : addDays(before, 1));
      });
    }));
  });
});

describe('addLengths', () => {
  it.each([
    ['2024-02-29', 1, 'year', '2025-02-28'], ['2024-01-31', 1, 'month', '2024-02-29'], ['2023-01-31', 1, 'month', '2023-02-28'], ['2024-12-31', 2, 'month', '2025-02-28'],
    ['2024-03-31', -1, 'month', '2024-02-29'], ['2100-02-28', 1, 'day', '2100-03-01'], ['2024-03-05', 1, 'year', '2025-03-05'],
  ] as const)('counts from %s %d %s to %s', (date, amount, unit, expected) => {
    expect(addLengths(date, [{ amount, unit }], 'lastOfMonth')).toBe(expected);
  });
});

describe('checkCycle', () => {
  it('finds nothing in a sound cycle', () => {
    expect(checkCycle(site)).toEqual([]);
  });

  it('finds phases without length or end, and renewals that lead nowhere', () => {
    const broken: Cycle = {
      ...site, renewal: { to: 'again', times: 0 },
      phases: [{ id: 'a', title: title('a'), ends: 'acceptance' }, { id: 'b', title: title('b'), ends: 'time' }, { id: 'c', title: title('c'), ends: 'never' }, { id: 'd', title: title('d'), ends: 'never', duration: years(1), duties: [{ id: 'x', title: title('x') }] }],
    };
    expect(checkCycle(broken, '/cycles/0').map(({ code, pointer }) => [code, pointer])).toEqual([
      ['scheme/cycle-no-limit', '/cycles/0/phases/0'], ['scheme/cycle-no-duration', '/cycles/0/phases/1'], ['scheme/cycle-never-reached', '/cycles/0/phases/2/ends'],
      ['scheme/cycle-duration-unused', '/cycles/0/phases/3/duration'], ['scheme/cycle-duty-without-end', '/cycles/0/phases/3/duties'],
      ['scheme/cycle-unknown-phase', '/cycles/0/renewal/to'], ['scheme/cycle-renewal-unused', '/cycles/0/renewal'], ['scheme/cycle-no-renewals', '/cycles/0/renewal/times'],
    ]);
  });
});

describe('explainCycle', () => {
  it('tells phase, days, how they were counted and what falls due', () => {
    const node = explainCycle(cycleState(site, accepted, '2026-03-06'), site, 'zh-CN');
    expect(explanationText({ locale: 'zh-CN', verdict: '', lines: [node] }).split('\n')).toEqual([
      '', '  · 党建示范点：2026年3月6日处于“典型推广”阶段，自2026年3月6日起，至2029年3月5日止（含当日）。', '    · 从2024年3月5日的次日起算2年加3年，到2029年3月5日届满。',
      '    · “创建”：2023年6月1日至2024年3月5日。', '    · “表彰奖励”：2024年3月5日至2026年3月5日。',
      '    · 推广情况报告：2029年2月5日前（含当日）完成。', '    · 续期：2028年12月5日起可以办理，2029年3月5日前（含当日）完成。',
    ]);
  });

  it('tells overdue, undecided, ended and withdrawn cycles apart', () => {
    const told = (events: readonly CycleEvent[], today: string): [string, string] => {
      const { text, status } = explainCycle(cycleState(site, events, today), site, 'zh-CN');
      return [text, status];
    };
    expect(told([start('2023-06-01')], '2024-06-02')).toEqual(['党建示范点：“创建”阶段应于2024年6月1日前（含当日）通过验收，已逾期。', 'notMet']);
    expect(told(accepted, '2029-03-06')).toEqual(['党建示范点：各阶段已于2029年3月5日结束。', 'info']);
    expect(told([...accepted, { kind: 'withdraw', on: '2025-01-01', reason: 'idle', text: '场地收回' }], '2025-01-02')).toEqual(['党建示范点：已于2025年1月1日撤销，理由：停止运行（场地收回）。', 'notMet']);
  });
});
