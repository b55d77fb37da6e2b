import type { AnswerComparison, ConflictGround, EventActor, Problem } from '@cobuild/core';
import { compareAnswers, dateInZone, localize } from '@cobuild/core';
import type { CaseAction, CaseState, Reviewer } from '@cobuild/rules';
import { applicationForm, scoreSheet } from '@cobuild/rules';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { answersBody } from '../answers-view/answers-body.js';
import { answersStyles } from '../answers-view/answers.styles.js';
import { reviewWidgets } from '../answers-view/registries.js';
import type { FieldHosts } from '../hosts/field-hosts.js';
import { LentNames } from '../hosts/lent-names.js';
import type { SheetDraft, SheetDrafts } from '../hosts/sheet-drafts.js';
import { sheetDraftsShape } from '../hosts/sheet-drafts.js';
import { dueText } from '../internal/case-deadline.js';
import type { CobuildActionDetail } from '../internal/case-action-event.js';
import { ClearFocus } from '../internal/clear-focus.js';
import { CobuildElement } from '../internal/cobuild-element.js';
import { focusConfirmBox } from '../internal/confirm-box.js';
import { timeOf } from '../internal/dates.js';
import type { SchemeDocument } from '../internal/document-shapes.js';
import { actorShape, caseStateShape, dayShape, problemShape, reviewerShape } from '../internal/document-shapes.js';
import { errorSummary, focusErrorSummary } from '../internal/error-summary.js';
import { explanationStyles } from '../internal/explanation/explanation.styles.js';
import { explanationWords } from '../internal/explanation/words.js';
import { FocusKeeper } from '../internal/focus-keeper.js';
import { button, documentProblems, tag } from '../internal/pieces.js';
import { SpokenLine } from '../internal/spoken-line.js';
import { sharedStyles } from '../internal/styles.js';
import { caseList } from './case-list.js';
import { scoreSheetStyles } from './cobuild-score-sheet.styles.js';
import { panelView } from './panel-view.js';
import type { Asking, ScoreContext } from './score-context.js';
import type { DeskInput, ScoreDesk } from './score-desk.js';
import { scoreDesk } from './score-desk.js';
import { draftOf, emptySheet, markProblems, marksOf, runningScore, withMark } from './sheet-draft.js';
import { closedSheet, openSheet, recusalView, runningText } from './sheet-view.js';
import { scoreWords } from './words.js';

const SAVE_AFTER_MS = 1200;
const NO_CASES: readonly CaseState[] = [];

/**
 * The score sheet of one reviewer, for one case or for the cases of a batch one after the other; and for whoever closes the panel, what it has come to.
 * What a mark brings, who steps aside, whose sheet may be seen and when a panel can be closed is decided by `@cobuild/rules` and only shown here.
 *
 * What a reviewer may not see yet does not belong into their page: a server hands out what `visibleSheets()` lets through.
 *
 * @summary Score sheet of a reviewer, and the panel's result.
 * @slot evidence - What the reviewer reads while scoring; the answers of the application by default.
 * @fires {CustomEvent<CobuildActionDetail>} cobuild-action - A sheet was handed in or taken back, a relation declared, the panel closed; `caseId` says of which case. Cancelable.
 * @fires {CustomEvent<{ id: string }>} cobuild-open - The person turned to another case.
 * @csspart cases - The list of the batch.
 * @csspart error-summary - What the sheet lacks or the host refused.
 * @csspart total - The running total with the buttons.
 * @csspart panel - All sheets, for whoever may see them.
 * @example
 * Object.assign(document.querySelector('cobuild-score-sheet'), { scheme, states: [state], actor: { id: 'expert-1', role: 'expert' } });
 */
export class CobuildScoreSheet extends CobuildElement {
  static override styles: CSSResultGroup = [...sharedStyles, answersStyles, explanationStyles, scoreSheetStyles];

