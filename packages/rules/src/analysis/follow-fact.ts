import { nearestName } from '@cobuild/core';
import type { FactUse, PathStep } from '../conditions/index.js';
import { parsePath } from '../conditions/index.js';
import type { ConditionFinding } from './condition-finding.js';
import type { FactShape, FactShapes } from './fact-shapes.js';
import { anything } from './fact-shapes.js';

/** The shape that a fact with its path leads to, or why it leads nowhere. */
export function followFact({ fact, path, pointer }: Pick<FactUse, 'fact' | 'path' | 'pointer'>, facts: FactShapes): FactShape | ConditionFinding {
  const start = facts.byName.get(fact);
  if (start === undefined && facts.complete) {
    const isParameter = facts.byName.get('parameters')?.names?.includes(fact) === true;
    return { code: 'scheme/unknown-fact', pointer: `${pointer}/fact`, params: withNearest({ fact, ...(isParameter ? { isParameter } : {}) }, fact, [...facts.byName.keys()]) };
  }
  const parsed = path === undefined ? undefined : parsePath(path);
  let shape = start ?? anything;
  // A refused path is a defect of the condition and told there.
  if (parsed === undefined || !parsed.ok) return shape;
  for (const [index, step] of parsed.steps.entries()) {
    const next = stepInto(step, shape);
    if (next === undefined) {
      const known = shape.names ?? [];
      const inside = shape.type === 'any' ? {} : { inside: shape.type === 'list' ? 'list' : 'single' };
      const word = step.kind === 'property' ? step.key : '';
      return fact === 'parameters' && index === 0
        ? { code: 'scheme/unknown-parameter', pointer: `${pointer}/path`, params: withNearest({ parameter: word }, word, known) }
        : { code: 'scheme/unknown-path', pointer: `${pointer}/path`, params: withNearest({ fact, path, ...inside }, word, known) };
    }
    shape = next;
  }
  const last = shape;
  return parsed.multiple ? { type: 'list', item: () => last } : last;
}

/** Params with the names that are known and the nearest of them. */
export function withNearest(params: Readonly<Record<string, unknown>>, word: string, known: readonly string[]): Readonly<Record<string, unknown>> {
  const nearest = nearestName(word, known);
  return { ...params, known, ...(nearest === undefined ? {} : { nearest }) };
}

/** What a step leads to; `undefined` where nothing can be. */
function stepInto(step: PathStep, shape: FactShape): FactShape | undefined {
  if (shape.type !== 'any' && shape.type !== 'list') return undefined;
  if (step.kind !== 'property') return shape.item?.() ?? anything;
  if (shape.type === 'list') return step.key === 'length' ? { type: 'number' } : /^\d+$/.test(step.key) ? (shape.item?.() ?? anything) : undefined;
  return shape.property?.(step.key) ?? (shape.names === undefined ? anything : undefined);
}
