import type { Problem } from '@cobuild/core';
import { valueAt } from '@cobuild/core';
import type { FactChoice } from '@cobuild/rules';
import { conditionText, operators as operatorNames } from '@cobuild/rules';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { button } from '../../internal/pieces.js';
import type { EditorContext } from '../editor-context.js';
import { factsAt } from './facts.js';
import { idOf, plainText } from '../editor-context.js';
import { guardRail } from '../guided/guard-rails.js';
import { readNumber, writtenNumber } from './numbers.js';
import { ruleWords } from './rule-words.js';

type Node = Readonly<Record<string, unknown>>;

const GROUPS = ['all', 'any'] as const;
const FRESH = { fact: '', operator: 'equal', value: '' };

/** A condition as its groups and comparisons, with the facts and values that the form offers. Every change is written into the condition where it stands. */
export function conditionEditor(context: EditorContext, pointer: string): TemplateResult {
  const choices = factsAt(context, pointer);
  return html`<div class="condition">${part(context, pointer, choices)}</div>`;
}

function part(context: EditorContext, pointer: string, choices: readonly FactChoice[]): TemplateResult {
  const node = valueAt(context.document, pointer);
  if (node === null || typeof node !== 'object') return comparison(context, pointer, {}, choices);
  const group = GROUPS.find((name) => Array.isArray((node as Node)[name]));
  if (group !== undefined) return groupOf(context, pointer, group, choices);
  if ('not' in node) return html`<fieldset class="branch"><legend>${kindInput(context, pointer, 'not')}</legend>${part(context, `${pointer}/not`, choices)}</fieldset>`;
  if ('condition' in node) return namedCondition(context, pointer, node);
  return comparison(context, pointer, node as Node, choices);
}

function groupOf(context: EditorContext, pointer: string, group: 'all' | 'any', choices: readonly FactChoice[]): TemplateResult {
  const { words } = context;
  const list = valueAt(context.document, `${pointer}/${group}`) as readonly unknown[];
  const names = namesIn(context);
  const insert = (value: unknown, inner = ''): void => {
    const at = `${pointer}/${group}/${list.length}${inner}`;
    if (context.change({ kind: 'insert', pointer: `${pointer}/${group}`, index: list.length, value })) context.redraw((root) => root.querySelector<HTMLElement>(`#${idOf(at)}`)?.focus());
  };
  const fresh = { ...FRESH, fact: choices[0]?.fact ?? '', ...(choices[0] === undefined ? {} : { value: firstValueOf(choices[0], 'equal') }) };
  return html`<fieldset class="branch"><legend>${kindInput(context, pointer, group)}</legend>
    <ol class="parts">${list.map((_, index) => html`<li class="part">${part(context, `${pointer}/${group}/${index}`, choices)}
      ${context.readonly ? nothing : button({ label: '', icon: 'trash', kind: 'quiet', name: words.removeThing(partName(context, `${pointer}/${group}/${index}`) || `${words.comparison} ${index + 1}`), disabled: readsLimited(context, `${pointer}/${group}/${index}`), onClick: () => void context.change({ kind: 'remove', pointer: `${pointer}/${group}/${index}` }) })}</li>`)}</ol>
    ${context.readonly ? nothing : html`<div class="row">${button({ label: words.addComparison, icon: 'plus', kind: 'quiet', onClick: () => insert(fresh) })}${button({ label: words.addGroup, kind: 'quiet', onClick: () => insert({ any: [fresh] }, '/any/0') })}${names.length === 0 ? nothing : button({ label: words.addNamed, kind: 'quiet', onClick: () => insert({ condition: names[0] }) })}</div>`}</fieldset>`;
}

/** A group can become the other kind, or be turned round; what it holds stays. */
function kindInput(context: EditorContext, pointer: string, kind: 'all' | 'any' | 'not'): TemplateResult {
  const { words } = context;
  const choose = (event: Event): void => {
    const chosen = (event.target as HTMLSelectElement).value as 'all' | 'any' | 'not';
    const node = valueAt(context.document, pointer) as Node;
    const rest = Object.fromEntries(Object.entries(node).filter(([name]) => name !== kind));
    const held = node[kind];
    const value = chosen === 'not' ? { ...rest, not: kind === 'not' ? held : { [kind]: held } } : { ...rest, [chosen]: kind === 'not' ? (asGroup(held) ?? [held]) : held };
    if (context.change({ kind: 'set', pointer, value })) context.refocus(`${idOf(pointer)}-kind`);
  };
  return html`<label class="visually-hidden" for="${idOf(pointer)}-kind">${words.group}</label><select class="input small-input" id="${idOf(pointer)}-kind" ?disabled=${context.readonly} .value=${live(kind)} @change=${choose}>${(['all', 'any', 'not'] as const).map((each) => html`<option value=${each} ?selected=${each === kind}>${words[each]}</option>`)}</select>`;
}

