import type { AnswerParts, FormNode, Locale } from '@cobuild/core';
import { answerTexts } from '@cobuild/core';

/**
 * The answer of one question in words; `''` where there is none.
 *
 * @example answerText(node, { locale: 'zh-CN', words }) // '12,000.00 元', '2026年3月5日', '老年人、儿童'
 */
export const answerText = (node: FormNode, { locale }: { readonly locale: Locale }): string => answerTexts.text(node, node.value, locale);

/** The answer and its unit apart, where a table says the unit in its head. */
export const answerParts = (node: FormNode, { locale }: { readonly locale: Locale }): AnswerParts => answerTexts.parts(node, node.value, locale);
