import type { DecisionTable, InputEntry, Locale } from '@cobuild/core';
import { formatDate, isDate, localize } from '@cobuild/core';
import type { DecisionTableTrace, OutputValue, TableCellTrace, TableRowTrace } from '../decision-tables/index.js';
import type { MessageParams, RuleMessageCode } from '../locales/rule-message.js';
import { ruleMessage } from '../locales/rule-message.js';
import type { ConditionWords } from './condition-words.js';
import { plainValue } from './condition-words.js';
import type { ExplanationNode } from './explanation.js';

/** Rows of a table without a match are all told, up to so many. */
const MOST_ROWS = 50;

interface Telling {
  readonly table: DecisionTable;
  readonly locale: Locale;
  readonly words: ConditionWords | undefined;
  readonly say: (code: RuleMessageCode, params?: MessageParams) => string;
}

/**
 * What a decision table answered and why: the row that fits with what was found at each input; where nothing is decided, the rows in question.
 *
 * @param words - How the facts' values are called (`factWords`); without it they are written as they are.
 */
export function explainTable(trace: DecisionTableTrace, table: DecisionTable, locale: Locale, words?: ConditionWords): ExplanationNode {
  const telling: Telling = { table, locale, words, say: (code, params = {}) => ruleMessage(code, params, locale) };
  const matched = trace.outcome === 'matched';
  const rows = trace.outcome === 'noMatch' ? trace.trace.slice(0, MOST_ROWS) : trace.trace.filter(({ row }) => trace.rows.includes(row));
  return {
    text: verdict(trace, telling),
    status: matched || (trace.outcome === 'noMatch' && trace.hitPolicy === 'collect') ? 'info' : 'unknown',
    ...(table.source === undefined ? {} : { clause: localize(table.source, locale) }),
    ...(table.provenance === undefined ? {} : { provenance: table.provenance }),
    children: rows.map((row) => rowNode(row, trace, telling)),
  };
}

function verdict(trace: DecisionTableTrace, { table, locale, say }: Telling): string {
  const title = localize(table.title, locale);
  const numbers = trace.rows.map((row) => rowNumber(row, trace));
  switch (trace.outcome) {
    case 'matched': return trace.hitPolicy === 'collect'
      ? say('explain/table-collected', { table: title, numbers, outputs: collectedWords(trace, { table, locale, say }) })
      : say('explain/table-matched', { table: title, number: numbers[0], outputs: outputsWords(trace.outputs ?? {}, { table, locale, say }) });
    case 'noMatch': return say('explain/table-no-match', { table: title });
    case 'ambiguous': return say('explain/table-ambiguous', { table: title, numbers });
    case 'unknown': return say('explain/table-unknown', { table: title, missing: (trace.missing ?? []).map((id) => inputTitle(table, id, locale)) });
    case 'undecided': return say('explain/table-undecided', { table: title });
  }
}

const rowNumber = (row: string, { trace }: DecisionTableTrace): number => trace.findIndex((other) => other.row === row) + 1;

function inputTitle({ inputs }: DecisionTable, id: string, locale: Locale): string {
  const input = inputs.find((candidate) => candidate.id === id);
  return input === undefined ? id : localize(input.title, locale);
}

function outputsWords(outputs: Readonly<Record<string, OutputValue>>, { table, locale, say }: Pick<Telling, 'table' | 'locale' | 'say'>): string[] {
  return table.outputs.flatMap(({ id, title, options }) => {
    const value = outputs[id];
    const called = typeof value === 'string' && options !== undefined && Object.prototype.hasOwnProperty.call(options, value) ? options[value] : undefined;
    return value === undefined ? [] : [say('explain/table-output', { output: localize(title, locale), value: called === undefined ? plainValue(value, locale) : localize(called, locale) })];
  });
}

function collectedWords(trace: DecisionTableTrace, telling: Pick<Telling, 'table' | 'locale' | 'say'>): string[] {
  const { table, locale, say } = telling;
  const { aggregation, aggregated = {}, list = [] } = trace;
  if (aggregation === undefined) return list.flatMap((outputs) => outputsWords(outputs, telling));
  if (aggregation === 'count') return [say('explain/table-count', { value: trace.rows.length })];
  const rows = Array.isArray(table.rows) ? table.rows : [];
  return table.outputs.flatMap(({ id, title }) => {
    const value = aggregated[id];
    const parts = rows.filter((row) => trace.rows.includes(row.id)).map((row) => plainValue(row.outputs[id], locale));
    return value === undefined ? [] : [say(`explain/table-${aggregation}`, { output: localize(title, locale), value: plainValue(value, locale), parts: aggregation === 'sum' ? parts.join(locale === 'en' ? ' + ' : '＋') : parts })];
  });
}

function rowNode(row: TableRowTrace, trace: DecisionTableTrace, telling: Telling): ExplanationNode {
  const { table, locale, say } = telling;
  const number = rowNumber(row.row, trace);
  const told = row.cells.filter(({ wanted }) => wanted !== undefined);
  const source = Array.isArray(table.rows) ? table.rows.find(({ id }) => id === row.row) : undefined;
  return {
    text: told.length === 0 ? say('explain/table-row-any', { number }) : say('explain/table-row', { number, cells: `${told.map((cell) => cellWords(cell, telling)).join(locale === 'en' ? '; ' : '；')}${locale === 'en' ? '.' : '。'}` }),
    status: row.result === true ? 'met' : row.result === false ? 'notMet' : 'unknown',
    ...(source?.source === undefined ? {} : { clause: localize(source.source, locale) }),
    ...(source?.provenance === undefined ? {} : { provenance: source.provenance }),
  };
}

function cellWords({ input, found, wanted, result }: TableCellTrace, telling: Telling): string {
  const { table, locale, say } = telling;
  const title = inputTitle(table, input, locale);
  if (result === 'undecided') return say('explain/table-cell-undecided', { input: title });
  const params = { input: title, wanted: wantedWords(wanted, input, telling), found: valueWords(found, input, telling) };
  return say(result === true ? 'explain/table-cell-met' : result === false ? 'explain/table-cell-not-met' : 'explain/table-cell-unknown', params);
}

function valueWords(value: unknown, input: string, { table, locale, words }: Telling): string {
  const column = table.inputs.find(({ id }) => id === input);
  if (words !== undefined && column !== undefined) return words.value(column.fact, value, column.path);
  return typeof value === 'string' && isDate(value) ? formatDate(value, locale) : plainValue(value, locale);
}

function wantedWords(entry: InputEntry | undefined, input: string, telling: Telling): string {
  const { say } = telling;
  const value = (one: unknown): string => (one === undefined ? '' : typeof one === 'object' || one === 'UNDECIDED' ? say('explain/table-open-value') : valueWords(one, input, telling));
  if (Array.isArray(entry)) return entry.length === 1 ? value(entry[0]) : say('explain/table-wanted-one-of', { values: entry.map(value) });
  if (entry === undefined || typeof entry !== 'object') return say('explain/table-wanted-any');
  if ('not' in entry) return say('explain/table-wanted-not', { values: entry.not.map(value) });
  const { from, below } = entry;
  const days = [from, below].some((limit) => typeof limit === 'string' && isDate(limit));
  const params = { from: value(from), below: value(below) };
  if (from !== undefined && below !== undefined) return say(days ? 'explain/table-wanted-dates' : 'explain/table-wanted-interval', params);
  if (from !== undefined) return say(days ? 'explain/table-wanted-from-date' : 'explain/table-wanted-from', params);
  return below === undefined ? say('explain/table-wanted-any') : say(days ? 'explain/table-wanted-before' : 'explain/table-wanted-below', params);
}
