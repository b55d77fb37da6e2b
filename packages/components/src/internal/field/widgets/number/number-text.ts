import type { FormNode, Locale } from '@cobuild/core';
import { countsInWan, formatPercent, formatYuan, isMoney, percentBase } from '@cobuild/core';
import { wanText } from './wan.js';

/**
 * A number without its separators, wherever typing has left them (`1,2500` on the way from `12,000` to `12,500`); any other text
 * as it is.
 */
export function withoutSeparators(text: string): string {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
  return /^-?\d+(\.\d*)?$/.test(plain) ? plain.replace(/\.$/, '') : text;
}

export type NumberNode = Pick<FormNode, 'widget' | 'value' | 'widgetOptions' | 'maximum'>;

/** The text while nobody types: grouped, money with two decimals. A value that is no number is shown as it is. */
export function displayNumber(node: NumberNode, locale: Locale): string {
  const { value, widget } = node;
  if (value === undefined || value === null) return '';
  if (typeof value !== 'number') return typeof value === 'string' ? value : JSON.stringify(value);
  if (countsInWan(node, locale)) return grouped(wanText(value));
  if (widget === 'percent') return grouped(formatPercent(value, percentBase(node.widgetOptions?.['base'], node.maximum)).slice(0, -1));
  return widget === 'money' && isMoney(value) ? formatYuan(value, locale).replace(/[^\d.,-]/g, '') : grouped(String(value));
}

function grouped(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const groups = /e/.test(text) ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}
