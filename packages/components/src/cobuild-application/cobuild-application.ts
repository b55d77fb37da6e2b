import type { Applicant, Facts, Form, FormDefinition, FormStep, PrefillAdapter, Problem, Review, Scheme } from '@cobuild/core';
import { localize, parametersFact } from '@cobuild/core';
import { applicationForm } from '@cobuild/rules';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CobuildFormDetail, CobuildProblemsDetail } from '../cobuild-form/form-events.js';
import { ToldProblems } from '../cobuild-form/told-problems.js';
import { undoButtons } from '../cobuild-form/undo/undo-buttons.js';
import { travelByKeys } from '../cobuild-form/undo/undo-keys.js';
import { formStyles } from '../cobuild-form/cobuild-form.styles.js';
import { CurrentForm } from '../cobuild-form/current-form.js';
import { FieldActions } from '../cobuild-form/field-actions.js';
import { focusPointer } from '../cobuild-form/field-focus.js';
import { stepWith } from '../cobuild-form/field-places.js';
import { announcements, stepView, visibleSteps } from '../cobuild-form/form-view.js';
import type { FieldHosts } from '../hosts/field-hosts.js';
import { LentNames } from '../hosts/lent-names.js';
import { CobuildElement } from '../internal/cobuild-element.js';
import type { SchemeDocument } from '../internal/document-shapes.js';
import { answersShape, applicantShape, factsShape, pointerShape, problemShape, reviewShape } from '../internal/document-shapes.js';
import { DraftDesk } from '../drafts/draft-desk.js';
import type { DraftSubject } from '../drafts/draft-record.js';
import { draftsShape } from '../drafts/draft-storage.js';
import type { DraftStorage } from '../drafts/draft-storage.js';
import { draftStyles } from '../drafts/drafts.styles.js';
import { prefillShape } from '../drafts/prefill-load.js';
import { draftWords } from '../drafts/words.js';
import { focusErrorSummary } from '../internal/error-summary.js';
import { elementStyles } from '../internal/field/elements/elements.styles.js';
import { areLong } from '../internal/field/step-sections.js';
import { button, documentProblems } from '../internal/pieces.js';
import { PointerHold } from '../internal/pointer-hold.js';
import { sharedStyles } from '../internal/styles.js';
import type { Receipt, ViewWords } from './application-views.js';
import { noFormProblem, receiptPanel, receiptShape, returnedBanner } from './application-views.js';
import { checkView, problemList } from './check-view.js';
import { applicationStyles } from './cobuild-application.styles.js';
import { eligibilityStyles } from './eligibility.styles.js';
import type { EligibilityLine } from './eligibility-lines.js';
import { countLines, requirementLines } from './eligibility-lines.js';
import { eligibilityPanel } from './eligibility-panel.js';
import { linesKnownBefore, preCheckView } from './pre-check.js';
import { SpokenLine } from '../internal/spoken-line.js';
import { ReturnedRemarks } from './returned-remarks.js';
import type { StepEntry } from './step-list.js';
import { stepList } from './step-list.js';
import type { ApplicationWords } from './words.js';
import { words } from './words.js';

type Answers = Readonly<Record<string, unknown>>;

/** What `cobuild-draft` tells. */
export interface CobuildDraftDetail {
  /** The answers as they are, hidden ones too. */
  readonly answers: Answers;
}

/** What `cobuild-dealt-with` tells. */
export interface CobuildDealtWithDetail {
  /** Of the remarks that are marked now, in the order of the remarks. */
  readonly pointers: readonly string[];
}

const NONE_DEALT_WITH: readonly string[] = [];
/** The last step; ids of a scheme never begin with `#`. */
const CHECK = '#check';
/** From this width of the window on the requirements stand at the side. */
const WIDE = '(min-width: 1024px)';

