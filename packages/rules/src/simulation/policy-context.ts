import type { Scheme } from '@cobuild/core';
import { parametersFact } from '@cobuild/core';
import type { FactReaders } from '../conditions/index.js';
import { resolvePath } from '../conditions/resolve-path.js';
import { caseFact, columnKey } from './case-columns.js';
import type { CaseTable } from './case-table.js';
import type { Column } from './column.js';
import { valueOf } from './column.js';
import type { NodeContext } from './condition-nodes.js';
import type { ScoreSources } from './score-columns.js';

/** A column that a policy reads was not loaded. */
export class FactsNotLoadedError extends Error {
  override readonly name = 'FactsNotLoadedError';

  constructor(readonly fact: string, readonly path: string | undefined) {
    super(`The fact "${fact}"${path === undefined ? '' : ` at ${path}`} was not loaded: name the changed scheme in the option "also" when loading the cases`);
  }
}

/** A table as one policy reads it. */
export interface PolicyContext extends NodeContext, ScoreSources {
  /** Readers of the case in the row that `at` says when they are called. */
  readonly readersAt: (row: { at: number }) => FactReaders;
}

export function policyContext(table: CaseTable, scheme: Scheme): PolicyContext {
  const parameters = parametersFact(scheme);
  const columnOf = (fact: string, path: string | undefined): { readonly key: string; readonly column: Column } => {
    const key = columnKey(caseFact(scheme, { fact, ...(path === undefined ? {} : { path }) }));
    const column = table.columns.get(key);
    if (column === undefined) throw new FactsNotLoadedError(fact, path);
    return { key, column };
  };
  return {
    rows: table.rows, parameters, operators: table.operators, sheets: table.sheets, columnOf,
    readersAt: (row) => ({ fact, path }) => {
      if (fact === 'parameters') {
        const value = path === undefined ? parameters : resolvePath(parameters, path);
        return () => value;
      }
      const { column } = columnOf(fact, path);
      return () => valueOf(column, row.at);
    },
  };
}
