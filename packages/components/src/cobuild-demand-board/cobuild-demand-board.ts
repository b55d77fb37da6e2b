import type { Calendar, EventActor, Facts, Outcome, Problem, Scheme, Stage } from '@cobuild/core';
import { chinaCalendar, dateInZone, formatDate, localize, parametersFact, resolveParameters } from '@cobuild/core';
import type { CaseState } from '@cobuild/rules';
import { applicationForm, demandAudience } from '@cobuild/rules';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import type { CobuildForm } from '../cobuild-form/cobuild-form.js';
import { timeline } from '../cobuild-review/timeline.js';
import { words as reviewWords } from '../cobuild-review/words.js';
import type { FieldHosts } from '../hosts/field-hosts.js';
import type { CobuildActionDetail } from '../internal/case-action-event.js';
import { CobuildElement } from '../internal/cobuild-element.js';
import type { SchemeDocument } from '../internal/document-shapes.js';
import { actorShape, calendarShape, dayShape, problemShape } from '../internal/document-shapes.js';
import { icons } from '../internal/icons.js';
import { button, documentProblems, noticeBox, tag } from '../internal/pieces.js';
import { landscapePageSheet } from '../internal/page-sheets.js';
import { PrintPage } from '../internal/print-page.js';
import { sharedStyles } from '../internal/styles.js';
import { timelineStyles } from '../internal/timeline.js';
import { demandStyles } from './demand-board.styles.js';
import type { DemandCard, DemandColumn, DemandFilter, DemandInput } from './demand-cards.js';
import { NO_FILTER, demandCards, demandColumns, filterCards } from './demand-cards.js';
import type { DemandSettings } from './demand-shapes.js';
import { demandSettingsShape, demandStateShape } from './demand-shapes.js';
import type { DemandWords } from './words.js';
import { demandWords } from './words.js';

export type { DemandSettings } from './demand-shapes.js';

/** What is being done with one demand. */
interface Draft { readonly id: string; /** Of the demand when it was opened. */ readonly sequence: number; readonly outcome?: string; readonly reason: string; readonly reasons: readonly string[]; readonly checked: boolean }

/** Cards of a state that are drawn before somebody asks for more. */
const LANE = 20;
const NO_SETTINGS: DemandSettings = {};
const goesOn = ({ kind }: Outcome): boolean => kind === 'forward' || kind === 'passed' || kind === 'confirmed';

/**
 * Micro-wishes and requests by state: who has to act, until when, what is late and to whom it was told. Every step is a button: take, refuse with a reason, hand back, complete
 * with photos, rate. The rules say who may take which; residents see the public states only.
 *
 * @summary Board of demands on their way.
 * @fires {CustomEvent<CobuildActionDetail>} cobuild-action - Somebody settles a stage of a demand; `caseId` names it; cancelable. Set `states` (or `problems`) again.
 * @fires {CustomEvent<{ id: string }>} cobuild-open - A demand is to be opened.
 * @csspart filters - What is looked for.
 * @csspart lanes - The states side by side.
 * @csspart lane - One state.
 * @csspart sheet - The demand that is being dealt with.
 * @example
 * Object.assign(document.querySelector('cobuild-demand-board'), { scheme, states, actor: { id: 'v1', role: 'volunteer', unit: 'haitou' }, today: '2026-03-06' });
 */
export class CobuildDemandBoard extends CobuildElement {
  static override styles: CSSResultGroup = [...sharedStyles, timelineStyles, demandStyles];

  /** The scheme, loaded, or a published file. A child script `data-part="scheme"` does the same. */
  @property({ attribute: false }) scheme: SchemeDocument | undefined;
  /** The demands, each as `foldCase()` of `@cobuild/rules` returns it. */
  @property({ attribute: false }) states: readonly CaseState[] = [];
  /** Who works here: `{ id: 'v1', role: 'volunteer', unit: 'haitou' }`. */
  @property({ attribute: false }) actor: EventActor | undefined;
  /** Day on which it is read, `YYYY-MM-DD`; the day on the wall in Beijing by default. */
  @property() today: string | undefined;
  /** Working days; those of China by default. */
  @property({ attribute: false }) calendar: Calendar = chinaCalendar;
  /** What names a demand, its category, and when it is told to somebody else, `{ title?, category?, escalation? }`. */
  @property({ attribute: false }) settings: DemandSettings | undefined;
  /** What the page lends to the forms of the stages: `{ lookUps, files }`. Without `files` there are no photos. */
  @property({ attribute: false }) hosts: FieldHosts | undefined;
  /** Title above the board. */
  @property() heading = '';
  /** An answer of the host is awaited: nothing is sent twice. */
  @property({ type: Boolean }) busy = false;
  /** Why the host refused the last action; those of the document `answers` are shown in the stage's form. */
  @property({ attribute: false }) problems: readonly Problem[] = [];

