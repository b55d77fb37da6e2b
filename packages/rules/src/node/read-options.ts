import { parseArgs } from 'node:util';
import type { CommandOptions } from './command-io.js';
import { UsageError } from './command-io.js';

/** Reads the words after the command's name. @throws {UsageError} for an option or value that is not known. */
export function readOptions(args: readonly string[]): CommandOptions {
  const { values, positionals } = parse(args);
  const locale = values.lang;
  if (locale !== 'zh-CN' && locale !== 'en') throw new UsageError(`--lang is "zh-CN" or "en", not "${locale}".`);
  if (values.engine !== 'cobuild' && values.engine !== 'json-rules-engine') throw new UsageError(`--engine is "cobuild" or "json-rules-engine", not "${values.engine}".`);
  if (values.today !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(values.today)) throw new UsageError(`--today is a date such as 2026-03-05, not "${values.today}".`);
  return {
    paths: positionals, json: values.json, locale, draft: values.draft, watch: values.watch, engine: values.engine,
    settings: Object.fromEntries(values.set.map(readSetting)),
    ...(values.cases === undefined ? {} : { cases: values.cases }),
    ...(values.case === undefined ? {} : { case: values.case }),
    ...(values.output === undefined ? {} : { output: values.output }),
    ...(values.today === undefined ? {} : { today: values.today }),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false }, draft: { type: 'boolean', default: false }, watch: { type: 'boolean', default: false },
        lang: { type: 'string', default: 'zh-CN' }, engine: { type: 'string', default: 'cobuild' }, set: { type: 'string', multiple: true, default: [] },
        cases: { type: 'string' }, case: { type: 'string' }, output: { type: 'string', short: 'o' }, today: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** `parameters.minHouseholds=20`; the value is JSON, or the text itself where it is none. */
function readSetting(text: string): readonly [string, unknown] {
  const match = /^parameters\.([A-Za-z][\w-]*)=(.*)$/s.exec(text);
  if (match === null) throw new UsageError(`--set is written parameters.KEY=VALUE, not "${text}".`);
  const value = match[2] ?? '';
  try {
    return [match[1] ?? '', JSON.parse(value) as unknown];
  } catch {
    return [match[1] ?? '', value];
  }
}