/**
 * An application to a scheme: step by step, saved all the time, with the requirements checked while it is being filled in.
 *
 * @summary Fill in, check and submit an application.
 * @fires {CustomEvent<CobuildFormDetail>} cobuild-input - The person changed an answer.
 * @fires {CustomEvent<CobuildFormDetail>} cobuild-change - The change is complete.
 * @fires {CustomEvent<CobuildDraftDetail>} cobuild-draft - Without `drafts`: the answers to keep, 0.8 s after a change and when the page is left.
 * @fires {CustomEvent<CobuildFormDetail>} cobuild-submit - The answers are complete and the person submits them; cancelable. The host answers with
 *   `busy`, then `receipt` or `problems`.
 * @fires {CustomEvent<CobuildProblemsDetail>} cobuild-problems - The list of problems shows others than before; for the title of the page.
 * @fires {CustomEvent<CobuildDealtWithDetail>} cobuild-dealt-with - The applicant marked a remark of the return as dealt with, or took the mark back: all pointers that are marked now.
 * @csspart steps - The list of steps.
 * @csspart undo - The buttons of `undo-buttons`.
 * @csspart pre-check - Before the first step: requirements that are known not to be met.
 * @csspart step - The step that is shown.
 * @csspart section - A section of it.
 * @csspart error-summary - The list of problems after a step or the whole was checked.
 * @csspart eligibility - The requirements.
 * @csspart saved - The line that says when the answers were saved.
 * @csspart merge - Two versions of the answers, to choose from.
 * @csspart aside - Answers from before that the form has no place for.
 * @csspart prefilled - Which answers were filled in already, and from where.
 * @csspart draft-file - Export to a file and back.
 * @csspart returned - The banner of a returned application.
 * @csspart receipt - The confirmation after a submission.
 * @cssproperty --cobuild-form-width - Largest width of the questions; default 720px.
 * @example
 * const element = document.querySelector('cobuild-application');
 * Object.assign(element, { scheme, applicant: { id: 'v1', level: 'village' }, facts: { today: '2026-03-05' }, drafts });
 * element.addEventListener('cobuild-submit', (event) => send(event.detail.value));
 */
export class CobuildApplication extends CobuildElement {
  static override styles: CSSResultGroup = [...sharedStyles, formStyles, elementStyles, applicationStyles, eligibilityStyles, draftStyles];

  /** The scheme, loaded, or a published file, `{ hash, scheme, … }`. A child script `data-part="scheme"` does the same without a script. */
  @property({ attribute: false }) scheme: SchemeDocument | undefined;
  /** Who applies: `{ id: 'v1', name: '和顺社区党委', level: 'community', town: 'hecheng' }`. */
  @property({ attribute: false }) applicant: Applicant | undefined;
  /** Facts besides the answers, `{ today: '2026-03-05' }`, and what else requirements ask for. */
  @property({ attribute: false }) facts: Facts | undefined;
  /**
   * The review that returned the application: `{ stage: 'preliminary', outcome: 'return', reason: '请补充场地照片', at: '2026-03-12T10:00:00+08:00' }`, with
   * `remarks: [{ pointer: '/place', text: '请写到楼层' }]` on single answers, which stand at their questions.
   */
  @property({ attribute: false }) returned: Review | undefined;
  /** Pointers of the remarks of `returned` that the applicant has marked as dealt with, `['/place']`; a page that kept them gives them back. */
  @property({ attribute: false }) dealtWith: readonly string[] = NONE_DEALT_WITH;
  /**
   * Where drafts are kept: `{ load(), save(answers, draft), remove() }`, each a promise; `createIndexedDbDrafts` makes one in the browser. A storage
   * that counts revisions learns of other windows and people, and their changes are joined. Without it `cobuild-draft` hands the answers to the page.
   */
  @property({ attribute: false }) drafts: DraftStorage | undefined;
  /** What the host knows already, `{ answersFor(form) }`: fills in what is empty, and says where it comes from. */
  @property({ attribute: false }) prefill: PrefillAdapter | undefined;
  /** What the page lends to the questions: registers to choose from, a place for files, the person: `{ lookUps: { areas }, files, person }`. */
  @property({ attribute: false }) hosts: FieldHosts | undefined;
  /** Problems from the server, `{ code, severity, document: 'answers', pointer: '/projectName', message }`: shown in the summary and at their fields until the field changes. */
  @property({ attribute: false }) problems: readonly Problem[] = [];
  /** Buttons that take back the last change and make it again. The keys Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y do so in any case, where no text is being typed. */
  @property({ type: Boolean, reflect: true, attribute: 'undo-buttons' }) undoButtons = false;
  /** The submission is under way. */
  @property({ type: Boolean, reflect: true }) busy = false;
  /** The application is in, `{ caseId: 'GM-2026-0007', submittedAt: '2026-03-05T10:32:00+08:00' }`: shows the confirmation. */
  @property({ attribute: false }) receipt: Receipt | undefined;

  /** Somebody began to fill in, here or before: what is not met stands beside the questions from then on. */
  @state() private begun = false;
  @state() private step = '';
  @state() private stepsOpen = false;
  @state() private panelOpen = matchMedia(WIDE).matches;