  /** The scheme or its published file; a child script `data-part="scheme"` does the same. */
  @property({ attribute: false }) scheme: SchemeDocument | undefined;
  /** The cases to score, each as `foldCase()` of `@cobuild/rules` returns it. */
  @property({ attribute: false }) states: readonly CaseState[] = NO_CASES;
  /** Who scores or closes the panel: `{ id: 'expert-1', name: '秦墨', role: 'expert', unit }`. */
  @property({ attribute: false }) actor: EventActor | undefined;
  /** Names, units and towns of the panel, `[{ id, name?, unit?, town? }]`, for recusal by the scheme and for naming who is missing. */
  @property({ attribute: false }) reviewers: readonly Reviewer[] = [];
  /** Id of the case that is open; the first that waits for a sheet by default. */
  @property({ attribute: 'case-id' }) caseId: string | undefined;
  /** Id of the expert group, where several groups score: its sheets alone are shown, and it is written into a sheet. */
  @property() panel: string | undefined;
  /** Name of that group for people: `第1专家评审组`. Its id is shown nowhere. */
  @property({ attribute: 'panel-title' }) panelTitle: string | undefined;
  /** Day on which the reviewer works, `YYYY-MM-DD`; the day on the wall in Beijing by default. */
  @property() today: string | undefined;
  /** Where sheets are kept before they are handed in, `{ load(caseId), save(caseId, draft), remove(caseId) }`; without it on the page alone. */
  @property({ attribute: false }) drafts: SheetDrafts | undefined;
  /** What the page lends to the answers: `{ lookUps, files }`. */
  @property({ attribute: false }) hosts: FieldHosts | undefined;
  /** The cases are on their way. */
  @property({ type: Boolean, reflect: true }) loading = false;
  /** An answer of the host is awaited: nothing is sent twice. */
  @property({ type: Boolean }) busy = false;
  /** Why the host refused the last action: `[{ code, severity, document, pointer, message, remedy? }]`. */
  @property({ attribute: false }) problems: readonly Problem[] = [];

  @state() private sheets: ReadonlyMap<string, SheetDraft> = new Map();
  @state() private asking: Asking = '';
  @state() private reason = '';
  @state() private reasonMissing = false;
  @state() private ground: ConflictGround = 'kin';
  @state() private checked = false;
  @state() private saving = '';
  private announcement = '';
  private given: Omit<DeskInput, 'state'> | undefined;
  private desks: readonly ScoreDesk[] = [];
  private withoutPanel = 0;
  private current = 0;
  private compared: AnswerComparison = { sections: [], changes: [] };
  private store: SheetDrafts | undefined;
  private day: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly spoken = new SpokenLine(this);

