import type { FormatMember, FormatPlace, FormatShape, LocalizedText, Problem } from '@cobuild/core';
import { describePlace, escapeToken, formatName, formatValue, formatYuan, isParameterReference, localize, pointerTokens, referencedPlace, stageMethodChanges, startObject, startValue, toPointer, valueAt, withValueAt } from '@cobuild/core';
import { conditionText, listParameterChoices, voteRuleText } from '@cobuild/rules';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { live } from 'lit/directives/live.js';
import { button, tag } from '../../internal/pieces.js';
import { guardRail, guarded, lockNotice, refusal } from './guard-rails.js';
import { itemWord } from './item-word.js';
import { conditionEditor } from '../rules/condition-editor.js';
import type { EditorContext } from '../editor-context.js';
import { heading, idOf, plainText } from '../editor-context.js';
import { pagedLists, thingsAt, titleOf } from '../outline.js';
import { answersEditor, isTestAnswers } from '../tests/answers-editor.js';

/** Properties that come with the thing itself and are drawn elsewhere, or mean something to programs only. */
const QUIET: readonly string[] = ['$schema', 'provenance', '$comment', 'formatVersion'];

/** Parts of a scheme's root that have pages of their own. */
const isOnPageOfItsOwn = (pointer: string): boolean => pagedLists.includes(pointer) || /^\/(organisation|eligibility|scoring|allocation|publicity|supervision|evaluation|archive|calendar|terms|tests)$/.test(pointer);

/**
 * All that a place holds, each setting with its problems, and what could be added: drawn from the format, so that every part of a scheme can be edited.
 *
 * @param shows - Of the settings of an object those that are drawn here, where some are drawn elsewhere.
 */
export function placeEditor(context: EditorContext, pointer: string, shows: (name: string) => boolean = () => true): TemplateResult {
  const place = describePlace(context.document, pointer, context.locale);
  if (place === undefined) return html`<p class="muted">${context.words.other}</p>`;
  if (pagedLists.includes(pointer)) return thingList(context, place);
  return html`<div class="stack">${lockNotice(context, pointer)}${origin(context, pointer)}${comment(context, pointer)}${voteSentence(context, pointer)}${parameterSentence(context, pointer)}${place.kind === 'object' ? members(context, place, shows) : settingBody(context, place)}</div>`;
}

/** What a thing is called, where it stands before all else. */
export function titleSetting(context: EditorContext, pointer: string): unknown {
  const title = describePlace(context.document, pointer, context.locale)?.members.find(({ name, present }) => name === 'title' && present);
  return title === undefined ? nothing : setting(context, title);
}

/** For `placeEditor`: all settings but these. */
export const except = (...names: readonly string[]) => (name: string): boolean => !names.includes(name);

/** What a setting holds, without its own name. */
function settingBody(context: EditorContext, place: FormatPlace): unknown {
  const { pointer } = place;
  if (place.kind === 'object') return members(context, place);
  if (place.kind === 'map') return pagedLists.includes(pointer) ? thingList(context, place) : mapEntries(context, place);
  if (place.kind === 'list') return pagedLists.includes(pointer) ? thingList(context, place) : (choiceTicks(context, place) ?? listItems(context, place));
  if (place.kind === 'condition') return ruleBody(context, pointer);
  return (isTestAnswers(pointer) ? answersEditor(context, pointer) : undefined) ?? leaf(context, place, idOf(pointer));
}

function members(context: EditorContext, place: FormatPlace, shows: (name: string) => boolean = () => true): TemplateResult {
  const { pointer } = place;
  const all = [...place.members].sort((one, other) => rank(one) - rank(other)).filter(({ name }) => shows(name));
  const shown = all.filter(({ present, name, pointer: at }) => present && !QUIET.includes(name) && !(pointer === '' && isOnPageOfItsOwn(at)));
  const absent = all.filter(({ present, name, pointer: at }) => !present && !QUIET.includes(name) && !(pointer === '' && isOnPageOfItsOwn(at)));
  return html`<div class="settings">${repeat(shown, ({ name }) => name, (member) => setting(context, member))}</div>
    ${context.readonly || absent.length === 0 ? nothing : addSetting(context, pointer, absent)}`;
}

/** What people call a thing comes first, what files call it last. */
const rank = ({ name }: FormatMember): number => (name === 'title' ? 0 : name === 'id' ? 2 : 1);

