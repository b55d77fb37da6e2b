import type { ComparedItem, ComparedKind, Locale } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { IconName } from '../internal/icons.js';
import { tag } from '../internal/pieces.js';
import { answersWords } from './words.js';

const SIGNS: Readonly<Record<'changed' | 'added' | 'removed', { readonly icon: IconName; readonly tone: 'info' | 'success' | 'danger' }>> = {
  changed: { icon: 'pen', tone: 'info' },
  added: { icon: 'plus', tone: 'success' },
  removed: { icon: 'trash', tone: 'danger' },
};

/** What became of an answer or an item, as a word with an icon. */
export function changeTag(kind: 'changed' | 'added' | 'removed', locale: Locale): TemplateResult {
  const { icon, tone } = SIGNS[kind];
  return tag(tone, answersWords[locale][kind], icon);
}

/** What became of an item of a list or a row of a record, and where it stood before if it was moved. */
export function itemChange({ kind, moved, from = 0 }: Pick<ComparedItem, 'kind' | 'moved' | 'from'>, locale: Locale): TemplateResult {
  const text = answersWords[locale];
  const change = kind === 'same' ? nothing : changeTag(kind, locale);
  if (!moved) return kind === 'same' ? html`<span class="muted small">${text.unchanged}</span>` : html`${change}`;
  return html`<span class="item-change">${change}${tag('neutral', text.movedFrom({ position: from + 1 }), 'up')}</span>`;
}

/** Words as they read before and now: 由…改为… where both say something, 原为… where nothing is said any more. */
export function changedText(before: string, after: string, locale: Locale, kind: ComparedKind = 'changed'): unknown {
  if (before === after) return after;
  const text = answersWords[locale];
  if (kind === 'removed') return html`<del>${before}</del>`;
  if (kind === 'added') return html`<ins>${after}</ins>`;
  if (after === '') return html`<span class="change"><span class="change-word">${text.was}</span> <del>${before}</del></span>`;
  if (before === '') return html`<span class="change"><span class="change-word">${text.added}</span> <ins>${after}</ins></span>`;
  return html`<span class="change"><span class="change-word">${text.from}</span> <del>${before}</del> <span class="change-word">${text.to}</span> <ins>${after}</ins></span>`;
}
