/** A pasted table as cells of text; `row` is the line of the sheet as people count it, from 1. */
export interface CellRow { readonly row: number; readonly cells: readonly string[] }

/**
 * Splits what a spreadsheet puts on the clipboard: cells between tabs (between commas where there is no tab at all), rows between line breaks. A cell in quotation
 * marks may hold tabs, commas, line breaks and doubled quotation marks; a quotation mark inside an unquoted cell is an ordinary character (`24" 显示器`).
 * Rows without any text are left out.
 */
export function splitCells(text: string): readonly CellRow[] {
  const separator = hasTab(text) ? '\t' : ',';
  const rows: CellRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let row = 1;
  let quoted = false;
  let begun = false;
  const endCell = (): void => { cells.push(cell); cell = ''; begun = false; };
  const endRow = (): void => {
    endCell();
    if (cells.some((each) => each.trim() !== '')) rows.push({ row, cells });
    cells = [];
    row += 1;
  };
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? '';
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[index + 1] === '"') { cell += '"'; index += 1; } else quoted = false;
    } else if (character === '"' && !begun) { quoted = true; begun = true; } else if (character === separator) endCell();
    else if (character === '\n' || character === '\r') {
      if (character === '\r' && text[index + 1] === '\n') index += 1;
      endRow();
    } else {
      cell += character;
      begun = begun || character.trim() !== '';
    }
  }
  if (cell !== '' || cells.length > 0) endRow();
  return rows;
}

/** Whether a tab stands outside quotation marks. A cell that only holds one may be part of a table with commas. */
function hasTab(text: string): boolean {
  return text.replace(/"(?:[^"]|"")*"/g, '').includes('\t');
}
