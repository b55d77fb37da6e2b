import type { AnswerParts, FormNode, FormSection, FormStep, Locale, Problem } from '@cobuild/core';
import { answerTexts, describeNode, listColumns, placedNodes } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { answersPart, headedParts } from '../../answers-view/headed-parts.js';
import { reviewWidgets } from '../../answers-view/registries.js';
import { icons } from '../icons.js';
import type { Messages } from '../../locales/messages.js';
import type { SummaryRow } from '../pieces.js';
import { summaryList } from '../pieces.js';

/** Language and words: what a read-only view needs. */
export interface AnswerView {
  readonly locale: Locale;
  readonly words: Messages;
}

/**
 * The answer of one question in words; `''` where there is none.
 *
 * @example answerText(node, { locale: 'zh-CN', words }) // '12,000.00 元', '2026年3月5日', '老年人、儿童'
 */
export const answerText = (node: FormNode, { locale }: Pick<AnswerView, 'locale'>): string => answerTexts.text(node, node.value, locale);

/** The answer and its unit apart, where a table says the unit in its head. */
export const answerParts = (node: FormNode, { locale }: Pick<AnswerView, 'locale'>): AnswerParts => answerTexts.parts(node, node.value, locale);

/** The questions of a repeated group in order, one each, also where some items hide some of them. */
export const columnsOf = listColumns;

export interface AnswersOptions extends AnswerView {
  /** Something at the end of a row, such as a “修改” link. */
  readonly action?: (node: FormNode) => unknown;
  /** Says beneath an answer what is wrong with it. */
  readonly problems?: boolean;
}

/** The problems that are shown at a question and inside it; each sentence says where. */
function problemsIn(node: FormNode): readonly Problem[] {
  return node.visible ? [...node.problems, ...node.children.flatMap(problemsIn)] : [];
}

const problemLine = ({ severity, message }: Problem): TemplateResult =>
  html`<p class=${severity === 'error' ? 'field-error' : 'field-warning'}>${severity === 'error' ? icons.danger : icons.warning}<span>${message}</span></p>`;

function rowOf(node: FormNode, options: AnswersOptions): SummaryRow {
      const row = describeNode(node, options.locale);
      const value = reviewWidgets.draw(row, options);
      const problems = options.problems === true ? problemsIn(node) : [];
      return {
        label: row.label,
        value: problems.length === 0 ? value : html`${value}${problems.map(problemLine)}`,
        wide: reviewWidgets.isWide(row),
        ...(options.action ? { action: options.action(node) } : {}),
      };
}

/** The answers of a section, read only. */
export function sectionAnswers(section: FormSection, options: AnswersOptions): TemplateResult {
  return html`<section class="stack">
    ${section.title === '' ? nothing : html`<h3>${section.title}</h3>`}
    ${headedParts(placedNodes(section), ({ place }) => place).map(({ title, notes, entries }) => answersPart({ title, notes }, summaryList(entries.map(({ node }) => rowOf(node, options)))))}
  </section>`;
}

/** All answers, step by step: for check-your-answers pages, review and read-only forms. */
export function answersList(steps: readonly FormStep[], options: AnswersOptions): TemplateResult[] {
  return steps
    .filter((step) => step.visible)
    .map(
      (step) => html`<section class="stack">
        ${step.title === '' ? nothing : html`<h2>${step.title}</h2>`}
        ${step.sections.filter((section) => section.visible).map((section) => sectionAnswers(section, options))}
      </section>`,
    );
}
