import { briefCondition } from './brief-condition.js';
import type { Part } from './condition-parts.js';
import { withBothAlone } from './check-logic.js';
import { variablesOf } from './logic/formula.js';
import type { FormulaReader } from './logic/read-formula.js';
import type { Reasoner } from './logic/reasoner.js';
import { excludeEachOther, follows } from './logic/reasoner.js';
import type { Variable } from './logic/variables.js';
import type { LogicFinding } from './logic-finding.js';

/** A requirement that can be met and can be missed. */
export interface Requirement extends Part { readonly id: string }

/** More pairs than this are not looked at; with so many rules on the same facts the rest of the work would wait. */
const MOST_PAIRS = 4000;

/** Requirements that read the same facts, directly or by way of others; only these can contradict or imply one another. */
export function relatedRequirements(requirements: readonly Requirement[], reasoner: Reasoner): readonly (readonly Requirement[])[] {
  // Each requirement points at an earlier one of its group; the first of a group at itself.
  const before = requirements.map((_, index) => index);
  const firstOf = (index: number): number => {
    let at = index;
    for (let next = before[at] ?? at; next !== at; next = before[at] ?? at) at = next;
    before[index] = at;
    return at;
  };
  const reader = new Map<Variable, number>();
  const reading = new Set<number>();
  for (const [index, { condition }] of requirements.entries()) {
    for (const variable of variablesOf(reasoner.now(condition))) {
      reading.add(index);
      const [one, other] = [firstOf(reader.get(variable) ?? index), firstOf(index)];
      before[Math.max(one, other)] = Math.min(one, other);
      reader.set(variable, index);
    }
  }
  const groups = new Map<number, Requirement[]>();
  for (const [index, requirement] of requirements.entries()) {
    if (!reading.has(index)) continue;
    const group = groups.get(firstOf(index)) ?? [];
    groups.set(firstOf(index), group);
    group.push(requirement);
  }
  return [...groups.values()];
}

/** Requirements that nobody can meet together, that say the same, or that another one already says. */
export function checkRequirements(requirements: readonly Requirement[], reasoner: Reasoner): readonly LogicFinding[] {
  return relatedRequirements(requirements, reasoner).flatMap((related) => {
    if (related.length < 2) return [];
    return excludeEachOther(reasoner.now, related.map(({ condition }) => condition)) ? contradictions(related, reasoner) : implications(related, reasoner);
  });
}

const named = ({ id, condition, pointer }: Requirement): { readonly id: string; readonly condition: string; readonly at: string } => ({ id, condition: briefCondition(condition), at: pointer });

function contradictions(related: readonly Requirement[], reasoner: Reasoner): LogicFinding[] {
  const pairs = pairsOf(related).filter(([first, second]) => excludeEachOther(reasoner.now, [first.condition, second.condition]));
  if (pairs.length > 0) {
    return pairs.map(([first, second]) => withBothAlone({ code: 'scheme/rules-contradict', severity: 'error', pointer: second.pointer, params: { first: named(first), second: named(second) } }, first, second, reasoner));
  }
  const least = leastTogether(related, reasoner.now);
  const last = least[least.length - 1];
  if (last === undefined) return [];
  const example = reasoner.example(least.map((requirement) => ({ ...requirement, gives: requirement !== last })));
  return [{ code: 'scheme/rules-exclude-all', severity: 'error', pointer: last.pointer, params: { rules: least.map(({ id }) => id) }, ...(example === undefined ? {} : { counterExample: example }) }];
}


/** As few of them as still exclude each other. */
export function leastTogether(excluding: readonly Requirement[], read: FormulaReader): readonly Requirement[] {
  let least = excluding;
  for (const requirement of excluding) {
    const without = least.filter((other) => other !== requirement);
    if (excludeEachOther(read, without.map(({ condition }) => condition))) least = without;
  }
  return least;
}

function implications(related: readonly Requirement[], { ever, example }: Reasoner): LogicFinding[] {
  const read = new Map(related.map((requirement) => [requirement, variablesOf(ever(requirement.condition))]));
  const told = new Set<Requirement>();
  return candidates(related, read).flatMap(([by, implied]): LogicFinding[] => {
    if (told.has(implied) || told.has(by) || !follows(ever, implied.condition, [by.condition])) return [];
    const isSame = read.get(by)?.size === read.get(implied)?.size && follows(ever, by.condition, [implied.condition]);
    // Of two that say the same, the later one is told.
    const [later, earlier] = isSame && related.indexOf(by) > related.indexOf(implied) ? [by, implied] : [implied, by];
    told.add(later);
    const params = { rule: named(later), by: named(earlier) };
    if (isSame) return [{ code: 'scheme/rules-same', severity: 'warning', pointer: later.pointer, params }];
    const shown = example([{ pointer: later.pointer, condition: later.condition, gives: true }, { pointer: earlier.pointer, condition: earlier.condition, gives: false }]);
    return [{ code: 'scheme/rule-implied', severity: 'info', pointer: later.pointer, params, ...(shown === undefined ? {} : { counterExample: shown }) }];
  });
}

/** Pairs of which the first may imply the second: it reads everything that the second reads. */
function candidates(related: readonly Requirement[], read: ReadonlyMap<Requirement, ReadonlySet<Variable>>): (readonly [Requirement, Requirement])[] {
  const readers = new Map<Variable, Requirement[]>();
  for (const [requirement, variables] of read) for (const variable of variables) readers.set(variable, [...(readers.get(variable) ?? []), requirement]);
  return related.flatMap((implied) => {
    const variables = [...(read.get(implied) ?? [])];
    const rarest = variables.map((variable) => readers.get(variable) ?? []).reduce<readonly Requirement[] | undefined>((least, each) => (least === undefined || each.length < least.length ? each : least), undefined) ?? [];
    return rarest.filter((by) => by !== implied && variables.every((variable) => read.get(by)?.has(variable))).map((by) => [by, implied] as const);
  }).slice(0, MOST_PAIRS);
}

function pairsOf(related: readonly Requirement[]): (readonly [Requirement, Requirement])[] {
  const pairs: (readonly [Requirement, Requirement])[] = [];
  for (const [index, second] of related.entries()) {
    for (const first of related.slice(0, index)) {
      if (pairs.length >= MOST_PAIRS) return pairs;
      pairs.push([first, second]);
    }
  }
  return pairs;
}
