import { formatDate, isDate } from '../../calendar/dates.js';
import { words } from '../../locales/words.js';
import { furtherWords } from '../../locales/further-words.js';
import { decimalToText, readDecimal } from '../../money/decimal.js';
import { formatYuan } from '../../money/format.js';
import { isMoney } from '../../money/money.js';
import { formatPercent, percentBase } from '../../money/percent.js';
import type { Locale } from '../../problems/problem.js';
import { equalJson } from '../answers.js';
import { valueText } from '../choice-values.js';
import type { AnswerQuestion } from './answer-question.js';
import { answerUnit, countsInWan } from './answer-unit.js';
import type { AnswerText } from './answer-texts.js';

/** An amount of at most two decimals; what is no money is a number like others. */
const money: AnswerText = (value, question, locale) => {
  if (typeof value !== 'number' || !isMoney(value)) return undefined;
  const unit = countsInWan(question, locale) ? 'wan' : 'yuan';
  return { text: formatYuan(value, locale, { unit }).replace(/[^\d.,-]/g, ''), unit: answerUnit(question, locale), unitFirst: locale === 'en' };
};

/** With its sign, which is no unit that could stand apart. */
const percent: AnswerText = (value, { widgetOptions, maximum }) => (typeof value === 'number' && readDecimal(value) ? formatPercent(value, percentBase(widgetOptions?.['base'], maximum)) : undefined);

const date: AnswerText = (value, _question, locale) => (typeof value === 'string' && isDate(value) ? formatDate(value, locale) : undefined);

const confirmation: AnswerText = (value, { options }, locale) => {
  if (typeof value !== 'boolean' || options.length > 1) return undefined;
  return value ? furtherWords[locale].confirmed : furtherWords[locale].notConfirmed;
};

export const plainWidgetTexts: Readonly<Record<string, AnswerText>> = { money, percent, date, confirmation };

export const plainFormatTexts: Readonly<Record<string, AnswerText>> = { date };

function numberText(value: number): string {
  const decimal = readDecimal(value);
  return (decimal ? decimalToText(decimal) : String(value)).replace(/^-?\d+(?!e)/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, ','));
}

/** The title of a choice; else the value as it is, 是 or 否. */
function choiceText({ options }: AnswerQuestion, value: unknown, locale: Locale): string {
  const option = options.find((candidate) => equalJson(candidate.value, value));
  if (option) return option.label;
  return typeof value === 'object' && options.length === 0 ? JSON.stringify(value) : valueText(value, locale);
}

/** For answers that nothing else has a text for: choices by their titles, numbers with their unit, everything else as it is. */
export const plainText = (value: unknown, question: AnswerQuestion, locale: Locale): ReturnType<AnswerText> => {
  if (typeof value === 'number' && question.options.length === 0) return { text: numberText(value), unit: answerUnit(question, locale), unitFirst: locale === 'en' && question.widget === 'money' };
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.map((each) => choiceText(question, each, locale)).join(words[locale].separator);
};