/** A setting under its name, with what is wrong with it. */
function setting(context: EditorContext, member: FormatMember): unknown {
  const place = describePlace(context.document, member.pointer, context.locale);
  if (place === undefined) return nothing;
  const value = valueAt(context.document, member.pointer);
  const isElsewhere = isUndecided(place, value) || isParameterReference(value);
  const isLeaf = !['object', 'list', 'map', 'condition'].includes(place.kind) || isElsewhere;
  const id = idOf(member.pointer);
  const problems = isLeaf ? context.problemsIn(member.pointer) : context.problemsAt(member.pointer);
  const rule = context.overlayRule(member.pointer);
  const inner = guarded(context, rule);
  const rail = guardRail(context, member.pointer, rule, (at) => valueText({ ...context, document: context.base }, at), () => valueText(context, member.pointer), place.kind === 'object' || place.kind === 'map' || (place.kind === 'list' && isListOfThings(value)));
  // What a base says of a key can be changed and not taken away.
  const remove = member.required || inner.readonly || rule !== undefined ? nothing : button({ label: '', icon: 'trash', kind: 'quiet', name: context.words.removeThing(member.word), onClick: () => void context.change({ kind: 'remove', pointer: member.pointer }) });
  const description = place.description === undefined ? nothing : html`<p class="help small">${inWords(context, place)}</p>`;
  const word = heading(member.word);
  if (isLeaf && !isGroup(place, value)) {
    return html`<div class="setting" data-pointer=${member.pointer}>
      <div class="row spread"><label class="label" for=${id}>${word}</label>${remove}</div>${description}
      <div class="row control">${openWay(inner, place, value)}${leafOrWay(inner, place, value, id)}</div>${rail}${problemLines(context, problems, id)}</div>`;
  }
  return html`<fieldset class="setting group" data-pointer=${member.pointer}><legend class="label">${word}</legend>${remove === nothing ? nothing : html`<div class="corner">${remove}</div>`}${description}
    ${isElsewhere || ['ratio', 'period', 'interval'].includes(place.kind) ? html`<div class="row control">${openWay(inner, place, value)}${leafOrWay(inner, place, value, id)}</div>` : html`${openWay(inner, place, value)}${settingBody(inner, place)}`}${rail}${problemLines(context, problems, id)}</fieldset>`;
}

/** The help of the format. What stands in backticks there is written like that in the file: here it is called as its control calls it, and shown as it is where no control does. */
function inWords({ locale }: EditorContext, { name, description = '' }: FormatPlace): unknown {
  const wordOf = (written: string): string => { const word = formatValue(name, written, locale); return word === written ? formatName(written, locale) : word; };
  return description.split('`').map((part, index) => (index % 2 === 0 ? part : wordOf(part) === part ? html`<code>${part}</code>` : html`“${wordOf(part)}”`));
}

/** Left open where the format lets it; elsewhere the word is a mistake, and the control is there to mend it. */
const isUndecided = (place: FormatPlace, value: unknown): boolean => place.open && value === 'UNDECIDED';

/** Merged by their ids, so that each says for itself how it differs. */
const isListOfThings = (value: unknown): boolean => Array.isArray(value) && value.some((item) => typeof valueAt(item, '/id') === 'string');

/** Of several inputs, so its name is a legend. */
const isGroup = (place: FormatPlace, value: unknown): boolean => isTestAnswers(place.pointer) || (!isUndecided(place, value) && !isParameterReference(value) && (['localized', 'ratio', 'period', 'interval', 'object', 'list', 'map', 'condition'].includes(place.kind) || (place.kind === 'any' && Array.isArray(value))));

type Way = readonly [name: string, word: string];

/** Where a number may be left open or to a parameter, the way of saying it comes first. */
function openWay(context: EditorContext, place: FormatPlace, value: unknown): unknown {
  if (!place.open && !place.mayBeParameter) return nothing;
  const { words } = context;
  const way = value === 'UNDECIDED' ? 'undecided' : isParameterReference(value) ? 'parameter' : (place.shapes.find((shape) => hasShape(value, shape))?.name ?? 'value');
  const shapes: readonly Way[] = place.shapes.length === 0 ? [['value', words.value]] : place.shapes.map(({ name, word }) => [name, heading(word)]);
  const ways: readonly Way[] = [...shapes, ...(place.mayBeParameter ? [['parameter', words.parameter]] satisfies readonly Way[] : []), ...(place.open ? [['undecided', words.undecided]] satisfies readonly Way[] : [])];
  const id = `${idOf(place.pointer)}-way`;
  const choose = (event: Event): void => {
    const chosen = (event.target as HTMLSelectElement).value;
    const next = chosen === 'undecided' ? 'UNDECIDED' : chosen === 'parameter' ? { parameter: parametersOf(context)[0]?.[0] ?? '' } : firstShape(context, place, chosen) ?? firstValue(context, place);
    if (context.change({ kind: 'set', pointer: place.pointer, value: next })) context.refocus(id);
  };
  return html`<div class="row way"><label class="small muted" for=${id}>${words.way}<span class="visually-hidden">${context.messages.colon}${place.word}</span></label><select class="input small-input" id=${id} ?disabled=${context.readonly} .value=${live(way)} @change=${choose}>
    ${ways.map(([each, word]) => html`<option value=${each} ?selected=${each === way}>${word}</option>`)}</select></div>`;
}

const hasShape = (value: unknown, { name, kind }: FormatShape): boolean => (kind === 'word' ? value === name : valueAt(value, `/${name}`) !== undefined);

/** What one of several ways of saying something begins with: its word, or an object with its one part, which is for somebody to decide. */
function firstShape(context: EditorContext, { pointer, shapes }: FormatPlace, chosen: string): unknown {
  const shape = shapes.find(({ name }) => name === chosen);
  if (shape === undefined) return undefined;
  if (shape.kind === 'word') return chosen;
  const inner = describePlace(withValueAt(context.document, pointer, { [chosen]: 'UNDECIDED' }), `${pointer}/${escapeToken(chosen)}`, context.locale);
  return { [chosen]: inner === undefined ? 'UNDECIDED' : firstValue(context, inner) };
}

