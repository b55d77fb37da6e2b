/** Rows as a table that a person reads in a terminal. */
export function printTable(rows) {
  const cells = [['What', 'Measured', 'Target', 'Reached'], ...rows.map(({ what, measured, target = '', reached }) => [what, measured, target, reached === undefined ? '' : reached ? 'yes' : 'NO'])];
  const widths = cells[0].map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  cells.forEach((row, index) => {
    console.log(row.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd());
    if (index === 0) console.log(widths.map((width) => '-'.repeat(width)).join('  '));
  });
  for (const { what, note } of rows) if (note !== undefined) console.log(`${what}: ${note}`);
}
