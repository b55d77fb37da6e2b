import type { Locale, Parameter, Scheme } from '@cobuild/core';
import { localize } from '@cobuild/core';
import { listParameterChoices } from '@cobuild/rules';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { icons } from '../internal/icons.js';
import { button, tag } from '../internal/pieces.js';
import type { Messages } from '../locales/messages.js';
import { fieldTexts, isSame, placeOf, stopsOf, turnedText } from './parameter-turn.js';
import type { SimulatorWords } from './words.js';

/** What a person typed that is no value yet, and why. */
export interface Typed { readonly texts: readonly string[]; readonly error?: string }

export interface ParameterPanel {
  /** Whose parameters are turned. */
  readonly scheme: Scheme;
  /** What they are held against: its values are those in force. */
  readonly from: Scheme;
  /** Values that were turned to, by key. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly typed: Readonly<Record<string, Typed>>;
  readonly locale: Locale;
  readonly words: SimulatorWords;
  readonly common: Messages;
  readonly turn: (key: string, value: unknown) => void;
  readonly type: (key: string, texts: readonly string[]) => void;
  /** Typing has ended, or the slider was let go: what is a value is written as one. */
  readonly settle: (key: string) => void;
  readonly reset: (key: string) => void;
}

/** A parameter with its slider and its field, what it is now, its range and its source. */
export function parameterControl(panel: ParameterPanel, key: string): TemplateResult | typeof nothing {
  const { scheme, values, typed, locale, words } = panel;
  const parameter = scheme.parameters[key];
  if (parameter === undefined) return nothing;
  const title = localize(parameter.title, locale);
  const value = key in values ? values[key] : parameter.value;
  const text = (each: unknown): string => turnedText(scheme, key, each, locale, words.undecided);
  const error = typed[key]?.error;
  const isTurned = !isSame(value, parameter.value);
  const id = `parameter-${key}`;
  const limit = (limited: number | undefined): string | undefined => (limited === undefined ? undefined : parameter.type === 'money' ? text(limited) : String(limited));
  const [least, most] = [limit(parameter.minimum), limit(parameter.maximum)];
  const inForce = panel.from.parameters[key];
  const notes = [...(inForce === undefined ? [] : [words.was({ value: text(inForce.value) })]), ...(inForce === undefined || isSame(inForce.value, parameter.value) ? [] : [words.otherwise({ value: text(parameter.value) })]), ...(least === undefined ? [] : [words.atLeast({ value: least })]), ...(most === undefined ? [] : [words.atMost({ value: most })]), ...(parameter.source === undefined ? [] : [words.source({ text: localize(parameter.source, locale) })])];
  const control = parameter.type === 'list' ? ticks(panel, key, value, title) : parameter.type === 'choice' || parameter.type === 'boolean' ? choice(panel, key, parameter, value, title) : html`${slider(panel, key, parameter, value, title)}${fields(panel, key, parameter, value, title)}`;
  return html`<fieldset class="turn" data-parameter=${key}>
    <legend class="label">${title} ${isTurned ? tag('info', words.changed, 'pen') : nothing}</legend>
    <div class="turn-controls">
      ${control}
      ${isTurned || error !== undefined ? button({ label: words.reset, kind: 'quiet', name: words.resetOf({ title }), onClick: () => panel.reset(key) }) : nothing}
    </div>
    ${error === undefined ? nothing : html`<p class="field-error" id="${id}-error">${icons.danger}<span>${error}</span></p>`}
    <p class="help" id="${id}-notes">${notes.join(locale === 'en' ? '; ' : '；')}</p>
  </fieldset>`;
}

function slider({ scheme, turn, settle, locale, words }: ParameterPanel, key: string, parameter: Parameter, value: unknown, title: string): TemplateResult {
  const stops = stopsOf(parameter);
  return html`<input class="slider" type="range" min="0" max=${stops.length - 1} step="1" .value=${live(String(placeOf(stops, value)))} aria-label=${words.sliderOf({ title })} aria-valuetext=${turnedText(scheme, key, value, locale, words.undecided)} aria-describedby="parameter-${key}-notes" @input=${(event: Event) => turn(key, stops[Number((event.target as HTMLInputElement).value)])} @change=${() => settle(key)} />`;
}