/** What an undecided place begins with when somebody decides: nothing is decided by us, so the smallest that can stand there. */
function firstValue(context: EditorContext, place: FormatPlace): unknown {
  const made = { localized: { 'zh-CN': '' }, ratio: { p: 1, q: 2 }, period: { amount: 1, unit: 'workingDay' }, interval: { every: 1, unit: 'year' }, boolean: false, list: [], map: {}, object: {}, text: '', id: '', date: '', any: '', condition: { all: [] } } as Readonly<Record<string, unknown>>;
  if (place.kind === 'choice') return place.options[0]?.value ?? '';
  if (listParameter(context, place.pointer) !== undefined) return [];
  if (place.kind === 'object') return startObject(context.document, place.pointer);
  return place.kind in made ? made[place.kind] : (place.minimum ?? 0);
}

const parametersOf = (context: EditorContext): readonly (readonly [string, unknown])[] => Object.entries((valueAt(context.document, '/parameters') ?? {}) as Readonly<Record<string, unknown>>);

function leafOrWay(context: EditorContext, place: FormatPlace, value: unknown, id: string): unknown {
  const { words, locale } = context;
  if (isUndecided(place, value)) return html`<p class="row" id=${id} tabindex="-1">${tag('warning', words.undecided, 'unknown')}<span class="small muted">${words.undecidedHelp}</span></p>`;
  // The way of saying it says all.
  if (place.shapes.some((shape) => shape.kind === 'word' && hasShape(value, shape))) return nothing;
  if (!isParameterReference(value)) return leaf(context, place, id);
  const parameters = parametersOf(context);
  return html`<div class="row named"><label class="visually-hidden" for=${id}>${words.whichParameter}</label><select class="input" id=${id} ?disabled=${context.readonly} .value=${live(value.parameter)} @change=${(event: Event) => void context.change({ kind: 'set', pointer: place.pointer, value: { parameter: (event.target as HTMLSelectElement).value } })}>
    ${parameters.some(([key]) => key === value.parameter) ? nothing : html`<option value=${value.parameter} selected>${value.parameter}</option>`}
    ${parameters.map(([key, parameter]) => html`<option value=${key} ?selected=${key === value.parameter}>${titleOf(parameter, locale) || key}</option>`)}</select>
    <span class="small muted">${words.isNow(valueText(context, `/parameters/${escapeToken(value.parameter)}/value`))}</span>
    ${button({ label: words.page, kind: 'quiet', name: `${words.page}${context.messages.colon}${titleOf(valueAt(context.document, `/parameters/${escapeToken(value.parameter)}`), locale) || value.parameter}`, onClick: () => context.open(`/parameters/${escapeToken(value.parameter)}`) })}</div>`;
}

/** A value as it is read: 1/2, 5 个工作日, 有效票. */
export function valueText(context: EditorContext, pointer: string): string {
  const value = valueAt(context.document, pointer);
  const place = describePlace(context.document, pointer, context.locale);
  if (value === 'UNDECIDED') return context.words.undecided;
  const part = (name: string): string => plainText(valueAt(value, `/${name}`));
  if (place?.kind === 'ratio') return part('p') === '0' ? '0' : `${part('p')}/${part('q')}`;
  if (place?.kind === 'period' || place?.kind === 'interval') return `${part('amount') || part('every')} ${formatValue('unit', part('unit'), context.locale)}`;
  if (place?.kind === 'choice') return place.options.find((option) => option.value === value)?.word ?? String(value);
  if (place?.refersTo !== undefined && typeof value === 'string') return place.refersTo.choices.find(({ id }) => id === value)?.title ?? value;
  if (place?.kind === 'money' && typeof value === 'number') return formatYuan(value, context.locale);
  if (place?.kind === 'condition') return conditionText(context.document, pointer, context.locale);
  if (isParameterReference(value)) return titleOf(valueAt(context.document, `/parameters/${escapeToken(value.parameter)}`), context.locale) || value.parameter;
  if (typeof value === 'boolean') return value ? context.words.yes : context.words.no;
  if (Array.isArray(value)) return (value as readonly unknown[]).map((item, index) => itemText(context, pointer, index, item)).filter((text) => text !== '').join(context.locale === 'en' ? ', ' : '、');
  if (value !== null && typeof value === 'object') return typeof valueAt(value, '/zh-CN') === 'string' ? localize(value as LocalizedText, context.locale) : '';
  return value === undefined ? context.words.absent : plainText(value);
}

