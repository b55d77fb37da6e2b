import type { Cycle } from '@cobuild/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cycleState, explainCycle, explanationText } from '../../src/index.js';
import type { CycleAction, CycleEvent, CyclePhaseState, CycleState } from '../../src/index.js';
import { sent } from './exact.js';
import { expectWhole } from './whole-text.js';

interface Again {
  readonly outcome: CycleState['outcome']; readonly phase?: string | undefined; readonly since?: string | undefined; readonly until?: string | undefined;
  readonly due: readonly { readonly id: string; readonly due: string; readonly opens: string | undefined; readonly state: CycleAction['state'] }[];
}

const dayOf = (date: string, days: number): string => new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The day that so many years, months and days lead to. */
function counted({ from, lengths, missingDay }: NonNullable<CyclePhaseState['counted']>): string {
  const amount = (unit: string): number => lengths.filter((length) => length.unit === unit).reduce((all, length) => all + length.amount, 0);
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  const months = year * 12 + month - 1 + amount('year') * 12 + amount('month');
  const last = new Date(Date.UTC(Math.floor(months / 12), (months % 12) + 1, 0)).getUTCDate();
  const first = `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
  const reached = day <= last ? `${first}-${String(day).padStart(2, '0')}` : missingDay === 'lastOfMonth' ? `${first}-${String(last).padStart(2, '0')}` : dayOf(`${first}-${String(last).padStart(2, '0')}`, 1);
  return dayOf(reached, amount('day'));
}

/** Where it stands again: from how long each phase was counted to last, what ended it, and what was done. */
function cycleAgain({ today, phases, withdrawal, due }: CycleState): Again {
  const last = phases[phases.length - 1];
  const actions = due.map(({ kind, id, opens: seen, due: recorded, counted: back }) => {
    const opens = kind === 'renewal' ? (back === undefined ? seen : counted(back)) : undefined;
    const day = kind === 'duty' && back !== undefined ? counted(back) : recorded;
    return { id, due: day, opens, state: today > day ? 'overdue' as const : opens !== undefined && today < opens ? 'notOpen' as const : 'open' as const };
  });
  if (withdrawal !== undefined) return { outcome: 'withdrawn', due: [] };
  if (last === undefined) return { outcome: 'notStarted', due: [] };
  if (last.ended !== undefined) return { outcome: 'ended', due: actions };
  const until = last.counted === undefined ? undefined : counted(last.counted);
  const outcome = until === undefined && last.ends !== 'never' ? 'undecided' : last.ends === 'acceptance' && until !== undefined && today > until ? 'overdue' : 'running';
  return { outcome, phase: last.phase, since: last.since, until, due: actions };
}

const verdict = ({ outcome, phase, since, until, due }: CycleState): Again => ({ outcome, ...(phase === undefined ? {} : { phase, since, until }), due: due.map(({ id, due: day, opens, state }) => ({ id, due: day, opens, state })) });

/** Phases follow one another: each that time ended is followed on the next day, and lasted as long as was counted. */
function chained({ phases }: CycleState): boolean {
  return phases.every((phase, index) => {
    const next = phases[index + 1];
    const lasted = phase.ends !== 'time' || phase.ended === undefined || phase.counted === undefined || phase.ended <= counted(phase.counted);
    return lasted && (next === undefined || phase.ended === undefined || next.since >= phase.ended) && (phase.until === undefined || phase.counted === undefined || counted(phase.counted) === phase.until);
  });
}

const title = { 'zh-CN': '阶段', en: 'phase' };
const lengths = fc.oneof({ weight: 8, arbitrary: fc.record({ amount: fc.integer({ min: 1, max: 14 }), unit: fc.constantFrom('year', 'month', 'day') }) }, { weight: 1, arbitrary: fc.constant('UNDECIDED') });
const cycles = fc.record({
  missingDay: fc.constantFrom(undefined, 'lastOfMonth', 'firstOfNextMonth', 'UNDECIDED'), create: lengths, commend: lengths, model: lengths, before: fc.constantFrom(undefined, { amount: 1, unit: 'month' }, 'UNDECIDED'),
  ends: fc.constantFrom('time', 'never', 'acceptance'), renewal: fc.constantFrom(undefined, { to: 'model', times: 1, opens: { amount: 3, unit: 'month' } }, { to: 'model', times: 2 }),
}).map(({ missingDay, create, commend, model, before, ends, renewal }) => sent({
  id: 'site', title, missingDay, renewal, withdrawal: { reasons: [{ id: 'fraud', title }] },
  phases: [{ id: 'create', title, ends: 'acceptance', duration: create }, { id: 'commend', title, ends: 'time', duration: commend }, { id: 'model', title, ends, ...(ends === 'never' ? {} : { duration: model }), duties: [{ id: 'report', title, before }] }],
}) as unknown as Cycle);
const days = fc.integer({ min: 0, max: 2600 }).map((number) => dayOf('2023-12-30', number));
const event = fc.tuple(fc.constantFrom('accept', 'accept', 'renew', 'done', 'withdraw'), days).map(([kind, on]) => ({ kind, on, ...(kind === 'done' ? { duty: 'report' } : kind === 'withdraw' ? { reason: 'fraud' } : {}) }) as CycleEvent);
const histories = fc.tuple(fc.constantFrom('2024-01-31', '2024-02-29', '2024-05-05'), fc.array(event, { maxLength: 4 }), fc.boolean())
  .map(([on, events, started]): CycleEvent[] => [...(started ? [{ kind: 'start' as const, on }] : []), ...events.sort((a, b) => (a.on < b.on ? -1 : 1))]);

describe('a cycle of years from its result alone', () => {
  it('row 55: gives the same phase, days, duties and renewal for any history and day', () => {
    const seen = new Set<string>();
    fc.assert(fc.property(cycles, histories, days, (cycle, events, today) => {
      const state = cycleState(cycle, events, today);
      const read = sent(state);
      expect(cycleAgain(read)).toEqual(verdict(state));
      expect(chained(read)).toBe(true);
      seen.add(state.outcome);
    }), { numRuns: 1000 });
    expect([...seen].sort()).toEqual(['ended', 'notStarted', 'overdue', 'running', 'undecided', 'withdrawn']);
  });

  it('differs where somebody changed the day that was counted from', () => {
    const cycle: Cycle = { id: 'site', title, phases: [{ id: 'create', title, ends: 'acceptance', duration: { amount: 1, unit: 'year' } }] };
    const state = cycleState(cycle, [{ kind: 'start', on: '2024-02-29' }], '2025-02-28');
    const forged = JSON.parse(JSON.stringify(state).replace('"counted":{"from":"2024-02-29"', '"counted":{"from":"2024-02-27"')) as CycleState;
    expect([cycleAgain(sent(state)), cycleAgain(forged)].map(({ outcome, until }) => [outcome, until])).toEqual([['running', '2025-02-28'], ['overdue', '2025-02-27']]);
  });

  it('is told with every day, in both languages', () => {
    const years = (amount: number): { amount: number; unit: 'year' } => ({ amount, unit: 'year' });
    const cycle: Cycle = { id: 'site', title, phases: [{ id: 'create', title, ends: 'acceptance', duration: years(1) }, { id: 'commend', title, ends: 'time', duration: years(2) }] };
    const state = cycleState(cycle, [{ kind: 'start', on: '2023-06-01' }, { kind: 'accept', on: '2024-03-05' }], '2025-01-01');
    expectWhole(explanationText({ verdict: '', locale: 'zh-CN', lines: [explainCycle(state, cycle, 'zh-CN')] }), ['2023年6月1日', '2024年3月5日', '2026年3月5日']);
    expectWhole(explanationText({ verdict: '', locale: 'en', lines: [explainCycle(state, cycle, 'en')] }), ['2023', '2024', '2026']);
  });
});
