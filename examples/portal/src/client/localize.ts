import type { Text } from '@cobuild/core';
import { locale } from './language.js';

/** A text in the language of the page, in Chinese where the scheme has no other; the packages stay in the single-file bundle, so nothing is imported from them here. */
export function localize(text: Text | undefined): string {
  return text?.[locale] ?? text?.['zh-CN'] ?? '';
}
