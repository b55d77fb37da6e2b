import { branchesOf } from './chosen-branches.js';
import type { FieldPlan } from './field-plan.js';
import type { StatusInputs, Subject, Surroundings } from './field-status.js';
import type { ChosenBranches } from './gates.js';
import type { Gate } from './schema-sources.js';

const NONE: readonly never[] = [];

/** How a field is drawn now: whole where it comes back to itself and is there, and by the schemas that apply. */
export function drawnPlan(given: FieldPlan, { pointer, value, counted }: Subject, at: Surroundings, { form: { gateTests }, choices }: StatusInputs): { readonly plan: FieldPlan; readonly chosen: readonly number[]; readonly own: ChosenBranches } {
  const plan = given.expanded !== undefined && value !== undefined && value !== null ? given.expanded() : given;
  const { alternatives, variants } = plan.spec;
  const own = new Map<string, number>();
  if (alternatives.length === 0 && variants === undefined) return { plan, chosen: NONE, own };
  const objects = [...at.objects, counted];
  const holds = (gates: readonly Gate[], ownBranches: ChosenBranches): boolean => gateTests.hold(gates, objects, [...at.chosen, ownBranches]);
  const chosen = branchesOf(alternatives, { pointer, value, choices, fits: gateTests.fits, hold: holds });
  alternatives.forEach(({ at: keyword }, index) => { if (chosen[index] !== -1) own.set(keyword, chosen[index] as number); });
  const held = variants?.gates.map((gates) => (holds(gates, own) ? '1' : '0')).join('');
  return { plan: held === undefined ? plan : (plan.variant?.(held) ?? plan), chosen, own };
}
