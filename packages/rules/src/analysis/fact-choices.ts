import type { Condition, Locale, NamedConditions, Scheme } from '@cobuild/core';
import { nestQuotes, resolveParameters, valueAt } from '@cobuild/core';
import { describeCondition } from '../explanation/condition-words.js';
import { voteRuleSentence } from '../explanation/explain-vote.js';
import type { FactType } from '../operators/index.js';
import { applicationFacts, eligibilityFacts, formFacts } from './fact-shapes.js';
import type { FactShape } from './fact-shapes.js';
import { formAt, namesOfFacts } from './scheme-names.js';

/** Something that a condition can be about: an answer, a part of one, a parameter, what the host knows. */
export interface FactChoice {
  readonly fact: string;
  readonly path?: string;
  /** As the form calls it: 受益户数. */
  readonly label: string;
  readonly type: FactType;
  /** Its values with their titles, where the list of them is closed. */
  readonly options?: readonly { readonly value: unknown; readonly label: string }[];
  /** Of a number, its values per unit: 1 for whole numbers, 100 for money; absent where any decimal will do. */
  readonly perUnit?: 1 | 100;
}

const DEPTH = 3;

/**
 * What a condition at a place of the scheme can compare, in the order of the form, with the types that the form gives.
 *
 * @param scheme - A merged scheme, checked or not.
 * @param at - Where the condition stands: conditions of a form read that form, the others the application form.
 */
export function factChoices(scheme: unknown, at: string, locale: Locale = 'zh-CN'): readonly FactChoice[] {
  const words = namesOfFacts(scheme, at, locale);
  const facts = at.startsWith('/forms/') ? formFacts(scheme, formAt(scheme, at)) : eligibilityFacts(scheme);
  const own = applicationFacts(scheme).byName;
  const ordered = [...facts.byName].sort(([one], [other]) => Number(!own.has(one)) - Number(!own.has(other)));
  return ordered.flatMap(([fact, shape]) => choicesOf(fact, [], shape, (path, value) => (value === undefined ? words.label(fact, path) : words.value(fact, value, path))));
}

type Say = (path: string | undefined, value?: unknown) => string;

function choicesOf(fact: string, steps: readonly string[], shape: FactShape, say: Say): FactChoice[] {
  const path = steps.length === 0 ? undefined : `$.${steps.join('.')}`;
  if (shape.names !== undefined && steps.length < DEPTH) return shape.names.flatMap((name) => choicesOf(fact, [...steps, name], shape.property?.(name) ?? { type: 'any' }, say));
  const { options } = shape;
  const one: FactChoice = {
    fact, ...(path === undefined ? {} : { path }), label: say(path), type: shape.type,
    ...(options === undefined ? {} : { options: options.map((value) => ({ value, label: say(path, value) })) }),
    ...(shape.type !== 'number' || shape.limits?.perUnit === undefined ? {} : { perUnit: shape.limits.perUnit }),
  };
  if (shape.type !== 'list') return [one];
  const length = `${path ?? '$'}.length`;
  return [one, { fact, path: length, label: say(length), type: 'number', perUnit: 1 }];
}

/**
 * A condition in words, by the titles of what it compares; empty where it cannot be read.
 *
 * @param pointer - Of the condition, from the root of the scheme.
 */
export function conditionText(scheme: unknown, pointer: string, locale: Locale = 'zh-CN'): string {
  try {
    return nestQuotes(describeCondition(valueAt(scheme, pointer) as Condition, namesOfFacts(scheme, pointer, locale), valueAt(scheme, '/eligibility/conditions') as NamedConditions | undefined));
  } catch {
    // It is being written: the problems say what is wrong with it.
    return '';
  }
}

/**
 * A vote rule of a scheme in words; empty while something in it is undecided or wrong.
 *
 * @param pointer - `/thresholds/0`.
 */
export function voteRuleText(scheme: unknown, pointer: string, locale: Locale = 'zh-CN'): string {
  try {
    const rule = valueAt(resolveParameters(scheme as Scheme), pointer);
    return JSON.stringify(rule).includes('"UNDECIDED"') ? '' : voteRuleSentence(rule as Parameters<typeof voteRuleSentence>[0], locale);
  } catch {
    return '';
  }
}
