import type { Allocation } from '@cobuild/core';
import type { FactShapes } from '../analysis/fact-shapes.js';
import { withNearest } from '../analysis/follow-fact.js';
import { reservedFacts } from '../conditions/index.js';
import type { SchemeFinding } from '../findings.js';
import { DEFAULT_READS } from './default-reads.js';
import { isRule } from './own-limits.js';

type Read = keyof typeof DEFAULT_READS;

/**
 * Answers that awards cannot be reckoned without, that `reads` does not name, and that the form has not under the name which is then taken: every award would stay
 * undecided. An allocation that only states its fund divides nothing and needs none.
 *
 * @param shapes - The facts of the application form.
 */
export function checkDefaultReads(allocation: Allocation, { byName, complete }: FactShapes): readonly SchemeFinding[] {
  if (!complete) return [];
  const names = [...byName.keys()].filter((name) => !(reservedFacts as readonly string[]).includes(name));
  const answers = names.map((name) => `/${name}`);
  return readsOf(allocation).filter((read) => allocation.reads?.[read] === undefined && !answers.includes(DEFAULT_READS[read])).map((read): SchemeFinding => ({
    code: 'scheme/allocation-default-answer', severity: 'warning', pointer: `/reads/${read}`, params: withNearest({ read, default: DEFAULT_READS[read] }, DEFAULT_READS[read], answers),
  }));
}

/** Whether a setting is there and not left open. */
function isDecided(setting: unknown): boolean {
  return setting !== undefined && setting !== 'UNDECIDED';
}

/** What the settings of an allocation need to know of a project. */
function readsOf({ ranking, whenShort, perProjectCap, coFunding, caps = [] }: Allocation): readonly Read[] {
  const divides = [ranking, whenShort, perProjectCap, coFunding].some(isDecided) || caps.length > 0;
  const rule = isRule(coFunding) ? coFunding : undefined;
  const ofOwnShare = isDecided(rule === undefined ? coFunding : rule.ownShareMinimum);
  const base = rule?.fund === undefined ? undefined : (rule.base ?? 'eligibleCost');
  const ofCost = ofOwnShare || rule?.publicShareMaximum !== undefined || base === 'eligibleCost' || caps.some(({ of }) => of === 'eligibleCost');
  const ofCategory = caps.some(({ category, per, values, answer }) => category !== undefined || per === 'category' || (values !== undefined && answer === undefined));
  return [
    ...(divides ? ['requested' as const] : []), ...(ofCost ? ['eligibleCost' as const] : []), ...(ofOwnShare ? ['ownFunds' as const] : []), ...(base === 'raised' ? ['raised' as const] : []),
    ...(ofCategory ? ['category' as const] : []),
  ];
}
