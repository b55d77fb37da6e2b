import type { Locale, Problem, Scheme } from '@cobuild/core';
import { isMoney, localize, nearestName, parameterProblems, readYuan } from '@cobuild/core';
import { booleanOf, numberOf } from '../tabular/cell-values.js';
import type { CommandIo } from './command-io.js';
import { tellProblems } from './print-problems.js';
import type { CommandOptions } from './read-options.js';

/** Values of parameters by key, or what is wrong with what was written behind `--set`. */
export type ReadSettings = { readonly values: Readonly<Record<string, unknown>> } | { readonly problems: readonly Problem[] };

/**
 * What `--set` asks for, as values of the scheme's parameters. A parameter is named by its key, or by its title where only one has it. Amounts may be written as
 * people write them: `2万`, `2万元`, `20,000`, `20000元`; other numbers with separators, yes and no as 是 and 否, a ratio as `3/5`, a period as `5个工作日`.
 */
export function readSettings(scheme: Scheme, settings: Readonly<Record<string, unknown>>, locale: Locale): ReadSettings {
  const named = Object.entries(settings).map(([word, written]) => ({ word, written, keys: keysOf(scheme, word, locale) }));
  const unclear = named.flatMap(({ word, keys }) => (keys.length > 1 ? [ambiguous(word, keys, locale)] : []));
  const values = Object.fromEntries(named.map(({ word, written, keys: [key = word] }) => [key, inShape(parameterOf(scheme, key)?.type, written)]));
  const unfit = parameterProblems(scheme, values, locale).map((problem) => inWords(scheme, problem, values, locale));
  const problems = [...unclear, ...(unclear.length > 0 ? [] : unfit)];
  return problems.length === 0 ? { values } : { problems };
}

/** The same for a call: problems are told, and then there are no values. */
export function settingsOrTold(scheme: Scheme, { settings, locale, json }: CommandOptions, io: CommandIo): Readonly<Record<string, unknown>> | undefined {
  const read = readSettings(scheme, settings, locale);
  if ('values' in read) return read.values;
  tellProblems(read.problems, json, locale, io);
  return undefined;
}

type Parameter = Scheme['parameters'][string];

function parameterOf({ parameters }: Scheme, key: string): Parameter | undefined {
  return Object.prototype.hasOwnProperty.call(parameters, key) ? parameters[key] : undefined;
}

function keysOf(scheme: Scheme, word: string, locale: Locale): readonly string[] {
  if (parameterOf(scheme, word) !== undefined) return [word];
  return Object.entries(scheme.parameters).filter(([, { title }]) => localize(title, locale) === word || localize(title, 'zh-CN') === word).map(([key]) => key);
}

/** A text that says a value of the type in other words; the rest stays as it is, for the checks to refuse. */
function inShape(type: Parameter['type'] | undefined, written: unknown): unknown {
  if (type === 'text' && (typeof written === 'number' || typeof written === 'boolean')) return String(written);
  if (typeof written !== 'string') return written;
  if (type === 'money') return readYuan(written) ?? written;
  if (type === 'integer' || type === 'decimal') return numberOf(written, written) ?? written;
  if (type === 'boolean') return booleanOf(written, written) ?? written;
  if (type === 'period') return periodOf(written) ?? written;
  const [, p, q] = /^(\d{1,6})\/(\d{1,6})$/.exec(written.normalize('NFKC').replace(/\s/g, '')) ?? [];
  return type === 'ratio' && p !== undefined && q !== undefined ? { p: Number(p), q: Number(q) } : written;
}

/** `5个工作日`, `30自然日`, `5 working days`; days alone do not say which. */
function periodOf(written: string): unknown {
  const [, amount, , unit = ''] = /^(\d{1,4})\s*(个)?\s*(工作日|自然日|working days?|calendar days?)$/i.exec(written.normalize('NFKC').trim()) ?? [];
  return amount === undefined ? undefined : { amount: Number(amount), unit: /工作日|working/i.test(unit) ? 'workingDay' : 'calendarDay' };
}

