import type { Locale } from '@cobuild/core';

/** A finding's sentence and what mends it, from its params. */
interface Words { readonly message: string; readonly remedy?: string }
type Params = Readonly<Record<string, unknown>>;

const list = (value: unknown, separator: string): string => (Array.isArray(value) ? value.map(String).join(separator) : '');
const zhSuggestion = ({ suggestion, known }: Params): string => (typeof suggestion === 'string' ? `是不是想写“${suggestion}”？` : `可以用的有：${list(known, '、')}。`);
const enSuggestion = ({ suggestion, known }: Params): string => (typeof suggestion === 'string' ? `Did you mean "${suggestion}"?` : `Known: ${list(known, ', ')}.`);

const zhTypes: Readonly<Record<string, string>> = { number: '数字', text: '文字', date: '日期', boolean: '是/否', list: '列表', any: '任意' };
const enTypes: Readonly<Record<string, string>> = { number: 'a number', text: 'text', date: 'a date', boolean: 'yes or no', list: 'a list', any: 'anything' };
const type = (names: Readonly<Record<string, string>>, value: unknown): string => names[String(value)] ?? String(value);
const types = (names: Readonly<Record<string, string>>, value: unknown, separator: string): string => (Array.isArray(value) ? value.map((item) => type(names, item)).join(separator) : type(names, value));

