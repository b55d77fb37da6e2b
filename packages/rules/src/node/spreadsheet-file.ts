import { isDate, nearestName } from '@cobuild/core';
import Papa from 'papaparse';
import readExcelFile from 'read-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import type { Cell, Sheet } from '../tabular/index.js';
import { FORMULA } from '../tabular/delimited-text.js';
import { amountColumns } from '../tabular/index.js';
import { sheetOfCells } from '../tabular/sheet-of-cells.js';
import type { CommandIo } from './command-io.js';
import { UsageError } from './command-io.js';
import { readBytes } from './read-bytes.js';
import { writeWhole } from './write-whole.js';

/** Kind of file by its name. */
export function isSpreadsheet(path: string): boolean {
  return /\.(xlsx|csv)$/i.test(path);
}

/** A sheet of a workbook, and the names of the others. */
export interface OpenedSheet { readonly sheet: Sheet; readonly name: string; readonly others: readonly string[] }

/** Reads a CSV file, or the first sheet of a workbook. @throws {UsageError} when it cannot be read. */
export async function readSpreadsheet(path: string, name?: string): Promise<Sheet> {
  return (await readWorkbook(path, name)).sheet;
}

/** Reads a CSV file, or one sheet of a workbook: the first, or the named one. @throws {UsageError} when it cannot be read or has no such sheet. */
export async function readWorkbook(path: string, name?: string): Promise<OpenedSheet> {
  const bytes = readBytes(path);
  if (/\.csv$/i.test(path)) {
    if (name !== undefined) throw new UsageError({ 'zh-CN': `CSV 文件只有一张表，不用写 --sheet（“${path}”）。`, en: `A CSV file has one sheet only; leave --sheet out ("${path}").` });
    return { sheet: readCsv(csvText(bytes)), name: path, others: [] };
  }
  const sheets = await sheetsOf(bytes, path);
  const chosen = name === undefined ? sheets[0] : sheets.find((one) => one.sheet === name);
  const names = sheets.map((one) => one.sheet);
  if (chosen === undefined) throw unknownSheet(path, name ?? '', names);
  return { sheet: sheetOfCells(chosen.data), name: chosen.sheet, others: names.filter((other) => other !== chosen.sheet) };
}

async function sheetsOf(bytes: Buffer, path: string): ReturnType<typeof readExcelFile> {
  try {
    return await readExcelFile(bytes);
  } catch {
    throw new UsageError({
      'zh-CN': `“${path}”不是能读取的 Excel 文件（文件损坏，或者不是 .xlsx）。请另存为 .xlsx 或 CSV 后再试。`,
      en: `"${path}" is no Excel file that can be read: it is damaged, or no .xlsx. Save it as .xlsx or CSV and try again.`,
    });
  }
}

/**
 * Reads the table in a file that a person sent: CSV, or the first sheet of an Excel workbook. For servers that take files in.
 *
 * @param name - Name of the file; its ending says what it is.
 * @returns `undefined` where it cannot be read.
 * @example await sheetFromFile(bytes, '村级申报.xlsx') // [['项目名称', …], ['和顺社区暖心服务站', …]]
 */
export async function sheetFromFile(bytes: Uint8Array, name: string): Promise<Sheet | undefined> {
  if (/\.csv$/i.test(name)) return readCsv(csvText(bytes));
  try {
    const [first] = await readExcelFile(Buffer.from(bytes));
    return first === undefined ? undefined : sheetOfCells(first.data);
  } catch {
    return undefined;
  }
}

/** What a column is wide by its first rows; of tens of thousands the rest is much the same. */
const MEASURED_ROWS = 200;
/** Characters of a Chinese font take the room of two others. */
const roomOf = (cell: Cell): number => [...String(cell ?? '')].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 2 : 1), 0);

/**
 * An Excel workbook of one sheet: its head in bold and always in sight, columns as wide as what stands in them. Numbers are numbers, amounts (columns whose head ends in （元）, (CNY)
 * or (yuan)) have two decimals, days are dates; all else is text, so that citizen numbers and codes with leading zeros stay as they are.
 *
 * @example await fileFromSheet([['镇街', '项目'], ['荷城街道', 3]], '统计')
 */
