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

/** An outcome that leads round to a stage which the case has passed by then. */
export interface OnwardCircle { readonly pointer: string; readonly outcome: string; readonly to: string }

/**
 * Outcomes that close a circle without being a return. A stage is settled once; only a return opens it again, so a case would stop at such an outcome.
 */
export function onwardCircles(document: unknown): OnwardCircle[] {
  const stages = partsAt(document, '/stages');
  const onward = new Map(stages.map((stage) => [textIn(stage, 'id') ?? '', onwardOutcomes(document, stage)]));
  return stages.flatMap((stage) => {
    const id = textIn(stage, 'id') ?? '';
    return (onward.get(id) ?? []).filter(({ to }) => leadsTo(onward, to, id) && isEarlier(stages, to, id));
  });
}

/** Of a circle the outcome that goes back, or stays, in the order of the document is named. */
function isEarlier(stages: readonly Part[], to: string, id: string): boolean {
  const order = stages.map((stage) => textIn(stage, 'id'));
  return order.indexOf(to) <= order.indexOf(id);
}

function onwardOutcomes(document: unknown, stage: Part): OnwardCircle[] {
  return partsAt(document, `${stage.pointer}/outcomes`).flatMap((outcome) => {
    const to = textIn(outcome, 'to');
    return to === undefined || textIn(outcome, 'kind') === 'return' ? [] : [{ pointer: outcome.pointer, outcome: textIn(outcome, 'id') ?? '', to }];
  });
}

function leadsTo(onward: ReadonlyMap<string, readonly OnwardCircle[]>, from: string, goal: string): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === goal) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...(onward.get(id) ?? []).map(({ to }) => to));
  }
  return false;
}
