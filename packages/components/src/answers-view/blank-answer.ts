import type { FormNode } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { isRepeated } from '../internal/field/field-context.js';
import { optionsOf } from '../internal/field/widgets/choices.js';
import { unitOf } from '../internal/field/widgets/number/unit.js';
import type { AnswersView } from './answer-widget.js';
import { ticks } from './blank-parts.js';
import { blankRecord } from './blank-record.js';
import { paperWords } from './paper-words.js';

/** More choices than this are written in: a page of boxes would help nobody. */
const MOST_BOXES = 30;
/** A text longer than this gets a box of several lines. */
const LONGEST_LINE = 40;

/** Where an answer is written by hand: a line, a box, or boxes to tick. */
export function blankAnswer(node: FormNode, view: AnswersView): unknown {
  return view.widgets.blank(node, view) ?? blankRecord(node, view) ?? blankPlain(node, view);
}

function blankPlain(node: FormNode, view: AnswersView): TemplateResult {
  const options = optionsOf(node, view);
  if (node.widget === 'confirmation') return ticks([node.label]);
  if (options.length > 0 && options.length <= MOST_BOXES) return ticks(options.map(({ label }) => label));
  if (node.widget === 'date' || node.format === 'date') return html`<div class="write-date">${blankDay(view)}</div>`;
  if (node.widget === 'dateRange') return html`<div class="write-date">${blankDay(view)}<span>${paperWords[view.locale].until}</span>${blankDay(view)}</div>`;
  if (node.widget === 'textarea' || (node.maxLength ?? 0) > LONGEST_LINE) return html`<div class="write-box ${(node.maxLength ?? 0) > 300 ? 'tall' : ''}"></div>`;
  const unit = unitOf(node, view);
  return html`<div class="write-line">${unit === '' ? nothing : html`<span>${unit}</span>`}</div>`;
}

function blankDay({ locale }: AnswersView): TemplateResult {
  const { year, month, day } = paperWords[locale];
  return html`<i></i>${year}<i></i>${month}<i></i>${day}`;
}

/** What to know before writing: optional, how many, how long, only where it applies. */
export function blankHints(node: FormNode, view: AnswersView): string {
  const text = paperWords[view.locale];
  const several = node.widget === 'checkboxes';
  const hints = [
    !node.visible ? text.conditional : '',
    node.computed ? text.computed : !node.required && node.visible && !isRepeated(node) && node.widget !== 'group' ? text.optional : '',
    several ? (node.maxItems === undefined ? text.chooseSeveral : text.chooseUpTo({ count: node.maxItems })) : node.options.length > 0 && node.widget !== 'confirmation' ? text.chooseOne : '',
    node.maxLength === undefined || several ? '' : text.atMost({ count: node.maxLength }),
  ].filter((hint) => hint !== '');
  return hints.length === 0 ? '' : view.words.inBrackets({ text: hints.join(view.words.listSeparator) });
}
