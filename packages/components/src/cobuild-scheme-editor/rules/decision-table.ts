import type { Locale, LocalizedText } from '@cobuild/core';
import { localize, toPointer, valueAt } from '@cobuild/core';
import type { FactChoice } from '@cobuild/rules';
import { factChoices } from '@cobuild/rules';
import type { EditorContext } from '../editor-context.js';
import type { CellKind, CellParameter } from './cell-text.js';
import type { Grid, GridColumn } from './grid-model.js';
import { cellText } from './grid-model.js';
import type { RuleWords } from './rule-words.js';
import { ruleWords } from './rule-words.js';

/** What the format lets a table have. */
const MOST_ROWS = 2000;
/** Options that a sentence names. */
const MOST_NAMED = 12;

type Thing = Readonly<Record<string, unknown>>;

const isThing = (value: unknown): value is Thing => value !== null && typeof value === 'object' && !Array.isArray(value);
const thingsIn = (value: unknown): readonly Thing[] | undefined => (Array.isArray(value) && value.every((each) => isThing(each) && typeof each['id'] === 'string') ? (value as readonly Thing[]) : undefined);

/** The parameters of a scheme as cells name them. */
export function cellParameters(document: unknown, locale: Locale): readonly CellParameter[] {
  const parameters = valueAt(document, '/parameters');
  return isThing(parameters) ? Object.entries(parameters).map(([key, parameter]) => ({ key, title: localize(valueAt(parameter, '/title') as LocalizedText | undefined, locale) || key, type: String(valueAt(parameter, '/type')) })) : [];
}

/** A decision table as a grid; `undefined` where it is not yet written so that it can be one: its settings, or its source, are the place to mend it. */
export function decisionGrid({ document, locale }: Pick<EditorContext, 'document' | 'locale'>, pointer: string): Grid | undefined {
  const table = valueAt(document, pointer);
  const [inputs, outputs, rows] = ['inputs', 'outputs', 'rows'].map((name) => thingsIn(valueAt(table, `/${name}`)));
  if (inputs === undefined || outputs === undefined || rows === undefined || !rows.every((row) => isThing(row['inputs']) && isThing(row['outputs']))) return undefined;
  const words = ruleWords(locale);
  const parameters = cellParameters(document, locale);
  const facts = factChoices(document, pointer, locale);
  const column = (part: 'inputs' | 'outputs', thing: Thing, index: number): Pick<GridColumn, 'id' | 'title' | 'at' | 'pointer'> => ({ id: `${part} ${String(thing['id'])}`, title: localize(thing['title'] as LocalizedText | undefined, locale) || String(thing['id']), at: toPointer(part, String(thing['id'])), pointer: `${pointer}/${part}/${index}` });
  return {
    pointer: `${pointer}/rows`, label: localize(valueAt(table, '/title') as LocalizedText | undefined, locale) || String(valueAt(table, '/id')), locale, rows, mostRows: MOST_ROWS,
    columns: [
      titleColumn(words, locale, words.rowHead, false),
      ...inputs.map((input, index): GridColumn => inputColumn(words, column('inputs', input, index), inputKind(input, facts, parameters, locale))),
      ...(valueAt(table, '/hitPolicy') === 'priority' ? [numberColumn(words, { id: 'priority', title: words.priority, at: '/priority' }, { locale, type: 'number', parameters, perUnit: 1 }, true)] : []),
      ...outputs.map((output, index): GridColumn => outputColumn(words, column('outputs', output, index), { locale, type: 'any', parameters, ...(ownOptions(output, locale) ?? outcomeOptions(document, String(valueAt(table, '/id')), String(output['id']), locale)) })),
    ],
  };
}

export function titleColumn(words: RuleWords, locale: Locale, title: string, required: boolean): GridColumn {
  return { id: 'title', title, group: 'head', holds: 'title', kind: { locale, type: 'text', parameters: [] }, at: '/title', required, open: false, empty: '', wanted: words.wantedText };
}

