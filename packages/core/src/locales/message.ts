import type { Locale } from '../problems/problem.js';
import { en } from './en.js';
import type { MessageTable, Params } from './message-table.js';
import { sayIt, sentenceIn } from './sentence.js';
import { zhCn } from './zh-cn-whole.js';

/** Tables of one area, complete in both languages. */
export type MessageTables = Readonly<Record<Locale, MessageTable>>;

/** The form and publication. */
export const formMessages: MessageTables = { 'zh-CN': zhCn, en };

/**
 * The sentence of a code in a language.
 *
 * @param tables - Tables of the area the code belongs to; default: form and publication. Other areas (scheme loading, rules) pass theirs.
 * @returns For a `form/…` code without a sentence that of `form/invalid`; for any other unknown code the code itself.
 * @example message('form/required', { label: '项目名称' }, 'zh-CN') // '请填写项目名称'
 */
export function message(code: string, params: Params, locale: Locale, tables: MessageTables = formMessages): string {
  const sentence = sentenceIn(tables[locale], code) ?? (code.startsWith('form/') ? formMessages[locale]['form/invalid'] : undefined);
  return sentence ? sayIt(sentence, params, locale) : code;
}
