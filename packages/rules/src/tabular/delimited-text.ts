import type { Cell, Sheet } from './sheet.js';
import { amountColumns } from './sheet.js';

/**
 * A cell that begins like this would be run as a formula by whoever opens the file; with marks before it, it would read back with one less. A dash alone is
 * how decision tables write "anything".
 */
export const FORMULA = /^'*(?:[=+@\t\r]|-[^])/;

/**
 * A sheet as CSV that spreadsheets open as it is: with a byte order mark, without which Excel takes Chinese for something else; texts that begin like a formula are
 * written as texts, and amounts with two decimals. Needs no library, so that pages can hand it out.
 *
 * @example csvFromSheet([['户编码', '评语'], ['HT-01', '=1+1']]) // '\ufeff户编码,评语\r\nHT-01,\'=1+1\r\n'
 */
export function csvFromSheet(sheet: Sheet): string {
  const amounts = amountColumns(sheet[0] ?? []);
  return `\ufeff${sheet.map((row) => csvLine(row, amounts)).join('')}`;
}

/**
 * One row with its end of line, for whoever writes many rows piece by piece.
 *
 * @param amounts - Which columns hold amounts, as `amountColumns` reads it from the first row. Default: none.
 */
export function csvLine(row: readonly Cell[], amounts: readonly boolean[] = []): string {
  return `${row.map((cell, column) => csvCell(cell, amounts[column] === true)).join(',')}\r\n`;
}

function csvCell(cell: Cell, isAmount: boolean): string {
  if (cell === null) return '';
  if (isAmount && typeof cell === 'number') return cell.toFixed(2);
  if (typeof cell !== 'string') return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/**
 * Reads what a spreadsheet puts on the clipboard (cells parted by tabs) or saves as CSV. Quotes, line breaks in cells and a byte order mark are read; a mark that kept a
 * text from being a formula is taken off. Every cell is a text or empty.
 *
 * @example sheetFromText('HT-01\t95\nHT-02\t88') // [['HT-01', '95'], ['HT-02', '88']]
 */
export function sheetFromText(text: string): Sheet {
  return [...sheetRows(text)];
}

/** As {@link sheetFromText}, one row at a time: a page that reads many of them can pause in between. */
export function* sheetRows(text: string): Generator<readonly Cell[], void, undefined> {
  const plain = text.replace(/^\ufeff/, '');
  const delimiter = /^(?:"(?:[^"]|"")*"|[^"\t\r\n])*\t/.test(plain) ? '\t' : ',';
  let row: Cell[] = [];
  const cells = delimiter === '\t' ? /("(?:[^"]|"")*"|[^\t\r\n]*)(\t|\r?\n|\r|$)/g : /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|\r|$)/g;
  // Some end is found at every place: a quote that nothing closes is part of its cell.
  for (let found = plain === '' ? null : cells.exec(plain); found !== null; found = cells.lastIndex < plain.length ? cells.exec(plain) : null) {
    const [, written = '', end] = found;
    row.push(readCellText(written));
    if (end === delimiter) {
      if (cells.lastIndex === plain.length) row.push(null);
      continue;
    }
    yield row;
    row = [];
  }
  if (row.length > 0) yield row;
}

function readCellText(written: string): Cell {
  const plain = /^"[^]*"$/.test(written) ? written.slice(1, -1).replace(/""/g, '"') : written;
  if (plain === '') return null;
  return plain.startsWith("'") && FORMULA.test(plain.slice(1)) ? plain.slice(1) : plain;
}
