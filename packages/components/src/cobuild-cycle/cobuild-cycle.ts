import type { Calendar, Cycle, EventActor, FormDefinition, Problem, Scheme } from '@cobuild/core';
import { chinaCalendar, dateInZone, formatDate, localize } from '@cobuild/core';
import type { CaseAction, CaseCycle, CaseState, CycleAction, CyclePhaseState } from '@cobuild/rules';
import { actionProblems, caseCycles, explainDuty } from '@cobuild/rules';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { CobuildForm } from '../cobuild-form/cobuild-form.js';
import { atQuestion } from '../internal/at-question.js';
import type { CobuildActionDetail } from '../internal/case-action-event.js';
import { CobuildElement } from '../internal/cobuild-element.js';
import { endOfDay } from '../internal/dates.js';
import type { SchemeDocument } from '../internal/document-shapes.js';
import { actorShape, calendarShape, caseStateShape, dayShape, problemShape } from '../internal/document-shapes.js';
import { FocusKeeper } from '../internal/focus-keeper.js';
import { button, documentProblems, noticeBox, tag } from '../internal/pieces.js';
import { ENTRY_FORM, entryForm } from '../internal/project/entry-form.js';
import { choiceQuestion, enteredText, shortForm, textQuestion } from '../internal/project/form-parts.js';
import { projectStyles } from '../internal/project/project.styles.js';
import { sharedStyles } from '../internal/styles.js';
import { cycleWords } from './words.js';

interface CycleDesk {
  readonly scheme: Scheme;
  readonly state: CaseState;
  readonly actor: EventActor | undefined;
  readonly today: string;
  readonly calendar: Calendar;
}

/** What is being recorded: of which cycle, and of which duty. */
interface Entry { readonly kind: 'done' | 'renew' | 'withdraw'; readonly cycle: string; readonly duty: string }

const TONES = { past: 'neutral', now: 'success', later: 'neutral', overdue: 'danger' } as const;

/**
 * The years of what was approved (创建、表彰、推广): the phases with their days, what is to be done in the present one, renewal and withdrawal. Whoever keeps the cycle records; everybody
 * else reads. Nothing where the scheme keeps no cycle in its cases, or the case has not begun one.
 *
 * @summary Years of an approved case: phases, duties, renewal, withdrawal.
 * @fires {CustomEvent<CobuildActionDetail>} cobuild-action - A duty done, a renewal or a withdrawal is recorded; cancelable.
 * @csspart phases - The phases of a cycle.
 * @csspart due - What is to be done in the present phase.
 * @csspart told - Who is reminded of a duty, and told when it is late, with the days.
 * @example
 * Object.assign(document.querySelector('cobuild-cycle'), { scheme, state, actor: { id: 'o1', role: 'siteOfficer' }, today: '2019-12-01' });
 */
export class CobuildCycle extends CobuildElement {
  static override styles: CSSResultGroup = [...sharedStyles, projectStyles];

  /** The scheme or its published file; a child script `data-part="scheme"` does the same. */
  @property({ attribute: false }) scheme: SchemeDocument | undefined;
  /** The case as `foldCase()` of `@cobuild/rules` returns it. */
  @property({ attribute: false }) state: CaseState | undefined;
  /** Who works here; without somebody, and for whoever does not keep the cycle, it is for reading. */
  @property({ attribute: false }) actor: EventActor | undefined;
  /** Day on which the person works, `YYYY-MM-DD`; the day on the wall in Beijing by default. */
  @property() today: string | undefined;
  /** Working days; those of China by default. */
  @property({ attribute: false }) calendar: Calendar = chinaCalendar;
  /** An answer of the host is awaited: nothing is sent twice. */
  @property({ type: Boolean }) busy = false;
  /** Why the host refused the last action: `[{ code, severity, document, pointer, message, remedy? }]`. */
  @property({ attribute: false }) problems: readonly Problem[] = [];