/** A number, or a parameter that holds one. */
export function numberColumn(words: RuleWords, names: Pick<GridColumn, 'id' | 'title' | 'at'>, kind: CellKind, required: boolean, empty = ''): GridColumn {
  return { ...names, group: 'setting', holds: 'value', kind, required, open: true, empty, wanted: `${words.wantedNumber}${words.orParameter}${words.orOpen}` };
}

function inputColumn(words: RuleWords, names: Pick<GridColumn, 'id' | 'title' | 'at' | 'pointer'>, kind: CellKind): GridColumn {
  const { wantedEntry } = words;
  const wanted = kind.options !== undefined ? wantedEntry.choice(namedOptions(kind, words)) : kind.type === 'any' ? wantedEntry.text : wantedEntry[kind.type];
  return { ...names, group: 'input', holds: 'entry', kind, required: false, open: true, empty: words.any, wanted: `${wanted}${kind.type === 'number' || kind.type === 'date' ? words.orParameter : ''}${words.orOpen}` };
}

function outputColumn(words: RuleWords, names: Pick<GridColumn, 'id' | 'title' | 'at' | 'pointer'>, kind: CellKind): GridColumn {
  return { ...names, group: 'output', holds: 'value', kind, required: true, open: true, empty: words.emptyCell, wanted: `${kind.options === undefined ? words.wantedNumberOrText : words.wantedChoice(namedOptions(kind, words))}${words.orOpen}` };
}

function namedOptions({ options = [] }: CellKind, words: RuleWords): string {
  const labels = options.map(({ label }) => label);
  return labels.length <= MOST_NAMED ? labels.join(words.separator) : [...labels.slice(0, MOST_NAMED), words.tooMany(labels.length - MOST_NAMED)].join(words.separator);
}

/** What the fact of an input is: its type and choices come from the form. */
function inputKind(input: Thing, facts: readonly FactChoice[], parameters: readonly CellParameter[], locale: Locale): CellKind {
  const fact = facts.find((choice) => choice.fact === input['fact'] && choice.path === input['path']);
  const type = fact === undefined || fact.type === 'list' ? 'any' : fact.type;
  return { locale, type, parameters, ...(fact?.options === undefined ? {} : { options: fact.options }), ...(fact?.perUnit === undefined ? {} : { perUnit: fact.perUnit }) };
}

/** The texts that the output has titles for. */
function ownOptions({ options }: Thing, locale: Locale): Pick<CellKind, 'options'> | undefined {
  if (!isThing(options) || Object.keys(options).length === 0) return undefined;
  return { options: Object.entries(options).map(([value, title]) => ({ value, label: localize(title as LocalizedText | undefined, locale) || value })) };
}

/** Where a stage takes its outcome from this column, only the outcomes of such stages can stand in it. */
function outcomeOptions(document: unknown, table: string, output: string, locale: Locale): Pick<CellKind, 'options'> {
  const stages = thingsIn(valueAt(document, '/stages')) ?? [];
  const readers = stages.filter((stage) => stage['table'] === table && (stage['output'] ?? 'outcome') === output);
  if (readers.length === 0) return {};
  const outcomes = readers.flatMap((stage) => thingsIn(stage['outcomes']) ?? []);
  const ids = [...new Set(outcomes.map(({ id }) => String(id)))];
  return { options: ids.map((id) => ({ value: id, label: localize(outcomes.find((outcome) => outcome['id'] === id)?.['title'] as LocalizedText | undefined, locale) || id })) };
}

/** A row in words: 类别为道路，金额为 ≥ 5,000：办理方式为村民会议. */
export function rowSentence(grid: Grid, row: number): string {
  const words = ruleWords(grid.locale);
  const said = (group: GridColumn['group']): string => grid.columns.filter((column) => column.group === group).flatMap((column) => {
    const text = cellText(grid, row, column);
    return text === '' ? [] : [words.is(column.title, text)];
  }).join(grid.locale === 'en' ? '; ' : '，');
  return words.rowSays(said('input'), said('output') || '—');
}
