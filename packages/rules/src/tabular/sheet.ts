/** A cell as spreadsheets have it; `null` is an empty one. */
export type Cell = string | number | boolean | Date | null;

/** Rows of a spreadsheet or CSV file; the first one names the columns. */
export type Sheet = readonly (readonly Cell[])[];

/** Rows beyond this are refused with one problem: a whole register is no form of input. */
export const MOST_ROWS = 200_000;

/** Name of a column as spreadsheets show it: 0 is `A`, 26 is `AA`. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest === 0 ? '' : columnName(rest - 1)) + String.fromCharCode(65 + (index % 26));
}

/** Heads of columns that hold amounts of money: 资助金额（元）, Award (CNY). */
const AMOUNT_HEAD = /（元）$|\((?:CNY|yuan)\)$/;

/** Which columns hold amounts, by the first row; those are written with two decimals. */
export function amountColumns(header: readonly Cell[]): readonly boolean[] {
  return header.map((cell) => typeof cell === 'string' && AMOUNT_HEAD.test(cell));
}

export function isEmptyCell(cell: Cell | undefined): cell is null | undefined | '' {
  return cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '');
}

/** A cell as text, days as `2026-03-05`. */
export function cellText(cell: Cell | undefined): string {
  if (isEmptyCell(cell)) return '';
  return cell instanceof Date ? dayOfCell(cell) : String(cell).trim();
}

/** Spreadsheets have no zones: the day that the cell shows. */
export function dayOfCell(date: Date): string {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