  @state() private filter: DemandFilter = NO_FILTER;
  @state() private draft: Draft | undefined;
  @state() private shownOf: ReadonlyMap<string, number> = new Map();
  private input: DemandInput | undefined;
  private cards: readonly DemandCard[] = [];
  private facts: Facts = {};
  private formProblems: readonly Problem[] = [];
  @query('.sheet cobuild-form') private readonly form!: CobuildForm | null;

  constructor() {
    super();
    new PrintPage(this, landscapePageSheet);
  }

  private get text(): DemandWords {
    return this.wordsOf(demandWords);
  }

  protected override willUpdate(changed: PropertyValues): void {
    const scheme = this.readScheme(this.scheme);
    const states = this.readLines('states', this.states, demandStateShape);
    const actor = this.readDocument('actor', this.actor, actorShape);
    const today = this.readDocument('today', this.today, dayShape) ?? dateInZone(new Date().toISOString());
    const calendar = this.readDocument('calendar', this.calendar, calendarShape) ?? chinaCalendar;
    const settings = this.readDocument('settings', this.settings, demandSettingsShape) ?? NO_SETTINGS;
    const refused = this.readLines('problems', this.problems, problemShape);
    if (changed.has('problems')) this.formProblems = refused.filter(({ document }) => document === 'answers');
    if (!['scheme', 'states', 'actor', 'today', 'calendar', 'settings', 'locale', 'jsonParts'].some((name) => changed.has(name))) return;
    this.input = scheme && actor && { scheme: resolveParameters(scheme), states, actor, today, calendar, settings, locale: this.locale };
    this.cards = this.input === undefined ? [] : demandCards(this.input);
    if (changed.has('states')) this.leaveWhatWasDone();
  }

  /** A demand that has gone on since it was opened is done with. */
  private leaveWhatWasDone(): void {
    const { draft } = this;
    const now = this.cards.find(({ item }) => item.id === draft?.id)?.state;
    if (draft !== undefined && now?.sequence !== draft.sequence) this.draft = undefined;
  }

  protected override render(): TemplateResult {
    const problems = documentProblems(this.givenProblems, this.words);
    const { input, text, cards } = this;
    if (input === undefined) return html`${problems}`;
    const found = filterCards(cards, this.filter);
    const columns = demandColumns(input.scheme, found, input.actor.role, input.locale);
    return html`${problems}<section class="stack wide">
      <div class="stack tight"><h2>${this.heading || text.heading}</h2><p class="muted" role="status">${cards.length === 0 ? '' : text.count({ found: found.length, count: cards.length })}</p></div>
      ${cards.length === 0 ? html`<div class="table-empty">${text.empty}</div>` : html`${this.filters(cards)} ${this.sheet(input)} ${found.length === 0 ? html`<div class="table-empty">${text.none}</div>` : html`<div class="lanes" part="lanes" tabindex="0" role="group" aria-label=${this.heading || text.heading}>${columns.map((column) => this.lane(column, input))}</div>`}`}
      <p class="visually-hidden" role="status">${this.busy ? text.working : ''}</p>
    </section>`;
  }

  private filters(cards: readonly DemandCard[]): TemplateResult {
    const { filter, text } = this;
    const change = (next: Partial<DemandFilter>): void => { this.filter = { ...filter, ...next }; };
    const checked = (event: Event): boolean => (event.target as HTMLInputElement).checked;
    const categories = [...new Set(cards.map(({ category }) => category))].filter((category) => category !== '');
    return html`<div class="filters no-print" part="filters">
      <label class="find stack tight"><span>${text.search}</span><input class="input" type="search" .value=${filter.text} @input=${(event: Event) => change({ text: (event.target as HTMLInputElement).value })} /></label>
      ${categories.length < 2 ? nothing : html`<label class="stack tight"><span>${text.category}</span><select class="input" @change=${(event: Event) => change({ category: (event.target as HTMLSelectElement).value })}>
        <option value="" ?selected=${filter.category === ''}>${text.all}</option>${categories.map((category) => html`<option value=${category} ?selected=${category === filter.category}>${category}</option>`)}</select></label>`}
      <label class="check"><input type="checkbox" .checked=${filter.mine} @change=${(event: Event) => change({ mine: checked(event) })} />${text.mine}</label>
      <label class="check"><input type="checkbox" .checked=${filter.late} @change=${(event: Event) => change({ late: checked(event) })} />${text.late}</label>
      ${filter === NO_FILTER ? nothing : button({ label: text.clear, kind: 'quiet', onClick: () => { this.filter = NO_FILTER; } })}
    </div>`;
  }

