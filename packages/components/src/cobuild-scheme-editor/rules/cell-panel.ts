import { isParameterReference } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { EditorContext } from '../editor-context.js';
import { idOf } from '../editor-context.js';
import type { CellKind } from './cell-text.js';
import { fittingParameters, outputText, readEntry, readOutput } from './cell-text.js';
import { rowName } from './grid.js';
import type { Grid, GridColumn } from './grid-model.js';
import { cellText, cellValue, readCell, writeCell } from './grid-model.js';
import { ruleWords } from './rule-words.js';

type Write = (value: unknown) => void;

/** A cell in full, with everything it could say to choose from: what the grid takes as a text. */
export function cellPanel(context: EditorContext, grid: Grid, row: number, column: GridColumn): TemplateResult {
  const words = ruleWords(context.locale);
  const value = cellValue(grid, row, column);
  const id = `${idOf(grid.pointer)}-panel`;
  const write: Write = (next) => {
    const changes = writeCell(grid, row, column, next);
    if (changes.length > 0) context.change(changes);
  };
  return html`<section class="panel cell-panel" aria-labelledby="${id}-title"><h4 id="${id}-title">${words.thisCell(words.cellName(rowName(grid, row), column.title))}</h4>
    ${column.holds === 'entry' ? entryInputs(context, column, value, id, write) : valueInputs(context, grid, row, column, id, write)}</section>`;
}

type EntryWay = 'any' | 'in' | 'not' | 'range' | 'open';

const wayOf = (value: unknown): EntryWay => (value === undefined ? 'any' : value === 'UNDECIDED' ? 'open' : Array.isArray(value) ? 'in' : value !== null && typeof value === 'object' && 'not' in value ? 'not' : 'range');

function entryInputs(context: EditorContext, { kind }: GridColumn, value: unknown, id: string, write: Write): TemplateResult {
  const words = ruleWords(context.locale);
  const way = wayOf(value);
  const hasRange = kind.options === undefined && kind.type !== 'text' && kind.type !== 'boolean';
  const titles = { any: words.kindAny, in: words.kindIn, not: words.kindNot, range: words.kindRange, open: words.kindOpen };
  const ways = (Object.keys(titles) as EntryWay[]).filter((each) => each !== 'range' || hasRange || way === 'range');
  const listed = way === 'in' ? (value as readonly unknown[]) : way === 'not' ? ((value as { readonly not: readonly unknown[] }).not) : [];
  const begin = (chosen: EntryWay): void => {
    const first = listed.length > 0 ? listed : kind.options !== undefined ? kind.options.slice(0, 1).map((option) => option.value) : kind.type === 'boolean' ? [true] : [];
    // What nobody has said yet is not decided, rather than a value of ours.
    if (chosen === 'in') write(first.length === 0 ? 'UNDECIDED' : first);
    else if (chosen === 'not') write(first.length === 0 ? 'UNDECIDED' : { not: first });
    else if (chosen === 'range') write({ from: 'UNDECIDED' });
    else write(chosen === 'open' ? 'UNDECIDED' : undefined);
    if ((chosen === 'in' || chosen === 'not') && first.length === 0) Object.assign(context.keep<{ wanted?: EntryWay }>(`way ${id}`, () => ({})), { wanted: chosen });
  };
  const state = context.keep<{ wanted?: EntryWay }>(`way ${id}`, () => ({}));
  const shown = way === 'open' && state.wanted !== undefined ? state.wanted : way;
  return html`<div class="row"><label for="${id}-way">${words.kind}</label><select class="input small-input" id="${id}-way" ?disabled=${context.readonly} .value=${live(shown)} @change=${(event: Event) => { delete state.wanted; begin((event.target as HTMLSelectElement).value as EntryWay); }}>${ways.map((each) => html`<option value=${each} ?selected=${each === shown}>${titles[each]}</option>`)}</select></div>
    ${shown === 'in' || shown === 'not' ? valueList(context, kind, listed, id, (values) => write(shown === 'in' ? values : { not: values })) : nothing}
    ${shown === 'range' ? html`<div class="bounds">${(['from', 'below'] as const).map((end) => boundInput(context, kind, value as Readonly<Record<string, unknown>>, end, `${id}-${end}`, write))}</div>` : nothing}`;
}

