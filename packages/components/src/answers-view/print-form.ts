import type { Form, Locale } from '@cobuild/core';
import { createForm, createInterpreter, describeState, entryNames, localize, uncompared } from '@cobuild/core';
import { evaluateCondition } from '@cobuild/rules';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { answersBody } from './answers-body.js';
import type { AnswersView } from './answer-widget.js';
import { blankForm, withOneItem } from './blank-form.js';
import { printPaper } from './paper.js';
import { loadRecordTables } from './record-answer.js';
import { printWidgets } from './registries.js';

export interface PrintFormOptions extends Omit<AnswersView, 'widgets'> {
  /** Room to write by hand in place of the answers. */
  readonly blank: boolean;
}

/** A register that takes longer is not waited for: the answer is printed as it is stored, and says that its name was being read. */
const LONGEST_READ_MS = 5_000;

/** Has ready what paper cannot wait for once it is drawn: tables of records, and the names of answers that are stored as codes. */
export async function prepareToPrint(form: Form, { locale, blank }: { readonly locale: Locale; readonly blank: boolean }): Promise<void> {
  await loadRecordTables();
  if (blank) return;
  // Saying the answers asks for their names.
  describeState(form.state, locale);
  await Promise.race([entryNames.settled(), new Promise((resolve) => setTimeout(resolve, LONGEST_READ_MS))]);
}

/** Prints a form with its answers, or an empty one to be filled in by hand; nothing else of the page is printed. */
export function printForm(form: Form, { locale, words, blank }: PrintFormOptions): void {
  const view = { locale, words, widgets: printWidgets };
  printPaper(html`<h1>${localize(form.definition.title, locale) || nothing}</h1>${blank ? blankPages(form, view) : filledPages(form, view)}`, locale);
}

function filledPages(form: Form, view: AnswersView): TemplateResult[] {
  return answersBody(uncompared(describeState(form.state, view.locale)), { ...view, level: 2 });
}

/** From a form of its own: the one on the screen keeps its answers. */
function blankPages({ definition }: Form, view: AnswersView): TemplateResult[] {
  const empty = createForm(definition, { validator: createInterpreter(), evaluateCondition, value: {}, locale: view.locale });
  return blankForm(withOneItem(empty), view);
}
