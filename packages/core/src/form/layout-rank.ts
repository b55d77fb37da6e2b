import { pointerTokens } from '../problems/json-pointer.js';
import type { FieldPlace, FieldPlan } from './field-plan.js';
import { plansOnTheWay } from './field-plan.js';
import type { LayoutPlan, StepPlan } from './layout-plan.js';

/** Where a field stands on the way through the form: numbers to be compared one after the other. */
export interface LayoutRank {
  /** Place among the fields that sections show, then the way inside that field; empty for the form itself. */
  readonly shown: readonly number[];
  /** The way through the schema, for what no section shows. */
  readonly way: readonly number[];
}

/** The rank of a field at the tokens of a pointer. A field that no section shows, as a group whose fields all stand elsewhere, ranks with what is around it. */
export function rankAt(root: FieldPlan, tokens: readonly string[]): LayoutRank {
  const way: number[] = [];
  let shown: readonly number[] = [];
  let plan: FieldPlan | undefined = root;
  let isShown = false;
  for (const token of tokens) {
    const index: number | undefined = plan.item ? Number(token) : plan.positions.get(token);
    plan = index === undefined ? undefined : (plan.item ?? plan.children[index]);
    if (plan === undefined || index === undefined) break;
    way.push(index);
    if (plan.place) shown = [plan.place.order];
    else if (isShown) shown = [...shown, index];
    isShown = isShown || plan.place !== undefined;
  }
  return { shown, way };
}

export function compareRanks(left: LayoutRank, right: LayoutRank): number {
  return compareNumbers(left.shown, right.shown) || compareNumbers(left.way, right.way);
}

function compareNumbers(left: readonly number[], right: readonly number[]): number {
  const count = Math.min(left.length, right.length);
  for (let index = 0; index < count; index += 1) {
    const difference = (left[index] as number) - (right[index] as number);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** Where the field stands by itself, or the one around it that does. */
export function placeOf(plan: FieldPlan): FieldPlace | undefined {
  let at: FieldPlan | undefined = plan;
  while (at !== undefined && at.place === undefined) at = at.parent;
  return at?.place;
}

/** The step in which a pointer's field stands; what belongs to no field is in the last one. */
export function stepAt(form: { readonly plan: { readonly root: FieldPlan }; readonly layout: LayoutPlan }, pointer: string): StepPlan | undefined {
  const way = plansOnTheWay(form.plan.root, pointerTokens(pointer));
  return placeOf(way[way.length - 1] as FieldPlan)?.step ?? lastStep(form.layout);
}

export function lastStep({ steps }: LayoutPlan): StepPlan | undefined {
  return steps[steps.length - 1];
}