/** The options to tick, or the values as a text. */
function valueList(context: EditorContext, kind: CellKind, values: readonly unknown[], id: string, write: (values: readonly unknown[]) => void): TemplateResult {
  const words = ruleWords(context.locale);
  const options = kind.options ?? (kind.type === 'boolean' ? [true, false].map((value) => ({ value, label: value ? words.yes : words.no })) : undefined);
  if (options !== undefined) {
    const strange = values.filter((value) => !options.some((option) => option.value === value));
    const toggle = (value: unknown, isOn: boolean): void => {
      const next = isOn ? [...values, value] : values.filter((each) => each !== value);
      // A row that fits nothing is nothing that anybody means.
      if (next.length > 0) write(next);
      else context.redraw();
    };
    return html`<fieldset class="row ticks"><legend class="small muted">${words.values}</legend>${[...options, ...strange.map((value) => ({ value, label: outputText(value, kind) }))].map((option) => html`<label class="row tick"><input type="checkbox" ?disabled=${context.readonly} .checked=${live(values.includes(option.value))} @change=${(event: Event) => toggle(option.value, (event.target as HTMLInputElement).checked)}>${option.label}</label>`)}</fieldset>`;
  }
  return textInput(context, words.values, `${id}-values`, values.map((value) => outputText(value, kind)).join(words.separator), (text) => {
    const reading = readEntry(text, kind);
    if (!reading.ok || !Array.isArray(reading.value)) return reading.ok ? words.wantedEntry.text : (reading.why ?? words.wantedEntry.text);
    write(reading.value as readonly unknown[]);
    return undefined;
  });
}

/** One end of a range: none, a value, a parameter, or not decided yet. */
function boundInput(context: EditorContext, kind: CellKind, range: Readonly<Record<string, unknown>>, end: 'from' | 'below', id: string, write: Write): TemplateResult {
  const words = ruleWords(context.locale);
  const bound = range[end];
  const label = end === 'from' ? words.from : words.below;
  const put = (next: unknown): void => {
    const rest = Object.fromEntries(Object.entries({ from: range['from'], below: range['below'], [end]: next }).filter(([, each]) => each !== undefined));
    write(Object.keys(rest).length === 0 ? undefined : rest);
  };
  return html`<fieldset class="bound"><legend class="small">${label}</legend>${wayInput(context, kind, bound, id, label, put, words.noEnd)}</fieldset>`;
}

function valueInputs(context: EditorContext, grid: Grid, row: number, column: GridColumn, id: string, write: Write): TemplateResult {
  const words = ruleWords(context.locale);
  const value = cellValue(grid, row, column);
  if (column.holds === 'title') return textInput(context, column.title, `${id}-value`, cellText(grid, row, column), (text) => take(text));
  const take = (text: string): string | undefined => {
    const reading = readCell(grid, column, text, [text], new Set([row]));
    if (!reading.ok) return `${reading.why === undefined ? '' : `${reading.why}${words.colon === ': ' ? '; ' : '，'}`}${column.wanted}`;
    write(reading.value);
    return undefined;
  };
  return wayInput(context, column.kind, value, `${id}-value`, column.title, write, column.required ? undefined : words.emptyCell, take);
}