/** What a thing without a title consists of, as far as a line says it: 评分，从高到低. */
function madeOf(context: EditorContext, pointer: string): string {
  const { locale, messages } = context;
  const parts = (describePlace(context.document, pointer, locale)?.members ?? []).filter(({ name, present }) => present && !QUIET.includes(name)).flatMap((member) => {
    const value = valueAt(context.document, member.pointer);
    const text = valueText(context, member.pointer);
    // A number and a yes or no say nothing alone.
    return text === '' ? [] : [['number', 'boolean'].includes(typeof value) ? `${member.word}${messages.colon}${text}` : text];
  });
  return parts.slice(0, LINE_PARTS).join(locale === 'en' ? ', ' : '，');
}

/** Of what a thing consists of, a line says so much. */
const LINE_PARTS = 3;

/** An item of a list by its title, or by that of what it names. */
function itemText(context: EditorContext, pointer: string, index: number, item: unknown): string {
  const key = listParameter(context, pointer);
  const known = key === undefined ? undefined : listParameterChoices(context.document, key, context.locale).find(({ value }) => value === item)?.label;
  return known ?? (item !== null && typeof item === 'object' ? titleOf(item, context.locale) : valueText(context, `${pointer}/${index}`));
}

/** The parameter of the type `list` whose value a place is. */
function listParameter({ document }: EditorContext, pointer: string): string | undefined {
  const [part, key, member, ...rest] = pointerTokens(pointer);
  return part === 'parameters' && key !== undefined && member === 'value' && rest.length === 0 && valueAt(document, toPointer(part, key, 'type')) === 'list' ? key : undefined;
}

/** A list of a parameter: what it can hold to be ticked, or, where nothing says what that is, an item in each line. */
function listInput(context: EditorContext, { pointer, word }: FormatPlace, key: string, id: string, value: readonly unknown[]): TemplateResult {
  const { readonly } = context;
  const choices = listParameterChoices(context.document, key, context.locale);
  const set = (next: readonly unknown[], group?: string): void => void context.change({ kind: 'set', pointer, value: next }, group === undefined ? {} : { group });
  if (choices.length === 0) {
    return html`<textarea class="input text" id=${id} rows=${Math.max(3, value.length + 1)} aria-label=${word} aria-describedby="${id}-lines" ?readonly=${readonly} .value=${live(value.map(plainText).join('\n'))}
      @change=${(event: Event) => set((event.target as HTMLTextAreaElement).value.split('\n').map((line) => line.trim()).filter((line) => line !== ''))}></textarea><p class="help small" id="${id}-lines">${context.words.lines}</p>`;
  }
  const take = (choice: unknown, isTaken: boolean): void => set(choices.map((each) => each.value).filter((each) => (each === choice ? isTaken : value.includes(each))));
  return html`<div class="ticks" id=${id} tabindex="-1">${choices.map(({ value: choice, label }) => html`<label class="row tick"><input type="checkbox" ?disabled=${readonly} .checked=${live(value.includes(choice))} @change=${(event: Event) => take(choice, (event.target as HTMLInputElement).checked)}>${label}</label>`)}</div>`;
}

/** One or two inputs, by what stands here. */
function leaf(context: EditorContext, place: FormatPlace, id: string): unknown {
  const { words, readonly } = context;
  const { pointer, kind } = place;
  const value = valueAt(context.document, pointer);
  const set = (at: string, next: unknown, group?: string): void => void context.change({ kind: 'set', pointer: at, value: next }, group === undefined ? {} : { group });
  // What is no text in two languages yet becomes one.
  const setText = (language: string, text: string): void => (value !== null && typeof value === 'object' ? set(`${pointer}/${language}`, text, `${pointer}/${language}`) : set(pointer, { [language]: text }, `${pointer}/${language}`));
  const list = Array.isArray(value) ? listParameter(context, pointer) : undefined;
  if (list !== undefined) return listInput(context, place, list, id, value as readonly unknown[]);
  switch (kind) {
    case 'localized': return html`${(['zh-CN', 'en'] as const).map((language) => html`<div class="language"><label class="small muted" for=${language === 'zh-CN' ? id : `${id}-en`}>${language === 'zh-CN' ? words.chinese : words.english}<span class="visually-hidden">${context.messages.colon}${place.word}</span></label>
      ${longText(context, language === 'zh-CN' ? id : `${id}-en`, valueAt(value, `/${language}`), (text) => (text === '' && language === 'en' ? (valueAt(value, '/en') === undefined ? undefined : void context.change({ kind: 'remove', pointer: `${pointer}/en` }, { group: pointer })) : setText(language, text)), language)}</div>`)}`;
    case 'choice': return html`<select class="input" id=${id} ?disabled=${readonly} .value=${live(typeof value === 'string' ? value : '')} @change=${(event: Event) => choose(context, pointer, (event.target as HTMLSelectElement).value)}>
      ${place.options.some((option) => option.value === value) ? nothing : html`<option value=${plainText(value)} selected>${value === undefined ? words.choose : plainText(value)}</option>`}${place.options.map((option) => html`<option value=${option.value} ?selected=${option.value === value}>${option.word}</option>`)}</select>`;
    case 'boolean': return html`<select class="input" id=${id} ?disabled=${readonly} .value=${live(String(value))} @change=${(event: Event) => set(pointer, (event.target as HTMLSelectElement).value === 'true')}><option value="true" ?selected=${value === true}>${words.yes}</option><option value="false" ?selected=${value === false}>${words.no}</option></select>`;
    case 'integer': case 'number': case 'money': return numberInput(context, id, pointer, value, kind === 'money' ? 'CNY' : undefined);
    case 'ratio': return pair(numberInput(context, id, `${pointer}/p`, valueAt(value, '/p'), undefined, words.numerator), html`<span aria-hidden="true">/</span>`, numberInput(context, `${id}-q`, `${pointer}/q`, valueAt(value, '/q'), undefined, words.denominator));
    case 'period': return pair(numberInput(context, id, `${pointer}/amount`, valueAt(value, '/amount'), undefined, words.amount), unitInput(context, `${pointer}/unit`, `${id}-unit`));
    case 'interval': return pair(numberInput(context, id, `${pointer}/every`, valueAt(value, '/every'), undefined, words.amount), unitInput(context, `${pointer}/unit`, `${id}-unit`));
    case 'date': return html`<input class="input" type="date" id=${id} ?readonly=${readonly} .value=${live(typeof value === 'string' ? value : '')} @change=${(event: Event) => set(pointer, (event.target as HTMLInputElement).value)}>`;
    case 'id': return place.refersTo === undefined ? idInput(context, id, value, (text) => set(pointer, text, pointer)) : referenceInput(context, place, id, value);
    case 'text': return place.refersTo !== undefined ? referenceInput(context, place, id, value) : (place.isCode ? idInput : longText)(context, id, value, (text) => set(pointer, text, pointer));
    case 'any': return typeof value === 'string' ? longText(context, id, value, (text) => set(pointer, text, pointer)) : typeof value === 'number' ? numberInput(context, id, pointer, value) : jsonText(context, id, value);
    default: return jsonText(context, id, value);
  }
}

