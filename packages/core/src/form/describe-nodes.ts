import { words } from '../locales/words.js';
import { furtherWords } from '../locales/further-words.js';
import type { Locale } from '../problems/problem.js';
import { placedNodes } from './answer-places.js';
import { titleOf } from './answer-rows.js';
import type { AnswerColumn, AnswerRow, AnswerSection, AnswerTable } from './answer-rows.js';
import { answerTexts } from './answer-texts/answer-texts.js';
import { equalJson, isEmpty } from './answers.js';
import type { FormNode, FormState } from './form-model.js';
import { listColumns } from './list-columns.js';
import { isUnansweredNode, saidNothing } from './null-answer.js';

/**
 * The answer of a form's node in words: what is asked now, where {@link describeAnswers} tells of answers that somebody handed in.
 *
 * @example describeNode(form.state.steps[0].sections[0].fields[0], 'zh-CN').text // '暖心服务站'
 */
export function describeNode(node: FormNode, locale: Locale): AnswerRow {
  const { pointer, label, widget, provenance, widgetOptions, record, children } = node;
  const row: AnswerRow = {
    pointer,
    label,
    text: nodeText(node, locale),
    answered: !isUnansweredNode(node),
    widget,
    ...(node.computed ? { computed: true } : {}),
    ...(provenance === undefined ? {} : { provenance }),
    ...(widgetOptions === undefined ? {} : { widgetOptions }),
    ...(record === undefined ? {} : { record }),
  };
  if (isList(node)) {
    if (!children.some((item) => item.children.length > 0)) return row;
    return { ...row, text: furtherWords[locale].items(children.length), table: tableOf(node, locale) };
  }
  if (widget === 'group' || children.length > 0) return { ...row, rows: children.filter(({ visible }) => visible).map((child) => describeNode(child, locale)) };
  return node.value === undefined ? row : { ...row, value: node.value };
}

/** The answers of a form as it stands, section by section: what is asked of this person now, and nothing that is not. */
export function describeState({ steps }: Pick<FormState, 'steps'>, locale: Locale): readonly AnswerSection[] {
  return steps.filter(({ visible }) => visible).flatMap((step) =>
    step.sections.filter(({ visible }) => visible).flatMap((section) => {
      const rows = placedNodes(section).map(({ node, place }) => ({ ...describeNode(node, locale), ...place }));
      return rows.length === 0 ? [] : [{ stepId: step.id, sectionId: section.id, title: section.title === '' ? step.title : section.title, rows }];
    }),
  );
}

const isList = ({ widget, children }: FormNode): boolean => widget === 'cards' || widget === 'table' || widget === 'listDetail' || children.some((child, index) => child.pointer.endsWith(`/${index}`) && child.template.endsWith('/*'));

function nodeText(node: FormNode, locale: Locale): string {
  const nothing = saidNothing(node);
  if (nothing) return nothing.label.replace(`${node.label}${words[locale].colon}`, '');
  if (isEmpty(node.value)) return node.options.find((option) => !isUnansweredNode(node) && equalJson(option.value, node.value))?.label ?? furtherWords[locale].notAnswered;
  if (node.children.length === 0 || answerTexts.has(node.widget)) return answerTexts.text(node, node.value, locale);
  const answered = node.children.filter((child) => child.visible && !isEmpty(child.value));
  if (isList(node)) return answered.map((item) => nodeText(item, locale)).join(furtherWords[locale].listed);
  return answered.map((child) => `${child.label}${words[locale].colon}${nodeText(child, locale)}`).join(words[locale].comma);
}

function tableOf(list: FormNode, locale: Locale): AnswerTable {
  const columns = listColumns(list);
  return {
    columns: columns.map(({ template, label, value, widget }): AnswerColumn => ({ template, label, isNumber: widget === 'money' || widget === 'number' || (typeof value === 'number' && widget !== 'radio' && widget !== 'select') })),
    rows: list.children.map((item) => {
      const asked = columns.map(({ template }) => item.children.find((child) => child.template === template && child.visible));
      return { pointer: item.pointer, ...titleOf(item.itemTitle), cells: asked.map((cell) => (cell ? nodeText(cell, locale) : '')), answers: asked.map((cell) => cell && describeNode(cell, locale)) };
    }),
  };
}
