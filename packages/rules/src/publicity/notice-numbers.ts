import type { Locale, PersonalDataFinding, Scheme } from '@cobuild/core';
import { publicRow } from '@cobuild/core';
import { personalNumbers } from '../locales/personal-numbers.js';
import { applicationForm } from './application-form.js';

/** Personal numbers in what a notice would say of one answer. */
export interface NoticeNumbers {
  /** Of the answer, a column of the notice. */
  readonly pointer: string;
  readonly label: string;
  /** In words. */
  readonly kinds: readonly string[];
  /** The places, with the words around them and the numbers covered. */
  readonly excerpts: readonly string[];
}

/**
 * Citizen numbers, mobiles and bank cards in the texts that a notice would show of an application: it may not be published with them. They would be covered in any
 * case; but where one stands, a name or an address is likely to stand beside it, so somebody has to read the text again.
 *
 * @param notice - Id of the notice. @returns Nothing where the scheme has no such notice.
 * @example noticeNumbers(scheme, 'result', { projectName: '服务站，联系张书记13800138000' })[0]?.excerpts // ['服务站，联系张书记******']
 */
export function noticeNumbers(scheme: Scheme, notice: string, answers: Readonly<Record<string, unknown>>, locale: Locale = 'zh-CN'): readonly NoticeNumbers[] {
  const form = applicationForm(scheme);
  const columns = scheme.publicity?.notices.find(({ id }) => id === notice)?.columns;
  if (form === undefined || columns === undefined) return [];
  return publicRow(form, answers, columns, locale).problems.flatMap(({ code, pointer, params }) => {
    if (code !== 'publication/personal-data') return [];
    const { label, kinds, excerpts } = params as { readonly label: string; readonly kinds: readonly PersonalDataFinding['kind'][]; readonly excerpts: readonly string[] };
    return [{ pointer, label, kinds: [...new Set(kinds)].map((kind) => personalNumbers[kind][locale]), excerpts }];
  });
}
