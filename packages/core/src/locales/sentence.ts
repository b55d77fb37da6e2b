import { LatePart } from '../late/late-part.js';
import type { Locale } from '../problems/problem.js';
import { checkPart, entryPart, recordPart } from '../form/parts/form-parts.js';
import { formatPart, keywordPart, patternPart } from '../validation/parts/validation-parts.js';
import type * as English from './en.js';
import type { MessageTable, Params, Sentence } from './message-table.js';
import { currentTerms, sayInTerms, wordingOf } from './terms.js';
import { formSentences } from './zh-cn.js';

/** Our sentences in English; Chinese is always there. */
export const englishPart = new LatePart<typeof English>('English sentences', () => import('./en.js'));

/** Each of them brings the sentences about what it finds; all have the same. */
const SPEAKING = [keywordPart, patternPart, entryPart, recordPart, checkPart];

const zhCn: MessageTable = formSentences(() => formatPart.known?.formatWords);

/** The tables of a form, as far as they are there: in place of English that nobody waited for stands Chinese. */
const tableOf = (locale: Locale): MessageTable => (locale === 'en' ? (englishPart.known?.en ?? zhCn) : zhCn);

export const sentenceIn = (table: MessageTable, code: string): Sentence | undefined => (Object.prototype.hasOwnProperty.call(table, code) ? table[code] : undefined);

export const sayIt = (sentence: Sentence, params: Params, locale: Locale): string => sayInTerms(sentence, [params], wordingOf(currentTerms(), locale));

/** The sentence of a `form/…` code, as `message` says it, with the languages that are there. */
export function formSentence(code: string, params: Params, locale: Locale): string {
  const table = tableOf(locale);
  const further: MessageTable | undefined = table === zhCn ? SPEAKING.find((part) => part.known)?.known?.furtherSentences : undefined;
  const sentence = sentenceIn(table, code) ?? (further && sentenceIn(further, code)) ?? table['form/invalid'];
  return sentence ? sayIt(sentence, params, locale) : code;
}
