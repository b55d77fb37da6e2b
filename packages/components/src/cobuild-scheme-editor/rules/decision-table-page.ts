import type { JsonChange, Problem } from '@cobuild/core';
import { describePlace, startValue, toPointer, valueAt, withValueAt } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { button } from '../../internal/pieces.js';
import { factsAt } from './facts.js';
import type { EditorContext } from '../editor-context.js';
import { idOf } from '../editor-context.js';
import { except, placeEditor, problemLines, titleSetting } from '../guided/place-editor.js';
import { cellPanel } from './cell-panel.js';
import { decisionGrid, rowSentence } from './decision-table.js';
import type { ColumnTools } from './grid.js';
import { gridEditor, gridState, spotIn } from './grid.js';
import type { Grid, GridColumn } from './grid-model.js';
import { freshIds, newRow, stemOf } from './grid-model.js';
import { entryText } from './cell-text.js';
import { followingValue } from './numbers.js';
import { ruleWords } from './rule-words.js';

/** A decision table: what its hit policy means, its rows as a grid, the cell that has the focus in full, and what no row answers. */
export function decisionTablePage(context: EditorContext, pointer: string): TemplateResult {
  const words = ruleWords(context.locale);
  const rows = valueAt(context.document, `${pointer}/rows`);
  const grid = decisionGrid(context, pointer);
  const title = titleSetting(context, pointer);
  const settings = html`<details><summary>${words.tableSettings}</summary>${placeEditor(context, pointer, except('title', 'hitPolicy', 'aggregation', ...(grid === undefined ? [] : ['inputs', 'outputs', 'rows'])))}</details>`;
  if (rows === 'UNDECIDED') {
    return html`<div class="stack">${title}${policy(context, pointer)}<p>${words.rowsOpen}</p>${context.readonly ? nothing : html`<div class="row">${button({ label: words.beginRows, onClick: () => void context.change({ kind: 'set', pointer: `${pointer}/rows`, value: [] }) })}</div>`}${settings}</div>`;
  }
  if (grid === undefined) return placeEditor(context, pointer);
  const spot = spotIn(grid, gridState(context, grid.pointer));
  const column = grid.columns[spot.column];
  return html`<div class="stack">${title}${policy(context, pointer)}
    ${gridEditor(context, grid, dependsOn(context, pointer), columnTools(context, pointer, grid))}
    ${adding(context, pointer, grid)}
    ${gaps(context, pointer, grid)}
    ${spot.row < 0 || grid.rows.length === 0 || column === undefined ? nothing : html`<p class="sentence">${rowSentence(grid, spot.row)}</p>`}
    ${column === undefined ? nothing : spot.row < 0 ? columnPanel(context, column) : spot.column === 0 && grid.rows.length > 0 ? html`<details><summary>${words.rowSettings}</summary>${placeEditor(context, `${grid.pointer}/${spot.row}`, except('inputs', 'outputs'))}</details>` : grid.rows.length > 0 ? cellPanel(context, grid, spot.row, column) : nothing}
    ${problemLines(context, [...context.problemsAt(pointer), ...context.problemsIn(`${pointer}/outputs`), ...context.problemsAt(`${pointer}/rows`).filter((problem) => problem.code !== 'scheme/table-gap')], idOf(pointer))}
    ${settings}</div>`;
}

/** Rows are drawn anew when one of these is another. */
const dependsOn = ({ document }: EditorContext, pointer: string): readonly unknown[] => [...['inputs', 'outputs', 'hitPolicy'].map((name) => valueAt(document, `${pointer}/${name}`)), ...['/parameters', '/forms', '/stages', '/eligibility'].map((part) => valueAt(document, part))];

function policy(context: EditorContext, pointer: string): TemplateResult {
  const words = ruleWords(context.locale);
  const place = describePlace(context.document, `${pointer}/hitPolicy`, context.locale);
  const value = String(valueAt(context.document, `${pointer}/hitPolicy`));
  const aggregation = String(valueAt(context.document, `${pointer}/aggregation`));
  const meaning = [value in words.policies ? words.policies[value as keyof typeof words.policies] : '', value === 'collect' && aggregation in words.aggregations ? words.aggregations[aggregation as keyof typeof words.aggregations] : ''].join(' ').trim();
  const id = idOf(`${pointer}/hitPolicy`);
  return html`<div class="setting" data-pointer="${pointer}/hitPolicy"><label class="label" for=${id}>${words.policy}</label>
    <div class="row"><select class="input small-input" id=${id} aria-describedby="${id}-meaning" ?disabled=${context.readonly} .value=${live(value)} @change=${(event: Event) => void context.change({ kind: 'set', pointer: `${pointer}/hitPolicy`, value: (event.target as HTMLSelectElement).value })}>${(place?.options ?? []).map((option) => html`<option value=${option.value} ?selected=${option.value === value}>${option.word}</option>`)}</select>
    ${value === 'collect' ? aggregationInput(context, pointer) : nothing}</div><p class="help small" id="${id}-meaning">${meaning}</p>${problemLines(context, [...context.problemsAt(`${pointer}/hitPolicy`), ...context.problemsAt(`${pointer}/aggregation`)], id)}</div>`;
}

