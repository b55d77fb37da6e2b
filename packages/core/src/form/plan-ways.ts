import type { FieldPlan, PlanDraft } from './field-plan.js';
import type { FieldEntries, FieldSpec } from './field-spec.js';

/** Makes a plan for each field once. */
function once(plan: (spec: FieldSpec) => FieldPlan): (spec: FieldSpec) => FieldPlan {
  const known = new Map<FieldSpec, FieldPlan>();
  return (spec) => {
    let planned = known.get(spec);
    if (planned === undefined) known.set(spec, (planned = plan(spec)));
    return planned;
  };
}

/** The other ways to draw a field, each planned when it is first met. */
export function takeWays(plan: PlanDraft, planned: (spec: FieldSpec) => FieldPlan): void {
  const { expand, variants } = plan.spec;
  if (expand) {
    let whole: FieldPlan | undefined;
    plan.expanded = () => (whole ??= planned(expand()));
  }
  if (!variants) return;
  const variantOf = once((spec) => (spec.children === plan.spec.children && spec.shape === 'group' ? { ...plan, spec, variant: undefined } : planned(spec)));
  plan.variant = (held) => {
    const spec = variants.of(held);
    return spec === plan.spec ? plan : variantOf(spec);
  };
}

/** The answers under other names than those of the fields. */
export function entriesOfPlan(plan: FieldPlan, entries: FieldEntries, planned: (spec: FieldSpec) => FieldPlan): NonNullable<FieldPlan['entry']> {
  const entryOf = once(planned);
  return (name) => {
    const spec = plan.positions.has(name) ? undefined : entries.of(name);
    return spec && entryOf(spec);
  };
}
