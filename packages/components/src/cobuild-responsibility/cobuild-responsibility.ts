import type { Calendar, EventActor, Problem } from '@cobuild/core';
import { chinaCalendar, formatDate, localize } from '@cobuild/core';
import type { CaseState, FundedProject, HandOver, HandOverPlan, PostCard, PostHolder, PostHolding } from '@cobuild/rules';
import { handOverPlan, mayAct, postCards } from '@cobuild/rules';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { FieldHosts } from '../hosts/field-hosts.js';
import type { SchemeDocument } from '../internal/document-shapes.js';
import { caseStateShape } from '../internal/document-shapes.js';
import { OpenWhilePrinting } from '../internal/explanation/open-while-printing.js';
import { portraitPageSheet } from '../internal/page-sheets.js';
import { button, dataTable, documentProblems, moreCards, noticeBox, PHONE_CARDS, tag } from '../internal/pieces.js';
import { PrintPage } from '../internal/print-page.js';
import { entryForm } from '../internal/project/entry-form.js';
import type { CobuildProjectActionDetail } from '../internal/project/project-action-event.js';
import type { ProjectDesk } from '../internal/project/project-element.js';
import { ProjectElement } from '../internal/project/project-element.js';
import { holderShape, projectShape } from '../internal/project/project-shapes.js';
import { projectStyles } from '../internal/project/project.styles.js';
import { sharedStyles } from '../internal/styles.js';
import type { Leaver } from './post-forms.js';
import { handOverForm, handOverOf, leaversOf, postAction, postForm } from './post-forms.js';
import { responsibilityStyles } from './responsibility.styles.js';
import { responsibilityWords } from './words.js';

/** What `cobuild-hand-over` tells: who leaves, who takes over, from when and why. The host does what `handOverPlan()` of `@cobuild/rules` lists, each in its own log, and sets `projects` again. */
export type CobuildHandOverDetail = HandOver;

const HAND_OVER = 'hand-over';

/**
 * The responsibility cards of projects (责任人，四个一): who holds which post since when, what waits there, which post is vacant, and who held it before. Whoever may appoints, hands
 * over and releases. Somebody who leaves with several projects and reviews is handed over in one act: what moves and what cannot is shown before it is confirmed.
 *
 * @summary Who is responsible for projects, and how it is handed over.
 * @fires {CustomEvent<CobuildProjectActionDetail>} cobuild-action - Somebody is appointed, handed over or released at one project, as the rules allow; cancelable.
 * @fires {CustomEvent<CobuildHandOverDetail>} cobuild-hand-over - All that somebody holds goes to a successor, as far as the rules allow; cancelable.
 * @csspart cards - The cards of the projects.
 * @csspart leaving - Handing over all that somebody holds.
 * @csspart plan - What moves and what does not.
 * @example
 * Object.assign(document.querySelector('cobuild-responsibility'), { scheme, projects, people, actor: { id: 'o1', role: 'organisationOfficer' }, today: '2026-06-10' });
 */
export class CobuildResponsibility extends ProjectElement {
  static override styles: CSSResultGroup = [...sharedStyles, projectStyles, responsibilityStyles];

  /** The scheme or its published file; a child script `data-part="scheme"` does the same. */
  @property({ attribute: false }) scheme: SchemeDocument | undefined;
  /** The projects as `foldProject()` of `@cobuild/rules` returns them. One shows its whole card, several a list. */
  @property({ attribute: false }) projects: readonly FundedProject[] | undefined;
  /** Cases under way, for the reviews that somebody who leaves has not done. */
  @property({ attribute: false }) cases: readonly CaseState[] = [];
  /** Whom the host knows: who may hold posts and take reviews over. */
  @property({ attribute: false }) people: readonly PostHolder[] = [];
  /** Who works here; without somebody the cards are for reading. */
  @property({ attribute: false }) actor: EventActor | undefined;
  /** Day on which the person works, `YYYY-MM-DD`; the day on the wall in Beijing by default. */
  @property() today: string | undefined;
  /** Working days; those of China by default. */
  @property({ attribute: false }) calendar: Calendar = chinaCalendar;
  /** What the page lends to the fields of the short forms. */
  @property({ attribute: false }) hosts: FieldHosts | undefined;
  /** An answer of the host is awaited: nothing is sent twice. */
  @property({ type: Boolean }) busy = false;
  /** Why the host refused the last action, as `appendProjectEvent()` returned it. */
  @property({ attribute: false }) problems: readonly Problem[] = [];

