import type { DecisionRow, DecisionTable, InputEntry, Text } from '@cobuild/core';
import { nearestName, toPointer } from '@cobuild/core';
import type { SchemeFinding } from '../findings.js';
import type { FactShape } from '../analysis/fact-shapes.js';
import { readEntry } from './entry-truth.js';
import { rowsOf } from './table-plan.js';
import { isCalendarDate } from '../operators/value-kind.js';

type Report = (finding: SchemeFinding) => void;

/** What is wrong with single rows and columns, apart from how the rows lie to one another. */
export function checkRows(table: DecisionTable, shapeOf: (input: string) => FactShape | undefined, report: Report): void {
  if (table.outputs.length === 0) report({ code: 'scheme/table-without-outputs', pointer: '/outputs', params: {} });
  if (Array.isArray(table.rows) && table.rows.length === 0) report({ code: 'scheme/table-without-rows', pointer: '/rows', params: {} });
  for (const [index, row] of rowsOf(table).entries()) {
    const pointer = toPointer('rows', index);
    checkNames(row, table, pointer, report);
    for (const [input, entry] of Object.entries(row.inputs)) checkEntry(entry, `${pointer}${toPointer('inputs', input)}`, { row: row.id, input: titleOf(table, input), shape: shapeOf(input) }, report);
    checkPriority(row, table, pointer, report);
  }
  for (const [index, { domain, title, id }] of table.inputs.entries()) {
    if (domain !== undefined) checkEntry(domain, `/inputs/${index}/domain`, { row: '', input: title, shape: shapeOf(id) }, report);
  }
  checkOutputKinds(table, report);
  checkOutputOptions(table, report);
  checkAggregation(table, report);
}

const titleOf = ({ inputs }: DecisionTable, id: string): Text | string => inputs.find((input) => input.id === id)?.title ?? id;

function checkNames(row: DecisionRow, { inputs, outputs }: DecisionTable, pointer: string, report: Report): void {
  const unknown = (code: string, part: 'inputs' | 'outputs', known: readonly string[]): void => {
    for (const name of Object.keys(row[part])) {
      if (known.includes(name)) continue;
      const nearest = nearestName(name, known);
      report({ code, pointer: `${pointer}${toPointer(part, name)}`, params: { row: row.id, name, known, ...(nearest === undefined ? {} : { nearest }) } });
    }
  };
  unknown('scheme/table-unknown-input', 'inputs', inputs.map(({ id }) => id));
  unknown('scheme/table-unknown-output', 'outputs', outputs.map(({ id }) => id));
  for (const { id, title } of outputs) {
    if (!Object.prototype.hasOwnProperty.call(row.outputs, id)) report({ code: 'scheme/table-output-missing', pointer: `${pointer}/outputs`, params: { row: row.id, output: title } });
  }
}

function checkEntry(entry: InputEntry, pointer: string, { row, input, shape }: { readonly row: string; readonly input: Text | string; readonly shape: FactShape | undefined }, report: Report): void {
  const read = readEntry(entry);
  const params = { row, input };
  if (read.kind === 'list') {
    if (read.values.length === 0 && !read.except) report({ code: 'scheme/table-empty-list', pointer, params });
    if (read.values.includes('')) report({ code: 'scheme/table-empty-value', pointer, params });
    for (const [index, value] of read.values.entries()) {
      if (shape?.options !== undefined && !shape.options.includes(value)) report({ code: 'scheme/table-value-not-an-option', pointer: `${pointer}${read.except ? '/not' : ''}/${index}`, params: { ...params, value, known: shape.options } });
      else if (shape !== undefined && !kindFits(shape, value)) report({ code: 'scheme/table-entry-does-not-fit', pointer: `${pointer}${read.except ? '/not' : ''}/${index}`, params: { ...params, type: shape.type } });
    }
  }
  if (read.kind === 'interval') {
    if (read.from !== undefined && read.below !== undefined && read.from >= read.below) report({ code: 'scheme/table-empty-interval', pointer, params: { ...params, from: read.from, below: read.below } });
    if (shape !== undefined && shape.type !== 'any' && shape.type !== read.of) report({ code: 'scheme/table-entry-does-not-fit', pointer, params: { ...params, type: shape.type } });
  }
  // Limits of two kinds are read as open; the scheme has fixed them all the same.
  if (read.kind === 'open' && typeof entry === 'object' && !Array.isArray(entry) && 'from' in entry && isFixed(entry.from) && isFixed(entry.below)) report({ code: 'scheme/table-interval-kinds', pointer, params });
}

function isFixed(bound: unknown): boolean {
  return typeof bound === 'number' || isCalendarDate(bound);
}

function kindFits({ type }: FactShape, value: unknown): boolean {
  switch (type) {
    case 'number': return typeof value === 'number';
    case 'text': return typeof value === 'string';
    case 'date': return isCalendarDate(value);
    case 'boolean': return typeof value === 'boolean';
    case 'list': return false;
    case 'any': return true;
  }
}

function checkPriority(row: DecisionRow, { hitPolicy }: DecisionTable, pointer: string, report: Report): void {
  if (hitPolicy === 'priority' && row.priority === undefined) report({ code: 'scheme/table-priority-missing', pointer, params: { row: row.id } });
  if (hitPolicy !== 'priority' && row.priority !== undefined) report({ code: 'scheme/table-priority-unused', severity: 'warning', pointer: `${pointer}/priority`, params: { row: row.id } });
}

function outputKinds(table: DecisionTable, output: string): string[] {
  const values = rowsOf(table).flatMap(({ outputs }) => (Object.prototype.hasOwnProperty.call(outputs, output) ? [outputs[output]] : []));
  return [...new Set(values.filter((value) => value !== 'UNDECIDED' && typeof value !== 'object').map((value) => typeof value))];
}

function checkOutputKinds(table: DecisionTable, report: Report): void {
  for (const [index, { id, title }] of table.outputs.entries()) {
    if (outputKinds(table, id).length > 1) report({ code: 'scheme/table-output-mixed', pointer: `/outputs/${index}`, params: { output: title } });
  }
}

/** Where an output says what its texts are called, a row that gives another one is a slip. */
function checkOutputOptions(table: DecisionTable, report: Report): void {
  for (const { id, title, options = {} } of table.outputs) {
    const known = Object.keys(options);
    if (known.length === 0) continue;
    for (const [index, row] of rowsOf(table).entries()) {
      const value = row.outputs[id];
      if (typeof value !== 'string' || value === 'UNDECIDED' || known.includes(value)) continue;
      const nearest = nearestName(value, known);
      report({ code: 'scheme/table-output-not-an-option', pointer: toPointer('rows', index, 'outputs', id), params: { row: row.id, output: title, value, known, ...(nearest === undefined ? {} : { nearest }) } });
    }
  }
}

function checkAggregation(table: DecisionTable, report: Report): void {
  const { aggregation, hitPolicy } = table;
  if (aggregation === undefined) return;
  if (hitPolicy !== 'collect') report({ code: 'scheme/table-aggregation-without-collect', pointer: '/aggregation', params: { aggregation } });
  else if (aggregation !== 'count') {
    for (const { id, title } of table.outputs) {
      if (outputKinds(table, id).some((kind) => kind !== 'number')) report({ code: 'scheme/table-aggregation-over-text', pointer: '/aggregation', params: { aggregation, output: title } });
    }
  }
}
