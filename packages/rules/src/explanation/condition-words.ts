import type { Condition, Locale, NamedConditions, Truth } from '@cobuild/core';
import { traceCondition } from '../conditions/index.js';
import { isCalendarDate, isEmpty, notTruth } from '../operators/index.js';
import type { ConditionTrace } from '../results.js';
import type { ConditionPhrases } from './condition-phrases.js';
import { conditionPhrases } from './condition-phrases.js';
import { plainOperator } from './plain-operator.js';

/** How facts and their values are called on the screen. */
export interface ConditionWords {
  /** Label of an answer or fact: 受益户数. */
  readonly label: (fact: string, path?: string) => string;
  /** A single value of that fact as people read it: `5,000 元`, an option's title. For the rest there is `plainValue`. */
  readonly value: (fact: string, value: unknown, path?: string) => string;
  readonly locale: Locale;
}

/** A value in plain words where nothing more is known about it: 是/否 for booleans, the rest as it is written. */
export function plainValue(value: unknown, locale: Locale): string {
  const phrases = conditionPhrases(locale);
  if (typeof value === 'boolean') return value ? phrases.yes : phrases.no;
  if (Array.isArray(value)) return value.length === 0 ? phrases.none : phrases.list(value.map((item) => plainValue(item, locale)));
  if (isEmpty(value)) return phrases.none;
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? phrases.none);
}

/**
 * What was found and what is wanted. Of a group only the parts that led to its answer are named: of `all` those that fail,
 * or, when nothing fails, those that are open. `not` is worked into the words.
 *
 * @example conditionSentence(requirement.trace, words) // '受益户数 12，应不少于 20'
 */
export function conditionSentence(trace: ConditionTrace, words: ConditionWords): string {
  return groupSentence(trace, false, words, comparisonSentence, decisiveParts).text;
}

/**
 * What is wanted only.
 *
 * @example expectationSentence(requirement.trace, words) // '受益户数应不少于 20'
 */
export function expectationSentence(trace: ConditionTrace, words: ConditionWords): string {
  return groupSentence(trace, false, words, comparisonExpectation, (children) => children).text;
}

/** What a condition asks for, before there is any answer; parameters and other answers are called by their labels. */
export function describeCondition(condition: Condition, words: ConditionWords, named?: NamedConditions): string {
  return expectationSentence(traceCondition(condition, {}, named), words);
}

type ForComparison = (trace: ConditionTrace, negated: boolean, words: ConditionWords) => string;
type Choose = (children: readonly ConditionTrace[], result: Truth) => readonly ConditionTrace[];
/** `compound` sentences have several parts and need brackets inside another. */
interface Said { readonly text: string; readonly compound: boolean }

function groupSentence(trace: ConditionTrace, negated: boolean, words: ConditionWords, say: ForComparison, choose: Choose): Said {
  const simple = (text: string): Said => ({ text, compound: false });
  const phrases = conditionPhrases(words.locale);
  const { kind, children = [] } = trace;
  const first = children[0];
  if (kind === 'comparison') return simple(trace.operator === undefined ? phrases.broken : say(trace, negated, words));
  if (kind === 'not' || kind === 'reference') {
    return first === undefined ? simple(phrases.broken) : groupSentence(first, negated !== (kind === 'not'), words, say, choose);
  }
  if (first === undefined) return simple(trace.result === 'unknown' ? phrases.broken : negated ? phrases.never : phrases.always);
  // Under `not`, all and any change places.
  const all = (kind === 'all') !== negated;
  const parts = choose(children, trace.result).map((child) => groupSentence(child, negated, words, say, choose));
  if (parts.length === 1 && parts[0] !== undefined) return parts[0];
  const texts = parts.map(({ text, compound }) => (compound ? phrases.bracketed(text) : text));
  return { text: all ? phrases.allOf(texts) : phrases.anyOf(texts), compound: true };
}

/** Parts with the group's own answer; where no part alone settled it (`any` that failed, `all` that holds) that is every part. */
function decisiveParts(children: readonly ConditionTrace[], result: Truth): readonly ConditionTrace[] {
  return children.filter((child) => child.result === result);
}

function comparisonSentence(trace: ConditionTrace, negated: boolean, words: ConditionWords): string {
  const phrases = conditionPhrases(words.locale);
  const label = words.label(trace.fact ?? '', trace.path);
  const met = negated ? notTruth(trace.result) : trace.result;
  const wanted = wantedWords(trace, words, true);
  if (!('found' in trace)) return phrases.missing(label, phrase(trace, negated, wanted, phrases, 'must'));
  const found = foundWords(trace, words);
  if (met === true) return phrases.met(label, found, phrase(trace, negated, wanted, phrases, 'is'));
  const must = phrase(trace, negated, wanted, phrases, 'must');
  const unreadable = met === 'unknown' && 'wanted' in trace;
  return unreadable ? phrases.unreadable(label, found, must) : phrases.unmet(label, found, must);
}

function comparisonExpectation(trace: ConditionTrace, negated: boolean, words: ConditionWords): string {
  const phrases = conditionPhrases(words.locale);
  return phrases.expectation(words.label(trace.fact ?? '', trace.path), phrase(trace, negated, wantedWords(trace, words, false), phrases, 'must'));
}

function phrase(trace: ConditionTrace, negated: boolean, wanted: string, phrases: ConditionPhrases, form: 'must' | 'is'): string {
  const plain = plainOperator(trace.operator ?? '', negated);
  if (plain === undefined) return phrases.broken;
  const days = isCalendarDate(trace.found) || isCalendarDate(trace.wanted);
  const words = (days ? phrases.days[plain.operator] : undefined) ?? phrases.operators[plain.operator];
  const value = plain.quantifiers.reduce((text, quantifier) => (quantifier === 'someValue' || quantifier === 'everyValue' ? phrases[quantifier](text) : text), wanted);
  return plain.quantifiers.reduceRight((text, quantifier) => (quantifier === 'someFact' || quantifier === 'everyFact' ? phrases[quantifier](text) : text), words[form](value));
}

function foundWords(trace: ConditionTrace, words: ConditionWords): string {
  return itemsInWords(trace.found, words, (item) => words.value(trace.fact ?? '', item, trace.path));
}

/** The value as the fact's own values are written: what is wanted of an amount is an amount. */
function wantedWords(trace: ConditionTrace, words: ConditionWords, missingToo: boolean): string {
  const phrases = conditionPhrases(words.locale);
  const source = trace.wantedFrom;
  if (source === undefined) return itemsInWords(trace.wanted, words, (item) => words.value(trace.fact ?? '', item, trace.path));
  const label = words.label(source.fact, source.path);
  const parameter = source.fact === 'parameters';
  if (!('wanted' in trace)) return !missingToo ? label : parameter ? phrases.parameterMissing(label) : phrases.wantedMissing(label);
  const value = itemsInWords(trace.wanted, words, (item) => words.value(trace.fact ?? '', item, trace.path));
  return parameter ? phrases.parameter(label, value) : phrases.wantedFrom(label, value);
}

function itemsInWords(value: unknown, { locale }: ConditionWords, one: (item: unknown) => string): string {
  const word = (item: unknown): string => (isEmpty(item) ? plainValue(item, locale) : one(item));
  if (!Array.isArray(value)) return word(value);
  return value.length === 0 ? plainValue(value, locale) : conditionPhrases(locale).list(value.map(word));
}
