// The way its documentation shows: a rule per requirement, per band and per row; what they say comes back as events.
import { Engine } from 'json-rules-engine';
import { parameters, policy } from '../policy.mjs';
import { criteria, rows, rules } from './translate.mjs';

export const name = 'json-rules-engine';

const interval = (fact, { from, below }) => [
  ...(from === undefined ? [] : [{ fact, operator: 'greaterThanInclusive', value: from }]),
  ...(below === undefined ? [] : [{ fact, operator: 'lessThan', value: below }]),
];

const engine = new Engine();
engine.addFact('parameters', parameters);
for (const [id, condition] of Object.entries(policy.eligibility.conditions)) engine.setCondition(id, asRoot(condition));
for (const { id, conditions } of rules) engine.addRule({ conditions: asRoot(conditions), event: { type: 'requirement', params: { id } } });
for (const { fact, bands, otherwise } of criteria) {
  for (const band of bands) engine.addRule({ conditions: { all: band.in === undefined ? interval(fact, band) : [{ fact, operator: 'in', value: band.in }] }, event: { type: 'points', params: { points: band.points } } });
  if (otherwise !== undefined) engine.addRule({ conditions: { all: [{ fact, operator: 'notIn', value: bands.flatMap((band) => band.in) }] }, event: { type: 'points', params: { points: otherwise } } });
}
for (const { amount, voteShare, route } of rows) {
  engine.addRule({ conditions: { all: [...interval('amount', amount), ...interval('voteShare', voteShare)] }, event: { type: 'route', params: { route } } });
}

function asRoot(condition) {
  const copy = JSON.parse(JSON.stringify(condition));
  return 'fact' in copy ? { all: [copy] } : copy;
}

export async function judge(facts) {
  const { events, failureEvents } = await engine.run(facts);
  const unmet = failureEvents.filter(({ type }) => type === 'requirement').map(({ params }) => params.id);
  const score = events.reduce((sum, { type, params }) => (type === 'points' ? sum + params.points : sum), 0);
  return { eligible: unmet.length === 0, unmet, score: Math.round(score * 10) / 10, route: events.find(({ type }) => type === 'route').params.route };
}
