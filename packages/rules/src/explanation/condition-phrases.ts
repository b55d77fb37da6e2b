import type { Locale } from '@cobuild/core';
import type { OperatorName } from '../operators/index.js';

/** How an operator is said: `must` what is asked for, `is` when it holds; with days where "before" replaces "less". */
interface OperatorPhrase { readonly must: (wanted: string) => string; readonly is: (wanted: string) => string }

/** All words of conditions in one language. */
export interface ConditionPhrases {
  readonly operators: Readonly<Record<OperatorName, OperatorPhrase>>;
  /** In place of those above where days are compared. */
  readonly days: Readonly<Partial<Record<OperatorName, OperatorPhrase>>>;
  readonly someFact: (phrase: string) => string;
  readonly everyFact: (phrase: string) => string;
  readonly someValue: (items: string) => string;
  readonly everyValue: (items: string) => string;
  /** What was found, then what is asked for. */
  readonly unmet: (label: string, found: string, must: string) => string;
  readonly met: (label: string, found: string, is: string) => string;
  readonly missing: (label: string, must: string) => string;
  readonly unreadable: (label: string, found: string, must: string) => string;
  readonly expectation: (label: string, must: string) => string;
  /** A wanted value that another answer gives, with that answer's name. */
  readonly wantedFrom: (label: string, value: string) => string;
  readonly parameter: (label: string, value: string) => string;
  readonly wantedMissing: (label: string) => string;
  readonly parameterMissing: (label: string) => string;
  readonly allOf: (parts: readonly string[]) => string;
  readonly anyOf: (parts: readonly string[]) => string;
  readonly bracketed: (text: string) => string;
  readonly always: string;
  readonly never: string;
  readonly broken: string;
  readonly yes: string;
  readonly no: string;
  readonly none: string;
  readonly list: (items: readonly string[]) => string;
}

const zh = (words: string, wanted: (value: string) => string = (value) => ` ${value}`): OperatorPhrase => ({
  must: (value) => `应${words}${wanted(value)}`,
  is: (value) => `${words}${wanted(value)}`,
});
const zhNot = (words: string, wanted: (value: string) => string = (value) => ` ${value}`): OperatorPhrase => ({
  must: (value) => `不应${words}${wanted(value)}`,
  is: (value) => `不${words === '为' ? '是' : words}${wanted(value)}`,
});
const zhList = (value: string): string => `：${value}`;

const chinese: ConditionPhrases = {
  operators: {
    equal: zh('为'), notEqual: zhNot('为'),
    in: zh('为以下之一', zhList), notIn: { must: (value) => `不应为以下任何一项：${value}`, is: (value) => `不是以下任何一项：${value}` },
    contains: zh('包括'), doesNotContain: zhNot('包括'),
    lessThan: zh('小于'), lessThanInclusive: zh('不超过'), greaterThan: zh('大于'), greaterThanInclusive: zh('不少于'),
  },
  days: { lessThan: zh('早于'), lessThanInclusive: zh('不晚于'), greaterThan: zh('晚于'), greaterThanInclusive: zh('不早于') },
  someFact: (phrase) => `其中至少一项${phrase}`,
  everyFact: (phrase) => `其中每一项${phrase}`,
  someValue: (items) => `${items}中的至少一项`,
  everyValue: (items) => `${items}中的每一项`,
  unmet: (label, found, must) => `${label} ${found}，${must}`,
  met: (label, found, is) => `${label} ${found}，${is}`,
  missing: (label, must) => `${label}未填写，${must}`,
  unreadable: (label, found, must) => `${label} ${found}，无法判断，${must}`,
  expectation: (label, must) => `${label}${must}`,
  wantedFrom: (label, value) => `${label}（${value}）`,
  parameter: (label, value) => `${value}（${label}）`,
  wantedMissing: (label) => `${label}（未填写）`,
  parameterMissing: (label) => `${label}（尚未确定）`,
  allOf: (parts) => parts.join('；'),
  anyOf: (parts) => `以下至少符合一项：${parts.join('；或者')}`,
  bracketed: (text) => `（${text}）`,
  always: '没有要求',
  never: '任何情况都不符合',
  broken: '这项规则有误，无法判断',
  yes: '是', no: '否', none: '无',
  list: (items) => items.join('、'),
};

const en = (must: string, is: string): OperatorPhrase => ({ must: (value) => `must ${must} ${value}`, is: (value) => `${is} ${value}` });

const english: ConditionPhrases = {
  operators: {
    equal: en('be', 'is'), notEqual: en('not be', 'is not'), in: en('be one of:', 'is one of:'), notIn: en('be none of:', 'is none of:'),
    contains: en('include', 'includes'), doesNotContain: en('not include', 'does not include'),
    lessThan: en('be less than', 'is less than'), lessThanInclusive: en('be at most', 'is at most'),
    greaterThan: en('be more than', 'is more than'), greaterThanInclusive: en('be at least', 'is at least'),
  },
  days: {
    lessThan: en('be before', 'is before'), lessThanInclusive: en('be no later than', 'is no later than'),
    greaterThan: en('be after', 'is after'), greaterThanInclusive: en('be no earlier than', 'is no earlier than'),
  },
  someFact: (phrase) => `at least one item ${phrase}`,
  everyFact: (phrase) => `every item ${phrase}`,
  someValue: (items) => `at least one of ${items}`,
  everyValue: (items) => `every one of ${items}`,
  unmet: (label, found, must) => `${label}: ${found}, ${must}`,
  met: (label, found, is) => `${label}: ${found}, ${is}`,
  missing: (label, must) => `${label}: not filled in, ${must}`,
  unreadable: (label, found, must) => `${label}: ${found} cannot be judged, ${must}`,
  expectation: (label, must) => `${label} ${must}`,
  wantedFrom: (label, value) => `${label} (${value})`,
  parameter: (label, value) => `${value} (${label})`,
  wantedMissing: (label) => `${label} (not filled in)`,
  parameterMissing: (label) => `${label} (not decided yet)`,
  allOf: (parts) => parts.join('; '),
  anyOf: (parts) => `at least one of: ${parts.join('; or ')}`,
  bracketed: (text) => `(${text})`,
  always: 'nothing is required',
  never: 'can never be met',
  broken: 'this rule has a mistake and cannot be judged',
  yes: 'yes', no: 'no', none: 'none',
  list: (items) => items.join(', '),
};

/** The words of conditions in a language. */
export function conditionPhrases(locale: Locale): ConditionPhrases {
  return locale === 'en' ? english : chinese;
}