const asGroup = (node: unknown): readonly unknown[] | undefined => {
  const held = GROUPS.map((name) => valueAt(node, `/${name}`)).find(Array.isArray);
  return held as readonly unknown[] | undefined;
};

const namesIn = (context: EditorContext): readonly string[] => Object.keys((valueAt(context.document, '/eligibility/conditions') ?? {}));

/** A part in words, so that whoever removes it knows which. */
const partName = (context: EditorContext, pointer: string): string => conditionText(context.document, pointer, context.locale);

/** Whether the base holds on to a part: it reads a parameter that the base limits. */
const readsLimited = (context: EditorContext, pointer: string): boolean => context.overlayRule(`${pointer}/value`)?.because === 'use';

function namedCondition(context: EditorContext, pointer: string, node: Node): TemplateResult {
  const names = namesIn(context);
  const id = idOf(pointer);
  return html`<div class="row"><label for=${id}>${context.words.named}</label><select class="input" id=${id} ?disabled=${context.readonly} .value=${live(String(node['condition']))} @change=${(event: Event) => void context.change({ kind: 'set', pointer: `${pointer}/condition`, value: (event.target as HTMLSelectElement).value })}>
    ${names.includes(String(node['condition'])) ? nothing : html`<option value=${String(node['condition'])} selected>${String(node['condition'])}</option>`}${names.map((name) => html`<option value=${name} ?selected=${name === node['condition']}>${name}</option>`)}</select></div>`;
}

const keyOf = ({ fact, path }: { readonly fact: unknown; readonly path?: unknown }): string => (typeof path === 'string' ? `${String(fact)} ${path}` : String(fact));

/** Facts of one name are told apart by where in them they look. */
function labelOf(choice: FactChoice, choices: readonly FactChoice[], context: EditorContext): string {
  const words = ruleWords(context.locale);
  const type = choice.options !== undefined ? words.types.choice : choice.perUnit === 1 ? words.types.whole : choice.perUnit === 100 ? words.types.money : words.types[choice.type];
  return words.typed(nameOf(choice, choices), type);
}

function nameOf(choice: FactChoice, choices: readonly FactChoice[]): string {
  return choice.path !== undefined && choices.some((other) => other !== choice && other.label === choice.label) ? `${choice.label} (${choice.path.replace(/^\$\.?/, '')})` : choice.label;
}

function comparison(context: EditorContext, pointer: string, node: Node, choices: readonly FactChoice[]): TemplateResult {
  const { words } = context;
  const id = idOf(pointer);
  const chosen = choices.find((choice) => keyOf(choice) === keyOf({ fact: node['fact'] ?? '', path: node['path'] }));
  const rule = context.overlayRule(`${pointer}/value`);
  const isLimited = rule?.because === 'use';
  const known = operatorNames.map(({ name }) => name as string).filter((name) => name in words.operators);
  const operator = typeof node['operator'] === 'string' ? node['operator'] : '';
  const write = (changed: Node): void => void context.change({ kind: 'set', pointer, value: withoutAbsent({ ...node, ...changed }) }, { group: `${pointer}:${Object.keys(changed).join()}` });
  const takeFact = (event: Event): void => {
    const next = choices.find((choice) => keyOf(choice) === (event.target as HTMLSelectElement).value);
    if (next === undefined) return;
    write({ fact: next.fact, path: next.path, value: next.type === chosen?.type && next.options === undefined ? node['value'] : firstValueOf(next, operator) });
  };
  return html`<div class="comparison" data-pointer=${pointer}>
    <label class="visually-hidden" for=${id}>${words.fact}</label><select class="input" id=${id} ?disabled=${context.readonly} .value=${live(chosen === undefined ? '' : keyOf(chosen))} @change=${takeFact}>
      ${chosen === undefined ? html`<option value="" selected>${node['fact'] === '' || node['fact'] === undefined ? words.choose : keyOf({ fact: node['fact'], path: node['path'] })}</option>` : nothing}${choices.map((choice) => html`<option value=${keyOf(choice)} ?selected=${choice === chosen}>${labelOf(choice, choices, context)}</option>`)}</select>
    <label class="visually-hidden" for="${id}-operator">${words.operator}</label><select class="input operator" id="${id}-operator" ?disabled=${context.readonly} .value=${live(operator)} @change=${(event: Event) => write(withOperator(node, (event.target as HTMLSelectElement).value))}>
      ${known.includes(operator) ? nothing : html`<option value=${operator} selected>${operatorWords(context, operator)}</option>`}${known.map((name) => html`<option value=${name} ?selected=${name === operator}>${words.operators[name] ?? name}</option>`)}</select>
    ${valueInput(isLimited ? { ...context, readonly: true } : context, pointer, node, chosen, choices)}${isLimited ? guardRail(context, `${pointer}/value`, rule, () => '', () => '', true) : nothing}
    ${context.problemsIn(pointer).map((problem) => problemLine(context, problem, id))}
  </div>`;
}

