// What the translations of the policy into other formats share.
import { parameters, policy } from '../policy.mjs';

/** A condition without references to parameters and named conditions, for formats that have none. */
export function inlined(condition) {
  if ('condition' in condition) return inlined(policy.eligibility.conditions[condition.condition]);
  if ('all' in condition) return { all: condition.all.map(inlined) };
  if ('any' in condition) return { any: condition.any.map(inlined) };
  if ('not' in condition) return { not: inlined(condition.not) };
  const { value } = condition;
  return { ...condition, value: value?.fact === 'parameters' ? parameters[value.path.slice(2)] : value };
}

/** `applicant` `$.level` as `applicant.level`. */
export const dotted = ({ fact, path }) => (path === undefined ? fact : `${fact}.${path.slice(2)}`);

/** A criterion as its fact, its bands with the points that they bring, and the points of all other values. */
export const criteria = policy.scoring.criteria.map(({ id, weight, maximum, byFact }) => ({
  id, fact: byFact.fact,
  bands: byFact.bands.map(({ mark, ...band }) => ({ ...band, points: (mark * weight) / maximum })),
  otherwise: byFact.otherwise === undefined ? undefined : (byFact.otherwise * weight) / maximum,
}));

export const rules = policy.eligibility.rules.map(({ id, conditions }) => ({ id, conditions }));
export const rows = policy.decisionTables[0].rows.map(({ inputs, outputs }) => ({ amount: inputs.amount, voteShare: inputs.voteShare, route: outputs.route }));
