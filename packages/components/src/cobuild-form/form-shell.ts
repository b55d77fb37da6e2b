import type { Form, FormShow, FormState, FormStep, Problem } from '@cobuild/core';
import { localize } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { errorSummary, focusErrorSummary } from '../internal/error-summary.js';
import { areLong } from '../internal/field/step-sections.js';
import { button } from '../internal/pieces.js';
import type { Messages } from '../locales/messages.js';
import type { FieldActions } from './field-actions.js';
import { focusPointer } from './field-focus.js';
import { placeToMend, stepWith } from './field-places.js';
import { announcements, sameShell, stepView, summaryText, summaryTitles } from './form-view.js';
import { pagedPart } from './shell/shell-parts.js';
import { StepPlace } from './shell/step-place.js';
import { unshownAnswers } from './shell/unshown-answers.js';
import type { ShellWords } from './shell/words.js';
import { undoButtons } from './undo/undo-buttons.js';

/** What the element lends to its shell. */
export interface FormShellHost {
  readonly element: { readonly renderRoot: HTMLElement | DocumentFragment; readonly updateComplete: Promise<boolean>; readonly actionsHidden: boolean; readonly undoButtons: boolean };
  readonly actions: FieldActions;
  model(): Form | undefined;
  /** Nobody fills in. */
  fixed(): boolean;
  /** What the element itself says of how to show the steps; `undefined` leaves it to the layout. */
  show(): FormShow | undefined;
  asked(): string | undefined;
  /** The person turned to a step, or to the list of all: `''`. */
  turned(step: string): void;
  submit(): void;
  words(): Messages;
  text(): ShellWords;
}

/** What is around the questions of a form: the way through its steps, the list of problems, the buttons. */
export class FormShell {
  private readonly place: StepPlace;
  private drawn: { readonly state: FormState; readonly show: FormShow; readonly titles: string | undefined } | undefined;
  /** The answers that were looked through on a review page, so that their problems are told. */
  private reviewed: Form | undefined;

  constructor(private readonly host: FormShellHost) {
    this.place = new StepPlace({ model: () => host.model(), show: () => this.show, asked: () => host.asked() });
  }

  /** A form that is only shown has everything on one page. */
  private get show(): FormShow {
    return this.host.fixed() ? 'page' : (this.host.show() ?? this.host.model()?.state.show ?? 'page');
  }

  /** Whether there is a way through steps: they are not all on one page, or one of them is closed. */
  get hasWay(): boolean {
    return this.show !== 'page' || (this.host.model()?.state.steps ?? []).some((step) => !step.open);
  }

  /** Other answers were given. */
  forget(): void {
    this.place.forget();
    this.reviewed = undefined;
  }

  /** Whether the state looks the same but for the questions, which draw themselves. */
  isDrawn(state: FormState): boolean {
    const { drawn } = this;
    const isSameWay = !this.host.element.undoButtons || (drawn?.state.canUndo === state.canUndo && drawn.state.canRedo === state.canRedo);
    // A problem in an item is told with the item's title.
    const isSameTitles = drawn?.titles === undefined || drawn.titles === summaryTitles(state);
    return drawn !== undefined && isSameWay && isSameTitles && drawn.show === this.show && this.place.current?.review !== true && sameShell(drawn.state, state, drawn.show);
  }

  /** Before drawing: on a review page every problem is told. */
  prepare(): void {
    const model = this.host.model();
    if (model === undefined || this.reviewed === model || this.place.current?.review !== true) return;
    this.reviewed = model;
    for (const { id } of this.place.steps) model.showProblems(id);
  }

  /** Shows the field of an answer, if need be on another step, and focuses its control. A closed step is not entered: its reason is shown. */
  async focusField(pointer: string): Promise<boolean> {
    const { actions, element } = this.host;
    const model = this.host.model();
    const step = model && stepWith(model.state, pointer);
    if (step?.open === false) return this.focusClosed(step);
    if (step && this.show !== 'page' && step.id !== this.place.current?.id) this.turnTo(step.id);
    await element.updateComplete;
    return focusPointer(actions.views, pointer);
  }

  private async focusClosed(step: FormStep): Promise<boolean> {
    if (this.show === 'taskList' && this.place.current !== undefined) this.turnTo('');
    await this.host.element.updateComplete;
    return this.focusOn(`[data-closed-step="${CSS.escape(step.id)}"]`);
  }

  private focusOn(selector: string): boolean {
    const target = this.host.element.renderRoot.querySelector<HTMLElement>(selector);
    target?.scrollIntoView({ block: 'nearest' });
    target?.focus({ preventScroll: true });
    return target !== null;
  }

  private turnTo(id: string): void {
    this.host.turned(id);
  }

  private async open(id: string): Promise<void> {
    this.turnTo(id);
    await this.host.element.updateComplete;
    this.focusOn('.step h2');
  }

  private refuse(): void {
    const { element } = this.host;
    void element.updateComplete.then(() => focusErrorSummary(element.renderRoot));
  }

