import { nearestName } from '@cobuild/core';
import type { FactUse } from '../conditions/index.js';
import { parsePath } from '../conditions/index.js';
import type { ConditionFinding } from './condition-finding.js';
import type { FactShape, FactShapes } from './fact-shapes.js';
import { anything } from './fact-shapes.js';

type Step = Extract<ReturnType<typeof parsePath>, { ok: true }>['steps'][number];

/** The shape that a fact with its path leads to, or why it leads nowhere. */
export function followFact({ fact, path, pointer }: FactUse, facts: FactShapes): FactShape | ConditionFinding {
  const start = facts.byName.get(fact);
  if (start === undefined && facts.complete) return { code: 'scheme/unknown-fact', pointer: `${pointer}/fact`, params: withNearest({ fact }, fact, [...facts.byName.keys()]) };
  const parsed = path === undefined ? undefined : parsePath(path);
  let shape = start ?? anything;
  // A refused path is a defect of the condition and told there.
  if (parsed === undefined || !parsed.ok) return shape;
  let many = false;
  for (const step of parsed.steps) {
    if (step.kind === 'property' && shape.names !== undefined && !shape.names.includes(step.key)) {
      const found = fact === 'parameters' && shape === start ? { code: 'scheme/unknown-parameter' as const, params: { parameter: step.key } } : { code: 'scheme/unknown-path' as const, params: { fact, path } };
      return { code: found.code, pointer: `${pointer}/path`, params: withNearest(found.params, step.key, shape.names) };
    }
    many = many || reachesMany(step, shape);
    shape = stepInto(step, shape);
  }
  return many ? { type: 'list', item: () => shape } : shape;
}

/** Params with the names that are known and the nearest of them. */
export function withNearest(params: Readonly<Record<string, unknown>>, word: string, known: readonly string[]): Readonly<Record<string, unknown>> {
  const nearest = nearestName(word, known);
  return { ...params, known, ...(nearest === undefined ? {} : { nearest }) };
}

function stepInto(step: Step, shape: FactShape): FactShape {
  if (step.kind !== 'property') return shape.item?.() ?? anything;
  if (shape.type === 'list') return step.key === 'length' ? { type: 'number' } : anything;
  return shape.property?.(step.key) ?? anything;
}

/** Whether a step leads to all items or some of them; an index leads to one. */
function reachesMany(step: Step, shape: FactShape): boolean {
  return step.kind !== 'property' && step.kind !== 'index' && shape.type !== 'number';
}
