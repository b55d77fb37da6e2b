// A decision graph: requirements and points as expressions, who decides as a decision table.
import { Buffer } from 'node:buffer';
import { ZenEngine } from '@gorules/zen-engine';
import { criteria, dotted, inlined, rows, rules } from './translate.mjs';

export const name = '@gorules/zen-engine';

const WORDS = { equal: '==', notEqual: '!=', lessThan: '<', lessThanInclusive: '<=', greaterThan: '>', greaterThanInclusive: '>=', in: 'in', notIn: 'not in' };
const literal = (value) => (Array.isArray(value) ? `[${value.map(literal).join(', ')}]` : typeof value === 'string' ? `'${value}'` : String(value));
// Days in order are texts of digits in order; zen compares texts only for equality.
const number = (day) => Number(day.replaceAll('-', ''));
const DAY = /^\d{4}-\d\d-\d\d$/;

function expression(condition) {
  if ('all' in condition) return `(${condition.all.map(expression).join(' and ')})`;
  if ('any' in condition) return `(${condition.any.map(expression).join(' or ')})`;
  if ('not' in condition) return `not (${expression(condition.not)})`;
  const { operator, value } = condition;
  const found = dotted(condition);
  if (operator === 'contains') return `(${literal(value)} in ${found})`;
  if (typeof value === 'string' && DAY.test(value)) return `(${found}Number ${WORDS[operator]} ${number(value)})`;
  return `(${found} ${WORDS[operator]} ${literal(value)})`;
}

function points({ fact, bands, otherwise }) {
  const last = otherwise ?? bands[bands.length - 1].points;
  const conditional = bands.flatMap(({ in: values, below, points: reached }) => (values !== undefined ? [`${fact} in ${literal(values)} ? ${reached}`] : below !== undefined ? [`${fact} < ${below} ? ${reached}`] : []));
  return `(${[...conditional, last].join(' : ')})`;
}

const cell = ({ from, below }) => [...(from === undefined ? [] : [`$ >= ${from}`]), ...(below === undefined ? [] : [`$ < ${below}`])].join(' and ');

const graph = {
  nodes: [
    { id: 'in', name: 'in', type: 'inputNode' },
    {
      id: 'expressions', name: 'expressions', type: 'expressionNode',
      content: {
        passThrough: true,
        expressions: [
          ...rules.map(({ id, conditions }) => ({ id: `rule-${id}`, key: `met.${id}`, value: expression(inlined(conditions)) })),
          { id: 'score', key: 'score', value: criteria.map(points).join(' + ') },
        ],
      },
    },
    {
      id: 'route', name: 'route', type: 'decisionTableNode',
      content: {
        hitPolicy: 'first', inputs: [{ id: 'a', name: 'amount', field: 'amount' }, { id: 'v', name: 'voteShare', field: 'voteShare' }], outputs: [{ id: 'r', name: 'route', field: 'route' }],
        rules: rows.map(({ amount, voteShare, route }, index) => ({ _id: String(index), a: cell(amount), v: cell(voteShare), r: `'${route}'` })), passThrough: true,
      },
    },
    { id: 'out', name: 'out', type: 'outputNode' },
  ],
  edges: [['in', 'expressions'], ['expressions', 'route'], ['route', 'out']].map(([sourceId, targetId], index) => ({ id: `edge-${index}`, sourceId, targetId, type: 'edge' })),
};

const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify(graph)));

export async function judge(facts) {
  const { result: { met, score, route } } = await decision.evaluate({ ...facts, startDateNumber: number(facts.startDate) });
  const unmet = rules.filter(({ id }) => met[id] !== true).map(({ id }) => id);
  return { eligible: unmet.length === 0, unmet, score: Math.round(score * 10) / 10, route };
}