  protected readonly names = new LentNames(this, () => this.hosts);
  private readonly current = new CurrentForm({
    parts: () => ({ definition: this.definition }),
    value: () => this.given ?? this.readDocument('value', this.jsonPart('value'), answersShape),
    options: () => ({ locale: this.locale, facts: this.formFacts() }),
    terms: () => this.givenTerms,
    hosts: () => this.hosts ?? {},
    changed: ({ steps }) => {
      this.actions.views.patch(steps);
      this.requestUpdate();
    },
  });
  private readonly actions = new FieldActions({
    element: this,
    hold: new PointerHold(this),
    model: () => this.model,
    locale: () => this.locale,
    words: () => this.words,
    facts: () => this.formFacts(),
    inTerms: (speak) => this.inTerms(speak),
    hosts: () => this.hosts,
    prefilled: () => this.desk.sources,
    show: (pointer) => this.focusField(pointer),
    changed: (event, pointer) => this.answered(event, pointer),
  });
  private readonly desk = new DraftDesk(this, {
    storage: () => this.usable.drafts,
    prefill: () => this.usable.prefill,
    subject: () => this.subject,
    model: () => this.model,
    answers: () => this.value,
    replace: (answers) => this.replaceAnswers(answers),
    announce: (answers) => this.emit<CobuildDraftDetail>('cobuild-draft', { answers }),
    view: () => ({ locale: this.locale, words: this.words, text: this.wordsOf(draftWords), inTerms: (speak) => this.inTerms(speak) }),
    focusForm: () => this.focusOn('.step h2'),
  });
  private readonly remarks = new ReturnedRemarks(this, {
    remarks: () => (this.receipt === undefined ? (this.readDocument('returned', this.returned, reviewShape)?.remarks ?? []) : []),
    given: () => this.markedByPage,
    state: () => this.model?.state,
    views: () => this.actions.views,
    view: () => this.viewWords,
    lead: (pointer) => void this.focusField(pointer),
    marked: (pointers) => this.emit<CobuildDealtWithDetail>('cobuild-dealt-with', { pointers }),
  });
  private readonly spoken = new SpokenLine(this);
  private readonly told = new ToldProblems((detail) => this.emit<CobuildProblemsDetail>('cobuild-problems', detail));
  private given: Answers | undefined;
  /** The model that has the problems from outside. */
  private informed: Form | undefined;

  constructor() {
    super();
    travelByKeys(this, this.actions, () => !this.busy && this.receipt === undefined && this.model !== undefined);
  }

  /** The answers as they are, `{ projectName: '暖心服务站' }`. Setting them is silent. A child script `data-part="value"` gives the first ones. */
  @property({ attribute: false })
  get value(): Answers {
    return this.model?.state.value ?? this.given ?? {};
  }
  set value(value: Answers | undefined) {
    this.given = this.readDocument('value', value, answersShape) ?? {};
    this.begun ||= Object.keys(this.given).length > 0;
    this.model?.load(this.given);
    this.desk.restart();
  }

  /** The form without its screen; `undefined` until there is a scheme with one. */
  get model(): Form | undefined {
    return this.current.form;
  }

  private get text(): ApplicationWords {
    return this.wordsOf(words);
  }

  private get viewWords(): ViewWords {
    return { locale: this.locale, words: this.words, text: this.text };
  }

  /** What the host gave, as far as it has the shape that is wanted. */
  private get usable() {
    return {
      scheme: this.readScheme(this.scheme),
      applicant: this.readDocument('applicant', this.applicant, applicantShape),
      facts: this.readDocument('facts', this.facts, factsShape) ?? {},
      returned: this.readDocument('returned', this.returned, reviewShape),
      drafts: this.readDocument('drafts', this.drafts, draftsShape),
      prefill: this.readDocument('prefill', this.prefill, prefillShape),
      dealtWith: this.markedByPage,
      problems: this.readLines('problems', this.problems, problemShape),
      receipt: this.readDocument('receipt', this.receipt, receiptShape),
    };
  }

  private get markedByPage(): readonly string[] {
    const pointers = this.readLines('dealtWith', this.dealtWith, pointerShape);
    return pointers.length === 0 ? NONE_DEALT_WITH : pointers;
  }

  private get definition(): FormDefinition | undefined {
    const { scheme } = this.usable;
    return scheme === undefined ? undefined : applicationForm(scheme);
  }