const tables = {
  'zh-CN': {
    'scheme/malformed-condition': () => ({ message: '这个条件写得不完整，无法判断。', remedy: '条件须是 all、any、not、condition 之一，或者同时写明 fact、operator、value。' }),
    'scheme/unknown-operator': (p) => ({ message: `没有“${String(p['operator'])}”这个比较方式。`, remedy: zhSuggestion(p) }),
    'scheme/unknown-fact': (p) => ({ message: `没有“${String(p['fact'])}”这个事实：它既不是申报表的项目，也不是方案可以使用的其他事实。`, remedy: zhSuggestion(p) }),
    'scheme/unknown-parameter': (p) => ({ message: `没有“${String(p['parameter'])}”这个参数。`, remedy: zhSuggestion(p) }),
    'scheme/unknown-path': (p) => ({ message: `“${String(p['fact'])}”里没有“${String(p['path'])}”。`, remedy: zhSuggestion(p) }),
    'scheme/path-refused': (p) => ({ message: `路径“${String(p['path'])}”不能使用。`, remedy: '路径只能由属性、序号、[*] 和切片组成，例如 $.minimum、$.list[0].amount。' }),
    'scheme/empty-in-list': () => ({ message: '比较的列表里有空值，永远无法判断是否相符。', remedy: '请删去空值。' }),
    'scheme/object-value': () => ({ message: '不能与一个对象比较。', remedy: '请写数字、文字、是/否或列表；要引用其他事实，写 { "fact": "…" }。' }),
    'scheme/unknown-condition': (p) => ({ message: `没有名为“${String(p['condition'])}”的条件。`, remedy: zhSuggestion(p) }),
    'scheme/condition-cycle': (p) => ({ message: `条件互相引用，没有尽头：${list(p['cycle'], ' → ')}。`, remedy: '请去掉其中一处引用。' }),
    'scheme/condition-too-large': () => ({ message: '条件太大或嵌套太深，不予判断。', remedy: '请拆成几条规则，或者用有名字的条件。' }),
    'scheme/operator-does-not-fit': (p) => ({ message: `“${String(p['operator'])}”不能用来比较${type(zhTypes, p['type'])}，这个条件永远无法判断。`, remedy: `它适用于${types(zhTypes, p['accepts'], '、')}。` }),
    'scheme/value-does-not-fit': (p) => ({ message: `“${String(p['fact'])}”是${type(zhTypes, p['type'])}，却与${type(zhTypes, p['found'])}比较，这个条件永远无法判断。`, remedy: `请把 value 写成${type(zhTypes, p['type'])}${p['isList'] === true ? '的列表' : ''}。` }),
    'scheme/value-not-an-option': (p) => ({ message: `“${String(p['value'])}”不在“${String(p['fact'])}”的选项里。`, remedy: zhSuggestion(p) }),
    'scheme/no-tests': () => ({ message: '方案没有自带测试。', remedy: '在 tests 里写几个例子和应有的结果，修改时就会自动核对。' }),
    'scheme/test-failed': (p) => ({ message: `测试“${String(p['test'])}”没有通过：${String(p['differences'])}。`, remedy: '请修改方案，或者改正测试的预期结果。' }),
    'scheme/version-used': (p) => ({ message: `版本号 ${String(p['version'])} 已经发布过。`, remedy: '请改用新的版本号。' }),
  },
  en: {
    'scheme/malformed-condition': () => ({ message: 'This condition is incomplete and cannot be judged.', remedy: 'A condition is one of all, any, not, condition, or has fact, operator and value.' }),
    'scheme/unknown-operator': (p) => ({ message: `Unknown operator "${String(p['operator'])}".`, remedy: enSuggestion(p) }),
    'scheme/unknown-fact': (p) => ({ message: `Unknown fact "${String(p['fact'])}": it is no field of the application form and none of the other facts.`, remedy: enSuggestion(p) }),
    'scheme/unknown-parameter': (p) => ({ message: `Unknown parameter "${String(p['parameter'])}".`, remedy: enSuggestion(p) }),
    'scheme/unknown-path': (p) => ({ message: `"${String(p['fact'])}" has no "${String(p['path'])}".`, remedy: enSuggestion(p) }),
    'scheme/path-refused': (p) => ({ message: `The path "${String(p['path'])}" cannot be used.`, remedy: 'Paths consist of properties, indexes, [*] and slices: $.minimum, $.list[0].amount.' }),
    'scheme/empty-in-list': () => ({ message: 'The list holds an empty value, which can never be judged.', remedy: 'Remove the empty value.' }),
    'scheme/object-value': () => ({ message: 'Nothing can be compared with an object.', remedy: 'Write a number, text, true or false, or a list; another fact is written { "fact": "…" }.' }),
    'scheme/unknown-condition': (p) => ({ message: `There is no condition named "${String(p['condition'])}".`, remedy: enSuggestion(p) }),
    'scheme/condition-cycle': (p) => ({ message: `Conditions refer to each other without end: ${list(p['cycle'], ' → ')}.`, remedy: 'Remove one of the references.' }),
    'scheme/condition-too-large': () => ({ message: 'The condition is too large or nested too deeply to be judged.', remedy: 'Split it into several rules or use named conditions.' }),
    'scheme/operator-does-not-fit': (p) => ({ message: `"${String(p['operator'])}" cannot compare ${type(enTypes, p['type'])}; this condition can never be judged.`, remedy: `It compares ${types(enTypes, p['accepts'], ', ')}.` }),
    'scheme/value-does-not-fit': (p) => ({ message: `"${String(p['fact'])}" is ${type(enTypes, p['type'])} but is compared with ${type(enTypes, p['found'])}; this condition can never be judged.`, remedy: `Make the value ${p['isList'] === true ? 'a list of entries that are each ' : ''}${type(enTypes, p['type'])}.` }),
    'scheme/value-not-an-option': (p) => ({ message: `"${String(p['value'])}" is not among the options of "${String(p['fact'])}".`, remedy: enSuggestion(p) }),
    'scheme/no-tests': () => ({ message: 'The scheme has no tests of its own.', remedy: 'Put some examples with their expected result into tests; every edit is then checked against them.' }),
    'scheme/test-failed': (p) => ({ message: `The test "${String(p['test'])}" fails: ${String(p['differences'])}.`, remedy: 'Change the scheme, or correct what the test expects.' }),
    'scheme/version-used': (p) => ({ message: `Version ${String(p['version'])} has been published already.`, remedy: 'Use a new version number.' }),
  },
} satisfies Record<Locale, Record<string, (params: Params) => Words>>;

export type AnalysisCode = keyof (typeof tables)['zh-CN'];
/** Codes of every finding of this package, for tests and documentation. */
export const analysisCodes = Object.keys(tables.en) as readonly AnalysisCode[];

/** Sentence and remedy of a finding. */
export function analysisWords(code: AnalysisCode, params: Params, locale: Locale): Words {
  return tables[locale][code](params);
}
