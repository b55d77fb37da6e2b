import { toPointer, valueAt } from '@cobuild/core';
import { listAt } from './fact-shapes.js';
import type { LogicFinding } from './logic-finding.js';

const ENDS: readonly unknown[] = ['approved', 'rejected', 'notApproved', 'withdrawn'];
/** Kinds of outcome of which a stage takes the first, by method. */
const SINGLE: Readonly<Record<string, readonly string[]>> = { vote: ['passed', 'failed'], application: ['submit'] };

/**
 * Ways out of a stage that no case takes, and stages from which no case comes to an end.
 *
 * @param isSound - Whether nothing is wrong at a place; where a stage is, nothing is said of it, nor of the way to an end.
 */
export function checkStages(scheme: unknown, isSound: (pointer: string) => boolean): readonly LogicFinding[] {
  const stages = listAt(scheme, '/stages');
  const ending = endingStages(stages);
  // Of several in one circle, the first is told.
  const stuck = isSound('/stages') ? stages.map((stage) => valueAt(stage, '/id')).find((id) => !ending.has(id)) : undefined;
  return stages.flatMap((stage, index): LogicFinding[] => {
    const at = toPointer('stages', index);
    if (!isSound(at)) return [];
    const method = valueAt(stage, '/method');
    const single = typeof method === 'string' && Object.prototype.hasOwnProperty.call(SINGLE, method) ? (SINGLE[method] ?? []) : [];
    const outcomes = listAt(stage, '/outcomes');
    const kinds = outcomes.map((outcome) => valueAt(outcome, '/kind'));
    const untaken = kinds.flatMap((kind, place): LogicFinding[] => {
      const first = kinds.indexOf(kind);
      if (!single.some((each) => each === kind) || first === place) return [];
      return [{ code: 'scheme/outcome-never-taken', severity: 'warning', pointer: `${at}/outcomes/${place}`, params: { outcome: valueAt(outcomes[place], '/id'), first: valueAt(outcomes[first], '/id'), kind } }];
    });
    const id = valueAt(stage, '/id');
    return id === undefined || id !== stuck ? untaken : [...untaken, { code: 'scheme/no-way-out', severity: 'error', pointer: `${at}/outcomes`, params: { stage: id } }];
  });
}

/** Stages from which some way leads to an end. */
function endingStages(stages: readonly unknown[]): ReadonlySet<unknown> {
  const ending = new Set<unknown>(ENDS);
  for (let before = -1; before !== ending.size;) {
    before = ending.size;
    for (const stage of stages) {
      if (listAt(stage, '/outcomes').some((outcome) => ending.has(valueAt(outcome, '/to')))) ending.add(valueAt(stage, '/id'));
    }
  }
  return ending;
}
