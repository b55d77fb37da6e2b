import type { Condition, Locale, NamedConditions, Truth } from '@cobuild/core';
import { traceCondition } from '../conditions/index.js';
import { isCalendarDate, isEmpty, notTruth } from '../operators/index.js';
import type { OwnOperator } from '../operators/index.js';
import type { ConditionTrace } from '../results.js';
import type { Wanted } from './condition-phrases.js';
import { conditionPhrases } from './condition-phrases.js';
import { ownPhrases } from './own-operator-words.js';
import type { PlainOperator } from './plain-operator.js';
import { plainOperator } from './plain-operator.js';

/** How facts and their values are called on the screen. */
export interface ConditionWords {
  /** Label of an answer or fact: 受益户数. */
  readonly label: (fact: string, path?: string) => string;
  /** A single value of that fact as people read it: `5,000 元`, an option's title. For the rest there is `plainValue`. */
  readonly value: (fact: string, value: unknown, path?: string) => string;
  readonly locale: Locale;
  /** Own operators of the host, for the words that they bring. */
  readonly operators?: readonly OwnOperator[];
}

/** A value in plain words where nothing more is known about it: 是/否 for booleans, 12,000 for numbers, the rest as it is written. */
export function plainValue(value: unknown, locale: Locale): string {
  const phrases = conditionPhrases(locale);
  if (typeof value === 'boolean') return value ? phrases.yes : phrases.no;
  if (Array.isArray(value)) return value.length === 0 ? phrases.none : phrases.list(value.map((item) => plainValue(item, locale)));
  if (isEmpty(value)) return phrases.none;
  if (typeof value === 'number') return String(value).replace(/^-?\d+(?=\.|$)/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, ','));
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? phrases.none);
}

/**
 * What was found and what is wanted. Of a group only the parts that led to its answer are named: of `all` those that fail,
 * or, when nothing fails, those that are open. `not` is worked into the words.
 *
 * @param negated - Whether the condition stands under a `not`, so that its opposite is asked for.
 * @example conditionSentence(requirement.trace, words) // '受益户数：12，不得少于 20'
 */
export function conditionSentence(trace: ConditionTrace, words: ConditionWords, negated = false): string {
  return groupSentence(trace, negated, words, comparisonSentence, decisiveParts).text;
}

/**
 * What is wanted only.
 *
 * @example expectationSentence(requirement.trace, words) // '受益户数不得少于 20'
 */
export function expectationSentence(trace: ConditionTrace, words: ConditionWords): string {
  return groupSentence(trace, false, words, comparisonExpectation, (children) => children).text;
}

/** What a condition asks for, before there is any answer; parameters and other answers are called by their labels. */
export function describeCondition(condition: Condition, words: ConditionWords, named?: NamedConditions): string {
  return expectationSentence(traceCondition(condition, {}, named, words.operators), words);
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
  const { must, is, fails = must } = wantedPhrases(trace, negated, words, true);
  if (!('found' in trace)) return phrases.missing(label, must);
  const found = itemsInWords(trace.found, words, (item) => words.value(trace.fact ?? '', item, trace.path));
  const unreadable = met === 'unknown' && 'wanted' in trace;
  return unreadable ? phrases.unreadable(label, found, must) : phrases.finding(label, found, met === true ? is : met === false ? fails : must);
}

function comparisonExpectation(trace: ConditionTrace, negated: boolean, words: ConditionWords): string {
  return conditionPhrases(words.locale).expectation(words.label(trace.fact ?? '', trace.path), wantedPhrases(trace, negated, words, false).must);
}

interface WantedPhrases { readonly must: string; readonly is: string | undefined; readonly fails?: string }

function wantedPhrases(trace: ConditionTrace, negated: boolean, words: ConditionWords, afterFound: boolean): WantedPhrases {
  const phrases = conditionPhrases(words.locale);
  const plain = plainOperator(trace.operator ?? '', negated);
  if (plain === undefined) return ownPhrases(trace, negated, words, (value) => itemsInWords(value, words, (item) => words.value(trace.fact ?? '', item, trace.path))) ?? { must: phrases.broken, is: phrases.broken };
  const { operator, wantedValue } = settled(plain, trace);
  const wanted = wantedOf({ ...trace, ...('wanted' in trace ? { wanted: wantedValue } : {}) }, plain, words, afterFound);
  const { must, is } = phrases.operators[operator];
  // "None of these" is said of all answers at once.
  const around = plain.quantifiers.filter((_, index) => !(wanted.ofEvery && index === lastOfFact(plain)));
  const wrap = (text: string, form: 'must' | 'is'): string =>
    around.reduceRight((inner, quantifier) => (quantifier === 'someFact' ? phrases.someFact(inner) : quantifier === 'everyFact' ? phrases.everyFact(inner, form, wanted.answers) : inner), text);
  const holds = is(wanted);
  return { must: wrap(must(wanted), 'must'), is: holds === undefined ? undefined : wrap(holds, 'is') };
}

/** "Not yes" is no. */
function settled({ operator, quantifiers }: PlainOperator, { wanted, wantedFrom }: ConditionTrace): { readonly operator: PlainOperator['operator']; readonly wantedValue: unknown } {
  const turned = operator === 'notEqual' && typeof wanted === 'boolean' && wantedFrom === undefined && quantifiers.length === 0;
  return turned ? { operator: 'equal', wantedValue: !wanted } : { operator, wantedValue: wanted };
}

/** Place of the quantifier that stands nearest to the operator and speaks of the answers; -1 without one. */
function lastOfFact({ quantifiers }: PlainOperator): number {
  return Math.max(quantifiers.lastIndexOf('everyFact'), quantifiers.lastIndexOf('someFact'));
}

/** The value as the fact's own values are written: what is wanted of an amount is an amount. */
function wantedOf(trace: ConditionTrace, plain: PlainOperator, words: ConditionWords, afterFound: boolean): Wanted {
  const { found, wanted, wantedFrom: source } = trace;
  const known = 'wanted' in trace && (source !== undefined || !isEmpty(wanted));
  return {
    kind: isCalendarDate(found) || isCalendarDate(wanted) ? 'day' : typeof ('wanted' in trace ? wanted : found) === 'number' ? 'number' : 'text',
    ...(known ? { value: itemsInWords(wanted, words, (item) => words.value(trace.fact ?? '', item, trace.path)) } : {}),
    ...(source === undefined ? {} : { source: { label: words.label(source.fact, source.path), parameter: source.fact === 'parameters' } }),
    namesGaps: afterFound,
    repeats: afterFound && 'found' in trace && found === wanted,
    answers: Array.isArray(found) && found.length > 1 ? 'several' : 'one',
    quantifiers: plain.quantifiers.filter((quantifier) => quantifier === 'someValue' || quantifier === 'everyValue'),
    ofEvery: plain.operator === 'notIn' && plain.quantifiers[lastOfFact(plain)] === 'everyFact',
  };
}

function itemsInWords(value: unknown, { locale }: ConditionWords, one: (item: unknown) => string): string {
  const word = (item: unknown): string => (isEmpty(item) ? plainValue(item, locale) : one(item));
  if (!Array.isArray(value)) return word(value);
  return value.length === 0 ? plainValue(value, locale) : conditionPhrases(locale).list(value.map(word));
}
