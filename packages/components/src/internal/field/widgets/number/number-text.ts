import type { FormNode, Locale } from '@cobuild/core';
import { formatYuan, isMoney } from '@cobuild/core';

/**
 * A number without its separators, wherever typing has left them (`1,2500` on the way from `12,000` to `12,500`); any other text
 * as it is.
 */
export function withoutSeparators(text: string): string {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
  return /^-?\d+(\.\d*)?$/.test(plain) ? plain.replace(/\.$/, '') : text;
}

/** The text while nobody types: grouped, money with two decimals. A value that is no number is shown as it is. */
export function displayNumber(node: Pick<FormNode, 'widget' | 'value'>, locale: Locale): string {
  const { value, widget } = node;
  if (value === undefined || value === null) return '';
  if (typeof value !== 'number') return typeof value === 'string' ? value : JSON.stringify(value);
  if (widget === 'money' && isMoney(value)) return formatYuan(value, locale).replace(/[^\d.,-]/g, '');
  const [whole = '', fraction] = String(value).split('.');
  const grouped = /e/.test(whole + (fraction ?? '')) ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
