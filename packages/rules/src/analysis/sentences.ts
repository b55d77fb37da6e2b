import type { Locale } from '@cobuild/core';
import { logicSentences } from './logic-sentences.js';

/** A finding's sentence and what mends it, from its params. */
interface Sentences { readonly message: string; readonly remedy?: string }
type Params = Readonly<Record<string, unknown>>;

/** Names are listed where they are few; a long list helps nobody. */
const MOST_NAMES = 16;

const listed = (value: unknown, separator: string): string => (Array.isArray(value) ? value.map(String).join(separator) : '');
const isShort = (known: unknown): boolean => Array.isArray(known) && known.length > 0 && known.length <= MOST_NAMES;
const zhNames = ({ nearest, known }: Params): string => `${typeof nearest === 'string' ? `是否想写“${nearest}”？` : ''}${isShort(known) ? `可以写：${listed(known, '、')}。` : ''}` || '请核对名称。';
const enNames = ({ nearest, known }: Params): string => [typeof nearest === 'string' ? `Did you mean "${nearest}"?` : '', isShort(known) ? `Known: ${listed(known, ', ')}.` : ''].filter(Boolean).join(' ') || 'Check the name.';

const zhTypes: Readonly<Record<string, string>> = { number: '数字', text: '文字', date: '日期', boolean: 'true 或 false', list: '列表', object: '一组内容', any: '其他内容' };
const enTypes: Readonly<Record<string, string>> = { number: 'a number', text: 'a text', date: 'a date', boolean: 'true or false', list: 'a list', object: 'an object', any: 'something else' };
const type = (names: Readonly<Record<string, string>>, value: unknown): string => names[String(value)] ?? String(value);
const types = (names: Readonly<Record<string, string>>, value: unknown, separator: string): string => (Array.isArray(value) ? value.map((item) => type(names, item)).join(separator) : type(names, value));
const example = ({ type: wanted }: Params, words: string): string => (wanted === 'date' ? `${words}"2026-03-05"` : wanted === 'list' ? `${words}["a", "b"]` : '');
const zhHolds: Readonly<Record<string, string>> = { never: '这个条件永远不会成立', always: '这个条件永远成立，排除不了任何情况', noEffect: '列出它不起作用' };
const enHolds: Readonly<Record<string, string>> = { never: 'this condition never holds', always: 'this condition always holds and excludes nothing', noEffect: 'listing it changes nothing' };
const zhBlocks: Readonly<Record<string, string>> = { requirement: '申报条件因此谁都不符合，谁也不能申报', stage: '所有申报因此都过不了这个环节' };
const enBlocks: Readonly<Record<string, string>> = { requirement: 'so nobody can meet the requirement, and nobody can apply', stage: 'so nothing passes this stage' };
const word = (p: Params, key: string): string => (typeof p[key] === 'string' || typeof p[key] === 'number' || typeof p[key] === 'boolean' ? String(p[key]) : '');
const zhText = (p: Params): string => `与“${word(p, 'fact')}”比较的${p['value'] === undefined ? '参数是一段文字' : `“${word(p, 'value')}”是一段文字`}，不是列表：只要答案是其中连着的几个字（哪怕只有一个字母）就算相符`;
const enText = (p: Params): string => `"${word(p, 'fact')}" is compared with ${p['value'] === undefined ? 'a parameter that is a text' : `the text "${word(p, 'value')}"`} and not with a list: any piece of the text counts as one of its values, even a single letter.`;
const parameterFact = ({ fact }: Params): string => `{ "fact": "parameters", "path": "$.${String(fact)}" }`;

/** What differs, and why, as one text without a full stop; that more could be said is left to `cobuild test`. */
function failure({ differences, explanation }: Params, between: string, stop: string, why: string): string {
  const bare = (text: string): string => text.replace(/[。.]$/, '');
  const isWhole = (text: string): boolean => !/^(…|……)$/.test(text);
  const reasons = (Array.isArray(explanation) ? explanation.map(String) : []).filter(isWhole).map(bare);
  return [bare(listed(differences, between)), ...(reasons.length === 0 ? [] : [why + reasons.join(stop)])].join(stop);
}

const alternatives = (values: unknown, separator: string): string => (Array.isArray(values) ? values.map((value) => JSON.stringify(value)).join(separator) : '');
const exampleOf = ({ at, expect }: Params, such: string, gives: string, separator: string): string => {
  const written = (part: unknown): string => (typeof part === 'object' && part !== null ? Object.entries(part).map(([name, value]) => `${name}=${JSON.stringify(value)}`).join(separator) : '');
  return written(at) === '' ? '' : `${such}${written(at)}${gives}${written(expect)}`;
};

