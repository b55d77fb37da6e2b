import type { Locale, PayPart, PayRule } from '@cobuild/core';
import { addDecimals, decimalToText, localize } from '@cobuild/core';
import { ruleMessage } from '../locales/rule-message.js';
import type { RuleMessageCode } from '../locales/rule-message.js';
import type { PayPartResult, PayResult } from '../pay/pay-result.js';
import type { ExplanationNode } from './explanation.js';

type Words = (code: RuleMessageCode, params?: Readonly<Record<string, unknown>>) => string;

/**
 * An amount of pay in words: each addend with its sum written out, `0＋5×（880－900）＝-100元`, then limits, rounding and instalments.
 *
 * @param rule - The rule that the result was computed with, for its titles.
 */
export function explainPay(result: PayResult, rule: PayRule, locale: Locale): ExplanationNode {
  const words: Words = (code, params = {}) => ruleMessage(code, params, locale);
  const title = localize(rule.title, locale);
  const missing = result.missing.map((fact) => factTitle(rule, fact, locale));
  const total = result.total === undefined ? undefined : decimalToText(result.total);
  return {
    text: result.outcome === 'computed' ? words('explain/pay-total', { title, total }) : words(`explain/pay-${result.outcome}`, { title, missing }),
    status: result.outcome === 'computed' ? 'info' : result.outcome === 'refused' ? 'notMet' : 'unknown',
    ...(rule.provenance === undefined ? {} : { provenance: rule.provenance }),
    children: [...rule.parts.flatMap((part, index) => partNode(result.parts[index], part, words, locale)), ...sumNodes(result, words, locale)],
  };
}

function factTitle(rule: PayRule, fact: string, locale: Locale): string {
  const part = rule.parts.find((candidate) => 'fact' in candidate && candidate.fact === fact);
  return part !== undefined && 'factTitle' in part && part.factTitle !== undefined ? localize(part.factTitle, locale) : fact;
}

function partNode(part: PayPartResult | undefined, defined: PayPart, words: Words, locale: Locale): ExplanationNode[] {
  if (part === undefined) return [];
  const title = localize(defined.title, locale);
  const fact = part.fact === undefined ? '' : 'factTitle' in defined && defined.factTitle !== undefined && 'fact' in defined && defined.fact === part.fact ? localize(defined.factTitle, locale) : part.fact;
  const params = { title, fact, found: foundWords(part, defined, locale), row: rowTitle(part, defined, locale), sum: sumWords(part, words, locale) };
  const named = part.row !== undefined;
  const code: RuleMessageCode = part.outcome === 'computed' ? (named ? 'explain/pay-part-row' : 'explain/pay-part')
    : part.outcome === 'missing' ? 'explain/pay-part-missing' : part.outcome === 'open' ? (named ? 'explain/pay-part-open-row' : 'explain/pay-part-open') : 'explain/pay-part-refused';
  const status = part.outcome === 'computed' ? 'info' : part.outcome === 'missing' || part.outcome === 'open' ? 'unknown' : 'notMet';
  return [{ text: words(code, params), status, ...(defined.provenance === undefined ? {} : { provenance: defined.provenance }) }];
}

/** A kind is told by its title, a number as it is. */
function foundWords(part: PayPartResult, defined: PayPart, locale: Locale): unknown {
  return (defined.kind === 'choice' || defined.kind === 'factor') && part.row !== undefined ? rowTitle(part, defined, locale) : part.found;
}

function rowTitle({ row }: PayPartResult, defined: PayPart, locale: Locale): string {
  const rows = defined.kind === 'bands' ? defined.bands : defined.kind === 'choice' ? defined.choices : defined.kind === 'segments' ? defined.segments : defined.kind === 'factor' ? defined.factors : [];
  return localize(rows.find(({ id }) => id === row)?.title, locale);
}

/** `2000×12＝24000元`. */
function sumWords({ from, amount, times, value }: PayPartResult, words: Words, locale: Locale): string {
  if (amount === undefined || value === undefined) return '';
  const [by, is, plus, minus, open, close] = locale === 'en' ? [' × ', ' = ', ' + ', ' − ', '(', ')'] : ['×', '＝', '＋', '－', '（', '）'];
  const zero = '0';
  const units = from?.start === undefined || from.start === zero ? from?.units : `${open}${added(from.units, from.start)}${minus}${from.start}${close}`;
  const product = from?.perUnit === undefined ? undefined : `${from.perUnit}${by}${units ?? ''}`;
  const once = product === undefined
    ? (from?.factor === undefined ? undefined : `${from.of ?? ''}${by}${from.factor}`)
    : from?.base === undefined || (from.base === zero && from.perUnit !== zero) ? product : from.perUnit === zero ? undefined : `${from.base}${plus}${product}`;
  if (from?.atMost !== undefined) return words('explain/pay-at-most', { sum: once, amount: from.atMost });
  const sum = times === 1 ? once : `${once === undefined ? amount : `${open}${once}${close}`}${by}${times}`;
  return words('explain/pay-yuan', { amount: sum === undefined ? value : `${sum}${is}${value}` });
}

/** The number itself, from its distance to the start. */
function added(units = '0', start: string): string {
  return decimalToText(addDecimals(units, start));
}

function sumNodes(result: PayResult, words: Words, locale: Locale): ExplanationNode[] {
  const { sum, parts, limited, rounding, total, instalments } = result;
  if (sum === undefined || rounding === undefined || total === undefined) return [];
  const info = (text: string): ExplanationNode => ({ text, status: 'info' });
  const plus = locale === 'en' ? ' + ' : '＋';
  const is = locale === 'en' ? ' = ' : '＝';
  const addends = parts.flatMap(({ value }) => value ?? []).map((value, index) => (index > 0 && value.startsWith('-') ? (locale === 'en' ? `(${value})` : `（${value}）`) : value));
  const before = limited?.amount ?? sum;
  const written = decimalToText(total);
  return [
    ...(addends.length < 2 ? [] : [info(words('explain/pay-sum', { sum: words('explain/pay-yuan', { amount: `${addends.join(plus)}${is}${sum}` }) }))]),
    ...(limited === undefined ? [] : [info(words(`explain/pay-${limited.by}`, { amount: limited.amount }))]),
    ...(before === written ? [] : [info(words('explain/pay-rounded', { sum: before, step: rounding.step, mode: words(`explain/pay-mode-${rounding.mode}`), total: written }))]),
    ...(instalments === undefined ? [] : [info(words(instalments.each === instalments.last ? 'explain/pay-instalments' : 'explain/pay-instalments-last', {
      over: instalments.over, each: decimalToText(instalments.each), last: decimalToText(instalments.last),
    }))]),
  ];
}
