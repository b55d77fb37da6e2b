import type { ConditionPhrases, OperatorPhrase, OwnComparison, Wanted } from './condition-phrases.js';

/** A space between Chinese and a number or Latin letters; days are written as one word: 不早于2026年3月5日. */
const join = (words: string, value: string): string => (/^[\d+\-A-Za-z]/.test(value) && !/^\d+年/.test(value) ? `${words} ${value}` : words + value);
/** Titles of questions end in marks that do not fit into a sentence. */
const bare = (label: string): string => label.replace(/\s*[？?：:]\s*$/, '');

const gap = ({ source, namesGaps }: Wanted): string => (!namesGaps ? '' : source?.parameter === true ? '（尚未确定）' : '（未填写）');
const ofValues = (text: string, { quantifiers }: Wanted): string =>
  quantifiers.reduce((words, quantifier) => (quantifier === 'someValue' ? `${words}中的至少一项` : quantifier === 'everyValue' ? `${words}中的每一项` : words), text);

/** A value with where it comes from: 200,000.00 元（单个项目上限）, 项目总预算（22,720.00 元）, “是”. */
function valueOf(wanted: Wanted): string {
  const { kind, value, source } = wanted;
  const written = value === undefined || kind !== 'text' ? value : `“${value}”`;
  if (source === undefined) return ofValues(written ?? '', wanted);
  if (written === undefined) return ofValues(source.label + gap(wanted), wanted);
  return ofValues(source.parameter ? `${written}（${source.label}）` : `${source.label}（${value ?? ''}）`, wanted);
}

/** A list by its name, “资金适用范围”; where it has none, its items. */
const listOf = (wanted: Wanted): string => ofValues(wanted.source === undefined ? (wanted.value ?? '') : `“${wanted.source.label}”`, wanted);
/** Behind the name of a list: its items, or that nobody has said yet what is in it. */
const itemsOf = (wanted: Wanted): string => (wanted.value === undefined ? gap(wanted) : `：${wanted.value}`);

const phrase = (must: string, is: string): OperatorPhrase => ({ must: (wanted) => join(must, valueOf(wanted)), is: (wanted) => join(is, valueOf(wanted)) });
const ordered = (numbers: OperatorPhrase, days: OperatorPhrase): OperatorPhrase => ({
  must: (wanted) => (wanted.kind === 'day' ? days : numbers).must(wanted),
  is: (wanted) => (wanted.kind === 'day' ? days : numbers).is(wanted),
});
/** "Not nothing" asks for any answer. */
const nothing = ({ value, source }: Wanted): boolean => value === undefined && source === undefined;
const literal = ({ source, quantifiers }: Wanted): boolean => source === undefined && quantifiers.length === 0;
/** Two answers that are no numbers are 一致 or 不同 rather than 等于. */
const compares = ({ kind, source }: Wanted): boolean => kind !== 'number' && source !== undefined && !source.parameter;

/** 按“withinRange”与 10、30 比较 */
const comparedBy = ({ name, wanted }: OwnComparison): string => `按“${name}”${wanted === '' ? '' : `${join('与', wanted)}${/[\dA-Za-z]$/.test(wanted) ? ' ' : ''}`}比较`;

export const chinese: ConditionPhrases = {
  operators: {
    equal: {
      must: (wanted) => (compares(wanted) ? `须与${valueOf(wanted)}一致` : join(wanted.kind === 'number' ? '须等于' : '须为', valueOf(wanted))),
      is: (wanted) => (literal(wanted) ? undefined : compares(wanted) ? `与${valueOf(wanted)}一致` : join(wanted.kind === 'number' ? '等于' : '是', valueOf(wanted))),
    },
    notEqual: {
      must: (wanted) => {
        if (nothing(wanted)) return '须填写';
        if (literal(wanted) && wanted.repeats) return wanted.kind === 'text' ? '不能是这一项' : '不能是这个值';
        return compares(wanted) ? `不能与${valueOf(wanted)}相同` : join(wanted.kind === 'number' ? '不能等于' : '不能是', valueOf(wanted));
      },
      is: (wanted) => (nothing(wanted) ? undefined : compares(wanted) ? `与${valueOf(wanted)}不同` : join(wanted.kind === 'number' ? '不等于' : '不是', valueOf(wanted))),
    },
    in: {
      must: (wanted) => (wanted.source === undefined ? `须为以下之一：${listOf(wanted)}` : `须属于${listOf(wanted)}${itemsOf(wanted)}`),
      is: (wanted) => (wanted.source === undefined ? '在允许的范围内' : `属于${listOf(wanted)}`),
    },
    notIn: {
      must: (wanted) => {
        if (wanted.source === undefined) return `${wanted.ofEvery ? '不得有' : '不得为'}以下任何一项：${listOf(wanted)}`;
        return `${wanted.ofEvery ? `不得有${listOf(wanted)}中的任何一项` : `不得属于${listOf(wanted)}`}${itemsOf(wanted)}`;
      },
      is: (wanted) => {
        const all = wanted.ofEvery && wanted.answers === 'several' ? '都' : '';
        return wanted.source === undefined ? `${all}不属于：${listOf(wanted)}` : `${all}不在${listOf(wanted)}之列`;
      },
    },
    contains: phrase('须包括', '包括'), doesNotContain: phrase('不得包括', '不包括'),
    lessThan: ordered(phrase('须小于', '小于'), phrase('须早于', '早于')),
    lessThanInclusive: ordered(phrase('不得超过', '不超过'), phrase('不得晚于', '不晚于')),
    greaterThan: ordered(phrase('须大于', '大于'), phrase('须晚于', '晚于')),
    greaterThanInclusive: ordered(phrase('不得少于', '不少于'), phrase('不得早于', '不早于')),
  },
  ownOperator: {
    must: (own) => `须${comparedBy(own)}且${own.inverted ? '不符合' : '符合'}`,
    is: (own) => `${comparedBy(own)}：${own.inverted ? '不符合，正是所要求的' : '符合'}`,
    fails: (own) => `${comparedBy(own)}：${own.inverted ? '符合，要求的是不符合' : '不符合'}`,
  },
  wanted: valueOf,
  someFact: (text) => `至少有一项${text}`,
  everyFact: (text, form, answers) => (form === 'must' ? `每一项都${text}` : answers === 'several' ? `都${text}` : text),
  finding: (label, found, text) => `${bare(label)}：${found}${text === undefined ? '' : `，${text}`}`,
  missing: (label, must) => `${bare(label)}：未填写，${must}`,
  unreadable: (label, found, must) => `${bare(label)}：${found}，无法判断，${must}`,
  expectation: (label, must) => bare(label) + must,
  allOf: (parts) => parts.join('；'),
  anyOf: (parts) => `以下至少要符合一项：${parts.join('；或者')}`,
  allHeading: '以下各项都要符合：',
  anyHeading: '以下至少要符合一项：',
  bracketed: (text) => `（${text}）`,
  always: '没有要求',
  never: '任何情况都不符合',
  broken: '这项规则有误，无法判断',
  yes: '是', no: '否', none: '无',
  list: (items) => items.join(items.some((item) => item.includes('、')) ? '；' : '、'),
};
