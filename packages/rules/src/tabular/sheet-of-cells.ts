import type { Cell, Sheet } from './sheet.js';

/** What a reader of workbooks gives, as a sheet: a cell that is none of ours is written as JSON. */
export function sheetOfCells(data: readonly (readonly unknown[])[]): Sheet {
  return data.map((row) => row.map((cell): Cell => (cell === null || typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' || cell instanceof Date ? cell : JSON.stringify(cell))));
}
