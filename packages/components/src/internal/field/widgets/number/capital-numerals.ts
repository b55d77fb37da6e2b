import type { FormNode } from '@cobuild/core';
import { isMoney, toCapitalNumerals } from '@cobuild/core';
import type { FieldContext } from '../../field-context.js';

/** From here on an amount is also written in capital numerals, as on a receipt: a wrong nought shows. */
const CAPITAL_NUMERALS_FROM = 10000;

/** The amount in capital numerals, where it is large enough to want them and the language has them; else `''`. */
export function capitalNumerals({ widget, value }: FormNode, { locale }: Pick<FieldContext, 'locale'>): string {
  return widget === 'money' && locale === 'zh-CN' && typeof value === 'number' && value >= CAPITAL_NUMERALS_FROM && isMoney(value) ? toCapitalNumerals(value) : '';
}
