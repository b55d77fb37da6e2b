import { localize } from '@cobuild/core';
import type { LocalizedText } from '@cobuild/core';
import { isCalendarDate, isEmpty, readOwnOperator } from '../operators/index.js';
import type { OwnOperatorWords } from '../operators/index.js';
import type { ConditionTrace } from '../results.js';
import type { OwnComparison, Wanted } from './condition-phrases.js';
import { conditionPhrases } from './condition-phrases.js';
import type { ConditionWords } from './condition-words.js';
import { plainOwnOperator } from './plain-operator.js';

/** What is asked for, what is said when it holds, and what when it does not; without the last, what is asked for says it. */
export interface OwnPhrases { readonly must: string; readonly is: string; readonly fails?: string }

/**
 * How an operator of the host's own is said: in its own words, or by its name with the value found and the value wanted. One that was not handed in is taken for
 * such an operator where it has answered; `undefined` for the rest, which nobody knows.
 *
 * @param written - A value of the fact, or a list of them, as people read it.
 */
export function ownPhrases(trace: ConditionTrace, negated: boolean, words: ConditionWords, written: (value: unknown) => string): OwnPhrases | undefined {
  const { operator: name = '', result, failure, found } = trace;
  const known = readOwnOperator(name, words.operators ?? []);
  if (known === undefined && result === 'unknown' && failure === undefined) return undefined;
  const plain = plainOwnOperator(name, negated);
  const phrases = conditionPhrases(words.locale);
  const wanted = wantedWords(trace, words, written);
  const own = known?.operator.name === plain.name ? templatesOf(known.operator.words, plain.inverted) : undefined;
  const comparison: OwnComparison = { name: plain.name, wanted, inverted: plain.inverted };
  const fill = (template: LocalizedText): string => filled(localize(template, words.locale), trace.wanted, wanted, written);
  const said: OwnPhrases = own === undefined ? { must: phrases.ownOperator.must(comparison), is: phrases.ownOperator.is(comparison), fails: phrases.ownOperator.fails(comparison) } : { must: fill(own.must), is: fill(own.is) };
  if (plain.quantifiers.length === 0) return said;
  const answers = Array.isArray(found) && found.length > 1 ? 'several' : 'one';
  const wrap = (text: string, form: 'must' | 'is'): string =>
    plain.quantifiers.reduceRight((inner, quantifier) => (quantifier === 'someFact' ? phrases.someFact(inner) : phrases.everyFact(inner, form, answers)), text);
  return { must: wrap(said.must, 'must'), is: wrap(said.is, 'is') };
}

function templatesOf(words: OwnOperatorWords | undefined, inverted: boolean): { readonly must: LocalizedText; readonly is: LocalizedText } | undefined {
  if (words === undefined || !inverted) return words;
  const { mustNot, isNot } = words;
  return mustNot === undefined || isNot === undefined ? undefined : { must: mustNot, is: isNot };
}

function wantedWords(trace: ConditionTrace, words: ConditionWords, written: (value: unknown) => string): string {
  const { wanted, wantedFrom: source } = trace;
  const isKnown = 'wanted' in trace && !isEmpty(wanted);
  const described: Wanted = {
    // Only a single text is put in quotation marks.
    kind: typeof wanted === 'string' && !isCalendarDate(wanted) ? 'text' : 'number',
    ...(isKnown ? { value: written(wanted) } : {}),
    ...(source === undefined ? {} : { source: { label: words.label(source.fact, source.path), parameter: source.fact === 'parameters' } }),
    namesGaps: 'found' in trace, repeats: false, answers: 'one', quantifiers: [], ofEvery: false,
  };
  return conditionPhrases(words.locale).wanted(described);
}

/** `{wanted}`, or a part of it; a part that is not there is the whole. */
function filled(template: string, wanted: unknown, whole: string, written: (value: unknown) => string): string {
  return template.replace(/\{wanted(?:\.([^{}]+))?\}/g, (_, key: string | undefined) => {
    const hasPart = key !== undefined && typeof wanted === 'object' && wanted !== null && Object.prototype.hasOwnProperty.call(wanted, key);
    return hasPart ? written((wanted as Readonly<Record<string, unknown>>)[key]) : whole;
  });
}