  @state() private entryProject = '';
  @state() private handOver: HandOver | undefined;
  @state() private openCards = PHONE_CARDS;

  constructor() {
    super();
    new PrintPage(this, portraitPageSheet);
    new OpenWhilePrinting(this);
  }

  protected override tell(detail: CobuildProjectActionDetail): void {
    this.emit('cobuild-action', detail, { cancelable: true });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    // What was handed over comes back as other projects or cases: the list of it has done its work.
    if ((changed.has('projects') || changed.has('cases')) && this.entry?.kind === HAND_OVER && this.handOver !== undefined && this.refused.length === 0) {
      this.handOver = undefined;
      this.closeEntry();
      this.announced = this.wordsOf(responsibilityWords).handedOver;
    }
  }

  protected override render(): TemplateResult {
    const desk = this.readDesk();
    const projects = this.readLines('projects', this.projects, projectShape);
    const text = this.wordsOf(responsibilityWords);
    this.follow(projects.find(({ id }) => id === this.entryProject), text.done);
    const hasPosts = (desk?.scheme.supervision?.posts ?? []).length > 0;
    const empty = desk === undefined || projects.length === 0 ? text.empty : hasPosts ? undefined : text.noPosts;
    const body = desk === undefined || empty !== undefined ? (this.givenProblems.length > 0 ? nothing : html`<p class="table-empty">${empty}</p>`) : this.board(desk, projects);
    return html`${documentProblems(this.givenProblems, this.words)}${body}`;
  }

  private board(desk: ProjectDesk, projects: readonly FundedProject[]): TemplateResult {
    const text = this.wordsOf(responsibilityWords);
    const cards = projects.map((project) => ({ project, cards: postCards(desk.scheme, project, desk.today, desk.calendar) }));
    const vacant = cards.reduce((sum, each) => sum + each.cards.reduce((missing, card) => missing + card.missing, 0), 0);
    const [only] = cards;
    return html`<article class="stack wide">
      <header class="stack tight">
        <h2>${text.heading}</h2>
        <p>${text.total({ projects: projects.length, vacant })}</p>
      </header>
      ${this.leaving(desk, projects)}
      <section class="stack" part="cards" aria-label=${text.heading}>
        ${cards.length === 1 && only !== undefined ? this.card(desk, only.project, only.cards) : this.list(desk, cards)}
      </section>
      <div class="actions no-print">${button({ label: this.words.print, icon: 'print', onClick: () => print() })}</div>
      <p class="visually-hidden" role="status">${this.busy ? text.working : this.announced}</p>
    </article>`;
  }

  /** Many projects: one line each, a column for every post. */
  private list({ scheme }: ProjectDesk, rows: readonly { readonly project: FundedProject; readonly cards: readonly PostCard[] }[]): TemplateResult {
    const text = this.wordsOf(responsibilityWords);
    const posts = scheme.supervision?.posts ?? [];
    return html`${dataTable<(typeof rows)[number]>([
      { head: text.project, rowHead: true, cell: ({ project }) => html`${project.title}<div class="muted small">${project.applicant.name ?? project.applicant.id}</div>` },
      ...posts.map((post) => ({ head: localize(post.title, this.locale), cell: ({ cards }: (typeof rows)[number]) => this.holders(cards.find((card) => card.post.id === post.id)) })),
    ], rows, { open: this.openCards })}
    ${moreCards({ count: rows.length, open: this.openCards, label: this.words.moreCards, onMore: (open) => { this.openCards = open; } })}`;
  }