function aggregationInput(context: EditorContext, pointer: string): unknown {
  const at = `${pointer}/aggregation`;
  const place = describePlace(context.document, at, context.locale);
  const value = valueAt(context.document, at);
  const choose = (event: Event): void => {
    const chosen = (event.target as HTMLSelectElement).value;
    if (chosen !== '') context.change({ kind: 'set', pointer: at, value: chosen });
    else if (value !== undefined) context.change({ kind: 'remove', pointer: at });
  };
  return html`<label class="small" for=${idOf(at)}>${place?.word}</label><select class="input small-input" id=${idOf(at)} ?disabled=${context.readonly} .value=${live(typeof value === 'string' ? value : '')} @change=${choose}><option value="">${context.words.absent}</option>${(place?.options ?? []).map((option) => html`<option value=${option.value} ?selected=${option.value === value}>${option.word}</option>`)}</select>`;
}

/** The settings of a column: its title, what it reads, what it can be at all. */
function columnPanel(context: EditorContext, column: GridColumn): unknown {
  const words = ruleWords(context.locale);
  const { pointer } = column;
  if (pointer === undefined) return nothing;
  return html`<section class="panel stack" aria-labelledby="${idOf(pointer)}-panel"><h4 id="${idOf(pointer)}-panel">${words.columnSettings}${words.colon}${column.title}</h4>
    ${column.group === 'input' ? factInput(context, pointer) : nothing}${placeEditor(context, pointer, except('fact', 'path'))}</section>`;
}

const factKey = (fact: unknown, path: unknown): string => (typeof path === 'string' ? `${String(fact)} ${path}` : String(fact));

function factInput(context: EditorContext, pointer: string): TemplateResult {
  const words = ruleWords(context.locale);
  const input = valueAt(context.document, pointer);
  const now = factKey(valueAt(input, '/fact'), valueAt(input, '/path'));
  const facts = factsAt(context, pointer);
  const id = idOf(`${pointer}/fact`);
  const choose = (event: Event): void => {
    const chosen = facts.find(({ fact, path }) => factKey(fact, path) === (event.target as HTMLSelectElement).value);
    if (chosen === undefined) return;
    const path: readonly JsonChange[] = chosen.path !== undefined ? [{ kind: 'set', pointer: `${pointer}/path`, value: chosen.path }] : valueAt(input, '/path') === undefined ? [] : [{ kind: 'remove', pointer: `${pointer}/path` }];
    context.change([{ kind: 'set', pointer: `${pointer}/fact`, value: chosen.fact }, ...path]);
  };
  return html`<div class="setting"><label class="label" for=${id}>${words.whichFact}</label><select class="input" id=${id} ?disabled=${context.readonly} .value=${live(now)} @change=${choose}>${facts.some(({ fact, path }) => factKey(fact, path) === now) ? nothing : html`<option value=${now} selected>${now}</option>`}${facts.map(({ fact, path, label }) => html`<option value=${factKey(fact, path)} ?selected=${factKey(fact, path) === now}>${label}</option>`)}</select></div>`;
}

interface Adding { kind: 'input' | 'output' | undefined }

