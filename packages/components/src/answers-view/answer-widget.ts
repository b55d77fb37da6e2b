import type { AnswerRow, FormNode, Locale } from '@cobuild/core';
import type { FieldHosts } from '../hosts/field-hosts.js';
import type { Messages } from '../locales/messages.js';
import type { AnswerWidgets } from './answer-widgets.js';

/** Language, words, and who draws the answers inside this one. */
export interface AnswersView {
  readonly locale: Locale;
  readonly words: Messages;
  readonly widgets: AnswerWidgets;
  /** What the page lends: where files can be opened. */
  readonly hosts?: FieldHosts | undefined;
}

/** The same, for an answer in two versions. */
export interface ComparedView extends AnswersView {
  /** Leaves out what did not change. */
  readonly onlyChanges?: boolean;
}

/**
 * How the answers of one kind of question are drawn where nobody fills them in.
 *
 * @example
 * const stars: AnswerWidget = { draw: ({ value, text }) => html`<span aria-label=${text}>${'★'.repeat(Number(value))}</span>` };
 */
export interface AnswerWidget {
  /** Text, a node, or a template of Lit. Asked only where there is an answer. */
  draw(row: AnswerRow, view: AnswersView): unknown;
  /** An answer that was given before too, and differently: both in one, which says what changed in it. Default: 由, the earlier drawing, 改为, the present one. */
  compare?(row: AnswerRow, before: AnswerRow, view: ComparedView): unknown;
  /** Stands under its label with the whole width, as tables do. */
  readonly wide?: boolean;
  /** For paper: where the answer is written by hand. Default: a line, or what suits the built-in widget of that name. */
  blank?(node: FormNode, view: AnswersView): unknown;
}
