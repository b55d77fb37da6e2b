import type { LocalizedText } from '@cobuild/core';
import { valueAt } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { button } from '../../internal/pieces.js';
import type { EditorContext } from '../editor-context.js';
import { idOf, plainText } from '../editor-context.js';
import { ruleBody } from '../guided/place-editor.js';
import type { Designer } from './designer-actions.js';

/** A text in the languages that the scheme has: typed it is there, emptied it is gone. */
export function localizedInput({ context, words }: Designer, pointer: string, label: string, options: { readonly long?: boolean; readonly required?: boolean; readonly name?: string } = {}): TemplateResult {
  const value = valueAt(context.document, pointer) as LocalizedText | undefined;
  const hasEnglish = context.locale === 'en' || value?.en !== undefined;
  const write = (language: 'zh-CN' | 'en', text: string): void => {
    const now = { ...(valueAt(context.document, pointer) as LocalizedText | undefined) } as Record<string, string>;
    if (text === '') Reflect.deleteProperty(now, language);
    else now[language] = text;
    // The Chinese text is the one that has to be there.
    const next = now['zh-CN'] === undefined && now['en'] !== undefined ? { 'zh-CN': now['en'], ...now } : now;
    if (Object.keys(next).length > 0) context.change({ kind: 'set', pointer, value: next }, { group: `${pointer}:${language}` });
    else if (options.required !== true && valueAt(context.document, pointer) !== undefined) context.change({ kind: 'remove', pointer }, { group: `${pointer}:${language}` });
  };
  const input = (language: 'zh-CN' | 'en', text: string): TemplateResult => {
    const id = `${idOf(pointer)}-${language}`;
    const caption = hasEnglish ? `${label}${context.messages.colon}${language === 'en' ? words.englishTitle : words.chineseTitle}` : label;
    const take = (event: Event): void => write(language, (event.target as HTMLInputElement).value);
    return html`<label class="label" for=${id}>${caption}</label>${options.long === true
      ? html`<textarea class="input text" id=${id} name=${options.name ?? nothing} lang=${language} rows="2" ?readonly=${context.readonly} .value=${live(text)} @input=${take}></textarea>`
      : html`<input class="input" id=${id} name=${options.name ?? nothing} lang=${language} autocomplete="off" ?readonly=${context.readonly} .value=${live(text)} @input=${take}>`}`;
  };
  return html`<div class="words" data-pointer=${pointer}>${input('zh-CN', value?.['zh-CN'] ?? '')}${hasEnglish ? input('en', value?.en ?? '') : nothing}</div>`;
}

/** A setting with few values; the first one is what holds without it. */
export function choiceInput<Value extends string>(context: EditorContext, pointer: string, label: string, values: readonly (readonly [value: Value, word: string])[]): TemplateResult {
  const id = idOf(pointer);
  const [standard] = values;
  const value = valueAt(context.document, pointer) ?? standard?.[0];
  const take = (event: Event): void => {
    const chosen = (event.target as HTMLSelectElement).value;
    if (chosen !== standard?.[0]) context.change({ kind: 'set', pointer, value: pointer.endsWith('/columns') ? Number(chosen) : chosen });
    else if (valueAt(context.document, pointer) !== undefined) context.change({ kind: 'remove', pointer });
  };
  const known = values.some(([each]) => each === plainText(value));
  return html`<div class="choice-line" data-pointer=${pointer}><label class="label" for=${id}>${label}</label><select class="input" id=${id} ?disabled=${context.readonly} .value=${live(plainText(value))} @change=${take}>${known ? nothing : html`<option value=${plainText(value)} selected>${plainText(value)}</option>`}${values.map(([each, word]) => html`<option value=${each} ?selected=${each === plainText(value)}>${word}</option>`)}</select></div>`;
}

/** Yes, or nothing. */
export function tickInput(context: EditorContext, pointer: string, label: string): TemplateResult {
  const isSet = valueAt(context.document, pointer) === true;
  const take = (): void => void context.change(isSet ? { kind: 'remove', pointer } : { kind: 'set', pointer, value: true });
  return html`<label class="row tick" data-pointer=${pointer}><input type="checkbox" ?disabled=${context.readonly} .checked=${live(isSet)} @change=${take}>${label}</label>`;
}

/** A condition with its sentence, or the button that begins one. */
export function conditionInput({ context, words }: Designer, pointer: string, label: string): TemplateResult {
  const isSet = valueAt(context.document, pointer) !== undefined;
  if (!isSet) return html`<div class="row spread"><span>${label}<span class="muted small"> ${pointer.endsWith('visibleWhen') || pointer.endsWith('opensWhen') ? words.always : words.never}</span></span>${context.readonly ? nothing : button({ label: words.addCondition, kind: 'quiet', icon: 'plus', name: `${words.addCondition}${context.messages.colon}${label}`, onClick: () => void context.change({ kind: 'set', pointer, value: { all: [{ fact: '', operator: 'equal', value: '' }] } }) })}</div>`;
  return html`<fieldset class="setting group" data-pointer=${pointer}><legend class="label">${label}</legend>${ruleBody(context, pointer)}${context.readonly ? nothing : button({ label: words.removeCondition, kind: 'quiet', icon: 'trash', name: `${words.removeCondition}${context.messages.colon}${label}`, onClick: () => void context.change({ kind: 'remove', pointer }) })}</fieldset>`;
}

/** What is asked less often stays folded; it opens where something is wrong in it. */
export const folded = (title: string, body: unknown, isOpen = false): TemplateResult => html`<details ?open=${isOpen}><summary>${title}</summary><div class="folded">${body}</div></details>`;
