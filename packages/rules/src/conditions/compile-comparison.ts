import type { Facts, Truth } from '@cobuild/core';
import { isEmpty, kindOf, resolveOperator } from '../operators/index.js';
import type { ConditionTrace } from '../results.js';
import type { ConditionDefect } from './condition-defect.js';
import type { FactReader } from './fact-reader.js';
import { factReader } from './fact-reader.js';
import { parsePath } from './parse-path.js';
import type { FactReference, ReadCondition } from './read-condition.js';

type Comparison = Extract<ReadCondition, { kind: 'comparison' }>;
type Report = (code: ConditionDefect['code'], at: string, params?: ConditionDefect['params']) => void;

export interface CompiledComparison { readonly evaluate: (facts: Facts) => Truth; readonly trace: (facts: Facts) => ConditionTrace }

/** Compiles one comparison; an unknown operator or a refused path makes it unknown for all facts. */
export function compileComparison(comparison: Comparison, pointer: string, report: Report): CompiledComparison {
  const compare = resolveOperator(comparison.operator)?.compare;
  if (compare === undefined) report('unknownOperator', '/operator', { operator: comparison.operator });
  const found = reader(comparison, '', report);
  const { wanted } = comparison;
  if (wanted.kind === 'literal') reportLiteral(wanted.value, report);
  const readWanted: FactReader = wanted.kind === 'literal' ? () => wanted.value : reader(wanted, '/value', report);
  const valueIsFact = wanted.kind === 'fact';
  const evaluate = (facts: Facts): Truth => {
    const left = found(facts);
    if (compare === undefined || isEmpty(left)) return 'unknown';
    const right = readWanted(facts);
    return valueIsFact && isEmpty(right) ? 'unknown' : compare(left, right);
  };
  const fixed = {
    kind: 'comparison' as const, pointer, ...(comparison.name === undefined ? {} : { name: comparison.name }), ...reference(comparison), operator: comparison.operator,
    ...(wanted.kind === 'fact' ? { wantedFrom: reference(wanted) } : {}),
  };
  return {
    evaluate,
    trace: (facts) => {
      const [left, right] = [found(facts), readWanted(facts)];
      return {
        ...fixed,
        result: evaluate(facts),
        ...(isEmpty(left) ? {} : { found: left }),
        ...(valueIsFact && isEmpty(right) ? {} : { wanted: right }),
      };
    },
  };
}

function reference({ fact, path }: { readonly fact: string; readonly path?: string | undefined }): FactReference {
  return path === undefined ? { fact } : { fact, path };
}

function reader({ fact, path }: FactReference, holder: '' | '/value', report: Report): FactReader {
  const parsed = path === undefined ? undefined : parsePath(path);
  if (parsed?.ok === false) report('path', `${holder}/path`, { path, reason: parsed.reason, at: parsed.at });
  return factReader(reference({ fact, path }));
}

function reportLiteral(value: unknown, report: Report): void {
  if (kindOf(value) === 'object') report('objectValue', '/value');
  if (!Array.isArray(value)) return;
  const index = value.findIndex(isEmpty);
  if (index !== -1) report('emptyInList', `/value/${index}`);
}
