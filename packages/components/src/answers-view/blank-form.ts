import type { Form, FormElement, FormNode, FormSection } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { isRepeated } from '../internal/field/field-context.js';
import { unitOf } from '../internal/field/widgets/number/unit.js';
import type { AnswersView } from './answer-widget.js';
import { blankAnswer, blankHints } from './blank-answer.js';
import { blankTable } from './blank-parts.js';
import { paperWords } from './paper-words.js';

/** More columns, or long texts, do not fit beside each other on paper: such items are written one under the other. */
const MOST_COLUMNS = 6;

/** How many empty rows a list gets: what it asks for, some more to write in, and no more than it takes. */
const rowsOf = ({ minItems = 0, maxItems = Infinity }: FormNode): number => Math.min(Math.max(minItems + 2, 5), maxItems, 20);

/**
 * Puts one item into every list, so that the form shows what an item asks. For a form that nobody fills in.
 */
export function withOneItem(form: Form): Form {
  const open = (nodes: readonly FormNode[]): void => {
    for (const node of nodes) {
      if (isRepeated(node) && node.children.length === 0) form.addItem(node.pointer);
      else open(node.children);
    }
  };
  form.state.steps.forEach((step) => step.sections.forEach((section) => open(section.fields)));
  return form;
}

/** All questions of a form, also those that are asked under conditions only, with room to write the answers. */
export function blankForm(form: Form, view: AnswersView): TemplateResult[] {
  // A page to check the answers asks nothing.
  return form.state.steps.filter(({ review }) => !review).map(
    (step) => html`<section class="paper-step">
      ${step.title === '' ? nothing : html`<h2>${step.title}</h2>`}${step.description === '' ? nothing : html`<p class="hint">${step.description}</p>`}
      ${step.sections.map((section) => blankSection(section, view))}
    </section>`,
  );
}

function blankSection({ title, description, fields, elements }: FormSection, view: AnswersView): TemplateResult {
  return html`<section class="paper-section">
    ${title === '' ? nothing : html`<h3>${title}</h3>`}${description === '' ? nothing : html`<p class="hint">${description}</p>`}
    ${elements ? blankElements(elements, view) : fields.map((node) => blankField(node, view))}
  </section>`;
}

/** Groups and tabs under their titles, with the texts between them: whoever writes by hand reads the same as on the screen. */
function blankElements(elements: readonly FormElement[], view: AnswersView): TemplateResult[] {
  return elements.map((element) => {
    if (element.kind === 'field') return blankField(element.node, view);
    if (element.kind === 'text') return html`<p class="hint">${element.text}</p>`;
    const parts = element.kind === 'tabs' ? element.tabs.map((tab) => ({ ...tab, description: '' })) : [element];
    return html`${parts.map(
      ({ title, description, elements: inner }) => html`<div class="paper-part">
        ${title === '' ? nothing : html`<h4>${title}</h4>`}${description === '' ? nothing : html`<p class="hint">${description}</p>`} ${blankElements(inner, view)}
      </div>`,
    )}`;
  });
}

function blankField(node: FormNode, view: AnswersView): TemplateResult {
  const own = view.widgets.blank(node, view);
  const body = own ?? (isRepeated(node) ? blankList(node, view) : node.widget === 'group' ? html`<div class="paper-group">${node.children.map((child) => blankField(child, view))}</div>` : blankAnswer(node, view));
  return html`<div class="paper-field ${node.width}" data-pointer=${node.pointer}>
    ${blankLabel(node, view)}
    ${node.help === '' ? nothing : html`<p class="hint">${node.help}</p>`} ${body}
  </div>`;
}

/** A title that the screen does not show is not printed either; what stands before the field says what is asked. */
function blankLabel(node: FormNode, view: AnswersView): unknown {
  if (node.widget === 'confirmation' && node.help === '') return nothing;
  const [label, hints] = [node.labelHidden === true ? '' : node.label, blankHints(node, view)];
  return label + hints === '' ? nothing : html`<p class="paper-label">${label}<span class="hint">${hints}</span></p>`;
}

function blankList(node: FormNode, view: AnswersView): TemplateResult {
  const questions = node.children[0]?.children ?? [];
  const beside = questions.length <= MOST_COLUMNS && questions.every(({ widget, children }) => children.length === 0 && widget !== 'textarea' && widget !== 'checkboxes' && !isRepeated({ widget } as FormNode));
  if (questions.length === 0) return html`${Array.from({ length: rowsOf(node) }, () => html`<div class="write-line"></div>`)}`;
  if (beside) return blankTable(questions.map((question) => headOf(question, view)), rowsOf(node), view);
  const text = paperWords[view.locale];
  const count = Math.min(Math.max(node.minItems ?? 0, 2), node.maxItems ?? 2);
  return html`${Array.from(
      { length: count },
      (_, index) => html`<div class="paper-item">
        <p class="paper-label">${text.item({ label: node.label, position: index + 1 })}</p>
        ${questions.map((question) => blankField(question, view))}
      </div>`,
    )}
    <p class="hint">${text.moreRows}</p>`;
}

function headOf(question: FormNode, view: AnswersView): string {
  const { label, options } = question;
  const told = options.length > 0 && options.length <= 4 ? options.map((option) => option.label).join('／') : unitOf(question, view);
  return told === '' ? label : `${label}${view.words.inBrackets({ text: told })}`;
}
