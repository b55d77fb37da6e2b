/** What spreadsheets run as a formula when a cell begins with it; a tab and a carriage return are skipped by some of them. */
const RUNS = /^[=+\-@\t\r]/;
/** An amount in yuan, which runs as nothing but itself. */
const AMOUNT = /^-?\d+\.\d\d$/;

/** A cell: what would run becomes text, an amount below 0 stays a number. */
function cell(value: string | number): string {
  const text = typeof value === 'string' && RUNS.test(value) && !AMOUNT.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/**
 * A table as comma-separated values, with the mark by which spreadsheets know UTF-8. Numbers are written as they are; a text that a spreadsheet would run as
 * a formula gets an apostrophe.
 */
export function csvText(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** Hands a text to the person as a file. */
export function saveText(text: string, name: string, type = 'text/csv;charset=utf-8'): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name.replace(/[\\/:*?"<>|]/g, '-');
  link.click();
  // The browser reads the file after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
