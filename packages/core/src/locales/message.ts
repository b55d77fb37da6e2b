import type { Locale } from '../problems/problem.js';
import { en } from './en.js';
import type { MessageTable, Params, Sentence } from './message-table.js';
import { currentTerms, sayInTerms, wordingOf } from './terms.js';
import { zhCn } from './zh-cn.js';

/** Tables of one area, complete in both languages. */
export type MessageTables = Readonly<Record<Locale, MessageTable>>;

/** The form and publication. */
export const formMessages: MessageTables = { 'zh-CN': zhCn, en };

function find(tables: MessageTables, code: string, locale: Locale): Sentence | undefined {
  const table = tables[locale];
  return Object.prototype.hasOwnProperty.call(table, code) ? table[code] : undefined;
}

/**
 * The sentence of a code in a language.
 *
 * @param tables - Tables of the area the code belongs to; default: form and publication. Other areas (scheme loading, rules) pass theirs.
 * @returns For a `form/…` code without a sentence that of `form/invalid`; for any other unknown code the code itself.
 * @example message('form/required', { label: '项目名称' }, 'zh-CN') // '请填写项目名称'
 */
export function message(code: string, params: Params, locale: Locale, tables: MessageTables = formMessages): string {
  const sentence = find(tables, code, locale) ?? (code.startsWith('form/') ? formMessages[locale]['form/invalid'] : undefined);
  return sentence ? sayInTerms(sentence, [params], wordingOf(currentTerms(), locale)) : code;
}