export async function fileFromSheet(sheet: Sheet, name: string): Promise<Uint8Array> {
  const [header = [], ...rows] = sheet;
  const amounts = amountColumns(header);
  const data = [header.map((cell) => ({ value: String(cell), type: String, fontWeight: 'bold' as const })), ...rows.map((row) => row.map((cell, column) => excelCell(cell, amounts[column] === true)))];
  const measured = sheet.slice(0, MEASURED_ROWS);
  const widths = header.map((_, column) => ({ width: Math.min(48, Math.max(10, 2 + Math.max(...measured.map((row) => roomOf(row[column] ?? null))))) }));
  // Names of sheets are at most 31 characters and free of a few signs.
  return writeExcelFile(data, { sheet: name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31), stickyRowsCount: 1, columns: widths }).toBuffer();
}

function unknownSheet(path: string, name: string, names: readonly string[]): UsageError {
  const nearest = nearestName(name, names);
  return new UsageError({
    'zh-CN': `“${path}”里没有工作表“${name}”。${nearest === undefined ? '' : `是否想写“${nearest}”？`}有：${names.join('、')}。`,
    en: `"${path}" has no sheet "${name}".${nearest === undefined ? '' : ` Did you mean "${nearest}"?`} It holds: ${names.join(', ')}.`,
  });
}

/** Excel in Chinese saves CSV in the national encoding unless it is told to write UTF-8. */
export function csvText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** All cells are texts; a mark that kept a text from being a formula is taken off again. */
export function readCsv(text: string): Sheet {
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: false });
  return data.map((row) => row.map((cell): Cell => (cell === '' ? null : FORMULA.test(cell.slice(1)) && cell.startsWith("'") ? cell.slice(1) : cell)));
}

/** With a byte order mark, without which Excel takes Chinese for something else. */
export function writeCsv(sheet: Sheet): string {
  const amounts = amountColumns(sheet[0] ?? []);
  const written = (cell: Cell, isAmount: boolean): Cell => (typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : isAmount && typeof cell === 'number' ? cell.toFixed(2) : (cell ?? ''));
  return `\ufeff${Papa.unparse(sheet.map((row) => row.map((cell, column) => written(cell, amounts[column] === true))))}\r\n`;
}

/** Writes a sheet as CSV or workbook by the file's name, whole or not at all. */
export async function writeSpreadsheet(path: string, sheet: Sheet, name: string): Promise<void> {
  if (/\.csv$/i.test(path)) return writeWhole(path, writeCsv(sheet));
  writeWhole(path, await fileFromSheet(sheet, name));
}

type ExcelCell = { readonly value: string; readonly type: typeof String } | { readonly value: number; readonly type: typeof Number; readonly format?: string } | { readonly value: boolean; readonly type: typeof Boolean } | { readonly value: Date; readonly type: typeof Date; readonly format: string } | null;

function excelCell(cell: Cell, isAmount: boolean): ExcelCell {
  if (cell === null) return null;
  const day = cell instanceof Date ? cell : typeof cell === 'string' && isDate(cell) ? new Date(`${cell}T00:00:00Z`) : undefined;
  if (day !== undefined && !Number.isNaN(day.getTime())) return { value: day, type: Date, format: 'yyyy-mm-dd' };
  if (typeof cell === 'number') return { value: cell, type: Number, ...(isAmount ? { format: '#,##0.00' } : {}) };
  if (typeof cell === 'boolean') return { value: cell, type: Boolean };
  return { value: cell instanceof Date ? '' : cell, type: String };
}

/** Where a table goes: the file that was named, or standard output as CSV. */
export async function outputSheet(sheet: Sheet, path: string | undefined, name: string, io: CommandIo): Promise<void> {
  if (path === undefined) io.out(writeCsv(sheet).slice(1));
  else await writeSpreadsheet(path, sheet, name);
}
