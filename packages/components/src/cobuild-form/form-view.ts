import type { FormShow, FormState, FormStep, Problem } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { answersPart } from '../internal/field/parts/view-parts.js';
import { isShownSection, isShownStep } from '../internal/field/step-sections.js';
import { button } from '../internal/pieces.js';
import type { Messages } from '../locales/messages.js';
import type { FieldActions } from './field-actions.js';
import { itemWith, labelAt } from './field-places.js';

/** Steps that a person meets, in order. */
export const visibleSteps = (state: FormState): readonly FormStep[] => state.steps.filter(isShownStep);

export interface StepViewOptions {
  readonly readonly: boolean;
  /** Sections are laid out when they come into sight. */
  readonly long: boolean;
  /** The line above the heading when one step is shown at a time. */
  readonly progress?: unknown;
  /** In place of its questions. */
  readonly body?: TemplateResult;
}

/** A step: its heading and its sections. */
export function stepView(step: FormStep, actions: FieldActions, { progress, readonly, long, body }: StepViewOptions): TemplateResult {
  return html`<section class="step stack wide ${long ? 'long' : ''}" part="step" data-step=${step.id} aria-labelledby=${step.title === '' ? nothing : `step-${step.id}`}>
    ${step.title === '' && progress === undefined
      ? nothing
      : html`<div class="step-head">
          ${progress === undefined ? nothing : html`<p class="muted small">${progress}</p>`}
          ${step.title === '' ? nothing : html`<h2 id="step-${step.id}" tabindex="-1">${step.title}</h2>`}
          ${step.description === '' ? nothing : html`<p class="intro">${step.description}</p>`}
        </div>`}
    ${body ?? (readonly ? step.sections.filter(isShownSection).map((section) => answersPart.now.sectionAnswers(section, actions)) : actions.views.step(step))}
  </section>`;
}

/** What happened to an item of a repeated group, with a way back after a removal, and what was wrong when a question was left; readers hear it. */
export function announcements(actions: FieldActions, words: Messages): TemplateResult {
  const { announcement, removal } = actions;
  return html`<div class="removal" ?hidden=${removal === undefined}>
      <span aria-hidden="true">${announcement}</span>
      ${removal === undefined ? nothing : button({ label: words.undo, kind: 'quiet', icon: 'returned', onClick: () => actions.undoRemoval() })}
    </div>
    <div class="visually-hidden" role="status">${announcement}</div>
    <div class="visually-hidden" role="status">${actions.problemSaid}</div>`;
}

/** The sentence of a problem in the summary: with the row in front where there are several, and named there only. */
export function summaryText(state: FormState, problem: Problem, words: Messages): string {
  const item = itemWith(state, problem.pointer);
  if (!item) return problem.message;
  const { title = '', node, position } = item;
  const place = problem.params['label'];
  const own = labelAt(state, problem.pointer);
  const namesItem = typeof place === 'string' && place !== own && place.includes(node.label) && problem.message.includes(place);
  // The sentence says everything already: of the item itself, and of an item inside another.
  if (namesItem && (own === undefined || itemWith(state, node.pointer) !== undefined)) return problem.message;
  const message = namesItem ? problem.message.replace(place, () => own ?? '') : problem.message;
  return words.inItem({ label: node.label, position, title: title === '' ? '' : words.inBrackets({ text: title }), message });
}

/** What the items are called in which the summary's problems lie; `undefined` where no such item has a title. */
export function summaryTitles(state: FormState): string | undefined {
  const titles = state.summary.map((problem) => itemWith(state, problem.pointer)?.title);
  return titles.some((title) => title !== undefined) ? titles.join('\n') : undefined;
}

/** Whether two states look the same but for their sections, which draw themselves. */
export function sameShell(a: FormState, b: FormState, show: FormShow = 'page'): boolean {
  return a.unshown === b.unshown && samePairs(a.summary, b.summary, (one, other) => one === other) && (a.steps === b.steps || samePairs(a.steps, b.steps, (one, other) => sameStep(one, other, show)));
}

/** Where steps are paged, it is said how far they are. */
const sameStep = (a: FormStep, b: FormStep, show: FormShow): boolean =>
  a === b ||
  (a.id === b.id &&
    a.title === b.title &&
    a.description === b.description &&
    a.closedBecause === b.closedBecause &&
    isShownStep(a) === isShownStep(b) &&
    (show === 'page' || (a.status === b.status && a.progress === b.progress)));

const samePairs = <T>(a: readonly T[], b: readonly T[], same: (a: T, b: T) => boolean): boolean => a.length === b.length && a.every((entry, index) => same(entry, b[index] as T));