/** A stage's method brings along what the stage cannot do without under it. */
const choose = (context: EditorContext, pointer: string, chosen: string): void => void context.change(/^\/stages\/\d+\/method$/.test(pointer) ? stageMethodChanges(context.document, pointer.replace(/\/method$/, ''), chosen) : { kind: 'set', pointer, value: chosen });

const pair = (...parts: readonly unknown[]): TemplateResult => html`<div class="row pair">${parts}</div>`;

function unitInput(context: EditorContext, pointer: string, id: string): unknown {
  const place = describePlace(context.document, pointer, context.locale);
  if (place === undefined) return nothing;
  return html`<label class="visually-hidden" for=${id}>${context.words.unit}</label>${leaf(context, { ...place, kind: 'choice', options: place.options }, id)}`;
}

/** Takes what is a number; anything else stays out of the scheme and is told. */
function numberInput(context: EditorContext, id: string, pointer: string, value: unknown, unit?: string, label?: string): TemplateResult {
  const take = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const text = input.value.trim().replace(/[,，]/g, '').replace(/[０-９．－]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
    const isNumber = /^-?\d+(\.\d+)?$/.test(text);
    const wrong = isNumber ? refusal(context, pointer, Number(text), (at) => valueText({ ...context, document: context.base }, at)) : context.words.notNumber;
    input.setCustomValidity(wrong ?? '');
    if (wrong === undefined) context.change({ kind: 'set', pointer, value: Number(text) }, { group: pointer });
    else input.reportValidity();
  };
  return html`${label === undefined ? nothing : html`<label class="visually-hidden" for=${id}>${label}</label>`}<input class="input number" id=${id} inputmode="decimal" autocomplete="off" ?readonly=${context.readonly} .value=${live(typeof value === 'number' ? String(value) : '')} @change=${take}>${unit === undefined ? nothing : html`<span class="muted">${context.locale === 'en' ? 'yuan' : '元'}</span>`}`;
}

const idInput = (context: EditorContext, id: string, value: unknown, take: (text: string) => void): TemplateResult => html`<input class="input key" id=${id} autocomplete="off" spellcheck="false" ?readonly=${context.readonly} .value=${live(typeof value === 'string' ? value : '')} @input=${(event: Event) => take((event.target as HTMLInputElement).value)}>`;

function longText(context: EditorContext, id: string, value: unknown, take: (text: string) => unknown, language?: string): TemplateResult {
  const text = typeof value === 'string' ? value : '';
  return html`<textarea class="input text" id=${id} lang=${language ?? nothing} rows=${Math.min(8, Math.max(1, Math.ceil(text.length / 46)))} ?readonly=${context.readonly} .value=${live(text)} @input=${(event: Event) => void take((event.target as HTMLTextAreaElement).value)}></textarea>`;
}

function referenceInput(context: EditorContext, { pointer, refersTo, word }: FormatPlace, id: string, value: unknown): TemplateResult {
  const named = typeof value === 'string' ? value : '';
  const choices = refersTo?.choices ?? [];
  const target = refersTo === undefined ? undefined : referencedPlace(context.document, refersTo, named);
  return html`<div class="row named"><select class="input" id=${id} ?disabled=${context.readonly} .value=${live(named)} @change=${(event: Event) => void context.change({ kind: 'set', pointer, value: (event.target as HTMLSelectElement).value })}>
    ${choices.some((choice) => choice.id === named) ? nothing : html`<option value=${named} selected>${named === '' ? context.words.choose : named}</option>`}
    ${choices.map((choice) => html`<option value=${choice.id} ?selected=${choice.id === named}>${choice.title}</option>`)}</select>
    ${target === undefined ? nothing : button({ label: context.words.page, kind: 'quiet', name: `${context.words.page}${context.messages.colon}${word}`, onClick: () => context.open(target) })}</div>`;
}

