import type { DecisionTable, Facts } from '@cobuild/core';
import type { FactReaders } from '../conditions/fact-reader.js';
import { rowsOpen, tableEvaluator } from './table-evaluator.js';
import type { CompiledDecisionTable, DecisionTableResult, DecisionTableTrace } from './table-types.js';
import { tableHead, traceTable } from './trace-table.js';

/**
 * Compiles a decision table, parameters resolved.
 *
 * @param readers - Makes the readers of the inputs; whoever judges many cases hands in one that reads in its own way.
 * @example compileDecisionTable(table).evaluate({ category: 'project', amount: 480000 }).outputs // { route: 'board' }
 */
export function compileDecisionTable(table: DecisionTable, readers?: FactReaders): CompiledDecisionTable {
  const { plan, decide, evaluate } = tableEvaluator(table, readers);
  const open = rowsOpen(table);
  return { evaluate, trace: (facts) => (open ? { ...evaluate(facts), ...tableHead(table), trace: [] } : traceTable(plan, decide, facts)) };
}

const compiled = new WeakMap<DecisionTable, CompiledDecisionTable>();

/** The answer of a table for one case. A table object is compiled once; like all documents it is not changed in place. */
export function evaluateDecisionTable(table: DecisionTable, facts: Facts): DecisionTableResult {
  return compiledTable(table).evaluate(facts);
}

/** As {@link evaluateDecisionTable}, with what was found at every row. */
export function traceDecisionTable(table: DecisionTable, facts: Facts): DecisionTableTrace {
  return compiledTable(table).trace(facts);
}

function compiledTable(table: DecisionTable): CompiledDecisionTable {
  const known = compiled.get(table);
  if (known !== undefined) return known;
  const made = compileDecisionTable(table);
  compiled.set(table, made);
  return made;
}
