import type { Allocation, AllocationCap, RankKey } from '@cobuild/core';
import type { FactShape, FactShapes } from '../analysis/fact-shapes.js';
import { followFact, withNearest } from '../analysis/follow-fact.js';
import { reservedFacts } from '../conditions/index.js';
import type { SchemeFinding } from '../findings.js';
import { DEFAULT_READS } from './default-reads.js';

/** Amounts that awards are made of; the category is a text. */
const AMOUNTS = ['requested', 'eligibleCost', 'ownFunds', 'raised'] as const;

/**
 * What an allocation reads of applications and can never find there: answers that no field of the form gives, or that are no amount, keys that put
 * nobody in order, caps for values that nobody can choose.
 *
 * @param shapes - The facts of the application form.
 */
export function checkReads(allocation: Allocation, shapes: FactShapes): readonly SchemeFinding[] {
  const { reads = {}, ranking = [], ties, caps = [] } = allocation;
  const steps = Array.isArray(ties) ? ties : [];
  return [
    ...AMOUNTS.flatMap((name) => checkAnswer(reads[name], `/reads/${name}`, 'number', shapes)),
    ...checkAnswer(reads.category, '/reads/category', 'text', shapes),
    ...ranking.flatMap((key, index) => checkKey(key, `/ranking/${index}`, shapes)),
    ...steps.flatMap(({ key }, index) => (key === undefined ? [] : checkKey(key, `/ties/${index}/key`, shapes))),
    ...caps.flatMap((cap, index) => checkCapValues(cap, `/caps/${index}`, reads.category ?? DEFAULT_READS.category, shapes)),
  ];
}

function checkAnswer(answer: string | undefined, pointer: string, wanted: 'number' | 'text', shapes: FactShapes): SchemeFinding[] {
  if (answer === undefined) return [];
  const shape = answerShape(answer, shapes);
  if ('known' in shape) return [{ code: 'scheme/allocation-unknown-answer', pointer, params: withNearest({ answer }, answer, shape.known) }];
  // A date is written as a text.
  const fits = shape.type === 'any' || shape.type === wanted || (wanted === 'text' && shape.type === 'date');
  return fits ? [] : [{ code: 'scheme/allocation-answer-does-not-fit', pointer, params: { answer, wanted, found: shape.type } }];
}

/** The shape of an answer, or the pointers that would lead somewhere. Reserved facts are no answers. */
function answerShape(pointer: string, { byName, complete }: FactShapes): FactShape | { readonly known: readonly string[] } {
  const [, first = '', ...rest] = pointer.split('/').map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'));
  const names = Array.from(byName.keys()).filter((name) => !(reservedFacts as readonly string[]).includes(name));
  if (!names.includes(first)) return complete ? { known: names.map((name) => `/${name}`) } : { type: 'any' };
  let shape = byName.get(first) ?? { type: 'any' as const };
  let before = `/${first}`;
  for (const part of rest) {
    if (shape.type === 'list' && /^\d+$/.test(part)) shape = shape.item?.() ?? { type: 'any' };
    else {
      const next = shape.property?.(part);
      if (next === undefined && (shape.names !== undefined || shape.type !== 'any')) return { known: (shape.names ?? []).map((name) => `${before}/${name}`) };
      shape = next ?? { type: 'any' };
    }
    before = `${before}/${part}`;
  }
  return shape;
}

function checkKey(key: RankKey, pointer: string, shapes: FactShapes): SchemeFinding[] {
  if (key.by !== 'fact') return [];
  const { fact, path } = key;
  if (fact === undefined) return [{ code: 'scheme/rank-key-without-fact', pointer, params: {} }];
  const shape = followFact({ fact, ...(path === undefined ? {} : { path }), pointer }, shapes);
  if ('code' in shape) return [shape];
  return shape.type === 'any' || shape.type === 'number' || shape.type === 'date' ? [] : [{ code: 'scheme/rank-fact-does-not-fit', pointer: `${pointer}/${path === undefined ? 'fact' : 'path'}`, params: { fact, found: shape.type } }];
}

function checkCapValues(cap: AllocationCap, pointer: string, categoryAt: string, shapes: FactShapes): SchemeFinding[] {
  const { category, answer, values = [] } = cap;
  const optionsAt = (at: string): readonly unknown[] | undefined => {
    const shape = answerShape(at, shapes);
    return 'known' in shape ? undefined : shape.options;
  };
  const unknown = (value: string | number | boolean | undefined, at: string, options: readonly unknown[] | undefined): SchemeFinding[] =>
    (options === undefined || value === undefined || options.includes(value) ? [] : [{ code: 'scheme/cap-unknown-category', pointer: at, params: withNearest({ cap: cap.id, category: value }, String(value), options.map(String)) }]);
  const found = answer === undefined ? undefined : answerShape(answer, shapes);
  return [
    ...unknown(category, `${pointer}/category`, optionsAt(categoryAt)),
    ...(found !== undefined && 'known' in found ? [{ code: 'scheme/allocation-unknown-answer', pointer: `${pointer}/answer`, params: withNearest({ answer }, answer ?? '', found.known) }] : []),
    ...values.flatMap(({ is }, index) => unknown(is, `${pointer}/values/${index}/is`, optionsAt(answer ?? categoryAt))),
  ];
}
