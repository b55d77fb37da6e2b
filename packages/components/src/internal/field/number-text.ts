import type { FormNode, Locale } from '@cobuild/core';
import { formatYuan, isMoney } from '../core-bridge.js';

/** The text to type on: no grouping. */
export function editableText(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}

/** The text while nobody types: grouped, money with two decimals. A value that is no number is shown as it is. */
export function displayNumber(node: Pick<FormNode, 'widget' | 'value'>, locale: Locale): string {
  const { value, widget } = node;
  if (typeof value !== 'number') return editableText(value);
  if (widget === 'money' && isMoney(value)) return formatYuan(value, locale).replace(/[^\d.,-]/g, '');
  const [whole = '', fraction] = String(value).split('.');
  const grouped = /e/.test(whole + (fraction ?? '')) ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
