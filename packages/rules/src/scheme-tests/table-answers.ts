import type { ExpectedAnswers } from '@cobuild/core';
import type { DecisionTableTrace } from '../decision-tables/index.js';
import type { DecisionTrace } from '../results.js';

/** What a table answered, by output: lists where its rows are listed, `null` for nothing, `notAsked` where the case did not come so far or there is no such table. */
export type TableAnswer = Readonly<Record<string, unknown>> | null | 'notAsked';

export function tableAnswer({ tables = [] }: Pick<DecisionTrace, 'tables'>, id: string): TableAnswer {
  const trace = tables.find(({ table }) => table === id);
  return trace === undefined ? 'notAsked' : answerOf(trace);
}

function answerOf({ outcome, outputs, aggregated, list = [] }: DecisionTableTrace): TableAnswer {
  if (outcome !== 'matched' && outcome !== 'noMatch') return null;
  const answer = outputs ?? aggregated ?? listed(list);
  return Object.keys(answer).length === 0 ? null : answer;
}

function listed(rows: readonly Readonly<Record<string, unknown>>[]): Readonly<Record<string, unknown>> {
  const ids = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return Object.fromEntries(ids.map((id) => [id, rows.map((row) => row[id])]));
}

/** The tables of an expectation whose answer is another; of each only the outputs that the expectation names. */
export function differingTables(expected: ExpectedAnswers, trace: Pick<DecisionTrace, 'tables'>): { readonly expected: ExpectedAnswers; readonly actual: Readonly<Record<string, TableAnswer>> } | undefined {
  const compared = Object.entries(expected).map(([id, wanted]) => ({ id, wanted, found: narrowed(tableAnswer(trace, id), wanted) }));
  const other = compared.filter(({ wanted, found }) => JSON.stringify(wanted) !== JSON.stringify(found));
  if (other.length === 0) return undefined;
  return { expected: Object.fromEntries(other.map(({ id, wanted }) => [id, wanted])), actual: Object.fromEntries(other.map(({ id, found }) => [id, found])) };
}

/** With the outputs in the order of the expectation. */
function narrowed(answer: TableAnswer, wanted: Readonly<Record<string, unknown>> | null): TableAnswer {
  if (answer === null || answer === 'notAsked' || wanted === null) return answer;
  return Object.fromEntries(Object.keys(wanted).filter((output) => Object.prototype.hasOwnProperty.call(answer, output)).map((output) => [output, answer[output]]));
}
