// json-logic-engine with `build`, which writes JavaScript and compiles it with `new Function`.
import { LogicEngine } from 'json-logic-engine';
import { criteria, dotted, inlined, rows, rules } from './translate.mjs';

export const name = 'json-logic-engine, compiled';

const WORDS = { equal: '===', notEqual: '!==', lessThan: '<', lessThanInclusive: '<=', greaterThan: '>', greaterThanInclusive: '>=' };

function logic(condition) {
  if ('all' in condition) return { and: condition.all.map(logic) };
  if ('any' in condition) return { or: condition.any.map(logic) };
  if ('not' in condition) return { '!': logic(condition.not) };
  const { operator, value } = condition;
  const found = { var: dotted(condition) };
  if (operator === 'in') return { in: [found, value] };
  if (operator === 'notIn') return { '!': { in: [found, value] } };
  return operator === 'contains' ? { in: [value, found] } : { [WORDS[operator]]: [found, value] };
}

/** Bands in rising order: each is known by its upper limit alone. */
function points({ fact, bands, otherwise }) {
  const found = { var: fact };
  const steps = bands.flatMap(({ in: values, below, points: reached }) => (values !== undefined ? [{ in: [found, values] }, reached] : below !== undefined ? [{ '<': [found, below] }, reached] : [reached]));
  return { if: otherwise === undefined ? steps : [...steps, otherwise] };
}

const within = (fact, { from, below }) => [...(from === undefined ? [] : [{ '>=': [{ var: fact }, from] }]), ...(below === undefined ? [] : [{ '<': [{ var: fact }, below] }])];

const run = new LogicEngine().build([
  rules.map(({ conditions }) => logic(inlined(conditions))),
  { '+': criteria.map(points) },
  { if: rows.flatMap(({ amount, voteShare, route }) => [{ and: [...within('amount', amount), ...within('voteShare', voteShare)] }, route]) },
]);

export function judge(facts) {
  const [met, score, route] = run(facts);
  const unmet = [];
  for (let index = 0; index < rules.length; index += 1) if (!met[index]) unmet.push(rules[index].id);
  return { eligible: unmet.length === 0, unmet, score: Math.round(score * 10) / 10, route };
}
