import type { FieldPlan } from './field-plan.js';
import { childPlan } from './field-plan.js';
import type { FieldStatus } from './field-status.js';
import { childStatus } from './field-status.js';

/** A field on the way to a pointer: as it is drawn now where it is there, else as it is planned. */
export interface Stop { readonly plan: FieldPlan; readonly status?: FieldStatus | undefined }

/** The field that a token leads to; `undefined` where the form has none. */
export function nextStop({ plan, status }: Stop, token: string): Stop | undefined {
  const child = status && childStatus(status, token);
  if (child) return { plan: child.plan, status: child };
  const planned = childPlan(plan, token);
  return planned && { plan: planned };
}

/** The fields on the way to a pointer, the root first; ends early where the form has no such field. */
export function stopsOnTheWay(root: Stop, tokens: readonly string[]): readonly Stop[] {
  const way = [root];
  for (const token of tokens) {
    const next = nextStop(way[way.length - 1] as Stop, token);
    if (next === undefined) break;
    way.push(next);
  }
  return way;
}
