import type { Cycle } from '@cobuild/core';
import type { SettingReader } from '../evaluation/settings.js';
import { addDays } from './add-duration.js';
import { dateCounter, missingDayOf, readDuration } from './cycle-settings.js';
import type { Position } from './cycle-timeline.js';
import type { CycleAction } from './cycle-types.js';

interface Standing { readonly today: string; readonly over: boolean; readonly renewals: number; readonly done: readonly string[] }

/** What has to be done in the phase: acceptance, its duties that are not done, and the renewal where one is left. In the order of the days they fall due. */
export function actionsOf(cycle: Cycle, at: Position, standing: Standing, read: SettingReader): CycleAction[] {
  const actions = [...(standing.over ? [] : [...acceptance(cycle, at, standing), ...duties(cycle, at, standing, read)]), ...renewal(cycle, at, standing, read)];
  return actions.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

function acceptance(cycle: Cycle, { index, state }: Position, { today }: Standing): CycleAction[] {
  if (cycle.phases[index]?.ends !== 'acceptance' || state.until === undefined) return [];
  return [{ kind: 'acceptance', id: 'acceptance', due: state.until, state: today > state.until ? 'overdue' : 'open' }];
}

function duties(cycle: Cycle, { index, state }: Position, { today, done }: Standing, read: SettingReader): CycleAction[] {
  return (cycle.phases[index]?.duties ?? []).flatMap((duty, place): CycleAction[] => {
    const found = done.includes(duty.id) ? undefined : dutyDue(cycle, index, place, state.until, read);
    return found === undefined ? [] : [{ kind: 'duty', id: duty.id, ...found, state: today > found.due ? 'overdue' : 'open' }];
  });
}

/**
 * The day on which a duty of a phase falls due; `undefined` where the phase has no end, or what is counted is not decided.
 *
 * @param place - Of the duty in its phase.
 * @param until - Last day of the phase.
 */
export function dutyDue(cycle: Cycle, phase: number, place: number, until: string | undefined, read: SettingReader): Pick<CycleAction, 'due' | 'counted'> | undefined {
  const before = cycle.phases[phase]?.duties?.[place]?.before;
  if (until === undefined || before === undefined) return until === undefined ? undefined : { due: until };
  const length = readDuration(before, `/phases/${phase}/duties/${place}/before`, read);
  const lengths = length === undefined ? [] : [{ ...length, amount: -length.amount }];
  const due = length === undefined ? undefined : dateCounter(cycle, read)(until, lengths);
  return due === undefined ? undefined : { due, counted: { from: until, lengths, ...missingDayOf(cycle) } };
}

function renewal(cycle: Cycle, at: Position, { today, renewals }: Standing, read: SettingReader): CycleAction[] {
  const window = renewalWindow(cycle, at, read);
  if (window === undefined || window === 'open' || at.state.until === undefined) return [];
  const times = read.count(cycle.renewal?.times, '/renewal/times');
  if (times === undefined || renewals >= times) return [];
  return [{ kind: 'renewal', id: 'renewal', opens: window.opens, due: at.state.until, ...(window.counted === undefined ? {} : { counted: window.counted }), state: today > at.state.until ? 'overdue' : today < window.opens ? 'notOpen' : 'open' }];
}

/** The first day on which the last phase can be renewed; `open` where that is not decided; `undefined` in any other phase. */
export function renewalWindow(cycle: Cycle, { index, state }: Position, read: SettingReader): { readonly opens: string; readonly counted?: CycleAction['counted'] } | 'open' | undefined {
  if (cycle.renewal === undefined || index !== cycle.phases.length - 1 || state.until === undefined) return undefined;
  if (cycle.renewal.opens === undefined) return { opens: addDays(state.until, 1) };
  const length = readDuration(cycle.renewal.opens, '/renewal/opens', read);
  const lengths = length === undefined ? [] : [{ ...length, amount: -length.amount }];
  const opens = length === undefined ? undefined : dateCounter(cycle, read)(state.until, lengths);
  return opens === undefined ? 'open' : { opens, counted: { from: state.until, lengths, ...missingDayOf(cycle) } };
}