  private holders(card: PostCard | undefined): TemplateResult | typeof nothing {
    const text = this.wordsOf(responsibilityWords);
    if (card === undefined) return nothing;
    return html`${card.holdings.map(({ holder }) => html`<div>${holder.name}</div>`)}${card.missing > 0 ? tag('warning', text.vacant) : nothing}`;
  }

  /** One project: every post with what waits there, what may be done, and who held it before. */
  private card(desk: ProjectDesk, project: FundedProject, cards: readonly PostCard[]): TemplateResult {
    const text = this.wordsOf(responsibilityWords);
    const mayAppoint = project.endedOn === undefined && this.may(desk, project, { type: 'holderAppointed', data: { post: '', holder: { name: '' }, on: '' } });
    const earlier = cards.flatMap((card) => card.earlier.map((holding) => ({ card, holding })));
    const open = this.entry !== undefined && this.entry.kind !== HAND_OVER && this.entryProject === project.id;
    return html`<div class="stack">
      ${dataTable<PostCard>([
        { head: text.post, rowHead: true, cell: ({ post }) => html`${localize(post.title, this.locale)}${post.holder === 'team' ? html`<div class="muted small">${text.team}</div>` : nothing}` },
        { head: text.holder, cell: (card) => this.holders(card) },
        { head: text.since, cell: ({ holdings }) => holdings.map(({ since }) => html`<div>${since === undefined ? text.fromApplication : formatDate(since, this.locale)}</div>`) },
        { head: text.tasks, cell: ({ tasks }) => (tasks.length === 0 ? html`<span class="muted">${text.noTasks}</span>` : html`<ul class="plain">${tasks.map((task) => html`<li>${text.task({ kind: task.kind, title: localize(task.title, this.locale), date: task.dueOn === undefined ? '' : formatDate(task.dueOn, this.locale) })}</li>`)}</ul>`) },
        ...(mayAppoint ? [{ head: html`<span class="visually-hidden">${text.acts}</span>`, label: text.acts, cell: (card: PostCard) => this.acts(desk, project, card) }] : []),
      ], cards)}
      ${open ? this.entryView(desk, project) : nothing}
      ${earlier.length === 0 ? nothing : html`<details class="history"><summary>${text.history}</summary>${this.history(earlier)}</details>`}
    </div>`;
  }

  private acts(desk: ProjectDesk, project: FundedProject, { post, holdings, missing }: PostCard): TemplateResult {
    const text = this.wordsOf(responsibilityWords);
    const title = localize(post.title, this.locale);
    const act = (kind: 'appoint' | 'replace' | 'release', about: string, who: string): TemplateResult => {
      const id = `${kind}-${about}`;
      return button({ id, kind: kind === 'release' ? 'quiet danger' : 'quiet', label: text[kind], name: `${text[kind]} ${title} ${who}`.trim(), onClick: () => this.start(desk, project, kind, about, id) });
    };
    return html`<div class="acts no-print">${holdings.map((holding) => html`${act('replace', holding.id, holding.holder.name)} ${act('release', holding.id, holding.holder.name)}`)} ${missing > 0 ? act('appoint', post.id, '') : nothing}</div>`;
  }

  private history(rows: readonly { readonly card: PostCard; readonly holding: PostHolding }[]): TemplateResult {
    const text = this.wordsOf(responsibilityWords);
    const day = (date: string | undefined): string => (date === undefined ? '' : formatDate(date, this.locale));
    return dataTable<(typeof rows)[number]>([
      { head: text.post, cell: ({ card }) => localize(card.post.title, this.locale) },
      { head: text.holder, rowHead: true, cell: ({ holding }) => holding.holder.name },
      { head: text.period, cell: ({ holding }) => text.ended({ from: day(holding.since), until: day(holding.until) }) },
      { head: text.reason, cell: ({ holding: { ended } }) => (ended === undefined ? '' : text.why({ reason: ended.reason, by: ended.by.name ?? ended.by.id })) },
    ], rows);
  }