  private lane({ title, cards }: DemandColumn, input: DemandInput): TemplateResult {
    const { text } = this;
    const name = title ?? text.ended;
    const shown = this.shownOf.get(name) ?? LANE;
    const left = Math.min(LANE, cards.length - shown);
    return html`<section class="lane ${cards.length === 0 ? 'vacant' : ''}" part="lane" aria-label=${text.lane({ lane: name, count: cards.length })}>
      <h3><span>${name}</span><span class="muted figure">${cards.length}</span></h3>
      ${cards.length === 0 ? html`<p class="muted small">${text.laneEmpty}</p>` : html`<ol>${repeat(cards.slice(0, shown), ({ item }) => item.id, (card) => html`<li>${this.card(card, input)}</li>`)}</ol>`}
      ${left <= 0 ? nothing : button({ label: text.more({ count: left }), kind: 'quiet', onClick: () => { this.shownOf = new Map(this.shownOf).set(name, shown + LANE); } })}
    </section>`;
  }

  private card(card: DemandCard, { scheme, locale }: DemandInput): TemplateResult {
    const { text } = this;
    const { item: { id, due, end, escalated, outcomes, returns, waitsFor }, title, category, place } = card;
    const isMine = outcomes.length > 0;
    return html`<article class="card ${isMine ? 'mine' : ''}" data-demand=${id}>
      <button type="button" class="link name" @click=${() => this.begin(card)}>${title}</button>
      ${category === '' && place === '' ? nothing : html`<div class="muted small">${[category, place].filter((each) => each !== '').join(' · ')}</div>`}
      ${end === undefined ? nothing : html`<div>${tag(end === 'approved' ? 'success' : 'neutral', text[end])}</div>`}
      ${waitsFor === undefined ? nothing : html`<div>${isMine ? tag('warning', text.waitsForMe, 'pen') : tag('neutral', text.waitsFor({ role: roleTitle(scheme, waitsFor, locale) }))}</div>`}
      ${due === undefined ? nothing : html`<div class="small ${due.passed ? 'late' : 'muted'}">${due.passed ? icons.clock : nothing} ${this.dueText(card)}</div>`}
      ${escalated === undefined ? nothing : html`<div>${tag('danger', text.escalated({ role: roleTitle(scheme, escalated.to, locale) }), 'up')}</div>`}
      ${returns === 0 || demandAudience(scheme, this.input?.actor.role ?? '') === 'public' ? nothing : html`<div class="muted small">${text.returned({ count: returns })}</div>`}
      ${isMine ? html`<div class="row no-print">${outcomes.slice(0, 1).map((outcome) => button({ label: localize(outcome.title, locale), kind: 'primary', disabled: this.busy, name: text.actOn({ outcome: localize(outcome.title, locale), title }), onClick: () => this.choose(card, outcome) }))}
        ${outcomes.length > 1 ? button({ label: text.act, name: text.actOn({ outcome: text.act, title }), onClick: () => this.begin(card) }) : nothing}</div>` : nothing}
    </article>`;
  }

  private dueText({ item: { due } }: DemandCard): string {
    if (due === undefined) return '';
    const { text, locale } = this;
    const words = due.passed ? text.overdue({ date: formatDate(due.date, locale), days: -due.workingDaysLeft }) : text.dueOn({ date: formatDate(due.date, locale), days: due.workingDaysLeft });
    return due.provisional ? text.mayMove({ due: words }) : words;
  }

  /** Opens a demand, with nothing chosen. */
  private begin({ item: { id }, state: { sequence } }: DemandCard): void {
    this.draft = { id, sequence, reason: '', reasons: [], checked: false };
    this.focusSheet();
  }