/** What is wrong with a comparison, and the way to the control that mends it. */
function problemLine(context: EditorContext, { message, remedy, severity, pointer }: Problem, id: string): TemplateResult {
  const part = /\/(operator|value)(?:\/[^/]*)?$/.exec(pointer)?.[1];
  const goTo = (): void => context.redraw((root) => root.querySelector<HTMLElement>(`#${id}${part === undefined ? '' : `-${part}`}`)?.focus());
  return html`<p class="field-error"><span>${message}${remedy === undefined ? nothing : html`<br><span class="muted">${remedy}</span>`}${severity === 'error' && !context.readonly ? html` <button type="button" class="link" @click=${goTo}>${ruleWords(context.locale).mend}</button>` : nothing}</span></p>`;
}

/** `everyFact:notIn` in words; an own operator of the host keeps its name. */
function operatorWords({ words }: EditorContext, operator: string): string {
  const parts = operator.split(':');
  const name = parts.pop() ?? '';
  return `${parts.map((part) => words.decorators[part] ?? `${part}:`).join('')}${words.operators[name] ?? name}`;
}

/** A list operator compares with a list, the others with one value. */
function withOperator(node: Node, operator: string): Node {
  const isList = operator === 'in' || operator === 'notIn';
  const { value } = node;
  if (isList && !Array.isArray(value) && !isFactValue(value)) return { operator, value: value === '' || value === undefined ? [] : [value] };
  return !isList && Array.isArray(value) ? { operator, value: (value as readonly unknown[])[0] ?? '' } : { operator };
}

const withoutAbsent = (node: Node): Node => Object.fromEntries(Object.entries(node).filter(([, value]) => value !== undefined));
const isFactValue = (value: unknown): value is { readonly fact: string; readonly path?: string } => value !== null && typeof value === 'object' && typeof (value as Node)['fact'] === 'string';

function firstValueOf(choice: FactChoice, operator: string): unknown {
  const value = choice.options?.[0]?.value ?? (choice.type === 'number' ? 0 : choice.type === 'boolean' ? true : '');
  return operator === 'in' || operator === 'notIn' ? [value] : value;
}

