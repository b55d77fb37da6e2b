/** Reads result, value found, value wanted and source of everything in a trace once; the sum only shows that it was read. */
export function readTrace({ requirements, score, tables }) {
  let seen = 0;
  for (const { id, met, pointer, trace } of requirements) seen += given(id) + given(met) + given(pointer) + readCondition(trace);
  for (const { criterion, state, found, mark, maximum, weight, points, band } of score.criteria) {
    seen += given(criterion) + given(state) + given(found) + given(mark) + given(maximum) + given(weight) + given(points) + given(band);
  }
  for (const { table, outcome, trace } of tables) {
    seen += given(table) + given(outcome);
    for (const { row, result, cells } of trace) {
      seen += given(row) + given(result);
      for (const cell of cells) seen += given(cell.input) + given(cell.result) + given(cell.found) + given(cell.wanted);
    }
  }
  return seen;
}

function readCondition({ kind, result, pointer, name, fact, path, operator, found, wanted, wantedFrom, children }) {
  let seen = given(kind) + given(result) + given(pointer) + given(name) + given(fact) + given(path) + given(operator) + given(found) + given(wanted);
  if (wantedFrom !== undefined) seen += given(wantedFrom.fact) + given(wantedFrom.path);
  if (children !== undefined) for (const child of children) seen += readCondition(child);
  return seen;
}

const given = (value) => (value === undefined ? 0 : 1);