  /** What needs no form and no reason is sent at once. */
  private choose({ item, state: { stage: id, sequence } }: DemandCard, outcome: Outcome): void {
    const stage = this.input?.scheme.stages.find((each) => each.id === id);
    if (stage === undefined) return;
    if (stage.form === undefined && (outcome.reason ?? 'none') === 'none' && outcome.kind !== 'reject') return this.send(item.id, stage, outcome, undefined);
    const isSame = this.draft?.id === item.id;
    this.draft = { id: item.id, sequence, outcome: outcome.id, reason: isSame ? (this.draft?.reason ?? '') : '', reasons: [], checked: false };
    this.focusSheet();
  }

  private focusSheet(): void {
    void this.updateComplete.then(() => {
      const sheet = this.renderRoot.querySelector<HTMLElement>('.sheet');
      sheet?.scrollIntoView({ block: 'start' });
      sheet?.focus({ preventScroll: true });
    });
  }

  private close(): void {
    const id = this.draft?.id ?? '';
    this.draft = undefined;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`[data-demand="${CSS.escape(id)}"] .name`)?.focus());
  }

  private sheet(input: DemandInput): TemplateResult | typeof nothing {
    const { draft, text } = this;
    const card = this.cards.find(({ item }) => item.id === draft?.id);
    if (draft === undefined || card === undefined) return nothing;
    const { scheme, actor, locale } = input;
    const { item, state: caseState, title } = card;
    const stage = scheme.stages.find(({ id }) => id === item.stage);
    const isOffice = demandAudience(scheme, actor.role) === 'office';
    const form = applicationForm(scheme);
    const outcome = item.outcomes.find(({ id }) => id === draft.outcome);
    return html`<section class="sheet panel stack no-print" part="sheet" tabindex="-1" aria-labelledby="sheet-title">
      <div class="row spread"><h3 id="sheet-title">${title}</h3>${button({ label: text.close, kind: 'quiet', icon: 'cross', onClick: () => this.close() })}</div>
      <p class="muted small">${text.since({ date: formatDate(item.since, locale) })} ${this.dueText(card)}</p>
      <div class="two">
        <div class="stack">
          ${form === undefined ? nothing : html`<cobuild-answers viewer-role=${actor.role} .hosts=${this.hosts} .definition=${form} .value=${caseState.answers}></cobuild-answers>`}
          ${isOffice ? timeline({ scheme, state: caseState, role: actor.role, locale, words: this.wordsOf(reviewWords) }) : nothing}
        </div>
        <div class="stack">
          ${stage === undefined || item.outcomes.length === 0 ? html`<p>${item.waitsFor === undefined ? text[item.end ?? 'withdrawn'] : text.notMine({ role: roleTitle(scheme, item.waitsFor, locale) })}</p>` : this.acting(card, stage, outcome, input)}
          <div>${button({ label: text.open, onClick: () => this.emit('cobuild-open', { id: item.id }) })}</div>
        </div>
      </div>
    </section>`;
  }

  private acting(card: DemandCard, stage: Stage, outcome: Outcome | undefined, { scheme, locale, today }: DemandInput): TemplateResult {
    const { draft, text } = this;
    const { item, state: caseState } = card;
    const definition = scheme.forms.find(({ id }) => id === stage.form);
    const asksReason = outcome !== undefined && (outcome.reason ?? 'none') !== 'none';
    const grounds = outcome?.kind === 'reject' ? (stage.refusalReasons ?? []) : [];
    const missing = outcome === undefined || draft?.checked !== true ? [] : this.missing(stage, outcome);
    const refused = this.readLines('problems', this.problems, problemShape).filter(({ document }) => document !== 'answers' || definition === undefined);
    this.facts = this.factsOf(caseState, scheme, today);
    return html`${refused.length === 0 ? nothing : noticeBox('danger', this.words.error, html`<p>${text.refused}</p><ul>${refused.map(({ message, remedy }) => html`<li>${message}${remedy === undefined ? '' : ` ${remedy}`}</li>`)}</ul>`, { role: 'alert' })}
      <div class="row" id="outcomes">${item.outcomes.map((each) => html`<button type="button" class="button ${each.id === outcome?.id ? 'primary' : ''}" aria-pressed=${String(each.id === outcome?.id)} data-outcome=${each.id} ?disabled=${this.busy} @click=${() => this.choose(card, each)}>${localize(each.title, locale)}</button>`)}</div>
      ${outcome === undefined ? nothing : html`
        ${definition === undefined || !goesOn(outcome) ? nothing : keyed(`${item.id} ${stage.id} ${caseState.sequence}`, html`<cobuild-form aria-label=${text.sheet} actions-hidden .hosts=${this.hosts} .definition=${definition} .facts=${this.facts} .problems=${this.formProblems}></cobuild-form>`)}
        ${grounds.length === 0 ? nothing : html`<fieldset><legend class="label">${text.reasons}</legend><div class="choices">${grounds.map(({ id, title }) => html`<label class="choice"><input type="checkbox" .checked=${draft?.reasons.includes(id) === true} @change=${(event: Event) => this.tick(id, (event.target as HTMLInputElement).checked)} />${localize(title, locale)}</label>`)}</div></fieldset>`}
        ${asksReason || grounds.length > 0 ? html`<label class="stack tight"><span class="label">${text.reason}</span><textarea class="input" id="reason" rows="3" aria-describedby=${missing.length > 0 ? 'missing' : nothing} aria-invalid=${missing.length > 0 ? 'true' : nothing} .value=${draft?.reason ?? ''} @input=${(event: Event) => this.write((event.target as HTMLTextAreaElement).value)}></textarea></label>` : nothing}
        ${missing.length === 0 ? nothing : html`<div class="field-error" id="missing">${icons.danger}<span>${missing.join(locale === 'en' ? '; ' : '；')}</span></div>`}
        <div class="actions">
          ${button({ label: localize(outcome.title, locale), kind: outcome.kind === 'reject' ? 'danger solid' : 'primary', id: 'submit', disabled: this.busy, onClick: () => this.submit(card, stage, outcome) })}
          ${button({ label: text.cancel, onClick: () => this.close() })}
        </div>`}`;
  }

  /** The form takes what it is given anew as new: the same facts until the demand changes. */
  private factsOf(caseState: CaseState, scheme: Scheme, today: string): Facts {
    const { applicant } = this.facts as { readonly applicant?: unknown };
    return applicant === caseState.applicant && this.facts['today'] === today ? this.facts : { ...caseState.answers, applicant: caseState.applicant, today, parameters: parametersFact(scheme) };
  }

  private write(reason: string): void {
    if (this.draft) this.draft = { ...this.draft, reason };
  }

  private tick(id: string, on: boolean): void {
    if (this.draft) this.draft = { ...this.draft, reasons: [...this.draft.reasons.filter((each) => each !== id), ...(on ? [id] : [])] };
  }

  private missing(stage: Stage, outcome: Outcome): readonly string[] {
    const { text, locale, draft } = this;
    return [
      ...(outcome.kind === 'reject' && (stage.refusalReasons ?? []).length > 0 && draft?.reasons.length === 0 ? [text.reasonsNeeded] : []),
      ...(outcome.reason === 'required' && draft?.reason.trim() === '' ? [text.reasonNeeded({ outcome: localize(outcome.title, locale) })] : []),
    ];
  }

  private submit({ item }: DemandCard, stage: Stage, outcome: Outcome): void {
    if (this.draft) this.draft = { ...this.draft, checked: true };
    if (this.missing(stage, outcome).length > 0) {
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.sheet fieldset input:not(:checked), #reason')?.focus());
      return;
    }
    const { form } = this;
    if (form && !form.reportValidity()) return;
    this.send(item.id, stage, outcome, form?.model?.submission());
  }

  private send(caseId: string, stage: Stage, outcome: Outcome, answers: Readonly<Record<string, unknown>> | undefined): void {
    if (this.busy) return;
    const { reason = '', reasons = [] } = this.draft?.id === caseId ? this.draft : {};
    const data = { stage: stage.id, outcome: outcome.id, ...(reason.trim() === '' ? {} : { reason: reason.trim() }), ...(reasons.length === 0 ? {} : { reasons }), ...(answers === undefined ? {} : { answers }) };
    this.emit<CobuildActionDetail>('cobuild-action', { caseId, action: { type: 'reviewed', data } }, { cancelable: true });
  }
}

const roleTitle = ({ organisation }: Scheme, role: string, locale: DemandInput['locale']): string => localize(organisation.roles.find(({ id }) => id === role)?.title, locale) || role;

declare global {
  interface HTMLElementTagNameMap { 'cobuild-demand-board': CobuildDemandBoard }
}