  /** Somebody who leaves with all that they hold: for those who may hand it over. */
  private leaving(desk: ProjectDesk, projects: readonly FundedProject[]): TemplateResult | typeof nothing {
    const text = this.wordsOf(responsibilityWords);
    const leavers = this.leavers(projects);
    const { actor } = desk;
    const isForThem = actor !== undefined && projects.some((project) => mayAct(desk.scheme, project, { type: 'holderReplaced', data: { holding: '', holder: { name: '' }, on: '', reason: '' } }, actor));
    if (projects.length < 2 || !isForThem || leavers.length === 0) return nothing;
    const isOpen = this.entry?.kind === HAND_OVER;
    return html`<div class="stack no-print" part="leaving">
      ${isOpen ? nothing : html`<div class="actions">${button({ id: HAND_OVER, label: text.leaving, onClick: () => this.startHandOver(desk, leavers) })}</div>`}
      ${isOpen && this.handOver === undefined ? this.handOverEntry(desk, leavers) : nothing}
      ${isOpen && this.handOver !== undefined ? this.planView(desk, projects, this.handOver) : nothing}
    </div>`;
  }

  private leavers(projects: readonly FundedProject[]): readonly Leaver[] {
    const reviewers = this.waiting().flatMap(({ stage, assigned = [] }) => assigned.filter((each) => each.stage === stage).flatMap((each) => each.reviewers));
    return leaversOf(projects.filter(({ endedOn }) => endedOn === undefined), reviewers, this.known());
  }

  private waiting(): readonly CaseState[] {
    return this.readLines('cases', this.cases, caseStateShape).filter(({ status }) => status === 'open');
  }

  private known(): readonly PostHolder[] {
    return this.readLines('people', this.people, holderShape);
  }

  private startHandOver(desk: ProjectDesk, leavers: readonly Leaver[]): void {
    this.handOver = undefined;
    this.openEntry(HAND_OVER, '', handOverForm(leavers, { text: this.wordsOf(responsibilityWords), locale: this.locale, people: this.known() }, desk.today).value, HAND_OVER);
  }

  private handOverEntry(desk: ProjectDesk, leavers: readonly Leaver[]): TemplateResult {
    const text = this.wordsOf(responsibilityWords);
    const { title, definition } = this.once(HAND_OVER, () => handOverForm(leavers, { text, locale: this.locale, people: this.known() }, desk.today));
    return entryForm({
      title, help: text.leavingHelp, definition, value: this.startValue, hosts: this.hosts, problems: this.refused, busy: this.busy, submit: text.preview, cancel: text.cancel,
      onSubmit: () => {
        const answers = this.entered();
        if (answers === undefined) return;
        this.startValue = answers;
        this.handOver = handOverOf(answers, leavers, this.known());
      },
      onCancel: () => this.closeEntry(),
    });
  }

