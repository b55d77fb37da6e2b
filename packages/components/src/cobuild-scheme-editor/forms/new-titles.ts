import type { LocalizedText } from '@cobuild/core';
import { formsWords } from './words.js';

/** The title of a new part of a form, in the languages of a scheme. */
export function newTitle(part: 'newSection' | 'newStep' | 'newGroup' | 'newTab' | 'newText'): LocalizedText {
  return { 'zh-CN': formsWords['zh-CN'][part], en: formsWords.en[part] };
}

/** The title of a new field, by its kind in the palette. */
export function newFieldTitle(kind: keyof (typeof formsWords)['zh-CN']['entries']): LocalizedText {
  return { 'zh-CN': formsWords['zh-CN'].entries[kind], en: formsWords.en.entries[kind] };
}
