import type { Locale } from '../../problems/problem.js';
import { isEmpty } from '../answers.js';
import type { AnswerQuestion } from './answer-question.js';
import { plainFormatTexts, plainText, plainWidgetTexts } from './plain-texts.js';
import { recordTexts } from './record-texts.js';
import { widgetTexts } from './widget-texts.js';

/** An answer in words, and apart from it the unit, which the head of a table may say instead. */
export interface AnswerParts {
  readonly text: string;
  readonly unit: string;
  /** The unit stands in front: `CNY 12,000.00`. */
  readonly unitFirst?: boolean;
}

/**
 * Says one answer in words; never asked for an empty one. `undefined` where the value is not of the kind it knows: then the next one is asked.
 *
 * @example const stars: AnswerText = (value) => (typeof value === 'number' ? `${value} 星` : undefined);
 */
export type AnswerText = (value: unknown, question: AnswerQuestion, locale: Locale) => string | AnswerParts | undefined;

/** How an answer is said, by the widget of its question, else by the format in its schema. */
export class AnswerTexts {
  private readonly widgets: Map<string, AnswerText>;
  private readonly formats: Map<string, AnswerText>;

  constructor(widgets: Readonly<Record<string, AnswerText>>, formats: Readonly<Record<string, AnswerText>>) {
    this.widgets = new Map(Object.entries(widgets));
    this.formats = new Map(Object.entries(formats));
  }

  /** For the answers of a widget; in place of what was there under its name. */
  register(widget: string, text: AnswerText): void {
    this.widgets.set(widget, text);
  }

  /** For answers whose schema names a `format`, where their widget has no text of its own. */
  registerFormat(format: string, text: AnswerText): void {
    this.formats.set(format, text);
  }

  /** Whether the widget has a text of its own. */
  has(widget: string): boolean {
    return this.widgets.has(widget);
  }

  /** The answer and its unit; both empty where nothing was answered. */
  parts(question: AnswerQuestion, value: unknown, locale: Locale): AnswerParts {
    if (isEmpty(value)) return { text: '', unit: '' };
    const said =
      this.widgets.get(question.widget)?.(value, question, locale) ??
      (question.format === undefined ? undefined : this.formats.get(question.format)?.(value, question, locale)) ??
      plainText(value, question, locale);
    return typeof said === 'object' ? said : { text: said ?? '', unit: '' };
  }

  /** The whole answer; `''` where nothing was answered. */
  text(question: AnswerQuestion, value: unknown, locale: Locale): string {
    const { text, unit, unitFirst = false } = this.parts(question, value, locale);
    if (text === '' || unit === '') return text;
    return unitFirst ? `${unit} ${text}` : `${text} ${unit}`;
  }
}

/**
 * How every answer is said: on check pages, in review, notices, messages and tables. A host that brings a widget adds its text here, and all of them say it.
 *
 * @example answerTexts.register('stars', (value) => (typeof value === 'number' ? `${value} 星` : undefined));
 */
export const answerTexts = new AnswerTexts({ ...plainWidgetTexts, ...widgetTexts, ...recordTexts }, plainFormatTexts);
