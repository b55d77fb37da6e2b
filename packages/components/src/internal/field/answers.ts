import type { FormNode, FormSection, FormStep, Locale, Problem } from '@cobuild/core';
import { describeNode, placedNodes } from '@cobuild/core';
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
