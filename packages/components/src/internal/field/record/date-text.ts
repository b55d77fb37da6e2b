import type { Locale } from '@cobuild/core';
import { formatDate, isDate } from '@cobuild/core';

/** `2026-03-05` as people write it: 2026年3月5日, 5 March 2026. Anything else stays as it is. */
export const dateText = (value: string, locale: Locale): string => (isDate(value) ? formatDate(value, locale) : value);