  /** The form that drafts belong to. */
  private get subject(): DraftSubject | undefined {
    const { scheme } = this.usable;
    const { definition } = this;
    return scheme === undefined || definition === undefined ? undefined : { definition, scheme: { id: scheme.id, version: scheme.version } };
  }

  private formFacts(): Facts {
    const { scheme, applicant, facts } = this.usable;
    return {
      ...facts,
      ...(applicant === undefined ? {} : { applicant }),
      ...(scheme === undefined ? {} : { parameters: parametersFact(scheme) }),
    };
  }

  protected override missingCode(): Promise<unknown> | undefined {
    return super.missingCode() ?? this.current.missing();
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { receipt, problems } = this.usable;
    if (changed.has('drafts')) this.desk.begin();
    if (changed.has('receipt') && receipt !== undefined) this.desk.finish();
    this.desk.update();
    const { model } = this;
    if (model) {
      const fresh = model !== this.informed;
      if (changed.has('locale')) model.setLocale(this.locale);
      if (changed.has('facts') || changed.has('applicant') || changed.has('scheme')) model.setFacts(this.formFacts());
      if (!fresh && (changed.has('facts') || changed.has('hosts'))) void this.current.checkRecords();
      if (changed.has('jsonParts') && this.given === undefined && !model.state.dirty) model.load(this.readDocument('value', this.jsonPart('value'), answersShape) ?? {});
      if (changed.has('problems') || (fresh && problems.length > 0)) model.setExternalProblems(problems);
      this.informed = model;
    }
  }

  protected override updated(changed: PropertyValues): void {
    const { receipt, returned, problems } = this.usable;
    if (changed.has('receipt') && receipt !== undefined) this.focusOn('#receipt');
    else if (changed.has('returned') && returned !== undefined) this.focusOn('#returned');
    else if (changed.has('problems') && problems.length > 0) focusErrorSummary(this.renderRoot);
    this.told.tell(this.model, receipt === undefined);
  }

  /** Shows the field of an answer on its step and focuses its control. */
  async focusField(pointer: string): Promise<boolean> {
    const { model } = this;
    const step = model && stepWith(model.state, pointer);
    if (step) this.turnTo(step.id);
    await this.updateComplete;
    return focusPointer(this.actions.views, pointer);
  }

  private replaceAnswers(answers: Answers): void {
    this.given = answers;
    this.model?.load(answers);
  }

  private answered(event: 'cobuild-input' | 'cobuild-change', pointer: string): void {
    this.begun = true;
    this.desk.answered();
    this.emit<CobuildFormDetail>(event, this.detail(pointer));
  }

  private detail(pointer: string): CobuildFormDetail {
    return { value: this.model?.submission() ?? {}, problems: this.model?.state.problems ?? [], pointer };
  }

  private turnTo(id: string): void {
    this.begun = true;
    this.step = id;
    this.stepsOpen = false;
  }

  private async openStep(id: string): Promise<void> {
    this.turnTo(id);
    await this.updateComplete;
    this.focusOn('.step h2');
  }

  private continueFrom(step: FormStep, next: string): void {
    void this.current.checkRecords();
    if (this.model?.showProblems(step.id) === true) void this.openStep(next);
    else this.showSummary();
  }

  private submit(): void {
    if (this.busy) return;
    void this.current.checkRecords();
    if (this.model?.showProblems() === true) this.emit<CobuildFormDetail>('cobuild-submit', this.detail(''), { cancelable: true });
    else this.showSummary();
  }

  private showSummary(): void {
    void this.updateComplete.then(() => focusErrorSummary(this.renderRoot));
  }

  private focusOn(selector: string): void {
    const target = this.renderRoot.querySelector<HTMLElement>(selector);
    target?.scrollIntoView({ block: 'nearest' });
    target?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    const { scheme, returned, receipt } = this.usable;
    const { model } = this;
    if (receipt !== undefined) return receiptPanel(receipt, scheme, this.viewWords);
    const problems = [...this.givenProblems, ...(scheme !== undefined && this.definition === undefined ? [noFormProblem(this.text)] : []), ...this.current.problems(this.words)];
    return html`${documentProblems(problems, this.words)} ${returned === undefined ? nothing : returnedBanner(returned, scheme, this.viewWords, this.remarks.list())}
    ${scheme === undefined ? (problems.length > 0 ? nothing : html`<p class="table-empty">${this.text.empty}</p>`) : (this.desk.wait() ?? (model ? this.applicationView(scheme, model) : nothing))}`;
  }

