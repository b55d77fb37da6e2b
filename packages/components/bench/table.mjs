/** Rows as a table that a person reads in a terminal: a column for each contestant, then the target and whether ours reaches it. */
export function printTable(rows, contestants) {
  const columns = contestants.filter(({ name }) => rows.some(({ values }) => values[name] !== undefined));
  const head = ['What', ...columns.map(({ title, version }) => (version === undefined ? title : `${title} ${version}`)), 'Target', 'Reached'];
  const cells = [head, ...rows.map((row) => [row.what, ...columns.map(({ name }) => cell(row, name)), row.target ?? '', row.reached === undefined ? '' : row.reached ? 'yes' : 'NO'])];
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  cells.forEach((row, index) => {
    console.log(row.map((text, column) => text.padEnd(widths[column])).join('  ').trimEnd());
    if (index === 0) console.log(widths.map((width) => '-'.repeat(width)).join('  '));
  });
  for (const { what, note } of rows) if (note !== undefined) console.log(`${what}: ${note}`);
}

function cell({ values, ratios, unit }, name) {
  const value = values[name];
  if (value === undefined) return '';
  const number = `${value.toFixed(unit === '' || value >= 100 ? 0 : 1)}${unit === '' ? '' : ` ${unit}`}`;
  return ratios?.[name] === undefined ? number : `${ratios[name].toFixed(ratios[name] < 10 ? 2 : 0)} × (${number})`;
}