const sentences = {
  'zh-CN': {
    ...logicSentences['zh-CN'],
    'scheme/malformed-condition': () => ({ message: '这个条件没有写完整，无法判断', remedy: '条件须是 all、any、not、condition 之一，或者同时写明 fact、operator、value。' }),
    'scheme/unknown-operator': (p) => ({ message: `没有“${String(p['operator'])}”这种比较方式`, remedy: zhNames(p) }),
    'scheme/unknown-fact': (p) => ({ message: `没有“${String(p['fact'])}”这一项：它不是表单里的字段，也不是条件可以使用的其他事实`, remedy: p['isParameter'] === true ? `它是参数，请写 ${parameterFact(p)}。` : zhNames(p) }),
    'scheme/unknown-parameter': (p) => ({ message: `没有参数“${String(p['parameter'])}”`, remedy: zhNames(p) }),
    'scheme/unknown-path': (p) => ({ message: `“${String(p['fact'])}”里没有“${String(p['path'])}”`, remedy: p['inside'] === 'list' ? '这里是列表，每一项写 [*]，例如 $[*].amount。' : p['inside'] === 'single' ? '它没有下级内容，请改正或删去 path。' : zhNames(p) }),
    'scheme/path-refused': (p) => ({ message: `路径“${String(p['path'])}”不能使用`, remedy: '路径只能由属性、序号、[*] 和切片组成，例如 $.minHouseholds、$.list[0].amount。' }),
    'scheme/empty-in-list': () => ({ message: '列表里有空值，永远无法判断是否相符', remedy: '请删去空值。' }),
    'scheme/object-value': () => ({ message: '不能与一组内容（{ }）比较', remedy: '请写数字、文字、true、false 或列表；要引用另一项，写 { "fact": "…" }。' }),
    'scheme/unknown-condition': (p) => ({ message: `没有名为“${String(p['condition'])}”的条件`, remedy: `${zhNames(p)}名称写在 eligibility 的 conditions 里。` }),
    'scheme/condition-in-form': (p) => ({ message: `表单里的条件不能引用“${String(p['condition'])}”：填表时只看表单本身`, remedy: '请把这个条件直接写在这里。' }),
    'scheme/condition-cycle': (p) => ({ message: `条件互相引用，绕了一圈：${listed(p['cycle'], ' → ')}`, remedy: '请去掉其中一处引用。' }),
    'scheme/condition-too-large': () => ({ message: '条件太大或嵌套太深，不予判断', remedy: '请拆成几条规则，或者用有名字的条件。' }),
    'scheme/operator-does-not-fit': (p) => ({ message: `“${word(p, 'fact')}”是${type(zhTypes, p['type'])}，不能用“${word(p, 'operator')}”来比较，这个条件永远无法判断`, remedy: `它用来比较${types(zhTypes, p['accepts'], '、')}。` }),
    'scheme/value-does-not-fit': (p) => ({ message: `“${String(p['fact'])}”要与${type(zhTypes, p['type'])}比较，这里却是${type(zhTypes, p['found'])}，这个条件永远无法判断`, remedy: `请改为${type(zhTypes, p['type'])}${example(p, '，例如 ')}。` }),
    'scheme/value-not-an-option': (p) => ({ message: `“${word(p, 'value')}”不在“${word(p, 'fact')}”可以有的值里，${zhBlocks[word(p, 'blocks')] ?? zhHolds[word(p, 'holds')] ?? ''}`, remedy: zhNames(p) }),
    'scheme/value-is-text': (p) => ({ message: zhText(p), remedy: p['value'] === undefined ? '请把这个参数的类型（type）改为 "list"，值写成列表，例如 ["a", "b"]。' : `请写成列表：${JSON.stringify(p['list'] ?? [])}。` }),
    'scheme/parameter-unused': (p) => ({ message: `参数“${word(p, 'parameter')}”没有地方用到，改它不会改变任何结果`, remedy: '应当起作用的，请在条件或设置里引用它；只作记录的，可以不改。' }),
    'scheme/no-tests': () => ({ message: '方案没有自带测试', remedy: '请在 tests 里写几个例子和应有的结果，以后每次修改都会自动核对。' }),
    'scheme/unpinned-threshold': (p) => ({ message: `没有测试守住这里的 ${JSON.stringify(p['value'])}：改成 ${alternatives(p['unnoticed'], ' 或 ')}，现有测试照样全部通过`, remedy: `请补一个恰好在界限上的例子${exampleOf(p, '，例如 ', '，应为 ', '、')}。` }),
    'scheme/test-failed': (p) => ({ message: `测试“${String(p['test'])}”没有通过：${failure(p, '；', '。', '为什么：')}`, remedy: '请修改方案，或者改正测试的预期结果。' }),
    'scheme/version-used': (p) => ({ message: `版本号 ${String(p['version'])} 已经发布过`, remedy: '请改用新的版本号。' }),
  },
  en: {
    ...logicSentences.en,
    'scheme/malformed-condition': () => ({ message: 'This condition is incomplete and cannot be judged.', remedy: 'A condition is one of all, any, not, condition, or has fact, operator and value.' }),
    'scheme/unknown-operator': (p) => ({ message: `Unknown operator "${String(p['operator'])}".`, remedy: enNames(p) }),
    'scheme/unknown-fact': (p) => ({ message: `Unknown fact "${String(p['fact'])}": it is no field of the form and none of the other facts that conditions may read.`, remedy: p['isParameter'] === true ? `It is a parameter; write ${parameterFact(p)}.` : enNames(p) }),
    'scheme/unknown-parameter': (p) => ({ message: `There is no parameter "${String(p['parameter'])}".`, remedy: enNames(p) }),
    'scheme/unknown-path': (p) => ({ message: `"${String(p['fact'])}" has no "${String(p['path'])}".`, remedy: p['inside'] === 'list' ? 'This is a list; every item of it is written [*]: $[*].amount.' : p['inside'] === 'single' ? 'There is nothing below it; mend or remove the path.' : enNames(p) }),
    'scheme/path-refused': (p) => ({ message: `The path "${String(p['path'])}" cannot be used.`, remedy: 'Paths consist of properties, indexes, [*] and slices: $.minHouseholds, $.list[0].amount.' }),
    'scheme/empty-in-list': () => ({ message: 'The list holds an empty value, which can never be judged.', remedy: 'Remove the empty value.' }),
    'scheme/object-value': () => ({ message: 'Nothing can be compared with an object.', remedy: 'Write a number, a text, true, false or a list; another fact is written { "fact": "…" }.' }),
    'scheme/unknown-condition': (p) => ({ message: `There is no condition named "${String(p['condition'])}".`, remedy: `${enNames(p)} Names are given in "conditions" of "eligibility".` }),
    'scheme/condition-in-form': (p) => ({ message: `A condition of a form cannot refer to "${String(p['condition'])}": while it is filled in, the form stands alone.`, remedy: 'Write the condition out here.' }),
    'scheme/condition-cycle': (p) => ({ message: `Conditions refer to one another in a circle: ${listed(p['cycle'], ' → ')}.`, remedy: 'Remove one of the references.' }),
    'scheme/condition-too-large': () => ({ message: 'The condition is too large or nested too deeply to be judged.', remedy: 'Split it into several rules or use named conditions.' }),
    'scheme/operator-does-not-fit': (p) => ({ message: `"${word(p, 'fact')}" is ${type(enTypes, p['type'])}, which "${word(p, 'operator')}" cannot compare; this condition can never be judged.`, remedy: `It compares ${types(enTypes, p['accepts'], ', ')}.` }),
    'scheme/value-does-not-fit': (p) => ({ message: `"${String(p['fact'])}" has to be compared with ${type(enTypes, p['type'])}, here it is ${type(enTypes, p['found'])}; this condition can never be judged.`, remedy: `Make it ${type(enTypes, p['type'])}${example(p, ' such as ')}.` }),
    'scheme/value-not-an-option': (p) => ({ message: `"${word(p, 'value')}" is not among the values that "${word(p, 'fact')}" can have; ${enBlocks[word(p, 'blocks')] ?? enHolds[word(p, 'holds')] ?? ''}.`, remedy: enNames(p) }),
    'scheme/value-is-text': (p) => ({ message: enText(p), remedy: p['value'] === undefined ? 'Make the type of the parameter "list" and its value a list such as ["a", "b"].' : `Write a list: ${JSON.stringify(p['list'] ?? [])}.` }),
    'scheme/parameter-unused': (p) => ({ message: `Nothing reads the parameter "${word(p, 'parameter')}"; changing it changes no result.`, remedy: 'Refer to it in a condition or a setting where it is meant to count; leave it where it is a record only.' }),
    'scheme/no-tests': () => ({ message: 'The scheme has no tests of its own.', remedy: 'Put some examples with their expected result into "tests"; every edit is then checked against them.' }),
    'scheme/unpinned-threshold': (p) => ({ message: `No test pins ${JSON.stringify(p['value'])} here: with ${alternatives(p['unnoticed'], ' or ')} all tests pass as well.`, remedy: `Add a case just at the limit${exampleOf(p, ', such as ', ', which gives ', ', ')}.` }),
    'scheme/test-failed': (p) => ({ message: `The test "${String(p['test'])}" fails: ${failure(p, '; ', '. ', 'Why: ')}.`, remedy: 'Change the scheme, or correct what the test expects.' }),
    'scheme/version-used': (p) => ({ message: `Version ${String(p['version'])} has been published already.`, remedy: 'Use a new version number.' }),
  },
} satisfies Record<Locale, Record<string, (params: Params) => Sentences>>;

export type AnalysisCode = keyof (typeof sentences)['zh-CN'];
/** Codes of all findings of this package, for tests and documentation. */
export const analysisCodes = Object.keys(sentences.en) as readonly AnalysisCode[];

/** Sentence and remedy of a finding. */
export function analysisSentences(code: AnalysisCode, params: Params, locale: Locale): Sentences {
  return sentences[locale][code](params);
}

export function isAnalysisCode(code: string): code is AnalysisCode {
  return Object.prototype.hasOwnProperty.call(sentences.en, code);
}