/** What has no editor of its own is shown as it is written, and edited in the source. */
function jsonText(context: EditorContext, id: string, value: unknown): TemplateResult {
  return html`<pre class="json" id=${id} tabindex="0">${JSON.stringify(value, undefined, 1)}</pre><p class="small muted">${context.words.other}</p>`;
}

/** Things of a list that have pages: links, in an order that can be changed, and a button for one more. */
function thingList(context: EditorContext, place: FormatPlace): TemplateResult {
  const { words, locale, readonly } = context;
  const { pointer } = place;
  const isMap = !Array.isArray(valueAt(context.document, pointer)) && place.kind === 'map';
  const things = thingsAt(context.document, pointer, locale);
  const move = (index: number, to: number): void => { if (context.change({ kind: 'move', pointer, from: index, to })) context.open(pointer); };
  return html`<ol class="things">${repeat(things, ({ pointer: at }) => at, (thing, index) => html`<li class="row spread thing">
      <span class="thing-name"><button type="button" class="link" @click=${() => context.open(thing.pointer)}>${thing.title}</button>${summary(context, thing.pointer)}</span>
      <span class="row">${counts(context, thing.pointer)}${readonly ? nothing : html`${isMap ? nothing : html`${button({ label: '', icon: 'up', kind: 'quiet', name: words.up(thing.title), disabled: index === 0, onClick: () => move(index, index - 1) })}
        ${button({ label: '', icon: 'down', kind: 'quiet', name: words.down(thing.title), disabled: index === things.length - 1, onClick: () => move(index, index + 1) })}`}
        ${button({ label: '', icon: 'trash', kind: 'quiet', name: words.removeThing(thing.title), disabled: context.overlayRule(thing.pointer)?.mayRemove === false, onClick: () => void context.change({ kind: 'remove', pointer: thing.pointer }) })}`}</span>${lockNotice(context, thing.pointer)}</li>`)}</ol>
    ${things.length === 0 ? html`<p class="muted">${words.none}</p>` : nothing}
    ${readonly ? nothing : isMap ? addKey(context, place) : button({ label: words.addThing(kindWord(context, pointer)), icon: 'plus', onClick: () => addItem(context, pointer, things.length) })}`;
}

/** What a thing of a list says, in words. */
function summary(context: EditorContext, pointer: string): unknown {
  const [part = '', second = '', third] = pointerTokens(pointer);
  const said = part === 'eligibility' && second === 'rules' && third !== undefined ? conditionText(context.document, `${pointer}/conditions`, context.locale)
    : part === 'thresholds' ? voteRuleText(context.document, pointer, context.locale) : part === 'parameters' ? parameterText(context, pointer) : '';
  return said === '' ? nothing : html`<span class="small muted">${said}</span>`;
}

/** What one thing of a list is called. */
const kindWord = (context: EditorContext, pointer: string): string => itemWord(describePlace(context.document, pointer, context.locale)?.word ?? '', context.locale);

function addItem(context: EditorContext, pointer: string, index: number): void {
  const value = startValue(context.document, `${pointer}/${index}`);
  const exists = valueAt(context.document, pointer) !== undefined;
  // What is new gets its name first.
  const at = valueAt(value, '/title') === undefined ? `${pointer}/${index}` : `${pointer}/${index}/title`;
  if (context.change(exists ? { kind: 'insert', pointer, index, value } : { kind: 'set', pointer, value: [value] })) context.open(at);
}

/** A list that says which of a few things hold: a box for each. `undefined` where its items are something else, or where something is written that is no choice. */
function choiceTicks(context: EditorContext, { pointer }: FormatPlace): TemplateResult | undefined {
  const item = describePlace(context.document, `${pointer}/0`, context.locale);
  const chosen = (valueAt(context.document, pointer) ?? []) as readonly unknown[];
  if (item?.kind !== 'choice' || item.open || item.mayBeParameter || chosen.some((value, index) => chosen.indexOf(value) < index || !item.options.some((option) => option.value === value))) return undefined;
  const turn = (value: string): void => void context.change(chosen.includes(value) ? { kind: 'remove', pointer: `${pointer}/${chosen.indexOf(value)}` } : { kind: 'insert', pointer, index: chosen.length, value });
  return html`<div class="stack tight">${item.options.map(({ value, word }) => html`<label class="row tick"><input type="checkbox" ?disabled=${context.readonly} .checked=${live(chosen.includes(value))} @change=${() => turn(value)}>${word}</label>`)}</div>`;
}

