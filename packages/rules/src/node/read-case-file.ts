import { readFileSync } from 'node:fs';
import type { Locale, ReadCase, Scheme } from '@cobuild/core';
import { readCases } from '@cobuild/core';
import { casesFromSheet } from '../tabular/index.js';
import type { CommandIo } from './command-io.js';
import { UsageError } from './command-io.js';
import { notACase } from './not-a-case.js';
import { isSpreadsheet, readSpreadsheet } from './spreadsheet-file.js';

/**
 * The cases of a file: JSON Lines or JSON (`-` for standard input), or a spreadsheet, whose columns are those of the scheme's form.
 *
 * @throws {UsageError} when it cannot be read.
 */
export async function readCaseFile(path: string, io: CommandIo, locale: Locale, scheme: Scheme): Promise<readonly ReadCase[]> {
  if (isSpreadsheet(path)) return casesFromSheet(scheme, await readSpreadsheet(path), { document: path, locale });
  const text = path === '-' ? await io.readStandardInput() : readText(path);
  return readCases(text, { document: path === '-' ? 'stdin' : path, locale }).map((read) => ('problems' in read ? notACase(read, locale) : read));
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new UsageError({ 'zh-CN': `文件“${path}”无法读取。`, en: `The file "${path}" cannot be read.` });
  }
}
