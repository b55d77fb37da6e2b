import type { Text } from '@cobuild/core';

/** The portal speaks Chinese; the packages stay in the single-file bundle, so nothing is imported from them here. */
export function localize(text: Text | undefined): string {
  return text?.['zh-CN'] ?? '';
}