/** Items on the page of what they belong to: scalars in a line each, objects under their title. */
function listItems(context: EditorContext, place: FormatPlace): TemplateResult {
  const { words, readonly, locale } = context;
  const { pointer } = place;
  const items = (valueAt(context.document, pointer) ?? []) as readonly unknown[];
  const controls = (index: number, title: string): unknown => (readonly ? nothing : html`<span class="row">
    ${button({ label: '', icon: 'up', kind: 'quiet', name: words.up(title), disabled: index === 0, onClick: () => void context.change({ kind: 'move', pointer, from: index, to: index - 1 }) })}
    ${button({ label: '', icon: 'down', kind: 'quiet', name: words.down(title), disabled: index === items.length - 1, onClick: () => void context.change({ kind: 'move', pointer, from: index, to: index + 1 }) })}
    ${button({ label: '', icon: 'trash', kind: 'quiet', name: words.removeThing(title), disabled: context.overlayRule(`${pointer}/${index}`)?.mayRemove === false, onClick: () => void context.change({ kind: 'remove', pointer: `${pointer}/${index}` }) })}</span>`);
  // What opened for its mistake does not fold up under the hands of whoever mends it.
  const opened = context.keep('opened items', () => new Set<string>());
  return html`<ol class="items">${items.map((item, index) => {
    const at = `${pointer}/${index}`;
    const inner = describePlace(context.document, at, locale);
    const title = titleOf(item, locale) || heading(madeOf(context, at)) || heading(`${kindWord(context, pointer)} ${index + 1}`);
    if (inner === undefined) return nothing;
    const id = idOf(at);
    if (!isGroup(inner, item)) return html`<li class="item" data-pointer=${at}><div class="row spread"><label class="visually-hidden" for=${id}>${kindWord(context, pointer)} ${index + 1}</label><div class="grow">${openWay(context, inner, item)}${leafOrWay(context, inner, item, id)}</div>${controls(index, title)}</div>${problemLines(context, context.problemsIn(at), id)}</li>`;
    return html`<li class="item" data-pointer=${at}><details ?open=${opened.has(at) || context.problemsIn(at).some(({ severity }) => severity === 'error')} @toggle=${(event: Event) => (event.currentTarget as HTMLDetailsElement).open ? opened.add(at) : opened.delete(at)}><summary><span>${title}</span> ${counts(context, at)}</summary><div class="stack inner">${origin(context, at)}${comment(context, at)}${settingBody(context, inner)}${problemLines(context, context.problemsAt(at), id)}</div></details>${controls(index, title)}</li>`;
  })}</ol>
  ${readonly ? nothing : button({ label: words.addThing(kindWord(context, pointer)), icon: 'plus', kind: 'quiet', onClick: () => { if (context.change({ kind: 'insert', pointer, index: items.length, value: startValue(context.document, `${pointer}/${items.length}`) ?? '' })) context.open(`${pointer}/${items.length}`); } })}`;
}

function mapEntries(context: EditorContext, place: FormatPlace): TemplateResult {
  return html`<div class="settings">${repeat(place.members, ({ name }) => name, (member) => setting(context, { ...member, word: titleOf(valueAt(context.document, member.pointer), context.locale) || member.name }))}</div>
    ${context.readonly ? nothing : addKey(context, place)}`;
}

/** A new entry needs a key of its author's choice. */
function addKey(context: EditorContext, { pointer, members: present }: FormatPlace): TemplateResult {
  const { words } = context;
  const id = `${idOf(pointer)}-key`;
  const add = (event: Event): void => {
    event.preventDefault();
    const input = (event.target as HTMLFormElement).elements.namedItem('key') as HTMLInputElement;
    const key = input.value.trim();
    const wrong = /^[A-Za-z][A-Za-z0-9-]*$/.test(key) || pointer.includes('/fields') ? (present.some(({ name }) => name === key) ? words.keyTaken(key) : '') : words.keyWrong;
    input.setCustomValidity(wrong);
    if (wrong !== '') { input.reportValidity(); return; }
    const at = `${pointer}/${escapeToken(key)}`;
    if (context.change({ kind: 'set', pointer: at, value: startValue(context.document, at) ?? {} })) { input.value = ''; context.open(at); }
  };
  return html`<form class="row add" @submit=${add}><label class="small" for=${id}>${words.key}</label><input class="input key" id=${id} name="key" autocomplete="off" aria-describedby="${id}-help" @input=${(event: Event) => (event.target as HTMLInputElement).setCustomValidity('')}><button class="button secondary">${words.addThing(kindWord(context, pointer))}</button><span class="small muted" id="${id}-help">${words.keyHelp}</span></form>`;
}

function addSetting(context: EditorContext, pointer: string, absent: readonly FormatMember[]): TemplateResult {
  const { words } = context;
  const id = `${idOf(pointer)}-add`;
  const add = (event: Event): void => {
    event.preventDefault();
    const select = (event.target as HTMLFormElement).elements.namedItem('setting') as HTMLSelectElement;
    const member = absent.find(({ name }) => name === select.value);
    if (member === undefined) return;
    if (!context.change({ kind: 'set', pointer: member.pointer, value: startValue(context.document, member.pointer) ?? '' })) return;
    // The next one is chosen anew: what stood below would else seem chosen.
    select.value = '';
    context.open(member.pointer);
  };
  return html`<form class="row add" @submit=${add}><label class="small" for=${id}>${words.addSetting}</label><select class="input small-input" id=${id} name="setting" required><option value="">${words.chooseSetting}</option>${absent.map(({ name, word }) => html`<option value=${name}>${heading(word)}</option>`)}</select><button class="button secondary" aria-label="${words.add}${context.messages.colon}${words.addSetting}">${words.add}</button></form>`;
}

