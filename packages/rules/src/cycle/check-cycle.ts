import type { Cycle, CyclePhase } from '@cobuild/core';
import type { SchemeFinding } from '../findings.js';

/**
 * What is wrong with a cycle: phases that nothing leads out of or into, lengths that are missing, and renewals that lead nowhere.
 *
 * @param pointer - Where the cycle stands, `/cycles/0`.
 */
export function checkCycle(cycle: Cycle, pointer = ''): SchemeFinding[] {
  return [...cycle.phases.flatMap((phase, index) => checkPhase(cycle, phase, index, pointer)), ...checkRenewal(cycle, pointer)];
}

function checkPhase({ phases }: Cycle, phase: CyclePhase, index: number, pointer: string): SchemeFinding[] {
  const at = `${pointer}/phases/${index}`;
  const last = index === phases.length - 1;
  const next = phases[index + 1]?.id;
  return [
    ...(phase.ends === 'time' && phase.duration === undefined ? [{ code: 'scheme/cycle-no-duration', pointer: at, params: { phase: phase.id } }] : []),
    ...(phase.ends === 'acceptance' && phase.duration === undefined ? [{ code: 'scheme/cycle-no-limit', severity: 'warning' as const, pointer: at, params: { phase: phase.id } }] : []),
    ...(phase.ends === 'never' && !last ? [{ code: 'scheme/cycle-never-reached', pointer: `${at}/ends`, params: { phase: phase.id, next } }] : []),
    ...(phase.ends === 'never' && phase.duration !== undefined ? [{ code: 'scheme/cycle-duration-unused', severity: 'warning' as const, pointer: `${at}/duration`, params: { phase: phase.id } }] : []),
    ...(phase.ends === 'never' && (phase.duties ?? []).length > 0 ? [{ code: 'scheme/cycle-duty-without-end', pointer: `${at}/duties`, params: { phase: phase.id } }] : []),
  ];
}

function checkRenewal({ phases, renewal }: Cycle, pointer: string): SchemeFinding[] {
  if (renewal === undefined) return [];
  const last = phases[phases.length - 1];
  return [
    ...(phases.some(({ id }) => id === renewal.to) ? [] : [{ code: 'scheme/cycle-unknown-phase', pointer: `${pointer}/renewal/to`, params: { phase: renewal.to, known: phases.map(({ id }) => id) } }]),
    ...(last?.ends === 'never' ? [{ code: 'scheme/cycle-renewal-unused', severity: 'warning' as const, pointer: `${pointer}/renewal`, params: { phase: last.id } }] : []),
    ...(renewal.times === 0 ? [{ code: 'scheme/cycle-no-renewals', severity: 'warning' as const, pointer: `${pointer}/renewal/times`, params: {} }] : []),
  ];
}