function columnTools(context: EditorContext, pointer: string, grid: Grid): ColumnTools {
  const words = ruleWords(context.locale);
  const state = gridState(context, grid.pointer);
  const listOf = (column: GridColumn): { readonly list: string; readonly index: number; readonly part: 'inputs' | 'outputs'; readonly id: string } => {
    const part = column.group === 'input' ? 'inputs' : 'outputs';
    return { list: `${pointer}/${part}`, index: Number(column.pointer?.split('/').pop()), part, id: String(valueAt(context.document, `${column.pointer ?? ''}/id`)) };
  };
  const siblings = (column: GridColumn): readonly GridColumn[] => grid.columns.filter((other) => other.group === column.group && other.pointer !== undefined);
  const go = (to: number): void => {
    state.spot = { ...state.spot, column: to };
    context.redraw((root) => root.querySelector<HTMLElement>(state.spot.row < 0 ? `#${idOf(grid.pointer)}-h${to}` : `#${idOf(grid.pointer)}-r${state.spot.row}c${to}`)?.focus());
  };
  const carryOut = (changes: readonly JsonChange[], to: number, say = ''): void => {
    const isDone = context.change(changes);
    state.said = isDone ? say : words.cannot;
    if (isDone) go(to);
    else context.redraw();
  };
  const add = context.keep<Adding>(`adding ${pointer}`, () => ({ kind: undefined }));
  const begin = (kind: 'input' | 'output') => (): void => {
    add.kind = kind;
    context.redraw((root) => root.querySelector<HTMLElement>(`#${idOf(pointer)}-new-column`)?.focus());
  };
  return {
    add: html`${button({ label: words.addInput, icon: 'plus', kind: 'quiet', onClick: begin('input') })}${button({ label: words.addOutput, icon: 'plus', kind: 'quiet', onClick: begin('output') })}`,
    canMove: (column, by) => siblings(column)[siblings(column).indexOf(column) + by] !== undefined,
    move: (column, by) => {
      const { list, index } = listOf(column);
      carryOut([{ kind: 'move', pointer: list, from: index, to: index + by }], grid.columns.indexOf(column) + by);
    },
    copy: (column) => {
      const { list, index, part, id } = listOf(column);
      const things = valueAt(context.document, list) as readonly unknown[];
      const [fresh = ''] = freshIds({ rows: things }, id.replace(/-\d+$/, ''), 1);
      const cells = grid.rows.flatMap((row, place): JsonChange[] => {
        const value = valueAt(row, toPointer(part, id));
        return value === undefined ? [] : [{ kind: 'set', pointer: `${grid.pointer}/${place}${toPointer(part, fresh)}`, value }];
      });
      carryOut([{ kind: 'insert', pointer: list, index: index + 1, value: withValueAt(things[index], '/id', fresh) }, ...cells], grid.columns.indexOf(column) + 1);
    },
    remove: (column) => {
      const { list, index, part, id } = listOf(column);
      const cells = grid.rows.flatMap((row, place): JsonChange[] => (valueAt(row, toPointer(part, id)) === undefined ? [] : [{ kind: 'remove', pointer: `${grid.pointer}/${place}${toPointer(part, id)}` }]));
      carryOut([{ kind: 'remove', pointer: `${list}/${index}` }, ...cells], Math.max(0, grid.columns.indexOf(column) - 1), words.columnRemoved(column.title, cells.length));
    },
  };
}

/** A new column needs what it is about. */
function adding(context: EditorContext, pointer: string, grid: Grid): unknown {
  const words = ruleWords(context.locale);
  const state = context.keep<Adding>(`adding ${pointer}`, () => ({ kind: undefined }));
  const { kind } = state;
  if (kind === undefined || context.readonly) return nothing;
  const id = `${idOf(pointer)}-new-column`;
  const close = (): void => {
    state.kind = undefined;
    const spot = spotIn(grid, gridState(context, grid.pointer));
    context.redraw((root) => root.querySelector<HTMLElement>(`#${idOf(grid.pointer)}-r${spot.row}c${spot.column}`)?.focus());
  };
  const facts = kind === 'input' ? factsAt(context, pointer) : [];
  const submit = (event: Event): void => {
    event.preventDefault();
    const { value } = (event.target as HTMLFormElement).elements.namedItem('about') as HTMLInputElement | HTMLSelectElement;
    if (context.change(newColumn(context, pointer, grid, kind, value, facts.find(({ fact, path }) => factKey(fact, path) === value)))) close();
  };
  const label = kind === 'input' ? words.whichFact : words.outputTitle;
  return html`<form class="panel row" aria-label=${kind === 'input' ? words.addInput : words.addOutput} @submit=${submit} @keydown=${(event: KeyboardEvent) => { if (event.key === 'Escape') close(); }}><label for=${id}>${label}</label>
    ${kind === 'input' ? html`<select class="input small-input" id=${id} name="about">${facts.map(({ fact, path, label: title }) => html`<option value=${factKey(fact, path)}>${title}</option>`)}</select>` : html`<input class="input small-input" id=${id} name="about" required autocomplete="off">`}
    <button class="button primary">${words.add}</button>${button({ label: words.cancel, onClick: close })}</form>`;
}