/** A vote rule in words, once everything in it is decided. */
function voteSentence(context: EditorContext, pointer: string): unknown {
  if (!/^\/thresholds\/\d+$/.test(pointer)) return nothing;
  const rule = voteRuleText(context.document, pointer, context.locale);
  return rule === '' ? nothing : html`<p class="sentence" role="status"><span class="small muted">${context.words.ruleSays}${context.messages.colon}</span>${rule}</p>`;
}

/** A parameter in words: its value with the unit, and how far it may go. */
function parameterText(context: EditorContext, pointer: string): string {
  const { words } = context;
  const parameter = valueAt(context.document, pointer);
  // An amount of money is written with its own.
  const unit = valueAt(parameter, '/type') === 'money' ? '' : localize(valueAt(parameter, '/unit') as LocalizedText | undefined, context.locale);
  const text = (name: string): string => (valueAt(parameter, `/${name}`) === undefined ? '' : `${valueText(context, `${pointer}/${name}`)}${unit === '' ? '' : ` ${unit}`}`);
  const [minimum, maximum] = [text('minimum'), text('maximum')];
  return [text('value'), minimum === '' && maximum === '' ? '' : words.range(minimum, maximum)].filter((part) => part !== '').join(context.locale === 'en' ? '; ' : '；');
}

function parameterSentence(context: EditorContext, pointer: string): unknown {
  if (!/^\/parameters\/[^/]+$/.test(pointer)) return nothing;
  const provenance = valueAt(context.document, `${pointer}/provenance`);
  const clause = localize(valueAt(context.document, `${pointer}/source`) as LocalizedText | undefined, context.locale);
  const [source, note] = [[clause, plainText(valueAt(provenance, '/source'))].filter((part) => part !== '').join(' · '), localize(valueAt(provenance, '/note') as LocalizedText | undefined, context.locale)];
  return html`<p class="sentence" role="status">${parameterText(context, pointer)}${source === '' ? nothing : html`<br><span class="small muted">${context.words.clause(source)}</span>`}${note === '' ? nothing : html`<br><span class="small muted">${note}</span>`}</p>`;
}

/** The condition in words, and its parts to change. */
export function ruleBody(context: EditorContext, pointer: string): TemplateResult {
  const sentence = conditionText(context.document, pointer, context.locale);
  return html`<p class="sentence" role="status"><span class="small muted">${context.words.sentence}${context.messages.colon}</span>${sentence === '' ? context.words.noCondition : sentence}</p>${conditionEditor(context, pointer)}`;
}

/** Where a thing comes from: what is inferred or invented is shown so. */
function origin(context: EditorContext, pointer: string): unknown {
  const provenance = valueAt(context.document, `${pointer}/provenance`) as { readonly kind?: string; readonly source?: string } | undefined;
  const kind = provenance?.kind;
  if (kind !== 'stated' && kind !== 'inferred' && kind !== 'invented') return nothing;
  return html`<p class="row small">${kind === 'stated' ? tag('neutral', context.words.stated) : tag('warning', context.words[kind], 'pen')}${provenance?.source === undefined ? nothing : html`<code>${provenance.source}</code>`}</p>`;
}

function comment(context: EditorContext, pointer: string): unknown {
  const text = valueAt(context.document, `${pointer}/$comment`);
  return typeof text === 'string' ? html`<p class="small muted">${context.words.comment}${context.messages.colon}${text}</p>` : nothing;
}

/** Something that nobody has decided yet, whether or not it stops publishing. */
export const isHole = ({ code }: Problem): boolean => code === 'scheme/undecided';

/** How many problems lie in a thing, by weight. */
export function counts(context: Pick<EditorContext, 'problemsIn' | 'words'>, pointer: string): unknown {
  const problems = context.problemsIn(pointer);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const holes = problems.filter(isHole).length;
  return html`${errors === 0 ? nothing : tag('danger', `${context.words.error} ${errors}`)}${holes === 0 ? nothing : tag('warning', `${context.words.tasks} ${holes}`, 'unknown')}`;
}

export function problemLines(context: Pick<EditorContext, 'words'>, problems: readonly Problem[], id: string): unknown {
  if (problems.length === 0) return nothing;
  return html`<div class="problem-lines" id="${id}-problems">${problems.map(({ severity, message, remedy }) => html`<p class=${severity === 'error' ? 'field-error' : 'field-warning'}><span><span class="visually-hidden">${severity === 'error' ? context.words.error : severity === 'undecided' ? context.words.tasks : context.words.warning}</span>${message}${remedy === undefined ? nothing : html` <span class="muted">${remedy}</span>`}</span></p>`)}</div>`;
}
