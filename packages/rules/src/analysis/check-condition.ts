import type { Condition, NamedConditions } from '@cobuild/core';
import { nearestName } from '@cobuild/core';
import type { ConditionDefect } from '../conditions/index.js';
import { compileCondition, conditionFacts } from '../conditions/index.js';
import type { OwnOperator } from '../operators/index.js';
import { decorators, operators as builtIn } from '../operators/index.js';
import { checkComparison } from './check-comparison.js';
import type { ConditionFinding } from './condition-finding.js';
import type { FactShapes } from './fact-shapes.js';
import { followFact, withNearest } from './follow-fact.js';
import type { AnalysisCode } from './sentences.js';

const defectCodes: Readonly<Record<ConditionDefect['code'], AnalysisCode>> = {
  malformed: 'scheme/malformed-condition', unknownOperator: 'scheme/unknown-operator', path: 'scheme/path-refused', emptyInList: 'scheme/empty-in-list',
  objectValue: 'scheme/object-value', unknownCondition: 'scheme/unknown-condition', conditionCycle: 'scheme/condition-cycle', tooDeep: 'scheme/condition-too-large', tooLarge: 'scheme/condition-too-large',
};

/**
 * Finds what can never be judged in a condition: broken parts, unknown facts, operators and parameters, and comparisons
 * of things that do not compare. What is wrong inside a named condition is found when that one is checked.
 *
 * @param condition - As it stands in the file, of whatever shape.
 * @param facts - What it may read; see `eligibilityFacts` and `formFacts`.
 * @param operators - Own operators of the host.
 */
export function checkCondition(condition: unknown, named: NamedConditions, facts: FactShapes, operators: readonly OwnOperator[] = []): readonly ConditionFinding[] {
  const written = condition as Condition;
  const defects = compileCondition(written, { conditions: named, operators }).defects.map((defect) => defectFinding(defect, operators));
  const uses = conditionFacts(written, named).filter((use) => use.condition === undefined);
  const ends = uses.map((use) => ({ use, end: followFact(use, facts) }));
  const findings = ends.flatMap(({ use, end }): ConditionFinding[] => {
    if ('code' in end) return [end];
    if (use.side === 'wanted') return [];
    const wanted = ends.find((other) => other.use.side === 'wanted' && other.use.pointer === `${use.pointer}/value`)?.end;
    // A value that leads nowhere is told by itself.
    if (wanted !== undefined && 'code' in wanted) return [];
    return checkComparison(condition, { use, found: end, ...(wanted === undefined ? {} : { wanted }) }, operators);
  });
  return [...defects, ...findings];
}

function defectFinding({ code, pointer, params }: ConditionDefect, own: readonly OwnOperator[]): ConditionFinding {
  const made = { code: defectCodes[code], pointer };
  if (code === 'unknownOperator') return { ...made, params: operatorParams(String(params['operator']), own) };
  if (code === 'unknownCondition') return { ...made, params: withNearest(params, String(params['condition']), params['known'] as readonly string[]) };
  return { ...made, params };
}

/** The nearest operator keeps the decorators that were written, each mended where it is misspelt. */
function operatorParams(operator: string, own: readonly OwnOperator[]): ConditionFinding['params'] {
  const known: readonly string[] = [...builtIn, ...own].map(({ name }) => name);
  const words = operator.split(':');
  const mended = words.map((word, index) => {
    const names: readonly string[] = index === words.length - 1 ? known : decorators.map(({ name }) => name);
    return names.includes(word) ? word : nearestName(word, names);
  });
  return { operator, known, ...(mended.includes(undefined) ? {} : { nearest: mended.join(':') }) };
}
