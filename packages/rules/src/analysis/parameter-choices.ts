import type { Locale } from '@cobuild/core';
import { toPointer, valueAt } from '@cobuild/core';
import { parsePath } from '../conditions/index.js';
import { listAt } from './fact-shapes.js';
import { followFact } from './follow-fact.js';
import { schemeConditions } from './scheme-conditions.js';
import { namesOfFacts } from './scheme-names.js';
import { isNode } from './schema-shape.js';

/** Something that a parameter of the type `list` can hold. */
export interface ParameterChoice {
  readonly value: string | number | boolean;
  /** As the form calls it: 党建+物业服务. */
  readonly label: string;
}

/**
 * What a parameter of the type `list` can hold, with titles: its `choices`, or else the options of the answers that conditions compare it with; and what it holds now.
 *
 * @param scheme - A merged scheme, checked or not.
 * @returns Empty where nothing is known of it: its author writes the items.
 * @example listParameterChoices(scheme, 'scopeCategories', 'zh-CN') // [{ value: 'propertyService', label: '党建+物业服务' }, …]
 */
export function listParameterChoices(scheme: unknown, key: string, locale: Locale = 'zh-CN'): readonly ParameterChoice[] {
  if (!isNode(scheme)) return [];
  const ofScheme = known.get(scheme) ?? new Map<string, readonly ParameterChoice[]>();
  known.set(scheme, ofScheme);
  const name = `${locale} ${key}`;
  const choices = ofScheme.get(name) ?? findChoices(scheme, key, locale);
  ofScheme.set(name, choices);
  return choices;
}

/** A scheme is not changed in place, and a panel asks with each draw. */
const known = new WeakMap<object, Map<string, readonly ParameterChoice[]>>();

function findChoices(scheme: unknown, key: string, locale: Locale): readonly ParameterChoice[] {
  const found = new Map<string | number | boolean, string>();
  const add = (values: unknown, label: (value: unknown) => string): void => {
    if (Array.isArray(values)) for (const value of values as readonly unknown[]) if (isItem(value) && !found.has(value)) found.set(value, label(value));
  };
  for (const { condition, facts, pointer } of schemeConditions(scheme)) {
    const words = namesOfFacts(scheme, pointer, locale);
    for (const { fact, path } of comparedWith(condition, key)) {
      const shape = followFact({ fact, pointer, ...(path === undefined ? {} : { path }) }, facts);
      if ('code' in shape) continue;
      // Of an answer with several values each of them is compared.
      add((shape.type === 'list' ? shape.item?.() ?? shape : shape).options, (value) => words.value(fact, value, path));
    }
  }
  const parameter = valueAt(scheme, toPointer('parameters', key));
  const choices = valueAt(parameter, '/choices');
  const isNamed = Array.isArray(choices);
  add(choices, String);
  // A single value says nothing of what else could stand beside it.
  if (found.size > 0) add(valueAt(parameter, '/value'), String);
  // Of the options of a form one may be no item of a list: 以上都没有.
  const holds = (value: unknown): boolean => !isNamed || choices.includes(value) || listAt(parameter, '/value').includes(value);
  return Array.from(found, ([value, label]) => ({ value, label })).filter(({ value }) => holds(value));
}

const isItem = (value: unknown): value is ParameterChoice['value'] => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** The facts that a condition holds against a parameter, whichever side it stands on. */
function comparedWith(node: unknown, key: string): readonly { readonly fact: string; readonly path?: string }[] {
  if (Array.isArray(node)) return (node as readonly unknown[]).flatMap((part) => comparedWith(part, key));
  if (!isNode(node)) return [];
  const { fact, value } = node;
  if (typeof fact !== 'string') return Object.values(node).flatMap((part) => comparedWith(part, key));
  const sides = [node, value].filter((side): side is Readonly<Record<string, unknown>> => isNode(side) && typeof side['fact'] === 'string');
  if (!sides.some((side) => readsParameter(side, key))) return [];
  return sides.filter((side) => !readsParameter(side, key)).map((side) => ({ fact: String(side['fact']), ...(typeof side['path'] === 'string' ? { path: side['path'] } : {}) }));
}

function readsParameter({ fact, path }: Readonly<Record<string, unknown>>, key: string): boolean {
  if (fact !== 'parameters' || typeof path !== 'string') return false;
  const parsed = parsePath(path);
  return parsed.ok && parsed.steps[0]?.kind === 'property' && parsed.steps[0].key === key;
}
