import { NO_CHOICES } from './choices.js';
import type { FieldSpec } from './field-spec.js';
import type { ChosenBranches } from './gates.js';
import { branchPart } from './parts/form-parts.js';
import type { Gate } from './schema-sources.js';

/** A field as it is for a value, by the looks of the value alone: for who reads answers and fills in none. */
export function specForValue(given: FieldSpec, value: unknown): FieldSpec {
  const spec = given.expand !== undefined && value !== undefined && value !== null ? given.expand() : given;
  const { alternatives, variants } = spec;
  if (variants === undefined) return spec;
  const holds = (gates: readonly Gate[], chosen: ChosenBranches): boolean => gates.every((gate) => gate.kind === 'branch' && chosen.get(gate.at) === gate.branch);
  const branches = branchPart.now.branchesOf(alternatives, { pointer: '', value, choices: NO_CHOICES, fits: () => false, hold: holds });
  const chosen = new Map(alternatives.map(({ at }, index) => [at, branches[index] as number]));
  return variants.of(variants.gates.map((gates) => (holds(gates, chosen) ? '1' : '0')).join(''));
}
