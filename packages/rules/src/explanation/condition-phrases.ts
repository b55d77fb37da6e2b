import type { Locale } from '@cobuild/core';
import type { OperatorName } from '../operators/index.js';
import { english } from './condition-phrases-en.js';
import { chinese } from './condition-phrases-zh-cn.js';
import type { Quantifier } from './plain-operator.js';

/** What a comparison asks for, in words, and how much of it is known. */
export interface Wanted {
  /** Numbers and amounts are "equal to" something, days are before or after it, the rest (choices, texts, yes and no) is it. */
  readonly kind: 'number' | 'day' | 'text';
  /** The value, or the items of a list; absent where it is not known yet. */
  readonly value?: string;
  /** The parameter or the other answer that gives the value. */
  readonly source?: { readonly label: string; readonly parameter: boolean };
  /** Whether it matters that the value is not known: before there are answers it does not. */
  readonly namesGaps: boolean;
  /** Whether the answer that was found has been said already and is this very value. */
  readonly repeats: boolean;
  /** How many answers were found, where it is a list that is compared item by item. */
  readonly answers: 'one' | 'several';
  /** Those of the list of values; those of the list of answers are put around the phrase. */
  readonly quantifiers: readonly Quantifier[];
  /** Whether "none of these" is said of every answer of a list. */
  readonly ofEvery: boolean;
}

/** How an operator is said: `must` what is asked for, `is` when it holds. `is` says nothing where the value that was found says it all. */
export interface OperatorPhrase {
  readonly must: (wanted: Wanted) => string;
  readonly is: (wanted: Wanted) => string | undefined;
}

/** What the words of an own operator do not say themselves: its name in the scheme, what it was compared with, and whether it shall not hold. */
export interface OwnComparison {
  readonly name: string;
  /** Empty where nothing is wanted. */
  readonly wanted: string;
  readonly inverted: boolean;
}

/** All words of conditions in one language. */
export interface ConditionPhrases {
  readonly operators: Readonly<Record<OperatorName, OperatorPhrase>>;
  /** An operator of the host's own that brings no words: what is asked for, and how it came out either way. */
  readonly ownOperator: Readonly<Record<'must' | 'is' | 'fails', (comparison: OwnComparison) => string>>;
  /** A value with where it comes from. */
  readonly wanted: (wanted: Wanted) => string;
  readonly someFact: (phrase: string) => string;
  readonly everyFact: (phrase: string, form: 'must' | 'is', answers: Wanted['answers']) => string;
  /** An answer and what is to be said about it. */
  readonly finding: (label: string, found: string, phrase: string | undefined) => string;
  readonly missing: (label: string, must: string) => string;
  readonly unreadable: (label: string, found: string, must: string) => string;
  readonly expectation: (label: string, must: string) => string;
  readonly allOf: (parts: readonly string[]) => string;
  readonly anyOf: (parts: readonly string[]) => string;
  /** Headings of groups whose parts stand below. */
  readonly allHeading: string;
  readonly anyHeading: string;
  readonly bracketed: (text: string) => string;
  readonly always: string;
  readonly never: string;
  readonly broken: string;
  readonly yes: string;
  readonly no: string;
  readonly none: string;
  /** Items that hold the separator of their own are set apart by a stronger one. */
  readonly list: (items: readonly string[]) => string;
}

/** The words of conditions in a language. */
export function conditionPhrases(locale: Locale): ConditionPhrases {
  return locale === 'en' ? english : chinese;
}