  constructor() {
    super();
    new LentNames(this, () => this.hosts, () => this.requestUpdate('hosts'));
    new FocusKeeper(this);
    new ClearFocus(this, '.total');
    this.addEventListener('keydown', this.shortcut);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.timer !== undefined) void this.save();
  }

  protected override willUpdate(changed: PropertyValues): void {
    const before = this.desk;
    this.given = this.readGiven();
    const states = this.readLines('states', this.states, caseStateShape);
    const { given } = this;
    const desks = given === undefined ? [] : states.map((caseState) => scoreDesk({ ...given, state: caseState }));
    this.desks = toldApart(desks.filter((desk): desk is ScoreDesk => desk !== undefined));
    this.withoutPanel = desks.length - this.desks.length;
    this.day = this.readDocument('today', this.today, dayShape);
    this.store = this.readDocument('drafts', this.drafts, sheetDraftsShape);
    // The case that is being worked on stays open when its state comes back, wherever it now stands in the list.
    const wanted = changed.has('caseId') ? this.caseId : before?.state.id ?? this.caseId;
    const found = this.desks.findIndex(({ state: { id } }) => id === wanted);
    this.current = found >= 0 ? found : Math.max(0, this.desks.findIndex(({ mayScore }) => mayScore));
    this.follow(before, this.desk);
    if (this.desk !== undefined && given !== undefined && (before?.state !== this.desk.state || changed.has('scheme') || changed.has('actor') || changed.has('locale') || changed.has('hosts'))) {
      const form = applicationForm(given.scheme);
      this.compared = form === undefined ? { sections: [], changes: [] } : compareAnswers(form, undefined, this.desk.state.answers, this.locale, { role: given.actor.role, stage: this.desk.stage.id });
    }
  }

  private get desk(): ScoreDesk | undefined {
    return this.desks[this.current];
  }

  private readGiven(): Omit<DeskInput, 'state'> | undefined {
    const scheme = this.readScheme(this.scheme);
    const actor = this.readDocument('actor', this.actor, actorShape);
    const reviewers = this.readLines('reviewers', this.reviewers, reviewerShape);
    return scheme && actor ? { scheme, actor, reviewers, locale: this.locale, ...(this.panel === undefined ? {} : { panel: this.panel }) } : undefined;
  }

  /** What a new state of the same case, or another case, means for what is being typed. */
  private follow(before: ScoreDesk | undefined, desk: ScoreDesk | undefined): void {
    if (desk === undefined) return;
    const id = desk.state.id;
    if (before?.state.id !== id) {
      Object.assign(this, { asking: '', checked: false, saving: '' });
      if (!this.sheets.has(id)) void this.load(id);
      return;
    }
    if (before.state === desk.state) return;
    this.asking = '';
    const text = this.wordsOf(scoreWords);
    if (before.own === undefined && desk.own !== undefined) {
      this.announcement = `${text.submittedPlain}${text.left({ count: this.desks.filter(({ mayScore }) => mayScore).length })}`;
      this.forget(id);
    } else if (before.own !== undefined && desk.own === undefined) {
      this.announcement = text.withdrawn;
      this.sheets = new Map([...this.sheets, [id, draftOf(before.own)]]);
    }
  }

  private forget(id: string): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.saving = '';
    this.checked = false;
    this.sheets = new Map([...this.sheets].filter(([key]) => key !== id));
    this.store?.remove(id).catch(() => undefined);
  }

  private async load(id: string): Promise<void> {
    const kept = await this.store?.load(id).catch(() => undefined);
    // What was typed meanwhile is newer.
    if (kept !== undefined && !this.sheets.has(id)) this.sheets = new Map([...this.sheets, [id, kept]]);
  }

  private change(draft: SheetDraft): void {
    const { desk } = this;
    if (desk === undefined) return;
    this.sheets = new Map([...this.sheets, [desk.state.id, draft]]);
    clearTimeout(this.timer);
    if (this.store !== undefined) this.timer = setTimeout(() => void this.save(), SAVE_AFTER_MS);
  }

  private async save(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const id = this.desk?.state.id;
    const draft = id === undefined ? undefined : this.sheets.get(id);
    if (this.store === undefined || id === undefined || draft === undefined) return;
    const text = this.wordsOf(scoreWords);
    try {
      const { savedAt } = await this.store.save(id, draft);
      if (this.desk?.state.id === id && this.desk.own === undefined) this.saving = this.inTerms(() => text.saved({ time: timeOf(savedAt, this.locale) }));
    } catch {
      if (this.desk?.state.id === id) this.saving = text.notSaved;
    }
  }

  private send(action: CaseAction): void {
    const caseId = this.desk?.state.id;
    if (!this.busy && caseId !== undefined) this.emit<CobuildActionDetail>('cobuild-action', { action, caseId }, { cancelable: true });
  }

  private submit(context: ScoreContext): void {
    const { desk, draft, score } = context;
    this.checked = true;
    if (score.outcome === 'invalid' || score.missing.some((id) => desk.scoring.criteria.find((criterion) => criterion.id === id)?.byFact === undefined)) {
      void this.updateComplete.then(() => focusErrorSummary(this.renderRoot));
      return;
    }
    const { actor } = this.given ?? {};
    const comment = draft.comment.trim();
    const deviationReason = draft.deviationReason.trim();
    this.send({
      type: 'scoreSubmitted',
      data: {
        stage: desk.stage.id, reviewer: actor?.id, ...(actor?.name === undefined ? {} : { name: actor.name }), ...(this.panel === undefined ? {} : { panel: this.panel }),
        marks: marksOf(draft, desk.scoring), ...(comment === '' ? {} : { comment }), ...(deviationReason === '' ? {} : { deviationReason }),
      },
    });
  }

  private ask(asking: Asking): void {
    const before = this.asking;
    Object.assign(this, { asking, reason: '', reasonMissing: false, ground: 'kin' });
    if (asking === 'closing') void this.updateComplete.then(() => focusConfirmBox(this.renderRoot));
    else void this.focusLater(asking === 'recusal' ? '#ground' : asking === 'withdrawal' ? '#reason' : before === 'recusal' ? '#recuse' : before === 'withdrawal' ? '#withdraw' : '#close');
  }

  /** Sends what needs a reason, or asks for it. */
  private withReason(action: (reason: string) => CaseAction): void {
    const reason = this.reason.trim();
    this.reasonMissing = reason === '';
    if (reason === '') void this.focusLater('#reason');
    else this.send(action(reason));
  }

  private open(index: number): void {
    const desk = this.desks[index];
    if (desk === undefined) return;
    if (this.timer !== undefined) void this.save();
    this.announcement = '';
    this.caseId = desk.state.id;
    void this.focusLater('.score-title');
    this.emit('cobuild-open', { id: desk.state.id });
  }

  private readonly shortcut = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.ctrlKey) this.renderRoot.querySelector<HTMLElement>('#submit')?.click();
    else if (event.altKey && (event.key === 'PageDown' || event.key === 'PageUp')) this.open(this.current + (event.key === 'PageDown' ? 1 : -1));
    else return;
    event.preventDefault();
  };

  private nextMark(from: HTMLElement): void {
    const fields = Array.from(this.renderRoot.querySelectorAll<HTMLInputElement>('.mark:not(:disabled)'));
    const next = fields[fields.indexOf(from as HTMLInputElement) + 1] ?? this.renderRoot.querySelector<HTMLElement>('#submit');
    next?.focus();
    if (next instanceof HTMLInputElement) next.select();
  }

  private async focusLater(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  private readonly goTo = ({ pointer }: Problem): void => {
    const criterion = /^\/marks\/(.*)$/.exec(pointer)?.[1];
    void this.focusLater(criterion === undefined ? '.mark' : `#${CSS.escape(`mark-${criterion}`)}`);
  };

  protected override updated(changed: PropertyValues): void {
    if (changed.has('problems') && this.refusals().length > 0) focusErrorSummary(this.renderRoot);
  }

  private refusals(): readonly Problem[] {
    return this.readLines('problems', this.problems, problemShape);
  }

  private context(desk: ScoreDesk): ScoreContext {
    const text = this.wordsOf(scoreWords);
    const draft = this.sheets.get(desk.state.id) ?? emptySheet;
    const marks = desk.own?.marks ?? marksOf(draft, desk.scoring);
    const score = scoreSheet(desk.scoring, marks, { facts: desk.facts });
    const problems = markProblems(desk.scoring, score, (title) => `${title}${this.words.colon}${text.notKnown}`, this.locale).filter(({ code }) => this.checked || code !== 'score/missing');
    const context: ScoreContext = {
      words: text, common: this.words, explanation: this.wordsOf(explanationWords), locale: this.locale, desk, draft, score, running: runningScore(desk.scoring, draft, score), problems,
      asking: this.asking, ground: this.ground, reason: this.reason, reasonMissing: this.reasonMissing, busy: this.busy, saving: this.saving,
      mark: (mark) => this.change(withMark(draft, mark)),
      write: (changed) => this.change({ ...draft, ...changed }),
      ask: (asking) => this.ask(asking),
      chooseGround: (ground) => (this.ground = ground),
      writeReason: (reason) => (this.reason = reason),
      send: (action) => this.send(action),
      submit: () => this.submit(context),
      save: () => void this.save(),
      withdraw: () => this.withReason((reason) => ({ type: 'scoreWithdrawn', data: { stage: desk.stage.id, reviewer: this.given?.actor.id, reason } })),
      declare: () => this.withReason((reason) => ({ type: 'conflictDeclared', data: { member: this.given?.actor.id, ground: this.ground, reason } })),
      close: () => {
        this.asking = '';
        this.send({ type: 'scoringClosed', data: { stage: desk.stage.id } });
      },
      nextMark: (from) => this.nextMark(from),
    };
    return context;
  }

  protected override render(): TemplateResult {
    const { desk, given } = this;
    const text = this.wordsOf(scoreWords);
    const refused = this.refusals();
    const problems = documentProblems(this.givenProblems, this.words);
    if (this.loading) return html`${problems}<div class="skeleton" aria-hidden="true"><span></span><span></span><span></span></div><p class="visually-hidden" role="status">${text.loading}</p>`;
    if (given === undefined) return html`${problems}`;
    if (desk === undefined) return html`${problems}<p class="table-empty">${this.withoutPanel > 0 ? text.notAtPanel : text.empty}</p>`;
    const context = this.context(desk);
    if (desk.mayScore) this.spoken.say(runningText(context));
    return html`${problems}<article class="scores stack wide">
      ${caseList({ desks: this.desks, current: this.current, words: text, open: (index) => this.open(index) })} ${this.head(context)}
      ${keyed(desk.state.id, this.body(context, given, refused))}
      <p class="visually-hidden" role="status" id="running">${this.spoken.text}</p>
      <p class="visually-hidden" role="status" id="announcement">${this.busy ? text.working : this.announcement}</p>
    </article>`;
  }

  private head({ desk, words: text, locale }: ScoreContext): TemplateResult {
    const today = this.day ?? dateInZone(new Date().toISOString());
    return html`<header class="stack tight">
      <h2 class="score-title" tabindex="-1">${desk.title}</h2>
      <p class="facts">
        <span>${text.applicant}${this.words.colon}${desk.state.applicant.name ?? desk.state.applicant.id}</span>
        <span>${localize(desk.stage.title, locale)}</span>
        ${desk.due === undefined ? nothing : html`<span>${text.due({ date: dueText(desk.due, locale) })}</span>${today > desk.due.date ? tag('danger', text.overdue, 'clock') : nothing}`}
      </p>
      <p class="to-sheet no-print">${button({ label: text.toSheet, onClick: () => this.showSheet() })}</p>
    </header>`;
  }

  private showSheet(): void {
    const side = this.renderRoot.querySelector<HTMLElement>('.side > section');
    side?.scrollIntoView({ block: 'start' });
    side?.focus({ preventScroll: true });
  }

  private body(context: ScoreContext, { scheme }: Omit<DeskInput, 'state'>, refused: readonly Problem[]): TemplateResult {
    const { desk, words: text, problems, locale } = context;
    const summary = [...(this.checked && desk.own === undefined ? problems : []), ...refused];
    const aside = desk.recusal?.kind === 'hard';
    const seesOthers = desk.panel !== undefined && !aside && (desk.runs || desk.visible.sheets.some(({ reviewer }) => reviewer !== this.given?.actor.id));
    const hasPanel = desk.runs || seesOthers;
    const isReviewer = desk.mayScore || desk.own !== undefined || aside;
    return html`<div class="columns">
      <section class="evidence stack" tabindex="-1" aria-labelledby="evidence-title">
        <h3 id="evidence-title">${text.evidence}</h3>
        <slot name="evidence">${answersBody(this.compared.sections, { locale, words: this.words, widgets: reviewWidgets, hosts: this.hosts, level: 4 })}</slot>
      </section>
      <div class="side stack wide">
        ${refused.length === 0 ? nothing : html`<p class="refused">${text.refused}</p>`}
        ${errorSummary({ problems: summary, words: this.words, onSelect: this.goTo, text: ({ message, remedy }) => (remedy === undefined ? message : `${message} ${remedy}`) })}
        ${isReviewer
          ? html`<section class="sheet stack" tabindex="-1" aria-labelledby="sheet-title">
              <h3 id="sheet-title">${text.sheet}</h3>
              ${recusalView(context)} ${aside ? nothing : desk.own !== undefined ? closedSheet(context, desk.own, scheme) : openSheet(context, scheme)}
            </section>`
          : nothing}
        ${hasPanel ? panelView(context, this.panelTitle) : isReviewer ? nothing : html`<p class="muted">${desk.closed ? text.closed : text.scoredBy({ role: desk.roleTitle })}</p>`}
      </div>
    </div>`;
  }
}

/** Projects of the same name get their number. */
function toldApart(desks: readonly ScoreDesk[]): readonly ScoreDesk[] {
  return desks.map((desk) => (desks.some((other) => other !== desk && other.title === desk.title) ? { ...desk, title: `${desk.title}（${desk.state.id}）` } : desk));
}

declare global {
  interface HTMLElementTagNameMap {
    'cobuild-score-sheet': CobuildScoreSheet;
  }
}
