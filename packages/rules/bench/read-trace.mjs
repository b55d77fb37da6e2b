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

function readCondition(condition) {
  const { children } = condition;
  let seen = given(condition.result) + given(condition.pointer);
  if (children !== undefined) {
    for (const child of children) seen += readCondition(child);
    return seen;
  }
  const { wantedFrom } = condition;
  seen += given(condition.fact) + given(condition.path) + given(condition.operator) + given(condition.found) + given(condition.wanted);
  return wantedFrom === undefined ? seen : seen + given(wantedFrom.fact) + given(wantedFrom.path);
}

const given = (value) => (value === undefined ? 0 : 1);
