import type { Locale } from '@cobuild/core';
import type { TemplateResult } from 'lit';
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