  private planView(desk: ProjectDesk, projects: readonly FundedProject[], handOver: HandOver): TemplateResult {
    const text = this.wordsOf(responsibilityWords);
    const plan = this.planOf(desk, projects, handOver);
    const head = [{ head: text.project, rowHead: true, cell: ({ title }: { readonly title: string }) => title }];
    const nameOf = (kind: 'post' | 'review', id: string): string => (kind === 'review' ? text.review({ stage: localize(desk.scheme.stages.find((stage) => stage.id === id)?.title, this.locale) || id }) : localize(desk.scheme.supervision?.posts?.find((post) => post.id === id)?.title, this.locale) || id);
    return html`<div class="panel stack" part="plan" role="group" tabindex="-1" aria-label=${text.planTitle({ leaver: handOver.leaver.name, successor: handOver.successor.name })}>
      <h3>${text.planTitle({ leaver: handOver.leaver.name, successor: handOver.successor.name })}</h3>
      ${plan.moves.length === 0 ? noticeBox('warning', '', text.nothing) : html`<h4>${text.moves({ count: plan.moves.length })}</h4>
        ${dataTable<HandOverPlan['moves'][number]>([...head, { head: text.what, cell: (move) => nameOf(move.kind, move.kind === 'post' ? move.post : move.stage) }, { head: text.tasks, cell: (move) => (move.kind === 'review' || move.tasks.length === 0 ? html`<span class="muted">${text.noTasks}</span>` : html`<ul class="plain">${move.tasks.map((task) => html`<li>${text.task({ kind: task.kind, title: localize(task.title, this.locale), date: task.dueOn === undefined ? '' : formatDate(task.dueOn, this.locale) })}</li>`)}</ul>`) }], plan.moves)}`}
      ${plan.stays.length === 0 ? nothing : html`<h4>${text.stays({ count: plan.stays.length })}</h4>
        ${dataTable<HandOverPlan['stays'][number]>([...head, { head: text.what, cell: ({ kind, about }) => nameOf(kind, about) }, { head: text.because, cell: ({ problems }) => problems.map(({ message }) => html`<div>${message}</div>`) }], plan.stays)}`}
      ${this.refused.length === 0 ? nothing : noticeBox('danger', '', repeat(this.refused, ({ message }) => html`<p>${message}</p>`), { role: 'alert' })}
      <div class="actions">${plan.moves.length === 0 ? nothing : button({ id: 'confirm-hand-over', kind: 'primary', label: text.confirm({ count: plan.moves.length }), disabled: this.busy, onClick: () => this.emit('cobuild-hand-over', handOver, { cancelable: true }) })}
        ${button({ label: text.back, onClick: () => { this.handOver = undefined; } })}</div>
    </div>`;
  }

  private planOf({ scheme, actor, today, calendar }: ProjectDesk, projects: readonly FundedProject[], handOver: HandOver): HandOverPlan {
    if (actor === undefined) return { moves: [], stays: [] };
    const waiting = this.waiting();
    const ofProject = projects.map((project) => ({ state: waiting.find(({ id }) => id === project.id) ?? ({ id: project.id, status: 'ended' } as CaseState), project }));
    const others = waiting.filter(({ id }) => projects.every((project) => project.id !== id)).map((each) => ({ state: each }));
    const people = this.known().flatMap(({ id, name, unit, town }) => (id === undefined ? [] : [{ id, name, ...(unit === undefined ? {} : { unit }), ...(town === undefined ? {} : { town }) }]));
    return this.inTerms(() => handOverPlan(scheme, [...ofProject, ...others], handOver, actor, `${today}T23:59:00+08:00`, { calendar, today, people, locale: this.locale }));
  }

  private start(desk: ProjectDesk, project: FundedProject, kind: string, about: string, opener: string): void {
    this.entryProject = project.id;
    this.openEntry(kind, about, this.formOf(desk, project, kind, about).value, opener);
  }

  private formOf(desk: ProjectDesk, project: FundedProject, kind: string, about: string): ReturnType<typeof postForm> {
    return postForm({ kind, about }, desk, project, { text: this.wordsOf(responsibilityWords), locale: this.locale, people: this.known() });
  }

  private entryView(desk: ProjectDesk, project: FundedProject): TemplateResult {
    const { entry } = this;
    const text = this.wordsOf(responsibilityWords);
    if (entry === undefined) return html``;
    const { title, definition } = this.once(`${entry.kind} ${entry.about} ${project.id}`, () => this.formOf(desk, project, entry.kind, entry.about));
    return entryForm({
      title, definition, value: this.startValue, hosts: this.hosts, problems: this.refused, busy: this.busy, submit: text.send, cancel: text.cancel,
      onSubmit: () => {
        const answers = this.entered();
        if (answers !== undefined) this.send(desk, project, postAction(entry, answers, this.known()));
      },
      onCancel: () => this.closeEntry(),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cobuild-responsibility': CobuildResponsibility;
  }
}
