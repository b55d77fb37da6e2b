import type { BudgetLine, BudgetSettings } from '../../generated/types.js';
import { decimalToNumber, readDecimal } from '../../money/decimal.js';
import { readYuan } from '../../money/format.js';
import type { Problem } from '../../problems/problem.js';
import { amountOf, isAmount, yuanOf } from '../fen.js';
import { isSet, readCount } from '../open-settings.js';
import { findings } from '../record-problems.js';
import type { Findings, RecordOptions } from '../record-problems.js';
import { lineFen } from './line-amounts.js';
import type { BudgetColumn, PasteColumn } from './paste-columns.js';
import { budgetColumns, readHead } from './paste-columns.js';
import { columnTitles, pasteSentences } from './paste-words.js';
import type { PasteCode } from './paste-words.js';
import { splitCells } from './split-cells.js';
import type { CellRow } from './split-cells.js';

export interface PasteOptions extends RecordOptions {
  /** How many lines the budget has already; pasted lines come after them. Default 0. */
  readonly existing?: number;
  /** What the columns of a table without a head hold, in order. Default {@link budgetColumns}. */
  readonly columns?: readonly BudgetColumn[];
}

/** Lines to be added. What could not be read is absent from its line, and a problem names row and column. */
export interface BudgetPaste {
  readonly lines: readonly Partial<BudgetLine>[];
  readonly problems: readonly Problem[];
}

/** Far more than any budget; a longer text is a slip and would only stop the page. */
const LONGEST_PASTE = 1_000_000;
/** A title and a line about units may stand above the head. */
const ROWS_TO_HEAD = 5;
const REQUIRED: readonly BudgetColumn[] = ['item', 'quantity', 'unitPrice'];

/**
 * Reads lines of a budget that were copied in a spreadsheet.
 *
 * A row of titles, at the top or under the name of the table, says which column is which, in whatever order, and whether amounts are in ten thousands (`单价（万元）`); a cell that names its own unit is
 * read by that. Thousands separators, full-width digits, `元` and `万元` are understood; numbers are never guessed. A row of totals is left out.
 *
 * @returns Problems point to the cell that the line has in the record; `params.row` is the row of the sheet, head included.
 * @example readBudgetPaste('内容\t数量\t单价（万元）\n显示屏\t２\t1.25', {}).lines // [{ item: '显示屏', quantity: 2, unitPrice: 12500 }]
 */
export function readBudgetPaste(text: string, settings: BudgetSettings = {}, { existing = 0, columns = budgetColumns, ...options }: PasteOptions = {}): BudgetPaste {
  const found = findings<PasteCode>(pasteSentences, options);
  if (text.length > LONGEST_PASTE) {
    found.report('paste/too-large', '/lines', { maximum: LONGEST_PASTE });
    return { lines: [], problems: found.problems };
  }
  const rows = splitCells(text.replace(/^\uFEFF/, ''));
  const heads = rows.slice(0, ROWS_TO_HEAD).map(({ cells }) => readHead(cells));
  const headAt = heads.findIndex((each) => each !== undefined);
  const head = heads[headAt];
  const layout = head ?? columns.map((column): PasteColumn => ({ column, wan: false }));
  const body = rows.slice(headAt + 1).filter((row) => !isTotal(row, layout, found));
  if (body.length === 0) found.report('paste/empty', '/lines');
  const absent = head === undefined || body.length === 0 ? [] : REQUIRED.filter((column) => !layout.some((each) => each?.column === column));
  for (const column of absent) found.report('paste/no-column', '/lines', { column: columnTitles[found.locale][column] });

  const taken = withinLimit(body, settings, existing, found);
  return { lines: taken.map((row, index) => readLine(row, `/lines/${existing + index}`, layout, absent, settings, found)), problems: found.problems };
}

function withinLimit(body: readonly CellRow[], settings: BudgetSettings, existing: number, found: Findings<PasteCode>): readonly CellRow[] {
  const maximum = readCount(settings.maximumLines);
  if (!isSet(maximum)) return body;
  const room = Math.max(0, maximum - existing);
  const first = body[room];
  if (first !== undefined) found.report('paste/too-many-rows', '/lines', { row: first.row, left: body.length - room, room, maximum });
  return body.slice(0, room);
}