  @state() private entry: Entry | undefined;
  @state() private refused: readonly Problem[] = [];
  private definition: FormDefinition | undefined;
  private startValue: Readonly<Record<string, unknown>> = {};
  @query('cobuild-form') private readonly form!: CobuildForm | null;

  constructor() {
    super();
    new FocusKeeper(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('problems')) this.refused = this.readLines('problems', this.problems, problemShape).map(atQuestion);
    const before = changed.get('state');
    if (this.entry !== undefined && before !== undefined && before.sequence !== this.state?.sequence) this.close();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('refused') && this.refused.length > 0) void this.form?.updateComplete.then(() => this.form?.focusErrors());
  }

  private readDesk(): CycleDesk | undefined {
    const scheme = this.readScheme(this.scheme);
    const caseState = this.readDocument('state', this.state, caseStateShape);
    const actor = this.readDocument('actor', this.actor, actorShape);
    const today = this.readDocument('today', this.today, dayShape) ?? dateInZone(new Date().toISOString());
    const calendar = this.readDocument('calendar', this.calendar, calendarShape) ?? chinaCalendar;
    if (!scheme || !caseState) return undefined;
    return { scheme, state: caseState, actor, today, calendar };
  }

  private actionOf({ kind, cycle, duty }: Entry, { reason, text }: { readonly reason?: string; readonly text?: string } = {}): CaseAction {
    const note = text === undefined || text === '' ? {} : { text };
    if (kind === 'done') return { type: 'cycleDutyDone', data: { cycle, duty, ...note } };
    return kind === 'renew' ? { type: 'cycleRenewed', data: { cycle, ...note } } : { type: 'cycleWithdrawn', data: { cycle, reason: reason ?? '', ...note } };
  }

  private problemsOf({ scheme, state: caseState, actor, today, calendar }: CycleDesk, action: CaseAction): readonly Problem[] {
    return actor === undefined ? [] : this.inTerms(() => actionProblems(scheme, caseState, action, actor, endOfDay(today), { calendar, schemeHash: caseState.schemeHash, locale: this.locale }));
  }

  private may(desk: CycleDesk, entry: Entry, reasons: readonly { readonly id: string }[] = []): boolean {
    return desk.actor !== undefined && this.problemsOf(desk, this.actionOf(entry, { reason: reasons[0]?.id ?? '' })).length === 0;
  }

  private open(entry: Entry, cycle: Cycle): void {
    const text = this.wordsOf(cycleWords);
    const reasons = (cycle.withdrawal?.reasons ?? []).map(({ id, title }) => [id, localize(title, this.locale)] as const);
    const phase = localize(cycle.phases.find(({ id }) => id === cycle.renewal?.to)?.title, this.locale);
    this.definition = shortForm(entry.kind, this.titleOf(entry, cycle), {
      reason: entry.kind === 'withdraw' ? choiceQuestion(text.reason, reasons, { widget: 'radio' }) : undefined,
      text: textQuestion(text.note, { long: true, required: false, most: 500 }),
    }, entry.kind === 'withdraw' ? text.withdrawHelp : entry.kind === 'renew' ? text.renewHelp({ phase }) : undefined);
    this.startValue = {};
    this.refused = [];
    this.entry = entry;
    void this.focusLater(`#${ENTRY_FORM}`);
  }

  private close(): void {
    const { entry } = this;
    this.entry = undefined;
    this.refused = [];
    if (entry !== undefined) void this.focusLater(`#${CSS.escape(idOf(entry))}`);
  }

  private async focusLater(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  /** The rules say what is wrong before the host is asked. */
  private send(desk: CycleDesk, entry: Entry): void {
    const { form } = this;
    if (this.busy || form === null || !form.reportValidity()) return;
    const answers = form.model?.submission() ?? {};
    const action = this.actionOf(entry, { reason: enteredText(answers, 'reason'), text: enteredText(answers, 'text') });
    const found = this.problemsOf(desk, action);
    this.refused = found.map(atQuestion);
    if (found.length === 0) this.emit<CobuildActionDetail>('cobuild-action', { action }, { cancelable: true });
  }

  private titleOf({ kind, duty }: Entry, cycle: Cycle): string {
    const text = this.wordsOf(cycleWords);
    if (kind === 'done') return text.doneTitle({ duty: this.dutyTitle(cycle, duty) });
    const title = localize(cycle.title, this.locale);
    return kind === 'renew' ? text.renewTitle({ title }) : text.withdrawTitle({ title });
  }

  private dutyTitle({ phases }: Cycle, id: string): string {
    return localize(phases.flatMap(({ duties = [] }) => duties).find((duty) => duty.id === id)?.title, this.locale) || id;
  }

  protected override render(): TemplateResult {
    const desk = this.readDesk();
    const text = this.wordsOf(cycleWords);
    const problems = documentProblems(this.givenProblems, this.words);
    if (desk === undefined) return html`${problems}`;
    const cycles = caseCycles(desk.scheme, desk.state, desk.today);
    return html`${problems}${cycles.length === 0 ? html`<p class="muted">${text.empty}</p>` : cycles.map((each) => this.cycleView(desk, each))}<p class="visually-hidden" role="status">${this.busy ? text.working : ''}</p>`;
  }

  private cycleView(desk: CycleDesk, each: CaseCycle): TemplateResult {
    const text = this.wordsOf(cycleWords);
    const { cycle, state: standing } = each;
    const { withdrawal, outcome } = standing;
    const id = `cycle-${cycle.id}`;
    const withdraw: Entry = { kind: 'withdraw', cycle: cycle.id, duty: '' };
    const reasonTitle = localize(cycle.withdrawal?.reasons.find((reason) => reason.id === withdrawal?.reason)?.title, this.locale);
    const mayWithdraw = this.may(desk, withdraw, cycle.withdrawal?.reasons);
    return html`<section class="stack" aria-labelledby=${id}>
      <h2 id=${id}>${localize(cycle.title, this.locale)}</h2>
      ${cycle.description === undefined ? nothing : html`<p class="muted measure">${localize(cycle.description, this.locale)}</p>`}
      ${withdrawal === undefined ? nothing : noticeBox('warning', '', html`<p>${text.withdrawnOn({ on: formatDate(withdrawal.on, this.locale), reason: reasonTitle || withdrawal.reason })}</p>${withdrawal.text === undefined ? nothing : html`<p>${withdrawal.text}</p>`}`)}
      ${outcome === 'ended' ? noticeBox('info', '', html`<p>${text.over}</p>`) : nothing}
      <div class="stack tight"><h3>${text.phases}</h3><ol class="plain stack tight" part="phases">${this.phases(each).map((line) => html`<li class="stack tight">${line}</li>`)}</ol></div>
      ${withdrawal === undefined ? html`<div class="stack tight"><h3>${text.due}</h3>${standing.due.length === 0 ? html`<p class="muted">${text.nothingDue}</p>` : html`<ul class="plain stack tight" part="due">${standing.due.map((action) => html`<li class="stack tight">${this.dueView(desk, cycle, action)}</li>`)}</ul>`}</div>` : nothing}
      ${mayWithdraw && !this.isOpen(withdraw) ? html`<div class="actions no-print">${button({ id: idOf(withdraw), kind: 'danger', label: text.withdraw, name: this.titleOf(withdraw, cycle), disabled: this.busy, onClick: () => this.open(withdraw, cycle) })}</div>` : nothing}
      ${mayWithdraw && this.isOpen(withdraw) ? this.entryView(desk, withdraw, cycle) : nothing}
    </section>`;
  }

  /** The phases that were lived through, renewals too, then those still to come. */
  private phases({ cycle, state: standing }: CaseCycle): readonly TemplateResult[] {
    const text = this.wordsOf(cycleWords);
    const title = (id: string): string => localize(cycle.phases.find((phase) => phase.id === id)?.title, this.locale) || id;
    const last = standing.phases[standing.phases.length - 1];
    const goesOn = standing.withdrawal === undefined && standing.outcome !== 'ended';
    const lived = standing.phases.map((phase) => {
      const kind = phase.ended !== undefined ? 'past' : standing.outcome === 'overdue' ? 'overdue' : 'now';
      return html`<span>${tag(TONES[kind], text.stateOf({ state: kind }))} <strong>${title(phase.phase)}</strong>${phase.round === 0 ? nothing : html` <span class="muted">${text.again({ round: phase.round })}</span>`}</span> <span class="muted">${this.days(phase)}</span>`;
    });
    const ahead = goesOn ? cycle.phases.slice(cycle.phases.findIndex(({ id }) => id === last?.phase) + 1) : [];
    return [...lived, ...ahead.map(({ id }) => html`<span>${tag(TONES.later, text.stateOf({ state: 'later' }))} <strong>${title(id)}</strong></span>`)];
  }

  private days({ since, until, ended }: CyclePhaseState): string {
    const text = this.wordsOf(cycleWords);
    const day = (date: string): string => formatDate(date, this.locale);
    if (ended !== undefined) return text.lasted({ since: day(since), ended: day(ended) });
    return until === undefined ? text.since({ since: day(since) }) : text.lasts({ since: day(since), until: day(until) });
  }

  private dueView(desk: CycleDesk, cycle: Cycle, { kind, id, due, opens, state: standing }: CycleAction): TemplateResult {
    const text = this.wordsOf(cycleWords);
    const entry: Entry | undefined = kind === 'duty' ? { kind: 'done', cycle: cycle.id, duty: id } : kind === 'renewal' ? { kind: 'renew', cycle: cycle.id, duty: '' } : undefined;
    const name = kind === 'duty' ? this.dutyTitle(cycle, id) : kind === 'renewal' ? text.renewal : text.acceptance;
    const day = (date: string): string => formatDate(date, this.locale);
    const when = opens !== undefined && opens > due ? text.opens({ opens: day(opens) }) : standing === 'notOpen' && opens !== undefined ? text.opensOn({ opens: day(opens), due: day(due) }) : standing === 'overdue' ? text.overdueOn({ due: day(due) }) : text.dueOn({ due: day(due) });
    const may = entry !== undefined && this.may(desk, entry);
    const told = kind === 'duty' ? explainDuty(desk.scheme, desk.state, { cycle: cycle.id, duty: id }, desk.calendar, this.locale) : [];
    return html`<span><strong>${name}</strong> <span class="muted">${when}</span></span>
      ${told.length === 0 ? nothing : html`<ul class="plain muted" part="told">${told.map((line) => html`<li>${line.text}</li>`)}</ul>`}
      ${may && !this.isOpen(entry) ? html`<div class="actions no-print">${button({ id: idOf(entry), kind: 'secondary', label: entry.kind === 'done' ? text.done : text.renew, name: this.titleOf(entry, cycle), disabled: this.busy, onClick: () => this.open(entry, cycle) })}</div>` : nothing}
      ${may && this.isOpen(entry) ? this.entryView(desk, entry, cycle) : nothing}`;
  }

  private isOpen({ kind, cycle, duty }: Entry): boolean {
    return this.entry?.kind === kind && this.entry.cycle === cycle && this.entry.duty === duty;
  }

  private entryView(desk: CycleDesk, entry: Entry, cycle: Cycle): TemplateResult {
    const text = this.wordsOf(cycleWords);
    const { definition } = this;
    return definition === undefined ? html`` : entryForm({
      title: this.titleOf(entry, cycle), definition, value: this.startValue, hosts: undefined, problems: this.refused, busy: this.busy,
      submit: entry.kind === 'done' ? text.save : entry.kind === 'renew' ? text.confirmRenew : text.confirmWithdraw, cancel: text.cancel,
      onSubmit: () => this.send(desk, entry), onCancel: () => this.close(),
    });
  }
}

const idOf = ({ kind, cycle, duty }: Entry): string => [kind, cycle, ...(duty === '' ? [] : [duty])].join('-');

declare global {
  interface HTMLElementTagNameMap {
    'cobuild-cycle': CobuildCycle;
  }
}