function valueInput(context: EditorContext, pointer: string, node: Node, fact: FactChoice | undefined, choices: readonly FactChoice[]): TemplateResult {
  const { words } = context;
  const id = `${idOf(pointer)}-value`;
  const { value } = node;
  const set = (next: unknown): void => void context.change({ kind: 'set', pointer: `${pointer}/value`, value: next }, { group: `${pointer}/value` });
  const other = isFactValue(value) ? choices.find((choice) => keyOf(choice) === keyOf(value)) : undefined;
  const comparable = choices.filter((choice) => fact === undefined || choice.type === fact.type || choice.type === 'any');
  const way = html`<label class="visually-hidden" for="${id}-way">${words.compareWith}</label><select class="input small-input" id="${id}-way" ?disabled=${context.readonly} .value=${live(isFactValue(value) ? 'fact' : 'value')} @change=${(event: Event) => set((event.target as HTMLSelectElement).value === 'fact' ? factValue(comparable[0]) : fact === undefined ? '' : firstValueOf(fact, String(node['operator'])))}>
    <option value="value" ?selected=${!isFactValue(value)}>${words.withValue}</option><option value="fact" ?selected=${isFactValue(value)}>${words.withFact}</option></select>`;
  if (isFactValue(value)) {
    return html`${way}<label class="visually-hidden" for=${id}>${words.otherFact}</label><select class="input" id=${id} ?disabled=${context.readonly} .value=${live(other === undefined ? '' : keyOf(other))} @change=${(event: Event) => set(factValue(choices.find((choice) => keyOf(choice) === (event.target as HTMLSelectElement).value)))}>
      ${other === undefined ? html`<option value="" selected>${keyOf(value)}</option>` : nothing}${comparable.map((choice) => html`<option value=${keyOf(choice)} ?selected=${choice === other}>${labelOf(choice, choices, context)}</option>`)}</select>`;
  }
  if (Array.isArray(value) && fact?.options !== undefined) {
    return html`${way}<fieldset class="row ticks"><legend class="visually-hidden">${words.compareWith}</legend>${fact.options.map((option) => html`<label class="row tick"><input type="checkbox" ?disabled=${context.readonly} .checked=${live((value as readonly unknown[]).includes(option.value))} @change=${(event: Event) => set((event.target as HTMLInputElement).checked ? [...(value as readonly unknown[]), option.value] : (value as readonly unknown[]).filter((each) => each !== option.value))}>${option.label}</label>`)}</fieldset>`;
  }
  if (fact?.options !== undefined && !Array.isArray(value)) {
    return html`${way}<label class="visually-hidden" for=${id}>${words.compareWith}</label><select class="input" id=${id} ?disabled=${context.readonly} .value=${live(String(value))} @change=${(event: Event) => set(fact.options?.find((option) => String(option.value) === (event.target as HTMLSelectElement).value)?.value)}>
      ${fact.options.some((option) => option.value === value) ? nothing : html`<option value=${String(value)} selected>${String(value)}</option>`}${fact.options.map((option) => html`<option value=${String(option.value)} ?selected=${option.value === value}>${option.label}</option>`)}</select>`;
  }
  if (fact?.type === 'boolean' || typeof value === 'boolean') {
    return html`${way}<label class="visually-hidden" for=${id}>${words.compareWith}</label><select class="input" id=${id} ?disabled=${context.readonly} .value=${live(String(value))} @change=${(event: Event) => set((event.target as HTMLSelectElement).value === 'true')}><option value="true" ?selected=${value === true}>${words.yes}</option><option value="false" ?selected=${value === false}>${words.no}</option></select>`;
  }
  const isNumber = fact === undefined ? typeof value === 'number' : fact.type === 'number';
  const isDay = fact?.type === 'date';
  const shown = (one: unknown): string => (typeof one === 'number' ? writtenNumber(one) : plainText(one));
  const text = Array.isArray(value) ? (value as readonly unknown[]).map(shown).join('、') : shown(value);
  const take = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const typed = (Array.isArray(value) ? input.value.split(isNumber ? /[、，;；]/ : /[、,，;；]/) : [input.value]).map((one) => one.trim()).filter((one) => one !== '');
    const values = typed.map((one) => (isNumber ? readNumber(one) : one));
    const wrong = isNumber && values.some((one) => typeof one !== 'number') ? words.notNumber : (isNumber || isDay) && values.length === 0 ? (isDay ? ruleWords(context.locale).notEmpty : words.notNumber)
      : fact?.perUnit !== undefined && !values.every((one) => isStep(one, fact.perUnit)) ? ruleWords(context.locale).notStep[fact.perUnit] : '';
    input.setCustomValidity(wrong);
    if (wrong !== '') { input.reportValidity(); return; }
    set(Array.isArray(value) ? values : (values[0] ?? ''));
  };
  const unit = fact?.perUnit === 100 ? html`<span class="muted">${ruleWords(context.locale).yuan}</span>` : nothing;
  return html`${way}<label class="visually-hidden" for=${id}>${words.compareWith}</label><input class="input ${isNumber && !Array.isArray(value) ? 'number' : ''}" id=${id} type=${isDay && !Array.isArray(value) ? 'date' : 'text'} inputmode=${isNumber ? 'decimal' : nothing} autocomplete="off" ?readonly=${context.readonly} .value=${live(isDay && !Array.isArray(value) ? plainText(value) : text)} @input=${(event: Event) => (event.target as HTMLInputElement).setCustomValidity('')} @change=${take}>${unit}`;
}

/** A whole number, or an amount with at most two decimals. */
const isStep = (value: unknown, perUnit: 1 | 100 | undefined): boolean => (perUnit === 1 ? Number.isInteger(value) : /^-?\d+(\.\d{1,2})?$/.test(String(value)));

const factValue = (choice: FactChoice | undefined): unknown => (choice === undefined ? '' : { fact: choice.fact, ...(choice.path === undefined ? {} : { path: choice.path }) });
