import { parseArgs } from 'node:util';
import type { Locale } from '@cobuild/core';
import { isDate, nearestName } from '@cobuild/core';
import { UsageError } from './command-io.js';
import type { OwnModule } from './own-module.js';

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
  /** Of `export`: the log of a case, the log of its project. Of `verify`: the day or instant to be looked at. */
  readonly events?: string;
  readonly project?: string;
  readonly at?: string;
  /** Of `statistics`: what rows and columns tell apart, what is added up, and the days between which cases were submitted. */
  readonly by?: string;
  readonly across?: string;
  readonly sum?: string;
  readonly since?: string;
  readonly before?: string;
  readonly engine: 'cobuild' | 'json-rules-engine';
  /** Of a workbook: the sheet that holds the cases or rows. */
  readonly sheet?: string;
  /** `--set parameters.KEY=VALUE`, by key or title as it was written; see `readSettings`. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Module with operators and host facts of the administrator's own; `own` is what it exports, once loaded. */
  readonly operators?: string;
  readonly own?: OwnModule;
}

/** Every option of the command; each call takes some of them. */
const known = {
  help: { type: 'boolean', short: 'h' }, lang: { type: 'string' }, json: { type: 'boolean' }, draft: { type: 'boolean' }, watch: { type: 'boolean' }, strict: { type: 'boolean' },
  cases: { type: 'string' }, case: { type: 'string' }, set: { type: 'string', multiple: true }, engine: { type: 'string' }, today: { type: 'string' }, output: { type: 'string', short: 'o' }, from: { type: 'string' }, title: { type: 'string' }, table: { type: 'string' },
  rows: { type: 'string' }, scores: { type: 'string' }, pool: { type: 'string' }, context: { type: 'string' }, with: { type: 'string' }, all: { type: 'boolean' },
  sheet: { type: 'string' }, operators: { type: 'string' }, events: { type: 'string' }, project: { type: 'string' }, at: { type: 'string' },
  by: { type: 'string' }, across: { type: 'string' }, sum: { type: 'string' }, since: { type: 'string' }, before: { type: 'string' },
} as const;

export type OptionName = keyof typeof known;

/** Options that are handed on as they were written. */
const TEXTS = ['cases', 'case', 'output', 'from', 'title', 'table', 'rows', 'scores', 'pool', 'context', 'with', 'today', 'sheet', 'operators', 'events', 'project', 'at', 'by', 'across', 'sum', 'since', 'before'] as const;

/** Options that every call takes. */
const common: readonly OptionName[] = ['help', 'lang', 'json'];

/**
 * Reads the words after the command's name.
 *
 * @param takes - Options of this command beside `--help`, `--lang` and `--json`.
 * @throws {UsageError} for an option or value that the command does not know: nothing that was asked for is silently left out.
 */
export function readOptions(args: readonly string[], takes: readonly OptionName[]): CommandOptions {
  const { texts, text, flag, set, positionals } = parse(args, [...common, ...takes]);
  const [lang, engine, { today }] = [text('lang') ?? 'zh-CN', text('engine') ?? 'cobuild', texts];
  if (lang !== 'zh-CN' && lang !== 'en') throw new UsageError({ 'zh-CN': `--lang 是 zh-CN 或 en，不能是“${lang}”。`, en: `--lang is zh-CN or en, not "${lang}".` });
  if (engine !== 'cobuild' && engine !== 'json-rules-engine') throw new UsageError({ 'zh-CN': `--engine 是 cobuild 或 json-rules-engine，不能是“${engine}”。`, en: `--engine is cobuild or json-rules-engine, not "${engine}".` });
  if (today !== undefined && !isDate(today)) throw new UsageError({ 'zh-CN': `--today 是日期，例如 2026-03-05，不能是“${today}”。`, en: `--today is a date such as 2026-03-05, not "${today}".` });
  return {
    paths: positionals, locale: lang, engine, help: flag('help'), json: flag('json'), draft: flag('draft'), watch: flag('watch'), strict: flag('strict'), settings: readAllSettings(set), all: flag('all'),
    ...Object.fromEntries(TEXTS.flatMap((name) => (texts[name] === undefined ? [] : [[name, texts[name]]]))),
  };
}

/** The language that was asked for, as far as it can be told before the options are read. */
export function askedLocale(args: readonly string[]): Locale {
  return args.includes('--lang=en') || args[args.indexOf('--lang') + 1] === 'en' ? 'en' : 'zh-CN';
}

