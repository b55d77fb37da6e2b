import type { DecisionTable, Facts } from '@cobuild/core';
import type { DecisionTableResult } from '../../decision-tables/index.js';
import { evaluateDecisionTable } from '../../decision-tables/index.js';
import { columnCells } from '../../decision-tables/column-cells.js';
import { entryTruth, readEntry } from '../../decision-tables/entry-truth.js';
import type { PlannedColumn } from '../../decision-tables/table-plan.js';
import { planTable } from '../../decision-tables/table-plan.js';
import { factsOf } from '../../decision-tables/table-region.js';
import type { FactShapes } from '../fact-shapes.js';
import { shapeAt } from './condition-mutations.js';

/** Values of a column, and combinations of all columns, that are tried. */
const MOST_VALUES = 4;
const MOST_COMBINATIONS = 64;

interface Sought {
  /** Places of the rows that the change concerns. */
  readonly rows: readonly number[];
  readonly shapes: FactShapes;
  /** The input whose limit moved, with the value that lies on one side before and on the other after. */
  readonly fixed?: { readonly input: string; readonly value: string | number };
}

/** Facts for which two versions of a table answer differently, among those that fit the rows of the change. */
export function tableWitnesses(table: DecisionTable, changed: DecisionTable | undefined, { rows, shapes, fixed }: Sought): readonly Facts[] {
  const { columns } = planTable(table);
  const isOther = (facts: Facts): boolean => changed !== undefined && answerText(evaluateDecisionTable(table, facts)) !== answerText(evaluateDecisionTable(changed, facts));
  return rows.flatMap((row) => {
    const values = columns.map((column) => (column.input.id === fixed?.input ? allowed(column, fixed.value, shapes) : fitting(column, row, shapes)));
    return combinations(values).flatMap((chosen): Facts[] => {
      const facts = factsOf(columns.map(({ input }, index) => ({ input, value: chosen[index] })));
      return facts !== undefined && isOther(facts) ? [facts] : [];
    });
  });
}

function answerText({ outcome, outputs, list, aggregated }: DecisionTableResult): string {
  return JSON.stringify([outcome, outputs, list, aggregated]);
}

function fitting(column: PlannedColumn, row: number, shapes: FactShapes): readonly unknown[] {
  const bit = 1n << BigInt(row);
  return columnCells(column, shapeAt(column.input, shapes)?.options).cells.filter(({ may }) => (may & bit) !== 0n).slice(0, MOST_VALUES).map(({ value }) => value);
}

/** The value, unless the input can never have it. */
function allowed({ input }: PlannedColumn, value: string | number, shapes: FactShapes): readonly unknown[] {
  const { minimum = input.domain === undefined ? 0 : -Infinity, maximum = Infinity } = shapeAt(input, shapes)?.limits ?? {};
  const isOutside = typeof value === 'number' && (value < minimum || value > maximum);
  return isOutside || (input.domain !== undefined && entryTruth(readEntry(input.domain), value) === false) ? [] : [value];
}

function combinations(columns: readonly (readonly unknown[])[]): readonly (readonly unknown[])[] {
  return columns.reduce<readonly (readonly unknown[])[]>((all, values) => all.flatMap((chosen) => values.map((value) => [...chosen, value])).slice(0, MOST_COMBINATIONS), [[]]);
}
