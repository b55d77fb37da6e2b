import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import readExcelFile from 'read-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import type { Cell, Sheet } from '../tabular/index.js';
import type { CommandIo } from './command-io.js';
import { UsageError } from './command-io.js';
import { writeWhole } from './write-whole.js';

/** Kind of file by its name. */
export function isSpreadsheet(path: string): boolean {
  return /\.(xlsx|csv)$/i.test(path);
}

/** Reads a CSV file, or the first sheet of a workbook. @throws {UsageError} when it cannot be read. */
export async function readSpreadsheet(path: string): Promise<Sheet> {
  const bytes = readBytes(path);
  if (/\.csv$/i.test(path)) return readCsv(csvText(bytes));
  try {
    const [first] = await readExcelFile(bytes);
    return (first?.data ?? []).map((row) => row.map((cell): Cell => (cell === null || typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' || cell instanceof Date ? cell : String(cell))));
  } catch {
    throw new UsageError({
      'zh-CN': `“${path}”不是能读取的 Excel 文件（文件损坏，或者不是 .xlsx）。请另存为 .xlsx 或 CSV 后再试。`,
      en: `"${path}" is no Excel file that can be read: it is damaged, or no .xlsx. Save it as .xlsx or CSV and try again.`,
    });
  }
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    throw new UsageError({ 'zh-CN': `文件“${path}”无法读取。`, en: `The file "${path}" cannot be read.` });
  }
}

/** Excel in Chinese saves CSV in the national encoding unless it is told to write UTF-8. */
export function csvText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/**
 * A cell that begins like this would be run as a formula by whoever opens the file; with marks before it, it would read back with one less. A dash alone is
 * how decision tables write "anything".
 */
const FORMULA = /^'*(?:[=+@\t\r]|-[^])/;

/** All cells are texts; a mark that kept a text from being a formula is taken off again. */
export function readCsv(text: string): Sheet {
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: false });
  return data.map((row) => row.map((cell): Cell => (cell === '' ? null : FORMULA.test(cell.slice(1)) && cell.startsWith("'") ? cell.slice(1) : cell)));
}

/** With a byte order mark, without which Excel takes Chinese for something else. */
export function writeCsv(sheet: Sheet): string {
  return `\ufeff${Papa.unparse(sheet.map((row) => row.map((cell) => (typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : (cell ?? '')))))}\r\n`;
}

/** Writes a sheet as CSV or workbook by the file's name, whole or not at all. */
export async function writeSpreadsheet(path: string, sheet: Sheet, name: string): Promise<void> {
  if (/\.csv$/i.test(path)) return writeWhole(path, writeCsv(sheet));
  const [header = [], ...rows] = sheet;
  const data = [header.map((cell) => ({ value: String(cell), type: String, fontWeight: 'bold' as const })), ...rows.map((row) => row.map(excelCell))];
  // Names of sheets are at most 31 characters and free of a few signs.
  const book = await writeExcelFile(data, { sheet: name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31), stickyRowsCount: 1, columns: header.map((cell) => ({ width: Math.min(40, Math.max(10, String(cell).length * 1.6)) })) }).toBuffer();
  writeWhole(path, book);
}

function excelCell(cell: Cell): { readonly value: string; readonly type: typeof String } | { readonly value: number; readonly type: typeof Number } | { readonly value: boolean; readonly type: typeof Boolean } | null {
  if (cell === null) return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (typeof cell === 'boolean') return { value: cell, type: Boolean };
  return { value: cell instanceof Date ? cell.toISOString().slice(0, 10) : cell, type: String };
}

/** Where a table goes: the file that was named, or standard output as CSV. */
export async function outputSheet(sheet: Sheet, path: string | undefined, name: string, io: CommandIo): Promise<void> {
  if (path === undefined) io.out(writeCsv(sheet).slice(1));
  else await writeSpreadsheet(path, sheet, name);
}
