import { pointerTokens, toPointer } from '../problems/json-pointer.js';
import type { Answers } from './answers.js';
import { withProperty } from './answers.js';
import type { ComputedPlan } from './computed-plan.js';
import { computeValue } from './computed-values.js';
import { isRecord, own } from './json-schema.js';

type ValueAt = (pointer: string) => unknown;

/** Sets what a template names, in every item on the way, in one pass; containers in which nothing changes stay the same objects. */
function setTemplate(container: unknown, [token, ...rest]: readonly string[], pointer: string, valueAt: ValueAt): unknown {
  if (token === undefined) return valueAt(pointer);
  if (token === '*') {
    if (!Array.isArray(container)) return container;
    const items = container.map((item: unknown, index) => setTemplate(item, rest, `${pointer}/${index}`, valueAt));
    return items.every((item, index) => item === container[index]) ? container : items;
  }
  if (container !== undefined && !isRecord(container)) return container;
  const value = setTemplate(own(container, token), rest, `${pointer}${toPointer(token)}`, valueAt);
  return container === undefined && value === undefined ? undefined : withProperty(container ?? {}, token, value);
}

/** What was calculated, by template, in the order it was done; for writing into other views of the same answers. */
export interface Calculation {
  /** The answers with every computed field filled in, or emptied where it has no result. */
  readonly answers: Answers;
  /** Writes the same results into another view of the answers. */
  writeInto(other: Answers): Answers;
}

/** Calculates all computed fields from these answers; what somebody typed or sent in their place is replaced. */
export function calculateAnswers(plan: ComputedPlan, answers: Answers): Calculation {
  const results = plan.order.map(({ template }) => ({ tokens: pointerTokens(template), values: new Map<string, unknown>() }));
  const filled = plan.order.reduce<Answers>((current, { computation }, index) => {
    const result = results[index];
    if (!result) return current;
    const remember = (pointer: string): unknown => {
      const value = computeValue(computation, pointer, current);
      result.values.set(pointer, value);
      return value;
    };
    return setTemplate(current, result.tokens, '', remember) as Answers;
  }, answers);
  const writeInto = (other: Answers): Answers =>
    results.reduce<Answers>((current, { tokens, values }) => setTemplate(current, tokens, '', (pointer) => values.get(pointer)) as Answers, other);
  return { answers: filled, writeInto };
}