  /** The next step opens only once nothing is wrong on this one, and its gate allows it. */
  private continueFrom(current: FormStep, next: FormStep): void {
    if (this.host.model()?.showProblems(current.id) !== true) this.refuse();
    else if (this.place.steps.find(({ id }) => id === next.id)?.open === true) void this.open(next.id);
    else void this.focusClosed(next);
  }

  private finish(current: FormStep): void {
    if (this.host.model()?.showProblems(current.id) === true) void this.open('');
    else this.refuse();
  }

  /** @param parts - What stands in place of the questions, and behind everything. */
  render(model: Form, { disabled, body, end }: { readonly disabled: boolean; readonly body?: unknown; readonly end: unknown }): TemplateResult {
    const { state } = model;
    const fixed = this.host.fixed();
    const { actions, element } = this.host;
    const [words, show] = [this.host.words(), this.show];
    this.drawn = { state, show, titles: summaryTitles(state) };
    return html`<fieldset class="form stack wide ${fixed ? 'read-only' : ''}" role="none" ?disabled=${disabled}>
      ${errorSummary({
        problems: state.summary.filter((problem) => !model.definitionErrors.includes(problem)),
        words,
        text: (problem) => this.sentence(state, problem),
        onSelect: (problem) => void this.focusField(placeToMend(problem)),
      })}
      ${body ?? (show === 'page' ? this.page() : this.paged(model))} ${announcements(actions, words)}
      ${unshownAnswers(state.unshown, words, this.host.text())}
      ${element.undoButtons && !fixed ? undoButtons(state, actions.locale, (way) => void actions.travel(way)) : nothing}
      ${fixed || element.actionsHidden ? nothing : html`<slot name="actions">${this.buttons()}</slot>`}
      ${end}
    </fieldset>`;
  }

  /** On another page than the question, a problem says where it is. */
  private sentence(state: FormState, problem: Problem): string {
    const message = summaryText(state, problem, this.host.words());
    const { current } = this.place;
    const step = this.show === 'page' ? undefined : stepWith(state, problem.pointer);
    return step === undefined || step.id === current?.id || step.title === '' ? message : this.host.text().inStep({ step: step.title, message });
  }

  private page(): unknown {
    const { actions } = this.host;
    const { steps } = this.place;
    const open = steps.filter((step) => step.open);
    return steps.map((step) => (step.open ? stepView(step, actions, { readonly: this.host.fixed(), long: areLong(open) }) : pagedPart.now.closedStep(step, this.host.text())));
  }

  private paged(model: Form): unknown {
    const { place, show } = this;
    const { closedSteps, taskList, stepTabs } = pagedPart.now;
    const { steps, current } = place;
    const text = this.host.text();
    const select = (step: FormStep): void => void this.open(step.id);
    const panel = current === undefined ? nothing : this.stepPanel(current, steps);
    const closed = closedSteps(steps, text);
    if (show === 'taskList' && current === undefined) return taskList({ state: model.state, steps, title: localize(model.definition.title, this.host.actions.locale), text, onSelect: select });
    if (show === 'taskList') return panel;
    return show === 'tabs' ? html`${stepTabs({ steps, current, text, panel, onSelect: (step) => this.turnTo(step.id) })} ${closed}` : html`${panel} ${closed}`;
  }

  private stepPanel(current: FormStep, steps: readonly FormStep[]): TemplateResult {
    const { actions } = this.host;
    const { progressText, reviewPage } = pagedPart.now;
    const [words, text] = [this.host.words(), this.host.text()];
    const position = words.stepOf({ position: steps.indexOf(current) + 1, count: steps.length });
    const share = progressText(current, text);
    const progress = this.show === 'steps' && steps.length > 1 ? html`<span>${position}</span> ${share}` : this.show === 'steps' || share === nothing ? undefined : html`${share}`;
    const body = current.review ? reviewPage({ step: current, steps, locale: actions.locale, words, text, onChange: (pointer) => void this.focusField(pointer) }) : undefined;
    return stepView(current, actions, { readonly: false, long: areLong([current]), ...(progress === undefined ? {} : { progress }), ...(body === undefined ? {} : { body }) });
  }

  private buttons(): TemplateResult {
    const [words, text] = [this.host.words(), this.host.text()];
    const { steps, current } = this.place;
    const submit = button({ label: words.submit, kind: 'primary', onClick: () => this.host.submit() });
    if (this.show === 'taskList' && current !== undefined) {
      const toList = button({ label: text.toList, onClick: () => void this.open('') });
      const done = button({ label: text.stepDone, kind: 'primary', onClick: () => this.finish(current) });
      return html`<div class="actions">${current.review ? submit : done} ${toList}</div>`;
    }
    const at = this.show === 'steps' && current !== undefined ? steps.indexOf(current) : steps.length - 1;
    const next = steps[at + 1];
    const previous = this.show === 'steps' ? steps.slice(0, Math.max(at, 0)).filter((step) => step.open).pop() : undefined;
    return html`<div class="actions">
      ${next && current ? button({ label: words.next, kind: 'primary', onClick: () => this.continueFrom(current, next) }) : submit}
      ${previous ? button({ label: words.back, onClick: () => void this.open(previous.id) }) : nothing}
    </div>`;
  }
}
