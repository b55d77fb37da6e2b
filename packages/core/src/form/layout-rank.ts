import type { FieldPlace, FieldPlan } from './field-plan.js';
import { planAt } from './field-plan.js';
import type { LayoutPlan, StepPlan } from './layout-plan.js';

/** Where a field stands on the way through the form: numbers to be compared one after the other. */
export interface LayoutRank {
  /** Place among the fields that sections show, then the way inside that field; empty for the form itself. */
  readonly shown: readonly number[];
  /** The way through the schema, for what no section shows. */
  readonly way: readonly number[];
  /** What is left of the pointer where the way goes on through names that a person gave, or differs by what is chosen. */
  readonly rest: readonly string[];
}

/** The rank of a field at the tokens of a pointer. A field that no section shows, as a group whose fields all stand elsewhere, ranks with what is around it. */
export function rankAt(root: FieldPlan, tokens: readonly string[]): LayoutRank {
  const way: number[] = [];
  let shown: readonly number[] = root.place ? [root.place.order] : [];
  let plan: FieldPlan = root;
  let isShown = root.place !== undefined;
  for (const token of tokens) {
    const around: FieldPlan = plan.expanded?.() ?? plan;
    const index: number | undefined = around.positions.get(token) ?? (around.item && /^\d+$/.test(token) ? Number(token) : undefined);
    const next: FieldPlan | undefined = index === undefined ? undefined : (around.children[index] ?? around.item);
    if (next === undefined || index === undefined) break;
    plan = next;
    way.push(index);
    if (plan.place) shown = [plan.place.order];
    else if (isShown) shown = [...shown, index];
    isShown = isShown || plan.place !== undefined;
  }
  return { shown, way, rest: way.length === tokens.length ? NO_REST : tokens.slice(way.length) };
}

const NO_REST: readonly string[] = [];

export function compareRanks(left: LayoutRank, right: LayoutRank): number {
  return compareNumbers(left.shown, right.shown) || compareNumbers(left.way, right.way) || compareTokens(left.rest, right.rest);
}

/** Items by their number, names as texts: an order that stays when others come and go. */
function compareTokens(left: readonly string[], right: readonly string[]): number {
  const count = Math.min(left.length, right.length);
  for (let index = 0; index < count; index += 1) {
    const [one, other] = [left[index] as string, right[index] as string];
    if (one === other) continue;
    const [first, second] = [one, other].map((token) => (/^\d+$/.test(token) ? Number(token) : Infinity)) as [number, number];
    return first !== second ? (first < second ? -1 : 1) : one < other ? -1 : 1;
  }
  return left.length - right.length;
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
  return placeOf(planAt(form.plan.root, pointer))?.step ?? lastStep(form.layout);
}

export function lastStep({ steps }: LayoutPlan): StepPlan | undefined {
  return steps[steps.length - 1];
}
