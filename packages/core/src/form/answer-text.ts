import { words } from '../locales/words.js';
import type { Locale } from '../problems/problem.js';
import { questionOf } from './answer-texts/answer-question.js';
import { answerTexts } from './answer-texts/answer-texts.js';
import { isEmpty } from './answers.js';
import type { FieldSpec } from './field-spec.js';
import { isRecord, own } from './json-schema.js';
import { fieldLabel } from './labels.js';

/**
 * An answer in words: titles of choices, `12,000.00 元`, 2026年3月5日, 是 or 否; lists and groups as one running text.
 *
 * @param hides - Fields inside that are left out. A text that a widget has for a whole group cannot leave anything out, so it is not asked then.
 */
export function answerText(spec: FieldSpec, value: unknown, locale: Locale, hides?: (field: FieldSpec) => boolean): string {
  if (isEmpty(value)) return words[locale].notAnswered;
  const { item } = spec;
  if (spec.shape === 'leaf' || (hides === undefined && answerTexts.has(spec.widget))) return answerTexts.text(questionOf(spec, locale), value, locale);
  if (spec.shape === 'list' && item && Array.isArray(value)) return value.map((each) => answerText(item, each, locale, hides)).join(words[locale].listed);
  if (spec.shape === 'group' && isRecord(value)) {
    return spec.children
      .filter((child) => hides?.(child) !== true && !isEmpty(own(value, child.name)))
      .map((child) => `${fieldLabel(child, locale)}${words[locale].colon}${answerText(child, own(value, child.name), locale, hides)}`)
      .join(words[locale].comma);
  }
  return answerTexts.text(questionOf(spec, locale), value, locale);
}
