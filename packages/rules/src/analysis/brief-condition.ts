import { readCondition } from '../conditions/read-condition.js';
import { factName } from '../eligibility/index.js';

const SIGNS: Readonly<Record<string, string>> = { equal: '=', notEqual: '≠', lessThan: '<', lessThanInclusive: '≤', greaterThan: '>', greaterThanInclusive: '≥' };
const LONGEST = 80;

/** A condition in one short line by the names of the file, for programs that read a finding's params: `households ≥ 20`, `all(…)`. People are given `conditionName`. */
export function briefCondition(condition: unknown): string {
  const text = brief(condition);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

function brief(condition: unknown): string {
  const read = readCondition(condition);
  switch (read.kind) {
    case 'all': case 'any': return `${read.kind}(${read.items.slice(0, 4).map(briefCondition).join(', ')}${read.items.length > 4 ? ', …' : ''})`;
    case 'not': return `not(${briefCondition(read.item)})`;
    case 'reference': return read.to;
    case 'comparison': {
      const sign = Object.prototype.hasOwnProperty.call(SIGNS, read.operator) ? SIGNS[read.operator] : read.operator;
      const wanted = read.wanted.kind === 'fact' ? factName(read.wanted.fact, read.wanted.path) : JSON.stringify(read.wanted.value);
      return `${factName(read.fact, read.path)} ${sign} ${wanted}`;
    }
    default: return '…';
  }
}
