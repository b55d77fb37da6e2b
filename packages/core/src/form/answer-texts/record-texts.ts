import { dateInZone, formatDate, isDate } from '../../calendar/dates.js';
import { wordTables } from '../../locales/word-tables.js';
import { words } from '../../locales/words.js';
import { furtherWords } from '../../locales/further-words.js';
import type { Decimal } from '../../money/decimal.js';
import { addDecimals, decimalToNumber, multiplyDecimals, readDecimal } from '../../money/decimal.js';
import { roundDecimal } from '../../money/rational.js';
import { formatYuan } from '../../money/format.js';
import { isMoney } from '../../money/money.js';
import type { Locale } from '../../problems/problem.js';
import { localize } from '../../problems/problem.js';
import { isRecord, own } from '../json-schema.js';
import type { AnswerQuestion } from './answer-question.js';
import type { AnswerText } from './answer-texts.js';

// Records in one line, for lists, messages and the public. None of them names a person: where somebody may see names, a drawing of the record shows them.

interface RecordWords {
  readonly lines: (count: number, total: string) => string;
  readonly opinions: (asked: number, yes: number, no: number, other: number) => string;
  readonly step: (title: string, date: string) => string;
  readonly atLeast: string;
  readonly atMost: string;
  readonly signed: (count: number, date: string) => string;
}

const recordWords = wordTables<RecordWords>({
  'zh-CN': {
    lines: (count, total) => (total === '' ? `共${count}项` : `共${count}项，合计 ${total}`),
    opinions: (asked, yes, no, other) => `${asked > 0 ? `征求 ${asked} 人：` : ''}赞成 ${yes} 人，反对 ${no} 人，其他意见 ${other} 人`,
    step: (title, date) => (date === '' ? title : `${title}（${date}）`),
    atLeast: '不低于',
    atMost: '不高于',
    signed: (count, date) => `已签署 ${count} 份${date === '' ? '' : `，最近一份签于${date}`}`,
  },
  en: {
    lines: (count, total) => `${count === 1 ? '1 line' : `${count} lines`}${total === '' ? '' : `, ${total} in all`}`,
    opinions: (asked, yes, no, other) => `${asked > 0 ? `${asked} asked: ` : ''}${yes} for, ${no} against, ${other} otherwise`,
    step: (title, date) => (date === '' ? title : `${title} (${date})`),
    atLeast: 'at least',
    atMost: 'at most',
    signed: (count, date) => `${count === 1 ? '1 signature' : `${count} signatures`}${date === '' ? '' : `, the last on ${date}`}`,
  },
});

const listIn = (value: unknown, key: string): readonly unknown[] => {
  const list = own(value, key);
  return Array.isArray(list) ? (list as readonly unknown[]).filter(isRecord) : [];
};
const textIn = (value: unknown, key: string): string => {
  const text = own(value, key);
  return typeof text === 'string' ? text : '';
};
const countIn = (value: unknown, key: string): number => {
  const count = own(value, key);
  return typeof count === 'number' && Number.isFinite(count) ? count : 0;
};
const dateText = (date: string, locale: Locale): string => (isDate(date) ? formatDate(date, locale) : date);

/** Quantity × price, half up to the fen, as the budget reckons; an amount that is written down counts where one of them cannot be read. */
function lineAmount(line: unknown): Decimal | undefined {
  const [quantity, price] = [readDecimal(own(line, 'quantity')), readDecimal(own(line, 'unitPrice'))];
  return quantity && price ? roundDecimal(multiplyDecimals(quantity, price), { digits: 1n, scale: 2 }, 'half-up') : readDecimal(own(line, 'amount'));
}

const budget: AnswerText = (value, _question, locale) => {
  if (!isRecord(value)) return undefined;
  const lines = listIn(value, 'lines');
  const amounts = lines.map(lineAmount);
  const total = amounts.reduce<Decimal | undefined>((sum, next) => sum && next && addDecimals(sum, next), { digits: 0n, scale: 0 });
  const yuan = total && decimalToNumber(total);
  return recordWords[locale].lines(lines.length, yuan !== undefined && isMoney(yuan) ? formatYuan(yuan, locale) : '');
};

const opinions: AnswerText = (value, _question, locale) => {
  if (!isRecord(value)) return undefined;
  const counts = listIn(value, 'counts');
  const counted = new Set(counts.map((row) => own(row, 'group')));
  const listed = listIn(value, 'respondents').filter((row) => !counted.has(own(row, 'group')));
  const sum = (key: 'for' | 'against' | 'other'): number => counts.reduce<number>((total, row) => total + countIn(row, key), 0) + listed.filter((row) => own(row, 'opinion') === key).length;
  return recordWords[locale].opinions(counts.reduce<number>((total, row) => total + countIn(row, 'asked'), 0), sum('for'), sum('against'), sum('other'));
};

const discussions: AnswerText = (value, { record }, locale) => {
  if (!isRecord(value)) return undefined;
  const titles = new Map((record?.discussions?.steps ?? []).map(({ id, title }) => [id, localize(title, locale)]));
  return listIn(value, 'steps').map((step) => recordWords[locale].step(titles.get(textIn(step, 'step')) ?? textIn(step, 'step'), dateText(textIn(step, 'date'), locale))).join(words[locale].separator);
};

const applicants: AnswerText = (value, _question, locale) => (isRecord(value) ? listIn(value, 'parties').map((party) => textIn(party, 'name')).filter((name) => name !== '').join(words[locale].separator) : undefined);

const indicators: AnswerText = (value, _question: AnswerQuestion, locale) => {
  if (!Array.isArray(value)) return undefined;
  const { atLeast, atMost } = recordWords[locale];
  const said = (row: unknown): string => {
    const direction = own(row, 'direction') === 'atMost' ? atMost : own(row, 'direction') === 'atLeast' ? atLeast : '';
    const target = own(row, 'target');
    return `${textIn(row, 'name')}${words[locale].colon}${[direction, typeof target === 'number' ? String(target) : '', textIn(row, 'unit')].filter((part) => part !== '').join(' ')}`;
  };
  return (value as readonly unknown[]).filter(isRecord).map(said).join(furtherWords[locale].listed);
};

const attachments: AnswerText = (value, _question, locale) => (Array.isArray(value) ? (value as readonly unknown[]).map((file) => textIn(file, 'name')).filter((name) => name !== '').join(words[locale].separator) : undefined);

const pledge: AnswerText = (value, _question, locale) => {
  if (!isRecord(value)) return undefined;
  const signatures = listIn(value, 'signatures');
  const last = signatures.map((signature) => textIn(signature, 'at')).filter((at) => !Number.isNaN(Date.parse(at))).sort((one, other) => Date.parse(one) - Date.parse(other)).pop();
  return recordWords[locale].signed(signatures.length, last === undefined ? '' : formatDate(dateInZone(last), locale));
};

export const recordTexts: Readonly<Record<string, AnswerText>> = { budget, opinions, discussions, applicants, indicators, attachments, pledge };
