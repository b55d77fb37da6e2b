import type { DecisionRow, DecisionTable, Scheme } from '@cobuild/core';
import { toPointer, valueAt, withValueAt } from '@cobuild/core';
import { resolvedScheme } from '../../decision/resolved-scheme.js';
import { rowsOf } from '../../decision-tables/table-plan.js';
import type { DecisionTableTrace } from '../../decision-tables/index.js';
import type { FactShapes } from '../fact-shapes.js';
import { isSet, shapeAt, steps } from './condition-mutations.js';
import type { Mutation, TestRun } from './mutation.js';
import { tableWitnesses } from './table-witnesses.js';

/** Larger tables are data rather than rules; nobody writes a test for each of their limits. */
const MOST_ROWS = 300;
const SIDES = { from: 'below', below: 'from' } as const;

/** The limits of the rows of decision tables, and what the rows answer: numbers by a step, a text or a truth by another that stands in the column. */
export function tableMutations(scheme: Scheme, shapes: FactShapes): readonly Mutation[] {
  const resolved = resolvedScheme(scheme).decisionTables ?? [];
  return resolved.flatMap((table, index) => {
    const rows = rowsOf(table);
    const moved = new Set<string>();
    if (rows.length > MOST_ROWS) return [];
    return rows.flatMap((row, place) => [...limits(scheme, table, index, row, place, shapes, moved), ...answers(scheme, table, index, row, place, shapes)]);
  });
}

type Value = string | number;
const isValue = (value: unknown): value is Value => typeof value === 'string' || typeof value === 'number';

function limits(scheme: Scheme, table: DecisionTable, index: number, row: DecisionRow, place: number, shapes: FactShapes, moved: Set<string>): readonly Mutation[] {
  const at = (rowPlace: number, input: string, side: string): string => `${toPointer('decisionTables', index, 'rows', rowPlace, 'inputs', input)}/${side}`;
  return table.inputs.flatMap((input) => (['from', 'below'] as const).flatMap((side): Mutation[] => {
    const value: unknown = valueAt(row.inputs, `${toPointer(input.id)}/${side}`);
    const written = at(place, input.id, side);
    if (!isValue(value) || moved.has(written)) return [];
    // Where a row ends and the next begins is one limit.
    const beside = rowsOf(table).flatMap((other, otherPlace) => (isBeside(row, other, input.id, SIDES[side], value) ? [otherPlace] : []));
    const along = beside.map((otherPlace) => at(otherPlace, input.id, SIDES[side]));
    for (const pointer of along) moved.add(pointer);
    return steps(value, shapeAt(input, shapes)).filter(isValue).map((mutant) => {
      const least = mutant < value ? mutant : value;
      const touches = (trace: DecisionTableTrace): boolean => trace.trace.some(({ cells }) => cells.some((cell) => cell.input === input.id && isBetween(cell.found, value, mutant)));
      return mutation({ scheme, table, index, written, along, value, mutant, touches, shapes, rows: [place, ...beside], fixed: { input: input.id, value: least } });
    });
  }));
}

function isBetween(found: unknown, a: Value, b: Value): boolean {
  return isValue(found) && ((found >= a && found <= b) || (found >= b && found <= a));
}

/** Whether another row goes on at the limit, and is alike in all other inputs. */
function isBeside(row: DecisionRow, other: DecisionRow, input: string, side: string, value: Value): boolean {
  const rest = ({ inputs }: DecisionRow): string => JSON.stringify(Object.entries(inputs).filter(([name]) => name !== input).sort(([a], [b]) => (a < b ? -1 : 1)));
  return other !== row && valueAt(other.inputs, `${toPointer(input)}/${side}`) === value && rest(row) === rest(other);
}

function answers(scheme: Scheme, table: DecisionTable, index: number, row: DecisionRow, place: number, shapes: FactShapes): readonly Mutation[] {
  return table.outputs.flatMap(({ id }): readonly Mutation[] => {
    const value: unknown = valueAt(row.outputs, toPointer(id));
    const column = rowsOf(table).map((each): unknown => valueAt(each.outputs, toPointer(id)));
    const others = typeof value === 'number' ? steps(value, undefined) : typeof value === 'boolean' ? [!value] : [column.find((other) => typeof other === 'string' && other !== value && other !== 'UNDECIDED')];
    if (value === 'UNDECIDED' || typeof value === 'object') return [];
    const touches = (trace: DecisionTableTrace): boolean => trace.rows.includes(row.id);
    const written = toPointer('decisionTables', index, 'rows', place, 'outputs', id);
    return others.filter((other) => other !== undefined).map((mutant) => mutation({ scheme, table, index, written, along: [], value, mutant, touches, shapes, rows: [place] }));
  });
}

interface Change {
  readonly scheme: Scheme;
  /** With parameters resolved. */
  readonly table: DecisionTable;
  readonly index: number;
  readonly written: string;
  /** Places that move along. */
  readonly along: readonly string[];
  readonly value: unknown;
  readonly mutant: unknown;
  readonly touches: (trace: DecisionTableTrace) => boolean;
  readonly shapes: FactShapes;
  readonly rows: readonly number[];
  readonly fixed?: { readonly input: string; readonly value: Value };
}

/** Where a parameter stands, its value is what is changed. */
function mutation({ scheme, table, index, written, along, value, mutant, touches, shapes, rows, fixed }: Change): Mutation {
  const key: unknown = valueAt(scheme, `${written}/parameter`);
  const pointer = typeof key === 'string' ? `${toPointer('parameters', key)}/value` : written;
  const literal = along.filter((place) => valueAt(scheme, place) === value);
  const changed = [pointer, ...literal].reduce<unknown>((all, place) => withValueAt(all, place, mutant), scheme) as Scheme;
  const traceOf = ({ decision }: TestRun): DecisionTableTrace | undefined => decision.trace.tables?.find((trace) => trace.table === table.id);
  return {
    pointer, original: value, mutant, scheme: changed, rules: [],
    touches: (run) => {
      const trace = traceOf(run);
      return trace !== undefined && (typeof key !== 'string' || !isSet(run, key)) && touches(trace);
    },
    table: { id: table.id, witnesses: () => tableWitnesses(table, resolvedScheme(changed).decisionTables?.[index], { rows, shapes, ...(fixed === undefined ? {} : { fixed }) }) },
  };
}
