import type { Calendar, EventActor, Problem } from '@cobuild/core';
import { chinaCalendar, localize } from '@cobuild/core';
import type { FundedProject } from '@cobuild/rules';
import { findingStatistics } from '@cobuild/rules';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { FieldHosts } from '../hosts/field-hosts.js';
import type { SchemeDocument } from '../internal/document-shapes.js';
import { reportWords } from '../cobuild-report/words.js';
import { OpenWhilePrinting } from '../internal/explanation/open-while-printing.js';
import { levelTitle } from '../internal/level-title.js';
import { portraitPageSheet } from '../internal/page-sheets.js';
import { button, documentProblems } from '../internal/pieces.js';
import { PrintPage } from '../internal/print-page.js';
import { entryForm } from '../internal/project/entry-form.js';
import type { CobuildProjectActionDetail } from '../internal/project/project-action-event.js';
import type { ProjectDesk } from '../internal/project/project-element.js';
import { ProjectElement } from '../internal/project/project-element.js';
import { projectShape } from '../internal/project/project-shapes.js';
import { projectStyles } from '../internal/project/project.styles.js';
import { sharedStyles } from '../internal/styles.js';
import { timelineStyles } from '../internal/timeline.js';
import { findingCard } from './finding-card.js';
import { bodiesFor, findingAction, findingForm } from './finding-forms.js';
import type { FindingFilter, FindingLine } from './finding-lines.js';
import { STATES, filtered, findingLines } from './finding-lines.js';
import { schemeCadenceView } from './scheme-cadence.js';
import { supervisionStyles } from './supervision.styles.js';
import { supervisionWords } from './words.js';

/**
 * Supervision over any number of projects. What the scheme asks for again and again, as reports, visits and meetings: what is overdue first, then how the cadence was
 * kept by duty and by project. And the findings of the supervision bodies: raised with kind, severity, evidence, place and deadline; answered by the unit; closed or
 * reopened by the body. Each says which payment it holds and until when.
 *
 * @summary Cadence of reports and events, supervision findings and their rectification.
 * @fires {CustomEvent<CobuildProjectActionDetail>} cobuild-action - A finding was raised, answered, closed or reopened, as the rules allow; cancelable.
 * @csspart statistics - How many findings stand how.
 * @csspart cadence - What is overdue of the reports and events, and how they were kept.
 * @csspart filters - Choices of state, town and project.
 * @csspart findings - The findings.
 * @example
 * Object.assign(document.querySelector('cobuild-supervision'), { scheme, projects, actor: { id: 'w1', role: 'supervisor', unit: 'gaoming' }, today: '2026-06-10' });
 */
export class CobuildSupervision extends ProjectElement {
  static override styles: CSSResultGroup = [...sharedStyles, timelineStyles, projectStyles, supervisionStyles];

  /** The scheme or its published file; a child script `data-part="scheme"` does the same. */
  @property({ attribute: false }) scheme: SchemeDocument | undefined;
  /** The projects as `foldProject()` of `@cobuild/rules` returns them. */
  @property({ attribute: false }) projects: readonly FundedProject[] | undefined;
  /** Who works here; without somebody the findings are for reading. */
  @property({ attribute: false }) actor: EventActor | undefined;
  /** Day on which the person works, `YYYY-MM-DD`; the day on the wall in Beijing by default. */
  @property() today: string | undefined;
  /** Working days; those of China by default. */
  @property({ attribute: false }) calendar: Calendar = chinaCalendar;
  /** Where evidence is kept and opened: `{ files }`. */
  @property({ attribute: false }) hosts: FieldHosts | undefined;
  /** An answer of the host is awaited: nothing is sent twice. */
  @property({ type: Boolean }) busy = false;
  /** Why the host refused the last action, as `appendProjectEvent()` returned it. */
  @property({ attribute: false }) problems: readonly Problem[] = [];

  @state() private filter: FindingFilter = { state: '', town: '', project: '' };
  @state() private cadenceYear = '';
  @state() private entryProject = '';

  constructor() {
    super();
    new PrintPage(this, portraitPageSheet);
    new OpenWhilePrinting(this);
  }

  protected override tell(detail: CobuildProjectActionDetail): void {
    this.emit('cobuild-action', detail, { cancelable: true });
  }

  protected override render(): TemplateResult {
    const desk = this.readDesk();
    const projects = this.readLines('projects', this.projects, projectShape);
    const text = this.wordsOf(supervisionWords);
    this.follow(projects.find(({ id }) => id === this.entryProject), text.done);
    const body = desk === undefined || projects.length === 0 ? (this.givenProblems.length > 0 ? nothing : html`<p class="table-empty">${text.empty}</p>`) : this.board(desk, projects);
    return html`${documentProblems(this.givenProblems, this.words)}${body}`;
  }

  private board(desk: ProjectDesk, projects: readonly FundedProject[]): TemplateResult {
    const text = this.wordsOf(supervisionWords);
    // A scheme may ask for reports and name nobody who raises findings.
    const hasBodies = (desk.scheme.supervision?.bodies ?? []).length > 0;
    return html`<article class="stack wide">
      <header class="stack tight">
        <h2>${text.heading}</h2>
        ${hasBodies ? html`<p part="statistics">${text.statistics({ ...findingStatistics(projects, desk.today) })}</p>` : nothing}
      </header>
      ${schemeCadenceView({ ...desk, projects, year: this.cadenceYear, onYear: (year) => { this.cadenceYear = year; }, locale: this.locale, text, reports: this.wordsOf(reportWords) })}
      ${hasBodies ? this.findings(desk, projects) : nothing}
      <div class="actions no-print">${button({ label: this.words.print, icon: 'print', onClick: () => print() })}</div>
      <p class="visually-hidden" role="status">${this.busy ? text.working : this.announced}</p>
    </article>`;
  }

