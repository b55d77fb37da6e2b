/**
 * The cells of a text that was copied from a spreadsheet (tabs) or out of a CSV file (commas), with quotes as both write them. A line break, a tab or a comma inside
 * quotes belongs to the cell. Commas divide only where there is no tab, more than one line, and every line has as many cells as the others: a single line is one cell,
 * and so are amounts such as `10,000`.
 *
 * @example spreadsheetCells('小额\t"< 5,000"\r\n大额\t"≥ 5,000"') // [['小额', '< 5,000'], ['大额', '≥ 5,000']]
 */
export function spreadsheetCells(text: string): readonly (readonly string[])[] {
  const written = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n').replace(/\n+$/, '');
  if (written === '') return [];
  const tabbed = divided(written, '\t');
  if (tabbed.some((row) => row.length > 1)) return tabbed;
  const commas = divided(written, ',');
  const [first = []] = commas;
  const isTable = commas.length > 1 && first.length > 1 && commas.every((row) => row.length === first.length);
  return isTable && !written.split('\n').every((line) => GROUPED.test(line.trim())) ? commas : tabbed;
}

/** `10,000` and `≥ 1,200,000 元` are one number each. */
const GROUPED = /^[^\d,]*\d{1,3}(,\d{3})+(\.\d+)?[^\d,]*$/;

function divided(text: string, mark: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  for (;;) {
    const quoted = text[at] === '"' ? quotedCell(text, at, mark) : undefined;
    const end = quoted?.end ?? nextOf(text, at, mark);
    rows[rows.length - 1]?.push((quoted?.cell ?? text.slice(at, end)).trim());
    if (end >= text.length) return rows;
    if (text[end] === '\n') rows.push([]);
    at = end + 1;
  }
}

function nextOf(text: string, from: number, mark: string): number {
  let end = from;
  while (end < text.length && text[end] !== mark && text[end] !== '\n') end += 1;
  return end;
}

/** A cell in quotes, `""` in it for one; `undefined` where the quotes do not end with the cell, so that they are part of what somebody wrote. */
function quotedCell(text: string, start: number, mark: string): { readonly cell: string; readonly end: number } | undefined {
  let cell = '';
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] !== '"') cell += text[at];
    else if (text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else return at + 1 === text.length || text[at + 1] === mark || text[at + 1] === '\n' ? { cell, end: at + 1 } : undefined;
  }
  return undefined;
}

/** Cells as one text that a spreadsheet takes. */
export function spreadsheetText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => (/["\t\n\r]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)).join('\t')).join('\n');
}
