import { partsAt, textIn } from '../parts.js';
import type { Part } from '../parts.js';

/** Where a case can end; `outcome.to` names one of them or a stage. */
export const stageEnds: readonly string[] = ['approved', 'rejected', 'notApproved', 'withdrawn'];

/** The stages that a case can come to, starting at the first. */
export function reachableStages(document: unknown): ReadonlySet<string> {
  const stages = partsAt(document, '/stages');
  const targets = new Map(stages.map((stage) => [textIn(stage, 'id') ?? '', targetsOf(document, stage)]));
  const first = stages[0] && textIn(stages[0], 'id');
  const reached = new Set<string>();
  const waiting = first === undefined ? [] : [first];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id) || !targets.has(id)) continue;
    reached.add(id);
    waiting.push(...(targets.get(id) ?? []));
  }
  return reached;
}

function targetsOf(document: unknown, stage: Part): string[] {
  return partsAt(document, `${stage.pointer}/outcomes`).flatMap((outcome) => textIn(outcome, 'to') ?? []);
}
