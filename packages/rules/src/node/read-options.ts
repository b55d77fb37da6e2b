import { parseArgs } from 'node:util';
import type { Locale } from '@cobuild/core';
import { isDate, nearestName } from '@cobuild/core';
import { UsageError } from './command-io.js';

/** Options of a call, read and checked. */
export interface CommandOptions {
  readonly paths: readonly string[];
  readonly locale: Locale;
  readonly help: boolean;
  readonly json: boolean;
  readonly draft: boolean;
  readonly watch: boolean;
  /** What no test pins fails too. */
  readonly strict: boolean;
  readonly cases?: string;
  readonly case?: string;
  readonly output?: string;
  /** Preset of `new`. */
  readonly from?: string;
  readonly title?: string;
  /** Of `convert`: a decision table by its id, the spreadsheet with its rows, a file of score sheets. */
  readonly table?: string;
  readonly rows?: string;
  readonly scores?: string;
  /** Of `allocate`: money of the batch in yuan, `5000000` or `500万`; a JSON file with what is known of it. */
  readonly pool?: string;
  readonly context?: string;
  /** Of `simulate`: another version of the scheme; whether every flip is listed. */
  readonly with?: string;
  readonly all: boolean;
  readonly today?: string;
  readonly engine: 'cobuild' | 'json-rules-engine';
  /** `--set parameters.KEY=VALUE`, by key. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** Every option of the command; each call takes some of them. */
const known = {
  help: { type: 'boolean', short: 'h' }, lang: { type: 'string' }, json: { type: 'boolean' }, draft: { type: 'boolean' }, watch: { type: 'boolean' }, strict: { type: 'boolean' },
  cases: { type: 'string' }, case: { type: 'string' }, set: { type: 'string', multiple: true }, engine: { type: 'string' }, today: { type: 'string' }, output: { type: 'string', short: 'o' }, from: { type: 'string' }, title: { type: 'string' }, table: { type: 'string' },
  rows: { type: 'string' }, scores: { type: 'string' }, pool: { type: 'string' }, context: { type: 'string' }, with: { type: 'string' }, all: { type: 'boolean' },
} as const;

export type OptionName = keyof typeof known;

/** Options that are handed on as they were written. */
const TEXTS = ['cases', 'case', 'output', 'from', 'title', 'table', 'rows', 'scores', 'pool', 'context', 'with', 'today'] as const;

/** Options that every call takes. */
const common: readonly OptionName[] = ['help', 'lang', 'json'];

/**
 * Reads the words after the command's name.
 *
 * @param takes - Options of this command beside `--help`, `--lang` and `--json`.
 * @throws {UsageError} for an option or value that the command does not know: nothing that was asked for is silently left out.
 */
export function readOptions(args: readonly string[], takes: readonly OptionName[]): CommandOptions {
  const { values, positionals } = parse(args, [...common, ...takes]);
  const { lang = 'zh-CN', engine = 'cobuild', today } = values;
  if (lang !== 'zh-CN' && lang !== 'en') throw new UsageError({ 'zh-CN': `--lang 是 zh-CN 或 en，不能是“${lang}”。`, en: `--lang is zh-CN or en, not "${lang}".` });
  if (engine !== 'cobuild' && engine !== 'json-rules-engine') throw new UsageError({ 'zh-CN': `--engine 是 cobuild 或 json-rules-engine，不能是“${engine}”。`, en: `--engine is cobuild or json-rules-engine, not "${engine}".` });
  if (today !== undefined && !isDate(today)) throw new UsageError({ 'zh-CN': `--today 是日期，例如 2026-03-05，不能是“${today}”。`, en: `--today is a date such as 2026-03-05, not "${today}".` });
  return {
    paths: positionals, locale: lang, engine, help: values.help === true, json: values.json === true, draft: values.draft === true, watch: values.watch === true, strict: values.strict === true,
    settings: Object.fromEntries((values.set ?? []).map(readSetting)), all: values.all === true,
    ...Object.fromEntries(TEXTS.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]]))),
  };
}

/** The language that was asked for, as far as it can be told before the options are read. */
export function askedLocale(args: readonly string[]): Locale {
  return args.includes('--lang=en') || args[args.indexOf('--lang') + 1] === 'en' ? 'en' : 'zh-CN';
}

function parse(args: readonly string[], takes: readonly OptionName[]) {
  const { tokens } = parseArgs({ args: [...args], options: known, strict: false, allowPositionals: true, tokens: true });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const name = takes.find((option) => option === token.name);
    if (name === undefined) throw unknownOption(token.rawName, takes);
    if (known[name].type === 'string' && (token.value === undefined || (token.inlineValue !== true && /^-./.test(token.value)))) throw new UsageError({ 'zh-CN': `${token.rawName} 后面缺少内容。`, en: `${token.rawName} needs a value.` });
    if (known[name].type === 'boolean' && token.value !== undefined) throw new UsageError({ 'zh-CN': `${token.rawName} 后面不带内容。`, en: `${token.rawName} takes no value.` });
  }
  return parseArgs({ args: [...args], options: known, allowPositionals: true });
}

function unknownOption(option: string, takes: readonly OptionName[]): UsageError {
  const names = takes.map((name) => `--${name}`);
  const nearest = nearestName(option, names);
  return new UsageError({
    'zh-CN': `没有选项 ${option}。${nearest === undefined ? `可以用的有：${names.join('、')}。` : `是否想写 ${nearest}？`}`,
    en: `There is no option ${option}. ${nearest === undefined ? `Known: ${names.join(', ')}.` : `Did you mean ${nearest}?`}`,
  });
}

/** `parameters.minHouseholds=20`; the value is JSON, or the text itself where it is none. */
function readSetting(text: string): readonly [string, unknown] {
  const [, key, value] = /^parameters\.([A-Za-z][\w-]*)=(.*)$/s.exec(text) ?? [];
  if (key === undefined || value === undefined) throw new UsageError({ 'zh-CN': `--set 写成 parameters.参数=值，不能是“${text}”。`, en: `--set is written parameters.KEY=VALUE, not "${text}".` });
  try {
    return [key, JSON.parse(value) as unknown];
  } catch {
    return [key, value];
  }
}