  private findings(desk: ProjectDesk, projects: readonly FundedProject[]): TemplateResult {
    const text = this.wordsOf(supervisionWords);
    const lines = findingLines(projects, desk.today);
    const shown = filtered(lines, this.filter);
    return html`${this.filters(desk, projects)} ${this.raising(desk, projects)}
      <section class="stack" part="findings" aria-labelledby="findings-title">
        <h3 id="findings-title">${text.shown({ count: shown.length })}</h3>
        ${shown.length === 0 ? html`<p class="table-empty">${lines.length === 0 ? text.noFindings : text.noMatch}</p>` : html`<ol class="findings">${repeat(shown, ({ project, finding }) => `${project.id} ${finding.id}`, (line) => html`<li class="stack tight">${this.card(line, desk)}</li>`)}</ol>`}
      </section>`;
  }

  private filters({ scheme }: ProjectDesk, projects: readonly FundedProject[]): TemplateResult {
    const text = this.wordsOf(supervisionWords);
    const towns = [...new Set(projects.flatMap(({ applicant }) => applicant.town ?? []))];
    const town = levelTitle(scheme, towns, this.locale, text.town);
    const townName = (id: string): string => localize(scheme.organisation.units?.find((unit) => unit.id === id)?.title, this.locale) || id;
    const choice = (key: keyof FindingFilter, label: string, options: readonly (readonly [string, string])[]): TemplateResult => html`<label><span class="label">${label}</span>
      <select class="input" id="filter-${key}" @change=${(event: Event) => { this.filter = { ...this.filter, [key]: (event.target as HTMLSelectElement).value }; }}>
        <option value="">${text.all}</option>
        ${options.map(([value, name]) => html`<option value=${value} ?selected=${this.filter[key] === value}>${name}</option>`)}
      </select></label>`;
    return html`<div class="filters no-print" part="filters">
      ${choice('state', text.state, STATES.map((each) => [each, text.stateOf({ state: each })]))} ${choice('town', town, towns.map((id) => [id, townName(id)]))} ${choice('project', text.project, projects.map(({ id, title, applicant }) => [id, `${title}（${applicant.name ?? applicant.id}）`]))}
    </div>`;
  }

  /** A finding belongs to a project: the only one, or the one that was chosen. */
  private raising(desk: ProjectDesk, projects: readonly FundedProject[]): TemplateResult | typeof nothing {
    const text = this.wordsOf(supervisionWords);
    const chosen = projects.length === 1 ? projects[0] : projects.find(({ id }) => id === this.filter.project);
    const canRaise = (project: FundedProject): boolean => bodiesFor(desk, (action) => this.may(desk, project, action)).length > 0;
    if (chosen === undefined) return projects.some(canRaise) ? html`<p class="muted no-print">${text.chooseProject}</p>` : nothing;
    if (!canRaise(chosen)) return nothing;
    const isOpen = this.entry?.kind === 'raise' && this.entryProject === chosen.id;
    return html`<div class="actions no-print">${button({ id: 'raise', label: text.raise, kind: 'primary', onClick: () => this.start(desk, chosen, 'raise', '', 'raise') })}</div>${isOpen ? this.entryView(desk, chosen) : nothing}`;
  }

  private card(line: FindingLine, desk: ProjectDesk): TemplateResult {
    const { project, finding } = line;
    const card = findingCard(line, {
      ...desk, text: this.wordsOf(supervisionWords), locale: this.locale, hosts: this.hosts, may: (action) => this.may(desk, project, action),
      open: (kind, opener) => this.start(desk, project, kind, finding.id, opener),
    });
    return html`${card}${this.entry !== undefined && this.entry.kind !== 'raise' && this.entry.about === finding.id && this.entryProject === project.id ? this.entryView(desk, project) : nothing}`;
  }

  private start(desk: ProjectDesk, project: FundedProject, kind: string, about: string, opener: string): void {
    this.entryProject = project.id;
    this.openEntry(kind, about, this.formOf(desk, project, kind, about).value, opener);
  }

  private formOf(desk: ProjectDesk, project: FundedProject, kind: string, about: string): ReturnType<typeof findingForm> {
    return findingForm({ kind, about }, desk, project, { text: this.wordsOf(supervisionWords), locale: this.locale, hosts: this.hosts, bodies: bodiesFor(desk, (action) => this.may(desk, project, action)) });
  }

  private entryView(desk: ProjectDesk, project: FundedProject): TemplateResult {
    const { entry } = this;
    const text = this.wordsOf(supervisionWords);
    if (entry === undefined) return html``;
    const { title, definition } = this.once(`${entry.kind} ${entry.about} ${project.id}`, () => this.formOf(desk, project, entry.kind, entry.about));
    return entryForm({
      title, definition, value: this.startValue, hosts: this.hosts, problems: this.refused, busy: this.busy, submit: text.send, cancel: text.cancel,
      onSubmit: () => {
        const answers = this.entered();
        if (answers !== undefined) this.send(desk, project, findingAction(entry, answers));
      },
      onCancel: () => this.closeEntry(),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cobuild-supervision': CobuildSupervision;
  }
}
