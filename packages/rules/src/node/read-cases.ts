import { readFileSync } from 'node:fs';
import type { Case, Locale, Problem } from '@cobuild/core';
import { createInterpreter, formatSchemas, schemeFormats } from '@cobuild/core';
import type { CommandIo } from './command-io.js';
import { UsageError } from './command-io.js';

const byId = Object.fromEntries(Object.values(formatSchemas).map((schema) => [(schema as { $id: string }).$id, schema]));

/** A case of a file, or what is wrong with its line; the other lines go on. */
export type CaseLine = { readonly line: number; readonly case: Case } | { readonly line: number; readonly problems: readonly Problem[] };

/**
 * Reads cases: JSON Lines (one per line), or one JSON document that is a case or a list of cases.
 *
 * @param path - A file, or `-` for standard input.
 */
export async function readCases(path: string, io: CommandIo, locale: Locale): Promise<readonly CaseLine[]> {
  const text = await readText(path, io);
  const document = path === '-' ? 'stdin' : path;
  const schema = createInterpreter({ schemas: byId, formats: schemeFormats }).compile(formatSchemas.case);
  const check = (value: unknown, line: number): CaseLine => {
    const issues = schema.validate(value);
    if (issues.length === 0) return { line, case: value as Case };
    return { line, problems: issues.map(({ keyword, instancePointer, params }) => ({ code: `case/${keyword}`, severity: 'error', document, pointer: instancePointer, line, params, message: caseMessage(keyword, instancePointer, params, locale) })) };
  };
  try {
    const whole: unknown = JSON.parse(text);
    return (Array.isArray(whole) ? (whole as readonly unknown[]) : [whole]).map((value) => check(value, 1));
  } catch {
    // Not one document: line by line.
  }
  return text.split('\n').flatMap((content, index): CaseLine[] => {
    const line = index + 1;
    if (content.trim() === '') return [];
    try {
      return [check(JSON.parse(content), line)];
    } catch (error) {
      const message = locale === 'en' ? `This line is not valid JSON: ${String(error)}` : '这一行不是有效的JSON。';
      return [{ line, problems: [{ code: 'case/broken-json', severity: 'error', document, pointer: '', line, params: {}, message }] }];
    }
  });
}

function caseMessage(keyword: string, pointer: string, params: Readonly<Record<string, unknown>>, locale: Locale): string {
  const detail = Object.values(params).map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join(', ');
  const place = pointer === '' ? (locale === 'en' ? 'The case' : '案件') : pointer;
  return locale === 'en' ? `${place} does not fit the shape of a case (${keyword}${detail === '' ? '' : `: ${detail}`}).` : `${place} 不符合案件的格式（${keyword}${detail === '' ? '' : `：${detail}`}）。`;
}

export async function readText(path: string, io: CommandIo): Promise<string> {
  if (path === '-') return io.readStandardInput();
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(`The file "${path}" cannot be read.`);
  }
}
