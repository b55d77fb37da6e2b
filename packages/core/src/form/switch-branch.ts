import type { Answers } from './answers.js';
import { hasType } from './branch-outline.js';
import type { Choices } from './choices.js';
import { choiceKey } from './choices.js';
import { withAside, withChoice, withMovedChoices } from './chosen-branches.js';
import { setOwn } from './copies.js';
import type { FieldSpec } from './field-spec.js';
import { withDefaults } from './edit-answers.js';
import type { FieldStatus } from './field-status.js';
import type { Stop } from './field-way.js';
import { isRecord, own } from './json-schema.js';
import type { Branch } from './schema-branches.js';

/** The choices with every branch on a way that is shown now: from then on it is the person's decision. */
export function withBranchesOf(choices: Choices, way: readonly Stop[]): Choices {
  let decided = choices;
  for (const { status } of way) {
    status?.chosen.forEach((branch, index) => {
      const isAsked = (status.spec.alternatives[index]?.branches.length ?? 0) > 1;
      if (branch >= 0 && isAsked) decided = withChoice(decided, choiceKey(status.pointer, index), branch);
    });
  }
  return decided;
}

/** The choices after an answer was given at the end of a way: a whole group or list that is handed in tells its branches itself. */
export function afterAnswer(choices: Choices, way: readonly Stop[], pointer: string): Choices {
  const last = way[way.length - 1];
  if (last === undefined || last.plan.spec.shape === 'leaf') return withBranchesOf(choices, way);
  const around = withMovedChoices(choices, (each) => (each === pointer || each.startsWith(`${pointer}/`) ? undefined : each));
  return withBranchesOf(around, way.slice(0, -1));
}

/**
 * Another branch for an answer. Branches of a group keep their answers side by side, each under its own name; where branches have different kinds of
 * answers at one place, the one that is left is kept aside and comes back with its branch.
 */
export function switchBranch(status: FieldStatus, index: number, branch: Branch, choices: Choices): { readonly value: unknown; readonly choices: Choices } {
  const { plan, pointer, value } = status;
  const key = choiceKey(pointer, index);
  const chosen = withChoice(choices, key, branch.index);
  const outline = branch.outline();
  if (plan.base.spec.shape === 'group' || plan.spec.children === plan.base.spec.children && plan.spec.shape === 'group') {
    return { value: withDefaultsOf(plan.base.spec, status.spec.alternatives[index]?.at, branch.index, value), choices: chosen };
  }
  const left = plan.policy === 'clear' ? choices : withAside(chosen, key, status.chosen[index] ?? -1, value);
  const kept = { ...left, branches: chosen.branches };
  const known = plan.policy === 'clear' ? undefined : choices.aside.get(key)?.get(branch.index);
  return { value: known ?? fitting(outline.type, value, branch), choices: kept };
}

/** What of an answer can stay in another branch: a text a text, of a group the names that the branch has too. */
function fitting(type: string | undefined, value: unknown, branch: Branch): unknown {
  const { schema, properties } = branch.outline();
  const start = own(schema, 'const') ?? own(schema, 'default') ?? (type === 'null' ? null : undefined);
  if (start !== undefined || value === undefined || !hasType({ type }, value)) return start;
  if (!isRecord(value)) return value;
  const shared: Record<string, unknown> = {};
  for (const name of Object.keys(value)) if (properties.has(name)) setOwn(shared, name, value[name]);
  return Object.keys(shared).length > 0 ? shared : undefined;
}

/** The defaults of a branch, where nothing is answered. */
function withDefaultsOf(group: FieldSpec, at: string | undefined, branch: number, value: unknown): unknown {
  let filled: Answers | undefined = isRecord(value) ? value : undefined;
  for (const child of group.children) {
    const isOfBranch = child.presentWhen.some((gates) => gates.some((gate) => gate.kind === 'branch' && gate.at === at && gate.branch === branch));
    if (!isOfBranch || own(filled, child.name) !== undefined) continue;
    const start = withDefaults(child, undefined);
    if (start === undefined) continue;
    const copy: Record<string, unknown> = { ...filled };
    setOwn(copy, child.name, start);
    filled = copy;
  }
  return filled ?? value;
}