/** What stands behind an option, for whoever left it out. */
const EXAMPLES: Partial<Readonly<Record<OptionName, string>>> = {
  lang: 'en', cases: 'cases.xlsx', case: 'case.json', set: 'parameters.KEY=VALUE', engine: 'json-rules-engine', today: '2026-03-05', output: 'decisions.xlsx', from: 'gaoming-demo', title: 'TITLE', table: 'ID',
  rows: 'table.xlsx', scores: 'scores.xlsx', pool: '5000000', context: 'batch.json', with: 'OTHER_SCHEME', sheet: 'SHEET', operators: './operators.mjs', events: 'events.jsonl', project: 'project.json', at: '2026-03-05',
  by: 'town', across: 'quarter', sum: '/budget/requested', since: '2026-01-01', before: '2026-07-01',
};

function parse(args: readonly string[], takes: readonly OptionName[]) {
  const { tokens, values, positionals } = parseArgs({ args: withNegativeNumbers(args), options: known, strict: false, allowPositionals: true, tokens: true });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const name = takes.find((option) => option === token.name);
    if (name === undefined) throw unknownOption(token.rawName, takes);
    if (known[name].type === 'string' && (token.value === undefined || token.value === '' || (token.inlineValue !== true && /^-./.test(token.value)))) throw withoutValue(token.rawName, token.value, EXAMPLES[name] ?? 'VALUE');
    if (known[name].type === 'boolean' && token.value !== undefined) throw new UsageError({ 'zh-CN': `${token.rawName} 后面不带内容，写 ${token.rawName} 就可以了。`, en: `${token.rawName} takes no value.` });
  }
  const text = (name: OptionName): string | undefined => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  const texts = Object.fromEntries(TEXTS.map((name) => [name, text(name)])) as Readonly<Record<(typeof TEXTS)[number], string | undefined>>;
  const flag = (name: OptionName): boolean => values[name] === true;
  const set = (Array.isArray(values.set) ? values.set : []).filter((value): value is string => typeof value === 'string');
  return { texts, text, flag, set, positionals };
}

/** `--pool -5` says a number, although it begins like an option: what is wrong with it is for the option to say. */
function withNegativeNumbers(args: readonly string[]): string[] {
  const joined: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const [word = '', next = ''] = args.slice(index, index + 2);
    const takesValue = /^--[a-z]+$/.test(word) && Object.entries(known).some(([name, { type }]) => type === 'string' && `--${name}` === word);
    if (takesValue && /^-[\d.]/.test(next)) index += 1;
    joined.push(takesValue && /^-[\d.]/.test(next) ? `${word}=${next}` : word);
  }
  return joined;
}

function withoutValue(option: string, next: string | undefined, example: string): UsageError {
  const instead = next === undefined || next === '' ? '' : next;
  return new UsageError({
    'zh-CN': `${option} 后面缺少内容${instead === '' ? '' : `，紧跟着的是 ${instead}`}。例如：${option} ${example}。`,
    en: `${option} needs a value${instead === '' ? '' : `; what follows is ${instead}`}. For example: ${option} ${example}.`,
  });
}

function unknownOption(option: string, takes: readonly OptionName[]): UsageError {
  const names = takes.map((name) => `--${name}`);
  const nearest = nearestName(option, names);
  const elsewhere = Object.keys(known).some((name) => `--${name}` === option);
  const list = { 'zh-CN': `可以用的有：${names.join('、')}。`, en: `Known: ${names.join(', ')}.` };
  if (elsewhere && nearest === undefined) return new UsageError({ 'zh-CN': `这个命令不用 ${option}。${list['zh-CN']}`, en: `This command takes no ${option}. ${list.en}` });
  return new UsageError({
    'zh-CN': `没有选项 ${option}。${nearest === undefined ? list['zh-CN'] : `是否想写 ${nearest}？`}`,
    en: `There is no option ${option}. ${nearest === undefined ? list.en : `Did you mean ${nearest}?`}`,
  });
}

/** `parameters.minHouseholds=20`, `minHouseholds=20`; the value is JSON, or the text itself where it is none. */
function readSetting(text: string): readonly [string, unknown] {
  const [, key, value] = /^(?:parameters\.)?([^=\s][^=]*)=(.*)$/s.exec(text.trim()) ?? [];
  if (key === undefined || value === undefined) throw new UsageError({ 'zh-CN': `--set 写成 parameters.参数=值（或者 参数=值），不能是“${text}”。`, en: `--set is written parameters.KEY=VALUE, or KEY=VALUE, not "${text}".` });
  try {
    return [key.trim(), JSON.parse(value) as unknown];
  } catch {
    return [key.trim(), value.trim()];
  }
}

function readAllSettings(texts: readonly string[]): Readonly<Record<string, unknown>> {
  const settings = texts.map(readSetting);
  const [twice] = settings.find(([key], index) => settings.findIndex(([other]) => other === key) !== index) ?? [];
  if (twice !== undefined) throw new UsageError({ 'zh-CN': `--set 对“${twice}”写了两次，请只留一次。`, en: `--set names "${twice}" twice; leave one of them out.` });
  return Object.fromEntries(settings);
}
