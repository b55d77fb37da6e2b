import { words } from '../locales/words.js';
import { furtherWords } from '../locales/further-words.js';
import type { Locale } from '../problems/problem.js';
import { questionOf } from './answer-texts/answer-question.js';
import { answerTexts } from './answer-texts/answer-texts.js';
import { isEmpty } from './answers.js';
import type { FieldSpec } from './field-spec.js';
import { isRecord, own } from './json-schema.js';
import { isUnanswered } from './choice-values.js';
import { fieldLabel, optionLabel } from './labels.js';
import { nullTitle } from './null-answer.js';
import { saysNull } from './null-offer.js';
import type { AnswerPart } from './parts-of-answer.js';
import { partsOf } from './parts-of-answer.js';
import { specForValue } from './spec-for-value.js';

/**
 * An answer in words: titles of choices, `12,000.00 元`, 2026年3月5日, 是 or 否; lists and groups as one running text.
 *
 * @param hides - Fields inside that are left out. A text that a widget has for a whole group cannot leave anything out, so it is not asked then.
 */
export function answerText(given: FieldSpec, value: unknown, locale: Locale, hides?: (field: FieldSpec) => boolean): string {
  if (saysNull(given, value)) return nullTitle(given, locale);
  if (isEmpty(value)) return isUnanswered(given, value) ? furtherWords[locale].notAnswered : optionLabel(given, value, locale);
  const spec = specForValue(given, value);
  if (own(spec.schema, 'writeOnly') === true) return furtherWords[locale].notShown;
  if (spec.shape === 'leaf' || (hides === undefined && answerTexts.has(spec.widget))) return answerTexts.text(questionOf(spec, locale), value, locale);
  const parts = partsOf(spec, value);
  if (spec.shape === 'list' && Array.isArray(value)) return parts.map((part) => answerText(part.spec, part.value, locale, hides)).join(furtherWords[locale].listed);
  if ((spec.shape === 'group' && isRecord(value)) || (spec.shape === 'tuple' && Array.isArray(value))) {
    return parts
      .filter((part) => hides?.(part.spec) !== true && !isEmpty(part.value))
      .map((part) => `${partLabel(part, spec, locale)}${words[locale].colon}${answerText(part.spec, part.value, locale, hides)}`)
      .join(words[locale].comma);
  }
  return answerTexts.text(questionOf(spec, locale), value, locale);
}

/** What a part of an answer is called: answers that the person named by their name, places without a title by their number. */
export function partLabel({ name, spec }: AnswerPart, around: FieldSpec, locale: Locale): string {
  if (spec.name === '*') return around.shape === 'group' ? name : words[locale].item(Number(name) + 1);
  const label = fieldLabel(spec, locale);
  return around.shape === 'tuple' && label === spec.name ? words[locale].item(Number(name) + 1) : label;
}