/** `合计` in front and neither quantity nor unit price: the sum under the table. */
function isTotal({ row, cells }: CellRow, layout: readonly (PasteColumn | undefined)[], found: Findings<PasteCode>): boolean {
  const first = cells.find((cell) => cell.trim() !== '')?.normalize('NFKC').replace(/[\s:]/g, '').toLowerCase() ?? '';
  const filled = (column: BudgetColumn): boolean => cellOf(cells, layout, column) !== '';
  if (!['合计', '总计', '小计', '共计', 'total', 'subtotal', 'sum'].includes(first) || filled('quantity') || filled('unitPrice')) return false;
  found.report('paste/total-row', '/lines', { row }, 'info');
  return true;
}

function cellOf(cells: readonly string[], layout: readonly (PasteColumn | undefined)[], column: BudgetColumn): string {
  const index = layout.findIndex((each) => each?.column === column);
  return index < 0 ? '' : (cells[index] ?? '').trim();
}

function readLine({ row, cells }: CellRow, pointer: string, layout: readonly (PasteColumn | undefined)[], absent: readonly BudgetColumn[], settings: BudgetSettings, found: Findings<PasteCode>): Partial<BudgetLine> {
  const cell = (column: BudgetColumn): string => cellOf(cells, layout, column);
  const isWan = (column: BudgetColumn): boolean => layout.find((each) => each?.column === column)?.wan ?? false;
  const tell = (code: PasteCode, column: BudgetColumn, params: object = {}, severity: Problem['severity'] = 'error'): void => {
    found.report(code, `${pointer}/${column}`, { row, column: columnTitles[found.locale][column], cell: cell(column), ...params }, severity);
  };
  for (const column of REQUIRED) if (cell(column) === '' && !absent.includes(column)) tell('paste/missing', column);

  const quantity = cell('quantity') === '' ? undefined : readQuantity(cell('quantity'));
  if (cell('quantity') !== '' && quantity === undefined) tell('paste/quantity', 'quantity');
  const unitPrice = cell('unitPrice') === '' ? undefined : readPrice(cell('unitPrice'), isWan('unitPrice'));
  if (cell('unitPrice') !== '' && unitPrice === undefined) tell('paste/unit-price', 'unitPrice');
  const subject = readSubject(cell('subject'), settings, found, tell);
  const fen = quantity === undefined ? undefined : lineFen(quantity, unitPrice);
  const written = cell('amount') === '' ? undefined : amountOf(readPrice(cell('amount'), isWan('amount')));
  if (fen !== undefined && isAmount(fen) && written !== undefined && fen !== written) tell('paste/amount-differs', 'amount', { amount: yuanOf(fen), written: yuanOf(written) }, 'warning');

  return {
    ...(subject === '' ? {} : { subject }), ...(cell('item') === '' ? {} : { item: cell('item') }), ...(cell('unit') === '' ? {} : { unit: cell('unit') }),
    ...(quantity === undefined ? {} : { quantity }), ...(unitPrice === undefined ? {} : { unitPrice }), ...(cell('note') === '' ? {} : { note: cell('note') }),
  };
}

/** The id of a subject by its title in either language, or by the id; where the settings have no subjects, the text as it is. */
function readSubject(text: string, settings: BudgetSettings, found: Findings<PasteCode>, tell: (code: PasteCode, column: BudgetColumn, params: object) => void): string {
  const subjects = settings.subjects ?? [];
  if (subjects.length === 0 || text === '') return text;
  const plain = (title: string | undefined): string => (title ?? '').normalize('NFKC').replace(/\s/g, '').toLowerCase();
  const subject = subjects.find(({ id, title }) => [id, title['zh-CN'], title.en].some((name) => name !== undefined && plain(name) === plain(text)));
  if (subject === undefined) tell('paste/subject-unknown', 'subject', { known: subjects.map(({ title }) => found.say(title)).join(found.locale === 'en' ? ', ' : '、') });
  return subject?.id ?? text;
}

/** A number greater than 0 with separators as spreadsheets write them; `1,2` and `3台` are none. */
function readQuantity(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const decimal = /^(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,10})?$/.test(plain) ? readDecimal(plain.replace(/,/g, '')) : undefined;
  return decimal === undefined || decimal.digits <= 0n ? undefined : decimalToNumber(decimal);
}

/** An amount of zero or more, in ten thousands where the head says so and the cell does not say otherwise. */
function readPrice(text: string, wan: boolean): number | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const value = readYuan(wan && !/[万元]/.test(plain) ? `${plain}万元` : plain);
  return value === undefined || amountOf(value) === undefined ? undefined : value;
}
