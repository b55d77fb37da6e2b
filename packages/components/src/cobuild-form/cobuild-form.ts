import type { Form, Problem } from '@cobuild/core';
import { missingParts } from '@cobuild/core';
import type { PropertyValues, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { AnswerRemark } from '../answers-view/remark-view.js';
import { draftsShape } from '../drafts/draft-storage.js';
import { LateDesk } from '../drafts/late-desk.js';
import { LentNames } from '../hosts/lent-names.js';
import { answersShape, anyAnswersShape, definitionShape, jsonSchemaShape, layoutShape, problemShape } from '../internal/document-shapes.js';
import { focusErrorSummary } from '../internal/error-summary.js';
import { answersPart } from '../internal/field/parts/view-parts.js';
import { wearStyles } from '../internal/field/wear-styles.js';
import { documentProblems } from '../internal/pieces.js';
import { PointerHold } from '../internal/pointer-hold.js';
import { sharedStyles } from '../internal/styles.js';
import { formStyles } from './cobuild-form.styles.js';
import { FieldActions } from './field-actions.js';
import { controlOf } from './field-focus.js';
import { placeToMend } from './field-places.js';
import { FormAssociation, textOf } from './form-association.js';
import type { CobuildFormDetail, CobuildProblemsDetail, CobuildStepDetail } from './form-events.js';
import type { Answers } from './form-properties.js';
import { FormProperties, NO_PREFILL } from './form-properties.js';
import { CurrentForm } from './current-form.js';
import type { FormParts } from './form-source.js';
import { asksForNames } from './form-source.js';
import { FormShell } from './form-shell.js';
import { pagedPart } from './shell/shell-parts.js';
import { shellWords } from './shell/words.js';
import { ToldProblems } from './told-problems.js';
import { travelByKeys } from './undo/undo-keys.js';
import { printButtons } from './print-buttons.js';
import { ReviewMode } from './review-mode.js';

export type { CobuildFormDetail, CobuildProblemsDetail, CobuildStepDetail } from './form-events.js';
export type { FormMode } from './form-properties.js';

/** A host that takes its answers back. */
const NO_ANSWERS: Answers = {};

/**
 * A form from a definition or a bare JSON Schema: asks, checks, calculates, and takes part in a surrounding `<form>` as one entry.
 *
 * @summary Any JSON Schema form.
 * @slot actions - Replaces the buttons at the end.
 * @fires {CustomEvent<CobuildFormDetail>} cobuild-input - The person changed an answer.
 * @fires {CustomEvent<CobuildFormDetail>} cobuild-change - The change is complete.
 * @fires {CustomEvent<CobuildFormDetail>} cobuild-submit - The answers are complete and right, and the person submits them; cancelable.
 * @fires {CustomEvent<CobuildProblemsDetail>} cobuild-problems - The list of problems shows others than before; for the title of the page.
 * @fires {CustomEvent<CobuildStepDetail>} cobuild-step - The person turned to another step, where one is shown at a time.
 * @fires {CustomEvent<AnswerRemark>} cobuild-remark - With `mode="review"`: the reviewer wrote, changed or removed a remark, `{ pointer, text }`; an empty text removes it.
 * @csspart error-summary - The list of problems after a failed submit.
 * @csspart step - A step with its heading.
 * @csspart steps - The tabs of the steps.
 * @csspart task-list - The list of all steps with the state of each.
 * @csspart unshown - Answers that no question shows, where there are any.
 * @csspart undo - The buttons of `undo-buttons`.
 * @csspart section - A section with its heading.
 * @csspart saved - With `drafts`: the line that says when the answers were saved.
 * @csspart merge - Two versions of the answers, to choose from.
 * @csspart aside - Answers from before that the form has no place for.
 * @csspart draft-file - Export to a file and back.
 * @cssproperty --cobuild-form-width - Largest width; default 720px.
 * @example
 * const form = document.querySelector('cobuild-form');
 * form.schema = { type: 'object', required: ['projectName'], properties: { projectName: { type: 'string', title: '项目名称' } } };
 * form.addEventListener('cobuild-submit', (event) => save(event.detail.value));
 */
export class CobuildForm<Value = Answers> extends FormProperties {
  static override styles = [...sharedStyles, formStyles];

  protected readonly association = new FormAssociation(this.internals, {
    model: () => this.model,
    entry: (model) => textOf(model.submission()),
    flags: () => ({ customError: true }),
    anchor: (problem) => this.controlOf(problem),
    announceSubmit: () => this.announceSubmit(),
  });
  protected readonly actions = new FieldActions({
    element: this,
    hold: new PointerHold(this),
    model: () => this.model,
    locale: () => this.locale,
    words: () => this.words,
    inTerms: (speak) => this.inTerms(speak),
    hosts: () => this.hosts,
    facts: () => this.currentFacts,
    show: (pointer) => this.focusField(pointer),
    prefilled: () => this.usablePrefilled,
    changed: (event, pointer) => {
      this.late.desk?.answered();
      this.emit<CobuildFormDetail>(event, this.detail(pointer));
    },
  });
  private readonly late = new LateDesk(this, {
    storage: () => (this.readonly ? undefined : this.readDocument('drafts', this.drafts, draftsShape)),
    subject: () => this.model && { definition: this.model.definition },
    model: () => this.model,
    answers: () => this.answers,
    replace: (answers) => {
      this.given = answers;
      this.model?.load(answers);
      this.shell.forget();
    },
    // Without a storage there is no desk.
    announce: () => undefined,
    view: (tables) => ({ locale: this.locale, words: this.words, text: this.wordsOf(tables), inTerms: (speak) => this.inTerms(speak) }),
    focusForm: () => this.focus(),
  });
  private readonly current = new CurrentForm({
    parts: () => this.parts,
    value: () => this.startingAnswers,
    options: () => ({ locale: this.locale, facts: this.currentFacts }),
    terms: () => this.givenTerms,
    hosts: () => this.hosts ?? {},
    changed: (state) => {
      this.actions.views.patch(state.steps);
      this.association.update();
      if (this.fixed || !this.shell.isDrawn(state)) this.requestUpdate();
    },
  });
  private readonly shell = new FormShell({
    element: this,
    actions: this.actions,
    model: () => this.model,
    fixed: () => this.fixed,
    show: () => (this.paged ? 'steps' : undefined),
    asked: () => this.step,
    turned: (step) => {
      this.step = step;
      this.emit<CobuildStepDetail>('cobuild-step', { step });
    },
    submit: () => this.submit(),
    words: () => this.words,
    text: () => this.wordsOf(shellWords),
  });
  private readonly reviewMode = new ReviewMode({
    element: this,
    locale: () => this.locale,
    words: () => this.words,
    hosts: () => this.hosts,
    remarks: () => this.usableRemarks,
    remarked: (remark) => this.emit<AnswerRemark>('cobuild-remark', remark),
  });
  private toldSources = NO_PREFILL;
  private given: Answers | undefined;
  private readonly told = new ToldProblems((detail) => this.emit<CobuildProblemsDetail>('cobuild-problems', detail));

  constructor() {
    super();
    new LentNames(this, () => this.hosts);
    this.addEventListener('invalid', this.onInvalid);
    travelByKeys(this, this.actions, () => !this.fixed && !this.disabled && !this.disabledByFieldset);
  }

  /** The answers as they are, `{ projectName: '暖心服务站' }`; the list or the single value where the schema describes one. Setting them is silent and defines what a reset returns to. */
  // Lit's own accessor would ask for the answers of before, and a model be made for them alone.
  @property({ attribute: false, noAccessor: true })
  get value(): Value {
    return this.answers as Value;
  }
  set value(value: Value | undefined) {
    this.given = (value as Answers | undefined) ?? NO_ANSWERS;
    this.current.known?.load(this.startingAnswers);
    this.shell.forget();
    this.late.desk?.restart();
    this.requestUpdate();
  }

  private get answers(): Answers {
    return this.model ? this.model.state.value : (this.startingAnswers ?? {});
  }

  private get parts(): FormParts {
    return {
      definition: this.readDocument('definition', this.definition, definitionShape),
      schema: this.readDocument('schema', this.schema ?? this.jsonPart('schema'), jsonSchemaShape),
      layout: this.readDocument('layout', this.layout ?? this.jsonPart('layout'), layoutShape),
    };
  }

  /** The answers that the host gave: the property, else the child script. */
  private get startingAnswers(): Answers | undefined {
    const given = this.given ?? this.jsonPart('value');
    if (given === NO_ANSWERS) return undefined;
    const found = this.readDocument('value', given, asksForNames(this.parts) ? answersShape : anyAnswersShape);
    return found ?? (this.given === undefined ? undefined : {});
  }

  /** The form without its screen; `undefined` until there is a usable definition. */
  get model(): Form | undefined {
    return this.current.form;
  }

  protected override missingCode(): Promise<unknown> | undefined {
    return super.missingCode() ?? this.current.missing() ?? missingParts([...(this.fixed ? [answersPart] : []), ...(this.shell.hasWay ? [pagedPart] : [])]);
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { model, currentFacts: facts } = this;
    const problems = this.readLines('problems', this.problems, problemShape);
    // Read before the faults of documents are told; the review mode draws it later.
    void this.usableRemarks;
    const prefilled = this.usablePrefilled;
    if (prefilled !== this.toldSources) this.actions.refreshSources([...this.toldSources, ...prefilled]);
    this.toldSources = prefilled;
    if (changed.has('drafts') || changed.has('readonly')) this.late.begin();
    this.late.desk?.update();
    if (!model) return;
    if (changed.has('locale')) model.setLocale(this.locale);
    if (changed.has('facts')) model.setFacts(facts);
    if (changed.has('hosts')) this.actions.views.renew();
    if ((changed.has('facts') || changed.has('hosts')) && this.hasUpdated) void this.current.checkRecords();
    if (changed.has('jsonParts') && this.given === undefined && !model.state.dirty) model.load(this.startingAnswers);
    // The first drawing finds none as a rule, and has none to take back.
    if (changed.has('problems') && (this.hasUpdated || problems.length > 0)) model.setExternalProblems(problems);
    if (pagedPart.known && this.shell.hasWay) for (const styles of [pagedPart.known.elementStyles, pagedPart.known.shellStyles]) wearStyles(this.renderRoot, styles);
    this.shell.prepare();
  }

  protected override updated(): void {
    super.updated();
    this.told.tell(this.model);
  }

  /** Shows every problem, gives the list of them focus, and answers whether there is none. */
  reportValidity(): boolean {
    void this.current.checkRecords();
    return this.model?.showProblems() === true || this.refuse();
  }

  /** What the submit button does. @returns whether the answers went out: they are right and nobody cancelled `cobuild-submit`. */
  submit(): boolean {
    if (!this.reportValidity() || !this.announceSubmit()) return false;
    this.association.submitForm();
    return true;
  }

  /** The answers are in: nothing is saved any more, and the draft goes. A new `value` begins another one. */
  finishDraft(): void {
    this.late.desk?.finish();
  }

  override formResetCallback(): void {
    super.formResetCallback();
    this.late.desk?.answered();
  }

  protected override takeBack(answers: Answers): void {
    super.takeBack(answers);
    this.late.desk?.answered();
  }

  /**
   * Focuses the first question; a click on a `<label for>` of the element does the same. The root does not delegate its focus: a click between two
   * questions would take a person who reads the fifth one to the first.
   */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.form :is(input, select, textarea, button)')?.focus(options);
  }

  /** Shows the field of an answer, if need be on another step, and focuses its control. */
  focusField(pointer: string): Promise<boolean> {
    return this.shell.focusField(pointer);
  }

  /** Gives the list of problems focus; for problems that came from outside after a submit. */
  async focusErrors(): Promise<boolean> {
    await this.updateComplete;
    return focusErrorSummary(this.renderRoot);
  }

  /**
   * Prints the form and nothing else of the page: its answers, or with `blank` an empty form to be filled in by hand.
   *
   * @example await document.querySelector('cobuild-form').print({ blank: true })
   */
  async print({ blank = false }: { readonly blank?: boolean } = {}): Promise<void> {
    const { prepareToPrint, printForm } = await import('../answers-view/print-form.js');
    const { model } = this;
    if (!model) return;
    await prepareToPrint(model, { locale: this.locale, blank });
    this.inTerms(() => printForm(model, { locale: this.locale, words: this.words, blank }));
  }

  private detail(pointer: string): CobuildFormDetail {
    const { model } = this;
    return { value: model?.submission() ?? {}, problems: model?.state.problems ?? [], pointer };
  }

  private announceSubmit(): boolean {
    const goesOut = this.emit<CobuildFormDetail>('cobuild-submit', this.detail(''), { cancelable: true });
    if (goesOut && this.form) this.late.desk?.letGo();
    return goesOut;
  }

  private readonly onInvalid = (event: Event): void => {
    if (this.checkingQuietly) return;
    // The browser's bubble would show one message; the summary shows them all.
    event.preventDefault();
    this.model?.showProblems();
    this.refuse();
  };

  private refuse(): false {
    void this.focusErrors();
    return false;
  }

  private controlOf(problem: Problem): HTMLElement | undefined {
    if (!this.hasUpdated) return undefined;
    return controlOf(this.actions.views, placeToMend(problem)) ?? this.renderRoot.querySelector<HTMLElement>('input, select, textarea, button') ?? undefined;
  }

  protected override render(): TemplateResult {
    const { model } = this;
    const problems = [...this.givenProblems, ...this.current.problems(this.words), ...this.late.problems(this.words)];
    return html`${documentProblems(problems, this.words)}${model ? this.draftedView(model) : nothing}`;
  }

  /** The form with its draft, where it has one. */
  private draftedView(model: Form): TemplateResult {
    const { desk, isPending } = this.late;
    if (isPending) return html`<div aria-busy="true"></div>`;
    const view = (): TemplateResult =>
      this.shell.render(model, {
        disabled: this.disabled || this.disabledByFieldset,
        ...(this.currentMode === 'review' ? { body: this.reviewMode.draw(model.state) } : {}),
        end: this.printable ? printButtons(this.locale, (options) => void this.print(options)) : nothing,
      });
    return desk ? (desk.wait() ?? html`<div class="stack wide">${desk.line()}${desk.notices()}${desk.merge() ?? view()}${desk.spokenLine()}</div>`) : view();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cobuild-form': CobuildForm;
  }
}