const WANTED: Readonly<Record<string, Readonly<Record<Locale, readonly [wanted: string, example: string]>>>> = {
  money: { 'zh-CN': ['金额（元，最多两位小数）', '20000、20,000、20000元、2万'], en: ['an amount in yuan with at most two decimals', '20000, 20,000, 2万'] },
  integer: { 'zh-CN': ['整数', '20'], en: ['a whole number', '20'] },
  decimal: { 'zh-CN': ['数字', '0.5'], en: ['a number', '0.5'] },
  boolean: { 'zh-CN': ['是或否', 'true、false'], en: ['true or false', 'true, false'] },
  ratio: { 'zh-CN': ['比例', '3/5，或者 {"p":3,"q":5}'], en: ['a ratio', '3/5, or {"p":3,"q":5}'] },
  text: { 'zh-CN': ['文字', '区政府'], en: ['a text', 'district'] },
  list: { 'zh-CN': ['列表', '["road","water"]（在命令行里用单引号括起来）'], en: ['a list', '["road","water"] (in single quotes on the command line)'] },
  period: { 'zh-CN': ['期限', '5个工作日、30自然日'], en: ['a period', '"5 working days", "30 calendar days"'] },
  interval: { 'zh-CN': ['间隔', '{"every":3,"unit":"month"}（在命令行里用单引号括起来）'], en: ['an interval', '{"every":3,"unit":"month"} (in single quotes on the command line)'] },
};

/** A command line is no file: what does not fit is told by the parameter's title and with what may be typed here. */
function inWords(scheme: Scheme, problem: Problem, values: Readonly<Record<string, unknown>>, locale: Locale): Problem {
  const { key: named, parameter: unknown } = problem.params;
  const key = typeof named === 'string' ? named : typeof unknown === 'string' ? unknown : '';
  const parameter = parameterOf(scheme, key);
  const placed = { ...problem, document: '--set' };
  if (parameter === undefined) return { ...placed, ...unknownWords(scheme, key, locale) };
  const title = localize(parameter.title, locale) || key;
  const given = isMoney(values[key]) || typeof values[key] !== 'string' ? JSON.stringify(values[key]) : values[key];
  const [wanted, example] = WANTED[parameter.type]?.[locale] ?? ['', ''];
  if (problem.code !== 'scheme/parameter-value' || wanted === '') return { ...placed, message: locale === 'en' ? `${title}: ${problem.message}` : `${title}：${problem.message}` };
  return locale === 'en'
    ? { ...placed, message: `“${title}” (${key}) has to be ${wanted}; “${given}” cannot be read as that.`, remedy: `It may be written: ${example}.` }
    : { ...placed, message: `“${title}”（${key}）应为${wanted}，“${given}”读不出来`, remedy: `可以写：${example}。` };
}

function unknownWords({ parameters }: Scheme, word: string, locale: Locale): Pick<Problem, 'message' | 'remedy'> {
  const known = Object.entries(parameters).map(([key, { title }]) => ({ key, title: localize(title, locale) }));
  const nearest = nearestName(word, known.map(({ key }) => key)) ?? known.find(({ title }) => title === nearestName(word, known.map((one) => one.title)))?.key;
  const named = (key: string): string => `${key}${locale === 'en' ? ` (${known.find((one) => one.key === key)?.title ?? ''})` : `（${known.find((one) => one.key === key)?.title ?? ''}）`}`;
  const all = known.map(({ key }) => named(key));
  if (locale === 'en') return { message: `There is no parameter "${word}".`, remedy: nearest === undefined ? `Known: ${all.join(', ')}.` : `Did you mean ${JSON.stringify(nearest)}?` };
  return { message: `没有参数“${word}”`, remedy: nearest === undefined ? `可以写：${all.join('、')}。` : `是否想写 ${named(nearest)}？` };
}

function ambiguous(word: string, keys: readonly string[], locale: Locale): Problem {
  return {
    code: 'scheme/unknown-parameter', severity: 'error', document: '--set', pointer: '', params: { parameter: word, known: keys },
    message: locale === 'en' ? `More than one parameter is called "${word}".` : `有不止一个参数叫“${word}”`,
    remedy: locale === 'en' ? `Write the key: ${keys.join(', ')}.` : `请写代号：${keys.join('、')}。`,
  };
}
