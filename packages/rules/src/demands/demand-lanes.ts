import type { Scheme, Text } from '@cobuild/core';
import { firstStage } from '../decision/stage-lookup.js';

/** Demands in one state. */
export interface DemandLane { readonly title: Text; readonly stages: readonly string[] }

/**
 * The states of a board in the order of the scheme, as an office has them: one for each stage that people settle. What has ended stands in none of them.
 *
 * @param audience - `public`: stages of one public name are one state, as residents know them.
 */
export function demandLanes({ stages }: Scheme, audience: 'office' | 'public'): readonly DemandLane[] {
  if (audience === 'office') return stages.map(({ id, title }) => ({ title, stages: [id] }));
  const lanes = new Map<string, { readonly title: Text; readonly stages: string[] }>();
  for (const { id, title, publicTitle = title } of stages) {
    const lane = lanes.get(publicTitle['zh-CN']);
    if (lane === undefined) lanes.set(publicTitle['zh-CN'], { title: publicTitle, stages: [id] });
    else lane.stages.push(id);
  }
  return [...lanes.values()];
}

/** Who hands demands in sees the public states only; whoever settles a stage sees them all. */
export function demandAudience(scheme: Scheme, role: string): 'office' | 'public' {
  return scheme.organisation.roles.some(({ id }) => id === role) && role !== firstStage(scheme).actor.role ? 'office' : 'public';
}
