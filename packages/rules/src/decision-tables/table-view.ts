import type { Facts, InputEntry, Truth } from '@cobuild/core';
import { isEmpty } from '../operators/value-kind.js';
import type { ColumnBits } from './table-bits.js';
import type { TableEvaluator } from './table-evaluator.js';
import type { PlannedRow } from './table-plan.js';
import type { DecisionTableResult, DecisionTableTrace, TableCellTrace, TableRowTrace } from './table-types.js';
import { cellTrace, rowTrace, tableHead } from './trace-table.js';

/** One case in a table: by column, the value and where its segment's bits begin. */
interface ViewedTable { readonly columns: readonly ColumnBits[]; readonly found: readonly unknown[]; readonly offsets: readonly number[] }

/** A row and where its bit stands. */
interface RowNode { readonly row: PlannedRow; readonly index: number; readonly word: number; readonly mask: number }

/** A cell as its row's bit answers it. */
function truthOf({ columns, offsets }: ViewedTable, { word, mask }: RowNode, column: number): Truth | 'undecided' {
  const { may, sure, undecided } = columns[column] as ColumnBits;
  const at = (offsets[column] as number) + word;
  if (((may[at] as number) & mask) === 0) return false;
  if (((sure[at] as number) & mask) !== 0) return true;
  return ((undecided[at] as number) & mask) === 0 ? 'unknown' : 'undecided';
}

/** What a row found and wanted of an input; `toJSON` gives the plain cell. */
class CellView implements TableCellTrace {
  constructor(private readonly viewed: ViewedTable, private readonly node: RowNode, private readonly column: number) {}

  get input(): string { return (this.viewed.columns[this.column] as ColumnBits).column.input.id; }
  get wanted(): InputEntry | undefined { return (this.viewed.columns[this.column] as ColumnBits).column.wanted[this.node.index]; }
  get result(): Truth | 'undecided' { return truthOf(this.viewed, this.node, this.column); }
  get found(): unknown {
    const found = this.viewed.found[this.column];
    return isEmpty(found) ? undefined : found;
  }

  toJSON(): TableCellTrace {
    return cellTrace(this.input, this.result, this.wanted, this.viewed.found[this.column]);
  }
}

/** A row of a trace, worked out where somebody looks; `toJSON` gives the plain row. */
class RowView implements TableRowTrace {
  constructor(private readonly viewed: ViewedTable, private readonly node: RowNode) {}

  get row(): string { return this.node.row.row.id; }
  get tier(): number { return this.node.row.tier; }
  get openPriority(): true | undefined { return this.node.row.openPriority ? true : undefined; }
  get outputs(): TableRowTrace['outputs'] { return this.node.row.outputs; }

  /** One entry that fails excludes the row; then a hole in the scheme weighs more than a missing answer. */
  get result(): Truth | 'undecided' {
    let result: Truth | 'undecided' = true;
    for (let column = 0; column < this.viewed.columns.length; column += 1) {
      const truth = truthOf(this.viewed, this.node, column);
      if (truth === false) return false;
      if (truth === 'undecided' || result === true) result = truth;
    }
    return result;
  }

  get cells(): readonly TableCellTrace[] {
    return this.views();
  }

  toJSON(): TableRowTrace {
    return rowTrace(this.node.row, this.result, this.views().map((cell) => cell.toJSON()));
  }

  private views(): CellView[] {
    return this.viewed.columns.map((_, column) => new CellView(this.viewed, this.node, column));
  }
}

type TableHead = ReturnType<typeof tableHead>;

/** A table of a trace, worked out where somebody looks; `toJSON` gives the plain trace. */
class TableView implements DecisionTableTrace {
  private views: readonly RowView[] | undefined;

  constructor(private readonly decided: DecisionTableResult, private readonly head: TableHead, private readonly nodes: readonly RowNode[], private readonly viewed: ViewedTable) {
    this.views = undefined;
  }

  get table(): string { return this.head.table; }
  get hitPolicy(): TableHead['hitPolicy'] { return this.head.hitPolicy; }
  get aggregation(): TableHead['aggregation'] { return this.head.aggregation; }
  get aggregates(): TableHead['aggregates'] { return this.head.aggregates; }
  get rowsOpen(): TableHead['rowsOpen'] { return this.head.rowsOpen; }
  get outcome(): DecisionTableResult['outcome'] { return this.decided.outcome; }
  get rows(): DecisionTableResult['rows'] { return this.decided.rows; }
  get outputs(): DecisionTableResult['outputs'] { return this.decided.outputs; }
  get list(): DecisionTableResult['list'] { return this.decided.list; }
  get aggregated(): DecisionTableResult['aggregated'] { return this.decided.aggregated; }
  get missing(): DecisionTableResult['missing'] { return this.decided.missing; }
  get trace(): readonly RowView[] { return (this.views ??= this.nodes.map((node) => new RowView(this.viewed, node))); }

  toJSON(): DecisionTableTrace {
    return { ...this.decided, ...this.head, trace: this.trace.map((row) => row.toJSON()) };
  }
}

/** Makes traces of a table whose rows are views: the answers of all cells are there as bits. */
export function tableViews({ plan, bits: { columns, words }, order, evaluate }: TableEvaluator): (facts: Facts) => DecisionTableTrace {
  const head = tableHead(plan.table);
  const nodes = plan.rows.map((row, index): RowNode => {
    const bit = order.indexOf(index);
    return { row, index, word: bit >> 5, mask: 1 << (bit & 31) };
  });
  return (facts) => {
    const found = columns.map(({ column }) => column.read(facts));
    const viewed: ViewedTable = { columns, found, offsets: columns.map(({ segments }, column) => segments.locate(found[column]) * words) };
    return new TableView(evaluate(facts), head, nodes, viewed);
  };
}
