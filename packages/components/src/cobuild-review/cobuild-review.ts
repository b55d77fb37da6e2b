import type { AnswerComparison, AnswerRemark, Calendar, EventActor, Facts, FormDefinition, Problem } from '@cobuild/core';
import { chinaCalendar, compareAnswers, dateInZone, localize, parametersFact, visibleLabel, visibleRemarks } from '@cobuild/core';
import type { CaseAction, CaseState, ObjectionState } from '@cobuild/rules';
import { actionProblems, applicationForm } from '@cobuild/rules';
import type { PropertyValues, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { AnswersView } from '../answers-view/answer-widget.js';
import { answersBody } from '../answers-view/answers-body.js';
import { answersStyles } from '../answers-view/answers.styles.js';
import { reviewWidgets } from '../answers-view/registries.js';
import { Remarks } from '../answers-view/remarks.js';
import { answersWords } from '../answers-view/words.js';
import type { CobuildForm } from '../cobuild-form/cobuild-form.js';
import type { CobuildActionDetail } from '../internal/case-action-event.js';
import type { FieldHosts } from '../hosts/field-hosts.js';
import { LentNames } from '../hosts/lent-names.js';
import { CobuildElement } from '../internal/cobuild-element.js';
import { focusConfirmBox } from '../internal/confirm-box.js';
import { endOfDay } from '../internal/dates.js';
import type { SchemeDocument } from '../internal/document-shapes.js';
import { actorShape, calendarShape, caseStateShape, dayShape, problemShape } from '../internal/document-shapes.js';
import { errorSummary, focusErrorSummary } from '../internal/error-summary.js';
import { FocusKeeper } from '../internal/focus-keeper.js';
import { documentProblems } from '../internal/pieces.js';
import { sheetForm } from '../internal/sheet-form.js';
import { sharedStyles } from '../internal/styles.js';
import { timelineStyles } from '../internal/timeline.js';
import { answeredRemarks } from './answered-remarks.js';
import type { AssignmentDesk, ReviewCandidate } from './assignment-desk.js';
import { assignmentOf, candidateShape } from './assignment-desk.js';
import { assignmentPanel } from './assignment-panel.js';
import type { OverrideDesk } from './override-desk.js';
import { overridesOf } from './override-desk.js';
import { overridePanel } from './override-panel.js';
import { publicityPanel } from './publicity-panel.js';
import type { Panel, ReviewContext, ReviewDraft } from './review-context.js';
import { changesNote, reviewHeader, whoActs } from './review-header.js';
import type { Desk, DeskInput } from './review-desk.js';
import { deskOf, goesBack, goesOn } from './review-desk.js';
import { chosenOutcome, outcomeSheet, sheetProblems } from './review-sheet.js';
import { reviewStyles } from './review.styles.js';
import { timeline } from './timeline.js';
import { words } from './words.js';

const NO_REMARKS: readonly AnswerRemark[] = [];
const NOTHING: AnswerComparison = { sections: [], changes: [] };
const NO_OVERRIDES: OverrideDesk = { targets: [], refused: [] };
const blank: ReviewDraft = { outcome: '', reason: '', confirming: false, checked: false, answers: {}, override: undefined, reviewers: undefined, group: undefined, groupReason: '', seed: '' };
/** Acts that have a panel of their own beside the sheet. */
const PANELS: Readonly<Partial<Record<CaseAction['type'], Panel>>> = { overrideProposed: 'override', overrideConfirmed: 'override', overrideDeclined: 'override', reviewersAssigned: 'assignment' };

/**
 * A desk at which an office works on one application: the answers on the left, on the right the sheet of its stage, with all earlier opinions below.
 *
 * @summary Review of an application by an office.
 * @fires {CustomEvent<CobuildActionDetail>} cobuild-action - The office settles the stage, posts a notice, answers an objection, sets an automatic result aside in two steps, or assigns reviewers; cancelable.
 * @slot records - What stands on the sheet before its form, such as a `cobuild-evidence` where the stage asks for records.
 * @csspart error-summary - The list of what the sheet lacks or the host refused.
 * @example
 * Object.assign(document.querySelector('cobuild-review'), { scheme, state, actor: { id: 'r1', role: 'townReviewer', unit: 'hecheng' }, today: '2026-03-06' });
 */
export class CobuildReview extends CobuildElement {
  static override styles = [...sharedStyles, answersStyles, timelineStyles, reviewStyles];

  /** The scheme or its published file; a child script `data-part="scheme"` does the same. */
  @property({ attribute: false }) scheme: SchemeDocument | undefined;
  /** The case as `foldCase()` of `@cobuild/rules` returns it. */
  @property({ attribute: false }) state: CaseState | undefined;
  /** Who works here: `{ id: 'reviewer-hecheng', name: '黄启文', role: 'townReviewer', unit: 'hecheng' }`. */
  @property({ attribute: false }) actor: EventActor | undefined;
  /** Day on which the office works, `YYYY-MM-DD`; the day on the wall in Beijing by default. */
  @property() today: string | undefined;
  /** Working days, `{ version, isWorkingDay(date), isAnnounced(year) }`; those of China by default. */
  @property({ attribute: false }) calendar: Calendar = chinaCalendar;
  /** An answer of the host is awaited: nothing is sent twice. */
  @property({ type: Boolean }) busy = false;
  /** Why the host refused the last action, `{ code, severity, document, pointer, message, remedy? }`; those of the document `answers` are shown in the stage's form. */
  @property({ attribute: false }) problems: readonly Problem[] = [];

  /** What the page lends: registers, so that answers stored as codes are shown by their names, and where files are opened: `{ lookUps: { areas }, files }`. */
  @property({ attribute: false }) hosts: FieldHosts | undefined;

  /** From whom reviewers are chosen, where this person assigns them: `{ id, name, unit, town, relations, fields, load }`, `load` being what they have to do already. */
  @property({ attribute: false }) reviewers: readonly ReviewCandidate[] = [];

  @state() private draft: ReviewDraft = blank;
  /** Where the last action came from: its refusal is said there. */
  @state() private sentFrom: Panel = 'sheet';
  /** What the rules refused before the host was asked. */
  @state() private refusedHere: readonly Problem[] = [];
  private overrides = NO_OVERRIDES;
  private assignment: AssignmentDesk | undefined;
  private given: DeskInput | undefined;
  private desk: Desk | undefined;
  private compared = NOTHING;
  private formFacts: Facts = {};
  private formProblems: readonly Problem[] = [];
  /** A new number for every new sheet: its form starts empty, also at the same stage after a return. */
  private sheetNumber = 0;
  /** New for each sheet: the remarks of the one before are gone with it. */
  private firstRemarks = NO_REMARKS;
  private readonly remarks = new Remarks(this, {
    given: () => this.firstRemarks,
    readonly: () => !this.sendsBack,
    words: () => this.wordsOf(answersWords),
    changed: () => this.requestUpdate(),
  });
  @query('cobuild-form') private readonly form!: CobuildForm | null;

  constructor() {
    super();
    new LentNames(this, () => this.hosts, () => this.requestUpdate('hosts'));
    new FocusKeeper(this);
  }

  protected override willUpdate(changed: PropertyValues): void {
    const earlierState = this.given?.state;
    const given = this.readGiven();
    this.given = given;
    this.desk = given && deskOf(given);
    const candidates = this.readLines('reviewers', this.reviewers, candidateShape);
    if (['scheme', 'state', 'actor', 'today', 'calendar', 'locale', 'terms', 'jsonParts', 'reviewers'].some((name) => changed.has(name))) {
      this.overrides = given === undefined ? NO_OVERRIDES : overridesOf(given);
      this.assignment = given && assignmentOf(given, candidates);
    }
    if (changed.has('problems')) this.refusedHere = [];
    // The form takes what it is given anew as new: the same objects until something changes.
    if (changed.has('problems')) this.formProblems = this.refusals().filter(({ document }) => document === 'answers');
    if (given === undefined) return;
    const { scheme, state: caseState, actor, locale, today } = given;
    const otherCase = changed.has('state') || changed.has('scheme') || changed.has('jsonParts');
    if (otherCase || changed.has('today')) this.formFacts = { ...caseState.answers, applicant: caseState.applicant, today, parameters: parametersFact(scheme) };
    if (otherCase) this.startOver(caseState, earlierState);
    if (otherCase || changed.has('actor') || changed.has('locale') || changed.has('hosts')) {
      const form = applicationForm(scheme);
      const earlier = caseState.submissions[caseState.submissions.length - 2]?.answers;
      this.compared = form ? compareAnswers(form, earlier, caseState.answers, locale, { role: actor.role, stage: caseState.stage }) : NOTHING;
    }
  }

  private readGiven(): DeskInput | undefined {
    const scheme = this.readScheme(this.scheme);
    const caseState = this.readDocument('state', this.state, caseStateShape);
    const actor = this.readDocument('actor', this.actor, actorShape);
    const today = this.readDocument('today', this.today, dayShape) ?? dateInZone(new Date().toISOString());
    const calendar = this.readDocument('calendar', this.calendar, calendarShape) ?? chinaCalendar;
    return scheme && caseState && actor ? { scheme, state: caseState, actor, today, calendar, locale: this.locale } : undefined;
  }

  private refusals(): readonly Problem[] {
    return this.readLines('problems', this.problems, problemShape);
  }

  /** A draft belongs to a stage. While the case stays there (a notice, an answered objection) the rest of it is kept. */
  private startOver(caseState: CaseState, earlier: CaseState | undefined): void {
    const done = PANELS[caseState.history[caseState.history.length - 1]?.type ?? 'submitted'];
    if (done !== undefined && earlier?.sequence !== caseState.sequence) this.change({ override: undefined, reviewers: undefined, group: undefined, groupReason: '', seed: '' });
    if (earlier?.id === caseState.id && earlier.stage === caseState.stage && earlier.submissions.length === caseState.submissions.length) return;
    // At the end of a notice there is one usual outcome, and its button says what it waits for; a reviewer is led to none.
    const usual = this.desk?.stage.method === 'publicity' ? this.desk.outcomes.find(({ outcome }) => goesOn(outcome)) : undefined;
    this.draft = { ...blank, outcome: usual?.outcome.id ?? '' };
    this.sheetNumber += 1;
    this.firstRemarks = [];
  }

  /** The chosen outcome gives the application back to the applicant. */
  private get sendsBack(): boolean {
    const { given, desk, draft } = this;
    const chosen = desk?.outcomes.find(({ outcome }) => outcome.id === draft.outcome);
    return given !== undefined && chosen !== undefined && desk?.mayAct === true && goesBack(chosen.outcome, given.scheme);
  }

  protected override updated(changed: PropertyValues): void {
    const refused = changed.has('problems') ? this.refusals() : [];
    if (refused.length === 0 || this.sentFrom !== 'sheet') return;
    if (this.form && refused.every(({ document }) => document === 'answers')) void this.form.focusErrors();
    else focusErrorSummary(this.renderRoot);
  }

  private change(draft: Partial<ReviewDraft>): void {
    this.draft = { ...this.draft, ...draft };
  }

  private send(action: CaseAction): void {
    if (this.busy) return;
    this.sentFrom = PANELS[action.type] ?? 'sheet';
    this.refusedHere = [];
    this.emit<CobuildActionDetail>('cobuild-action', { action }, { cancelable: true });
  }

  private assign(action: CaseAction): void {
    const { given } = this;
    if (this.busy || given === undefined) return;
    const { scheme, state: caseState, actor, today, calendar, locale } = given;
    const refused = this.inTerms(() => actionProblems(scheme, caseState, action, actor, endOfDay(today), { calendar, schemeHash: caseState.schemeHash, locale }));
    if (refused.length === 0) return this.send(action);
    this.sentFrom = 'assignment';
    this.refusedHere = refused;
  }

  private submit(context: ReviewContext): void {
    this.remarks.keepOpen();
    const missing = sheetProblems(context);
    const chosen = chosenOutcome(context)?.outcome;
    this.change({ checked: true });
    // An unfinished form may go back with a return or a refusal; where the stage is done it has to be complete.
    const formRight = !this.form || (chosen !== undefined && !goesOn(chosen)) || this.form.reportValidity();
    if (missing.length > 0 && formRight) void this.updateComplete.then(() => focusErrorSummary(this.renderRoot));
    if (missing.length > 0 || !formRight || chosen === undefined) return;
    if (chosen.kind === 'reject') {
      this.change({ confirming: true, override: undefined });
      void this.updateComplete.then(() => focusConfirmBox(this.renderRoot));
    } else this.sendReview();
  }

  private sendReview(): void {
    const { outcome } = this.draft;
    const reason = this.draft.reason.trim();
    const answers = this.form?.model?.submission();
    const asksReason = this.desk?.outcomes.some((item) => item.outcome.id === outcome && (item.outcome.reason ?? 'none') !== 'none') === true;
    this.send({ type: 'reviewed', data: { stage: this.desk?.stage.id, outcome, ...(asksReason && reason !== '' ? { reason } : {}), ...(answers === undefined ? {} : { answers }), ...(this.sendsBack && this.remarks.all.length > 0 ? { remarks: this.remarks.all } : {}) } });
  }

  private cancelConfirm(): void {
    this.change({ confirming: false });
    void this.focusLater('#submit');
  }

  private answerObjection({ id }: ObjectionState): void {
    const typed = this.draft.answers[id] ?? { answer: '' };
    this.change({ answers: { ...this.draft.answers, [id]: { ...typed, checked: true } } });
    if (typed.upheld === undefined) void this.focusLater(`[name="${CSS.escape(`finding-${id}`)}"]`);
    else if (typed.answer.trim() === '') void this.focusLater(`#${CSS.escape(`answer-${id}`)}`);
    else this.send({ type: 'objectionAnswered', data: { objection: id, upheld: typed.upheld, answer: typed.answer.trim() } });
  }

  private async focusLater(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  private showSheet(): void {
    const sheet = this.renderRoot.querySelector<HTMLElement>('.sheet');
    sheet?.scrollIntoView({ block: 'start' });
    sheet?.focus({ preventScroll: true });
  }

  /** What the answer of a remark is called for this reader; its pointer where the form has no such question. */
  private labelOf({ pointer }: AnswerRemark): string {
    const form = this.given && applicationForm(this.given.scheme);
    return (form && this.given && visibleLabel(form, pointer, { role: this.given.actor.role, stage: this.given.state.stage }, this.locale)) ?? pointer;
  }

  private showRemark(remark?: AnswerRemark): void {
    if (remark !== undefined) return this.remarks.show(remark.pointer);
    const answers = this.renderRoot.querySelector<HTMLElement>('.answers');
    answers?.scrollIntoView({ block: 'start' });
    answers?.focus({ preventScroll: true });
  }

  private readonly goTo = ({ pointer }: Problem): void => {
    const remark = /^\/data\/remarks\/(\d+)/.exec(pointer);
    if (remark !== null) return this.showRemark(this.remarks.all[Number(remark[1])]);
    void this.focusLater(pointer.startsWith('/data/reason') ? '#reason' : '#outcomes input');
  };

  protected override render(): TemplateResult {
    const { given, desk } = this;
    const problems = documentProblems(this.givenProblems, this.words);
    if (!given || !desk) return html`${problems}`;
    const { scheme, state: caseState, actor, locale } = given;
    const text = this.wordsOf(words);
    const context: ReviewContext = {
      ...given, words: text, common: this.words, desk, draft: this.draft, busy: this.busy, remarks: this.remarks.all,
      labelOf: (remark) => this.labelOf(remark),
      showRemark: (remark) => this.showRemark(remark),
      overrides: this.overrides, assignment: this.assignment, refused: { panel: this.sentFrom, problems: this.refusedHere.length > 0 ? this.refusedHere : this.refusals() },
      assign: (action) => this.assign(action),
      focusLater: (selector) => void this.focusLater(selector),
      change: (draft) => this.change(draft),
      send: (action) => this.send(action),
      choose: (outcome) => this.change({ outcome, confirming: false }),
      submit: () => this.submit(context),
      confirmed: () => {
        this.change({ confirming: false });
        void this.focusLater('#submit');
        this.sendReview();
      },
      cancelConfirm: () => this.cancelConfirm(),
      answerObjection: (objection) => this.answerObjection(objection),
    };
    return html`${problems}<article class="review stack wide">
      ${reviewHeader(context, () => this.showSheet())}
      <div class="columns">
        <section class="answers stack wide" tabindex="-1" aria-labelledby="answers-title">
          <h3 id="answers-title">${text.answers}</h3>
          ${changesNote(context, this.compared.changes.length)} ${this.answered(context)}
          ${answersBody(this.compared.sections, { ...this.view, earlier: 'folded', origins: true, level: 4, ...(this.sendsBack || this.remarks.all.length > 0 ? { remarks: this.remarks } : {}) })}
          <p class="visually-hidden" role="status">${this.remarks.announcement}</p>
        </section>
        <div class="side stack wide">
          <section class="sheet panel stack" tabindex="-1" aria-labelledby="sheet-title">
            <h3 id="sheet-title">${localize(desk.stage.title, locale)}</h3>
            <slot name="records"></slot>
            ${desk.mayAct ? this.sheet(context) : whoActs(context)}
          </section>
          ${assignmentPanel(context)} ${overridePanel(context)}
          ${timeline({ scheme, state: caseState, role: actor.role, locale, words: text })}
        </div>
      </div>
      <p class="visually-hidden" role="status">${this.busy ? text.working : ''}</p>
    </article>`;
  }

  private get view(): AnswersView {
    return { locale: this.locale, words: this.words, widgets: reviewWidgets, hosts: this.hosts };
  }

  /** What was noted at the return that the present answers follow. */
  private answered({ scheme, state: { submissions, stage }, actor, words: text }: ReviewContext): TemplateResult | typeof nothing {
    const form = applicationForm(scheme);
    const given = submissions[submissions.length - 1]?.after?.remarks ?? NO_REMARKS;
    const remarks = form === undefined ? NO_REMARKS : visibleRemarks(form, given, { role: actor.role, stage });
    return answeredRemarks({ remarks, sections: this.compared.sections, labelOf: (remark) => this.labelOf(remark), view: this.view, text });
  }

  private sheet(context: ReviewContext): TemplateResult {
    const { desk, words: text, scheme, draft } = context;
    // The form of a vote is the sheet of its meeting, which is entered as a record; what is settled here is a return or a refusal.
    const definition = desk.stage.method === 'vote' ? undefined : scheme.forms.find(({ id }) => id === desk.stage.form);
    const refused = this.sentFrom === 'sheet' ? this.refusals().filter(({ document }) => document !== 'answers' || definition === undefined) : [];
    const summary = [...(draft.checked ? sheetProblems(context) : []), ...refused];
    return html`${definition === undefined ? nothing : this.stageForm(definition, context)} ${desk.stage.method === 'publicity' ? publicityPanel(context) : nothing}
      ${refused.length === 0 ? nothing : html`<p class="refused">${text.refused}</p>`}
      ${errorSummary({ problems: summary, words: this.words, onSelect: this.goTo, text: ({ message, remedy }) => (remedy === undefined ? message : `${message} ${remedy}`) })}
      ${outcomeSheet(context)}`;
  }

  private stageForm(definition: FormDefinition, { words: text }: ReviewContext): TemplateResult {
    const form = html`<cobuild-form aria-label=${text.form} actions-hidden .hosts=${this.hosts} .definition=${sheetForm(definition)} .facts=${this.formFacts} .problems=${this.formProblems}></cobuild-form>`;
    return html`${keyed(this.sheetNumber, form)}`;
  }
}