  private applicationView(scheme: Scheme, model: Form): TemplateResult {
    const { state: answers } = model;
    const steps = visibleSteps(answers);
    const step = this.step === CHECK ? undefined : (steps.find(({ id }) => id === this.step) ?? steps[0]);
    const lines = requirementLines(scheme, model, this.usable, this.locale);
    this.spoken.say(lines.length === 0 ? '' : `${this.text.eligibility}${this.words.colon}${this.text.counts(countLines(lines))}`);
    return html`<div class="application">
      <header class="application-head">
        <p class="form-title">${localize(model.definition.title, this.locale)}</p>
        ${this.desk.line()}
      </header>
      ${this.desk.notices()} ${this.desk.merge() ?? this.preCheck(scheme, steps) ?? this.stepsView(steps, step, lines, model)}
      <div class="visually-hidden" role="status">${this.spoken.text}</div>
      ${this.desk.spokenLine()}
    </div>`;
  }

  /** In place of the steps until somebody begins: what is known already not to be met. */
  private preCheck(scheme: Scheme, steps: readonly FormStep[]): TemplateResult | undefined {
    const { returned, problems, applicant, facts } = this.usable;
    const [first] = steps;
    if (first === undefined || this.begun || this.desk.resumed || this.jsonPart('value') !== undefined || this.model?.state.dirty === true || returned !== undefined || problems.length > 0) return undefined;
    const lines = linesKnownBefore(scheme, { answers: this.value, prefilled: this.desk.sources, applicant, facts }, this.locale);
    return lines.some(({ met }) => met === false) ? preCheckView(lines, this.viewWords, () => void this.openStep(first.id)) : undefined;
  }

  private stepsView(steps: readonly FormStep[], step: FormStep | undefined, lines: readonly EligibilityLine[], model: Form): TemplateResult {
    const select = (pointer: string): void => void this.focusField(pointer);
    return html`${stepList({
        steps: this.entries(steps),
        current: step?.id ?? CHECK,
        text: this.text,
        open: this.stepsOpen,
        onToggle: () => (this.stepsOpen = !this.stepsOpen),
        onSelect: (id) => void this.openStep(id),
      })}
      <div class="application-body">
        <fieldset class="form stack wide current-step ${step === undefined ? 'checking' : ''}" role="none" ?disabled=${this.busy}>
          ${this.desk.prefilled(step)}
          ${problemList(model.state, step, this.viewWords, select)}
          ${step === undefined ? checkView(steps, lines, this.viewWords, select) : stepView(step, this.actions, { readonly: false, long: areLong([step]) })}
          ${announcements(this.actions, this.words)} ${this.undoButtons ? undoButtons(model.state, this.locale, (way) => void this.actions.travel(way)) : nothing} ${this.buttons(steps, step)}
        </fieldset>
        ${lines.length === 0 ? nothing : html`<aside class="side" aria-label=${this.text.eligibility}>${this.panel(lines, select)}</aside>`}
      </div>`;
  }

  private entries(steps: readonly FormStep[]): readonly StepEntry[] {
    return [...steps.map(({ id, title, status }) => ({ id, title, status })), { id: CHECK, title: this.text.check, status: undefined }];
  }

  private panel(lines: readonly EligibilityLine[], onSelect: (pointer: string) => void): TemplateResult {
    return eligibilityPanel({
      lines,
      words: this.words,
      text: this.text,
      open: this.panelOpen,
      onToggle: (open) => (this.panelOpen = open),
      onSelect,
    });
  }

  private buttons(steps: readonly FormStep[], step: FormStep | undefined): TemplateResult {
    const position = step === undefined ? steps.length : steps.indexOf(step);
    const previous = steps[position - 1];
    const next = steps[position + 1];
    return html`<div class="actions">
      ${step === undefined
        ? button({ label: this.busy ? this.text.busy : this.text.submit, kind: 'primary', onClick: () => this.submit() })
        : button({ label: next === undefined ? this.text.toCheck : this.words.next, kind: 'primary', onClick: () => this.continueFrom(step, next?.id ?? CHECK) })}
      ${previous === undefined ? nothing : button({ label: this.words.back, onClick: () => void this.openStep(previous.id) })}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cobuild-application': CobuildApplication;
  }
  interface HTMLElementEventMap {
    'cobuild-draft': CustomEvent<CobuildDraftDetail>;
    'cobuild-dealt-with': CustomEvent<CobuildDealtWithDetail>;
  }
}
