import type { FormNode, FormSection, FormStep, Locale } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Messages } from '../../locales/messages.js';
import type { Column, SummaryRow } from '../pieces.js';
import { dataTable, summaryList } from '../pieces.js';
import { optionsOf } from './widgets/choices.js';
import { isRepeated } from './field-context.js';
import { displayNumber } from './widgets/number/number-text.js';
import { unitOf } from './widgets/number/unit.js';

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
export function answerText(node: FormNode, view: AnswerView): string {
  const { text, unit } = answerParts(node, view);
  if (text === '' || unit === '') return text;
  return view.locale === 'en' && node.widget === 'money' ? `${unit} ${text}` : `${text} ${unit}`;
}

/** The answer and its unit apart, where a table says the unit in its head. */
export function answerParts(node: FormNode, view: AnswerView): { readonly text: string; readonly unit: string } {
  const { value } = node;
  if (value === undefined || value === null || value === '') return { text: '', unit: '' };
  if (typeof value === 'number' && node.options.length === 0) return { text: displayNumber(node, view.locale), unit: unitOf(node, view) };
  if (node.widget === 'date' && typeof value === 'string') return { text: dateText(value, view.locale), unit: '' };
  const texts = (Array.isArray(value) ? (value as unknown[]) : [value]).map((item) => optionText(node, item, view));
  return { text: texts.join(view.words.listSeparator), unit: '' };
}

function optionText(node: FormNode, value: unknown, view: AnswerView): string {
  const option = optionsOf(node, view).find((candidate) => candidate.value === value || JSON.stringify(candidate.value) === JSON.stringify(value));
  if (option) return option.label;
  if (typeof value === 'boolean') return value ? view.words.yes : view.words.no;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** `2026-03-05` as people write it: 2026年3月5日, 5 March 2026. Anything else stays as it is. */
export function dateText(value: string, locale: Locale): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!match) return value;
  const [, year, month, day] = match.map(Number) as [number, number, number, number];
  if (locale === 'zh-CN') return `${year}年${month}月${day}日`;
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(Date.UTC(year, month - 1, day)));
}

/** The answer as it is drawn: text, a list within the list for a group, a table for a repeated group. */
function answerValue(node: FormNode, view: AnswerView): TemplateResult | string {
  if (node.widget === 'group') return summaryList(rowsOf(node.children, view));
  if (isRepeated(node)) return itemsTable(node, view);
  const text = answerText(node, view);
  return text === '' ? html`<span class="muted">${view.words.notFilled}</span>` : html`<span class="answer-text">${text}</span>`;
}

function itemsTable(node: FormNode, view: AnswerView): TemplateResult {
  if (node.children.length === 0) return html`<span class="muted">${view.words.none}</span>`;
  const columns: Column<FormNode>[] = columnsOf(node).map((column) => ({
    head: column.label,
    number: column.widget === 'money' || column.widget === 'number',
    cell: (item) => {
      const cell = item.children.find((child) => child.template === column.template && child.visible);
      return cell ? answerValue(cell, view) : nothing;
    },
  }));
  return dataTable(columns, node.children);
}

/** The questions of a repeated group in order, one each, also where some items hide some of them. */
export function columnsOf(node: FormNode): readonly FormNode[] {
  const columns = new Map<string, FormNode>();
  for (const item of node.children) {
    for (const child of item.children) if (child.visible && !columns.has(child.template)) columns.set(child.template, child);
  }
  return [...columns.values()];
}

export interface AnswersOptions extends AnswerView {
  /** Something at the end of a row, such as a “修改” link. */
  readonly action?: (node: FormNode) => unknown;
}

function rowsOf(fields: readonly FormNode[], options: AnswersOptions): SummaryRow[] {
  return fields
    .filter((node) => node.visible)
    .map((node) => ({ label: node.label, value: answerValue(node, options), wide: isRepeated(node) && node.children.length > 0, ...(options.action ? { action: options.action(node) } : {}) }));
}

/** The answers of a section, read only. */
export function sectionAnswers(section: FormSection, options: AnswersOptions): TemplateResult {
  return html`<section class="stack">
    ${section.title === '' ? nothing : html`<h3>${section.title}</h3>`}
    ${summaryList(rowsOf(section.fields, options))}
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
