import type { Threshold } from '@cobuild/core';
import type { SchemeFinding } from '../findings.js';
import type { ThresholdFindingCode } from './threshold-sentences.js';

/**
 * What is wrong with a vote rule that fits the format: a tie rule without what it needs, settings that nothing reads, shares that nobody can reach. What the scheme
 * leaves open is no finding here.
 *
 * @param threshold - With parameters resolved.
 * @returns Pointers are from the threshold.
 */
export function checkThreshold(threshold: Threshold): SchemeFinding[] {
  const { tie, secondKey, rounds, recusal, softRecusal, quorum } = threshold;
  const found: SchemeFinding[] = [];
  const report = (code: ThresholdFindingCode, pointer: string, params: SchemeFinding['params'] = {}, severity: SchemeFinding['severity'] = 'error'): void => {
    found.push({ code, severity, pointer, params });
  };
  if (tie === 'secondKey' && secondKey === undefined) report('scheme/second-key-missing', '/tie');
  if (isSettled(tie) && tie !== 'secondKey' && secondKey !== undefined) report('scheme/second-key-unused', '/secondKey', {}, 'warning');
  if (isSettled(tie) && tie !== 'revote' && rounds !== undefined) report('scheme/vote-rounds-unused', '/rounds', {}, 'warning');
  if (typeof rounds === 'number' && rounds < 1) report('scheme/vote-rounds-none', '/rounds', { rounds });
  if (isOutOfReach(threshold)) report('scheme/vote-never-passes', '/ratio', { ...(threshold.ratio as object) });
  if (isNothing(threshold.ratio)) report('scheme/vote-any-yes', '/ratio', { ...(threshold.ratio as object) }, 'warning');
  if (typeof quorum === 'object' && 'ratio' in quorum && isNothing(quorum.ratio)) report(quorum.op === '>' ? 'scheme/quorum-of-one' : 'scheme/quorum-always-met', '/quorum/ratio', { ...(quorum.ratio as object) }, 'warning');
  if (typeof quorum === 'object' && 'ratio' in quorum && isOutOfReach(quorum)) report('scheme/quorum-never-met', '/quorum/ratio', { ...(quorum.ratio as object) });
  if (Array.isArray(recusal) && Array.isArray(softRecusal)) {
    softRecusal.forEach((ground, index) => {
      if (recusal.includes(ground)) report('scheme/conflict-hard-and-soft', `/softRecusal/${index}`, { ground }, 'warning');
    });
  }
  return found;
}

function isSettled(value: unknown): boolean {
  return typeof value === 'string' && value !== 'UNDECIDED';
}

/** A share of nothing: every number is at least as much. */
function isNothing(ratio: unknown): boolean {
  return typeof ratio === 'object' && ratio !== null && 'p' in ratio && ratio.p === 0;
}

/** More than the whole; that at least more than the whole is asked, the format's own check of ratios finds. */
function isOutOfReach({ op, ratio }: { readonly op: unknown; readonly ratio: unknown }): boolean {
  const { p, q } = (typeof ratio === 'object' && ratio !== null ? ratio : {}) as { readonly p?: unknown; readonly q?: unknown };
  return op === '>' && typeof p === 'number' && p === q;
}