/** The way of saying a value, and the value. */
function wayInput(context: EditorContext, kind: CellKind, value: unknown, id: string, label: string, write: Write, none: string | undefined, takeText?: (text: string) => string | undefined): TemplateResult {
  const words = ruleWords(context.locale);
  const parameters = fittingParameters(kind);
  const way = value === undefined ? 'none' : value === 'UNDECIDED' ? 'open' : isParameterReference(value) ? 'parameter' : 'value';
  const state = context.keep<{ isValue?: boolean }>(`value ${id}`, () => ({}));
  const shown = way === 'open' && state.isValue === true ? 'value' : way;
  const choose = (chosen: string): void => {
    delete state.isValue;
    if (chosen === 'none') write(undefined);
    else if (chosen === 'parameter') write({ parameter: parameters[0]?.key ?? '' });
    else if (chosen === 'value' && kind.options !== undefined) write(kind.options[0]?.value);
    else {
      // A value that nobody has typed yet is not decided.
      state.isValue = chosen === 'value';
      if (value !== 'UNDECIDED') write('UNDECIDED');
      else context.redraw();
    }
  };
  const take = takeText ?? ((text: string): string | undefined => {
    const reading = readOutput(text, kind);
    if (!reading.ok) return reading.why ?? (kind.type === 'date' ? words.wantedEntry.date : words.wantedNumber);
    write(reading.value);
    return undefined;
  });
  return html`<div class="row"><label class="small" for="${id}-way">${words.outputKind}<span class="visually-hidden">${words.colon}${label}</span></label><select class="input small-input" id="${id}-way" ?disabled=${context.readonly} .value=${live(shown)} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${none === undefined && way !== 'none' ? nothing : html`<option value="none" ?selected=${shown === 'none'}>${none ?? words.emptyCell}</option>`}<option value="value" ?selected=${shown === 'value'}>${words.asValue}</option>${parameters.length === 0 && way !== 'parameter' ? nothing : html`<option value="parameter" ?selected=${shown === 'parameter'}>${words.asParameter}</option>`}<option value="open" ?selected=${shown === 'open'}>${words.open}</option></select>
    ${shown === 'parameter' && isParameterReference(value) ? html`<label class="visually-hidden" for=${id}>${words.whichParameter}</label><select class="input small-input" id=${id} ?disabled=${context.readonly} .value=${live(value.parameter)} @change=${(event: Event) => write({ parameter: (event.target as HTMLSelectElement).value })}>${parameters.some(({ key }) => key === value.parameter) ? nothing : html`<option value=${value.parameter} selected>${value.parameter}</option>`}${parameters.map(({ key, title }) => html`<option value=${key} ?selected=${key === value.parameter}>${title}</option>`)}</select>` : nothing}
    ${shown !== 'value' ? nothing : kind.options !== undefined ? html`<label class="visually-hidden" for=${id}>${label}</label><select class="input small-input" id=${id} ?disabled=${context.readonly} .value=${live(String(value))} @change=${(event: Event) => write(kind.options?.find((option) => String(option.value) === (event.target as HTMLSelectElement).value)?.value)}>${kind.options.some((option) => option.value === value) ? nothing : html`<option value=${String(value)} selected>${String(value)}</option>`}${kind.options.map((option) => html`<option value=${String(option.value)} ?selected=${option.value === value}>${option.label}</option>`)}</select>` : textInput(context, label, id, way === 'value' ? outputText(value, kind) : '', take, true)}
  </div>`;
}

/** A text that is taken when it is right, and told when it is not. */
function textInput(context: EditorContext, label: string, id: string, text: string, take: (text: string) => string | undefined, isQuiet = false): TemplateResult {
  const change = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const wrong = input.value.trim() === text ? undefined : take(input.value);
    input.setCustomValidity(wrong ?? '');
    if (wrong !== undefined) input.reportValidity();
  };
  return html`<span class="row"><label class=${isQuiet ? 'visually-hidden' : 'small'} for=${id}>${label}</label><input class="input small-input" id=${id} autocomplete="off" ?readonly=${context.readonly} .value=${live(text)} @input=${(event: Event) => (event.target as HTMLInputElement).setCustomValidity('')} @change=${change}></span>`;
}