/** An input that every row takes as it comes, or an output that nobody has decided yet. */
function newColumn(context: EditorContext, pointer: string, grid: Grid, kind: 'input' | 'output', about: string, fact: { readonly fact: string; readonly path?: string; readonly label: string } | undefined): readonly JsonChange[] {
  const list = `${pointer}/${kind}s`;
  const things = valueAt(context.document, list) as readonly unknown[];
  const taken = things.map((thing) => valueAt(thing, '/id'));
  const wanted = fact?.fact ?? '';
  const [id = ''] = /^[A-Za-z][A-Za-z0-9-]*$/.test(wanted) && !taken.includes(wanted) ? [wanted] : freshIds({ rows: things }, kind, 1);
  const begun = startValue(context.document, `${list}/${things.length}`);
  const named = { ...(begun as object), id, title: { 'zh-CN': fact?.label ?? about }, ...(fact === undefined ? {} : { fact: fact.fact, ...(fact.path === undefined ? {} : { path: fact.path }) }) };
  const cells = kind === 'input' ? [] : grid.rows.map((_, row): JsonChange => ({ kind: 'set', pointer: `${grid.pointer}/${row}${toPointer('outputs', id)}`, value: 'UNDECIDED' }));
  return [{ kind: 'insert', pointer: list, index: things.length, value: named }, ...cells];
}

/** Cases that no row answers, each with a row that would. */
function gaps(context: EditorContext, pointer: string, grid: Grid): unknown {
  const words = ruleWords(context.locale);
  const found = context.problemsAt(grid.pointer).filter(({ code }) => code === 'scheme/table-gap');
  if (found.length === 0) return nothing;
  const add = (gap: Problem): void => {
    const values = regionValues(grid, gap);
    const [id = ''] = freshIds(grid, stemOf(context.document, grid), 1);
    if (values === undefined || !context.change({ kind: 'insert', pointer: grid.pointer, index: grid.rows.length, value: newRow(context.document, grid, id, values) })) return;
    const state = gridState(context, grid.pointer);
    state.spot = { row: grid.rows.length, column: Math.max(1, grid.columns.findIndex(({ group }) => group === 'output')) };
    context.redraw((root) => root.querySelector<HTMLElement>(`#${idOf(grid.pointer)}-r${state.spot.row}c${state.spot.column}`)?.focus());
  };
  return html`<section class="gaps" aria-labelledby="${idOf(pointer)}-gaps"><h4 id="${idOf(pointer)}-gaps">${words.gaps}</h4><ul class="problems">${found.map((gap) => html`<li class="row spread"><span class="field-error"><span>${gap.message}</span></span>${context.readonly || regionValues(grid, gap) === undefined ? nothing : button({ label: words.fillGap, icon: 'plus', kind: 'quiet', name: words.fillGapName(gap.message), onClick: () => add(gap) })}</li>`)}</ul></section>`;
}

/** The region of a gap as cells of a row; `undefined` where the format has no words for one of its sides. */
function regionValues(grid: Grid, gap: Problem): ReadonlyMap<GridColumn, unknown> | undefined {
  const region = gap.params['region'];
  if (!Array.isArray(region)) return undefined;
  const values = new Map<GridColumn, unknown>();
  for (const side of region as readonly unknown[]) {
    const column = grid.columns.find(({ group, id }) => group === 'input' && id === `inputs ${String(valueAt(side, '/input'))}`);
    const entry = column && sideEntry(grid, column, side);
    if (column === undefined || entry === undefined || entryText(entry, column.kind) === '') return undefined;
    values.set(column, entry);
  }
  return values;
}

function sideEntry(grid: Grid, column: GridColumn, side: unknown): unknown {
  const [listed, from, above, below] = ['in', 'from', 'above', 'below'].map((name) => valueAt(side, `/${name}`));
  if (valueAt(side, '/other') === true) {
    const named = new Set(grid.rows.flatMap((row) => {
      const entry = valueAt(row, column.at);
      const values = Array.isArray(entry) ? (entry as readonly unknown[]) : valueAt(entry, '/not');
      return Array.isArray(values) ? (values as readonly unknown[]) : [];
    }));
    for (const value of Array.isArray(listed) ? (listed as readonly unknown[]) : []) named.delete(value);
    return named.size === 0 ? undefined : { not: [...named] };
  }
  if (Array.isArray(listed)) return listed;
  const start = above === undefined ? from : followingValue(above, column.kind.perUnit);
  if (above !== undefined && start === undefined) return undefined;
  return start === undefined && below === undefined ? undefined : { ...(start === undefined ? {} : { from: start }), ...(below === undefined ? {} : { below }) };
}
