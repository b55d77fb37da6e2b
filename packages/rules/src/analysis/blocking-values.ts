import type { NamedConditions } from '@cobuild/core';
import { pointerTokens, toPointer, withValueAt } from '@cobuild/core';
import type { LogicFinding } from './logic-finding.js';
import { excludeEachOther } from './logic/reasoner.js';
import { formulaReader } from './logic/read-formula.js';
import type { FixedParameters } from './logic/variables.js';
import type { PlacedCondition } from './scheme-conditions.js';

/** A condition with what is wrong in it. */
export interface CheckedCondition { readonly placed: PlacedCondition; readonly defects: readonly LogicFinding[] }

/** A value that no fact can have, and the comparison that it stands in. */
interface Slip { readonly finding: LogicFinding; readonly comparison: string }

const SLIP = 'scheme/value-not-an-option';
const OPEN_OWNERS: readonly PlacedCondition['owner'][] = ['requirement', 'stage'];

/**
 * The findings about values that nothing can be because of which a requirement, or the condition of a stage, can never be met, each with whose it is: a slip in one
 * of several alternatives costs that alternative alone, here it keeps everybody out.
 *
 * @param conditions - Those in which nothing else is wrong.
 * @param named - The named conditions of the scheme that each of them refers to, itself or by way of others; by their pointers.
 */
export function blockingValues(conditions: readonly CheckedCondition[], named: (placed: PlacedCondition) => ReadonlySet<string>, parameters: FixedParameters): ReadonlyMap<LogicFinding, 'requirement' | 'stage'> {
  const blocking = new Map<LogicFinding, 'requirement' | 'stage'>();
  // Most schemes have no such value.
  const slipping = conditions.filter(({ defects }) => defects.some(({ code }) => code === SLIP));
  if (slipping.length === 0) return blocking;
  for (const { placed } of conditions) {
    const owner = placed.owner === 'stage' ? 'stage' : 'requirement';
    if (!OPEN_OWNERS.includes(placed.owner)) continue;
    const referred = named(placed);
    const slips = slipping.filter((each) => each.placed === placed || referred.has(each.placed.pointer)).flatMap(({ defects }) => defects.flatMap(slipOf));
    for (const finding of blamed(placed, slips, parameters)) if (!blocking.has(finding) || owner === 'requirement') blocking.set(finding, owner);
  }
  return blocking;
}

function slipOf(finding: LogicFinding): Slip[] {
  return finding.code === SLIP ? [{ finding, comparison: finding.pointer.replace(/\/value(\/\d+)?$/, '') }] : [];
}

/** Those that alone make the condition impossible; where only several together do, these. */
function blamed(placed: PlacedCondition, slips: readonly Slip[], parameters: FixedParameters): readonly LogicFinding[] {
  const isImpossible = (left: readonly Slip[]): boolean => {
    const { condition, named } = forgiving(placed, slips.filter(({ comparison }) => left.every((slip) => slip.comparison !== comparison)).map(({ comparison }) => comparison));
    return excludeEachOther(formulaReader(placed.facts, named, parameters), [condition]);
  };
  if (slips.length === 0 || !isImpossible(slips) || isImpossible([])) return [];
  const alone = slips.filter((slip) => isImpossible([slip]));
  return (alone.length > 0 ? alone : slips).map(({ finding }) => finding);
}

/** The condition with comparisons that may come out either way in the places given. */
function forgiving({ pointer, condition, named }: PlacedCondition, comparisons: readonly string[]): { readonly condition: unknown; readonly named: NamedConditions } {
  return comparisons.reduce<{ readonly condition: unknown; readonly named: NamedConditions }>((before, comparison, index) => {
    // No fact has such a name, so nothing is known of it.
    const open = { fact: `?${index}`, operator: 'equal', value: true };
    if (comparison === pointer || comparison.startsWith(`${pointer}/`)) return { ...before, condition: withValueAt(before.condition, comparison.slice(pointer.length), open) };
    const [, , ...inside] = pointerTokens(comparison);
    return { ...before, named: withValueAt(before.named, toPointer(...inside), open) as NamedConditions };
  }, { condition, named });
}
