import type { FormDefinition, MergeChoices } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { instantText } from '../internal/dates.js';
import { icons } from '../internal/icons.js';
import { button } from '../internal/pieces.js';
import type { PendingMerge } from './draft-record.js';
import type { DraftView } from './draft-status.js';
import type { MergePlace } from './merge-places.js';
import { mergePlaces } from './merge-places.js';

export interface MergeViewOptions {
  readonly definition: FormDefinition;
  readonly choices: MergeChoices;
  /** Somebody tried to go on: places without a choice are marked. */
  readonly checked: boolean;
  readonly onChoose: (choices: MergeChoices) => void;
  readonly onSave: () => void;
}

const ID = 'merge';

/** Two versions side by side, place by place: a choice each, and everything stays where it is until they are made. */
export function mergeView(merge: PendingMerge, { definition, choices, checked, onChoose, onSave }: MergeViewOptions, view: DraftView): TemplateResult {
  const { locale, text } = view;
  const isFile = merge.from === 'file';
  const places = mergePlaces(definition, merge.merged, locale, text);
  const missing = places.filter(({ pointer }) => choices[pointer] === undefined).length;
  const about = { who: merge.theirs.author?.name ?? '', when: instantText(merge.theirs.savedAt, locale) };
  const all = (side: 'mine' | 'theirs'): void => onChoose(Object.fromEntries(places.map(({ pointer }) => [pointer, side])));
  return html`<section class="merge stack" part="merge" id=${ID} tabindex="-1" aria-labelledby="${ID}-title">
    <h2 id="${ID}-title">${text.mergeTitle({ count: places.length })}</h2>
    <p>${isFile ? text.mergeFile(about) : text.mergeStorage(about)}</p>
    ${places.length > 1
      ? html`<div class="actions">${button({ label: text.allMine, onClick: () => all('mine') })} ${button({ label: isFile ? text.allFile : text.allTheirs, onClick: () => all('theirs') })}</div>`
      : nothing}
    <ol class="merge-places">
      ${places.map((place, index) => html`<li>${placeView(place, index, { choice: choices[place.pointer], invalid: checked && choices[place.pointer] === undefined, isFile, view, onChoose: (side) => onChoose({ ...choices, [place.pointer]: side }) })}</li>`)}
    </ol>
    <div class="actions">${button({ label: text.mergeSave, kind: 'primary', onClick: onSave })}</div>
    <p class="merge-missing" role="status">${checked && missing > 0 ? html`${icons.danger}${text.mergeMissing({ count: missing })}` : nothing}</p>
  </section>`;
}

interface PlaceOptions {
  readonly choice: 'mine' | 'theirs' | undefined;
  readonly invalid: boolean;
  readonly isFile: boolean;
  readonly view: DraftView;
  readonly onChoose: (side: 'mine' | 'theirs') => void;
}

function placeView({ label, texts }: MergePlace, index: number, { choice, invalid, isFile, view: { words, text }, onChoose }: PlaceOptions): TemplateResult {
  const id = `${ID}-${index}`;
  const side = (name: 'mine' | 'theirs', title: string): TemplateResult => html`<label class="choice merge-side ${choice === name ? 'chosen' : ''} ${invalid ? 'invalid' : ''}">
    <input type="radio" name=${id} value=${name} .checked=${choice === name} aria-describedby=${invalid ? `${id}-error` : nothing} @change=${() => onChoose(name)} />
    <span><span class="merge-who">${title}</span><span class="answer-text">${texts[name]}</span></span>
  </label>`;
  return html`<fieldset class="merge-place" id=${id} aria-describedby="${id}-before">
    <legend>${label}</legend>
    <p class="muted small" id="${id}-before">${text.before}${words.colon}<span class="answer-text">${texts.base}</span></p>
    ${invalid ? html`<p class="field-error" id="${id}-error">${icons.danger}<span>${text.mergeChoose}</span></p>` : nothing}
    <div class="merge-sides">${side('mine', text.mine)} ${side('theirs', isFile ? text.fromFile : text.theirs)}</div>
  </fieldset>`;
}

/** To the heading, or to the first place that nobody chose for. */
export function focusMerge(root: ParentNode, place: 'start' | 'missing'): void {
  const missing = Array.from(root.querySelectorAll(`#${ID} .merge-place`)).find((found) => found.querySelector('.field-error') !== null);
  const target = place === 'start' ? root.querySelector<HTMLElement>(`#${ID}`) : missing?.querySelector('input');
  target?.scrollIntoView({ block: 'nearest' });
  target?.focus({ preventScroll: true });
}
