import type { Locale } from '@cobuild/core';
import type { FindingWords } from '../findings.js';

type Params = Readonly<Record<string, unknown>>;
/** What of a condition is not there yet. */
type Missing = 'fact' | 'otherFact' | 'operator' | 'condition' | 'all';

/** Of a condition that somebody has begun, by where in it the finding stands. */
function missing(pointer: unknown): Missing {
  const at = String(pointer);
  return at.endsWith('/value/fact') ? 'otherFact' : ((['fact', 'operator', 'condition'] as const).find((name) => at.endsWith(`/${name}`)) ?? 'all');
}

const unfinished: Readonly<Record<Locale, Readonly<Record<Missing, FindingWords>>>> = {
  'zh-CN': {
    fact: { message: '这一条件还没有写完：没有选比较什么', remedy: '请先选比较什么，再选怎样比较、与什么比较。' },
    otherFact: { message: '这一条件还没有写完：没有选与哪一项信息比较', remedy: '请选一项信息，或者改为与一个值比较。' },
    operator: { message: '这一条件还没有写完：没有选怎样比较', remedy: '请选怎样比较。' },
    condition: { message: '这一条件还没有写完：没有选公用条件', remedy: '请选一个公用条件，或者删去这一处。' },
    all: { message: '这一条件还没有写完', remedy: '请先选比较什么，再选怎样比较、与什么比较。' },
  },
  en: {
    fact: { message: 'This condition is not finished: it does not say what is compared.', remedy: 'Choose what is compared, then how and with what.' },
    otherFact: { message: 'This condition is not finished: the information to compare with is not chosen.', remedy: 'Choose other information, or compare with a value.' },
    operator: { message: 'This condition is not finished: it does not say how to compare.', remedy: 'Choose how to compare.' },
    condition: { message: 'This condition is not finished: no shared condition is chosen.', remedy: 'Choose a shared condition, or take this one away.' },
    all: { message: 'This condition is not finished.', remedy: 'Choose what is compared, then how and with what.' },
  },
};

/**
 * Sentences for whoever works in an editor, in the place of those that name words of the format: its controls are called what they are called there, and offer what can be chosen.
 * What is left out is as for files.
 */
export const titledSentences: Readonly<Record<Locale, Readonly<Record<string, (params: Params) => Partial<FindingWords>>>>> = {
  'zh-CN': {
    'scheme/malformed-condition': ({ pointer }) => unfinished['zh-CN'][missing(pointer)],
    'scheme/unknown-fact': () => ({ remedy: '请重新选比较什么。' }),
    'scheme/unknown-operator': ({ operator }) => (operator === '' ? unfinished['zh-CN'].operator : { remedy: '请重新选怎样比较。' }),
    'scheme/unknown-parameter': () => ({ remedy: '请重新选一个参数。' }),
    'scheme/unknown-path': () => ({ remedy: '请重新选比较什么。' }),
    'scheme/unknown-condition': ({ condition }) => (condition === '' ? unfinished['zh-CN'].condition : { remedy: '请重新选一个公用条件，或者删去这一处。' }),
    'scheme/object-value': () => ({ remedy: '请重新填写与什么比较。' }),
    'scheme/value-is-text': () => ({ remedy: '请重新填写要比较的几个值。' }),
    'scheme/no-tests': () => ({ remedy: '请添加几个例子和应有的结果，以后每次修改都会自动核对；过去的案件可以直接变成测试。' }),
  },
  en: {
    'scheme/malformed-condition': ({ pointer }) => unfinished.en[missing(pointer)],
    'scheme/unknown-fact': () => ({ remedy: 'Choose again what is compared.' }),
    'scheme/unknown-operator': ({ operator }) => (operator === '' ? unfinished.en.operator : { remedy: 'Choose again how to compare.' }),
    'scheme/unknown-parameter': () => ({ remedy: 'Choose another parameter.' }),
    'scheme/unknown-path': () => ({ remedy: 'Choose again what is compared.' }),
    'scheme/unknown-condition': ({ condition }) => (condition === '' ? unfinished.en.condition : { remedy: 'Choose another shared condition, or take this one away.' }),
    'scheme/object-value': () => ({ remedy: 'Fill in again what it compares with.' }),
    'scheme/value-is-text': () => ({ remedy: 'Fill in again the values to compare with.' }),
    'scheme/no-tests': () => ({ remedy: 'Add a few examples with what should come out; every change is then held against them. Past cases can become tests by one press.' }),
  },
};