function fields({ scheme, typed, type, settle, locale, words }: ParameterPanel, key: string, parameter: Parameter, value: unknown, title: string): TemplateResult {
  const { texts = fieldTexts(value), error } = typed[key] ?? {};
  const shown = parameter.type === 'ratio' ? [texts[0] ?? '', texts[1] ?? ''] : [texts[0] ?? ''];
  const labels = shown.length === 2 ? [words.numeratorOf({ title }), words.denominatorOf({ title })] : [words.valueOf({ title })];
  const described = error === undefined ? `parameter-${key}-notes` : `parameter-${key}-error parameter-${key}-notes`;
  const field = (text: string, place: number): TemplateResult => html`<input class="input number ${shown.length === 2 ? 'half' : ''}" type="text" inputmode="decimal" autocomplete="off" .value=${live(text)} aria-label=${labels[place] ?? title} aria-invalid=${error === undefined ? nothing : 'true'} aria-describedby=${described}
    @input=${(event: Event) => type(key, shown.map((each, index) => (index === place ? (event.target as HTMLInputElement).value : each)))} @change=${() => settle(key)} />`;
  return html`<span class="turn-fields">${shown.map((text, place) => html`${place === 1 ? html`<span aria-hidden="true">/</span>` : nothing}${field(text, place)}`)}<span class="unit">${unitOf(scheme, key, parameter, value, locale, words)}</span></span>`;
}

/** The unit alone: what the whole text has besides the number. */
function unitOf(scheme: Scheme, key: string, parameter: Parameter, value: unknown, locale: Locale, words: SimulatorWords): string {
  if (parameter.type === 'money') return locale === 'en' ? 'CNY' : '元';
  if (parameter.type === 'period' || parameter.type === 'interval') return turnedText(scheme, key, value, locale, words.undecided).replace(/^\S+ /, '');
  return parameter.unit === undefined ? '' : localize(parameter.unit, locale);
}

/** What a list can hold, each to be ticked; the order is that in which they are offered. */
function ticks({ scheme, turn, locale }: ParameterPanel, key: string, value: unknown, title: string): TemplateResult {
  const held: readonly unknown[] = Array.isArray(value) ? (value as readonly unknown[]) : [];
  const choices = listParameterChoices(scheme, key, locale);
  const take = (taken: unknown, isTaken: boolean): void => turn(key, choices.map((each) => each.value).filter((each) => (each === taken ? isTaken : held.includes(each))));
  return html`<div class="ticks" role="group" aria-label=${title} aria-describedby="parameter-${key}-notes">${choices.map(({ value: each, label }) => html`<label class="tick"><input type="checkbox" .checked=${live(held.includes(each))} @change=${(event: Event) => take(each, (event.target as HTMLInputElement).checked)} />${label}</label>`)}</div>`;
}

function choice({ scheme, turn, locale, words }: ParameterPanel, key: string, parameter: Parameter, value: unknown, title: string): TemplateResult {
  const stops = stopsOf(parameter);
  const isOpen = !stops.some((stop) => isSame(stop, value));
  return html`<select class="input" aria-label=${title} aria-describedby="parameter-${key}-notes" @change=${(event: Event) => { const place = Number((event.target as HTMLSelectElement).value); if (place >= 0) turn(key, stops[place]); }}>
    ${isOpen ? html`<option value="-1" .selected=${live(true)}>${words.undecided}</option>` : nothing}
    ${stops.map((stop, place) => html`<option value=${place} .selected=${live(isSame(stop, value))}>${turnedText(scheme, key, stop, locale, words.undecided)}</option>`)}
  </select>`;
}
