import type { Calendar, EventActor, Facts, Problem } from '@cobuild/core';
import { chinaCalendar, parametersFact } from '@cobuild/core';
import type { FundedProject, ProjectAction, ReportDue } from '@cobuild/rules';
import { reportsDue } from '@cobuild/rules';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { FieldHosts } from '../hosts/field-hosts.js';
import type { SchemeDocument } from '../internal/document-shapes.js';
import { OpenWhilePrinting } from '../internal/explanation/open-while-printing.js';
import { documentProblems, noticeBox } from '../internal/pieces.js';
import { entryForm } from '../internal/project/entry-form.js';
import { enteredText, shortForm, textQuestion } from '../internal/project/form-parts.js';
import type { CobuildProjectActionDetail } from '../internal/project/project-action-event.js';
import type { ProjectDesk } from '../internal/project/project-element.js';
import { ProjectElement } from '../internal/project/project-element.js';
import { projectShape } from '../internal/project/project-shapes.js';
import { projectStyles } from '../internal/project/project.styles.js';
import { sharedStyles } from '../internal/styles.js';
import type { ReportContext } from './report-context.js';
import { keyOf, periodWords, titleOf } from './report-context.js';
import { reportForm, reportReading } from './report-reading.js';
import { holdView, indicatorView, reportTable } from './report-table.js';
import { reportStyles } from './report.styles.js';
import { reportWords } from './words.js';

/**
 * The reports of an approved project: what is due when, counted in working days; the scheme's form to fill in; accepted or returned for completion; what was handed
 * in before; and which payment waits for a report.
 *
 * @summary Reports of a project by their cadence.
 * @fires {CustomEvent<CobuildProjectActionDetail>} cobuild-action - A report is handed in, returned, accepted or left out for a period, as the rules allow; cancelable.
 * @csspart holds - Which payment waits for reports.
 * @csspart schedule - What is due when.
 * @csspart reading - The report that is read.
 * @csspart indicators - What the contract promises.
 * @example
 * Object.assign(document.querySelector('cobuild-report'), { scheme, project, actor: { id: 's1', role: 'villageSecretary', unit: 'heshun' }, today: '2026-07-02' });
 */
export class CobuildReport extends ProjectElement {
  static override styles: CSSResultGroup = [...sharedStyles, projectStyles, reportStyles];

  /** The scheme or its published file; a child script `data-part="scheme"` does the same. */
  @property({ attribute: false }) scheme: SchemeDocument | undefined;
  /** The project as `foldProject()` of `@cobuild/rules` returns it. */
  @property({ attribute: false }) project: FundedProject | undefined;
  /** Who works here; without somebody the reports are for reading. */
  @property({ attribute: false }) actor: EventActor | undefined;
  /** Day on which the person works, `YYYY-MM-DD`; the day on the wall in Beijing by default. */
  @property() today: string | undefined;
  /** Working days; those of China by default. */
  @property({ attribute: false }) calendar: Calendar = chinaCalendar;
  /** What the page lends to the fields of the report's form: files, registers. */
  @property({ attribute: false }) hosts: FieldHosts | undefined;
  /** An answer of the host is awaited: nothing is sent twice. */
  @property({ type: Boolean }) busy = false;
  /** Why the host refused the last action, as `appendProjectEvent()` returned it. */
  @property({ attribute: false }) problems: readonly Problem[] = [];

  @state() private reading = '';

  constructor() {
    super();
    new OpenWhilePrinting(this);
  }

  protected override tell(detail: CobuildProjectActionDetail): void {
    this.emit('cobuild-action', detail, { cancelable: true });
  }

  protected override render(): TemplateResult {
    const desk = this.readDesk();
    const project = this.readDocument('project', this.project, projectShape);
    const text = this.wordsOf(reportWords);
    this.follow(project, text.done);
    const body = desk === undefined || project === undefined ? (this.givenProblems.length > 0 ? nothing : html`<p class="table-empty">${text.empty}</p>`) : this.reports(desk, project);
    return html`${documentProblems(this.givenProblems, this.words)}${body}`;
  }

  private reports(desk: ProjectDesk, project: FundedProject): TemplateResult {
    const dues = reportsDue(desk.scheme, project, desk.today, desk.calendar);
    const text = this.wordsOf(reportWords);
    const context: ReportContext = {
      ...desk, project, dues, locale: this.locale, text, common: this.words, hosts: this.hosts, reading: this.reading,
      may: (action) => this.may(desk, project, action),
      open: (kind, due, opener) => this.openEntry(kind, keyOf(due), kind === 'fill' ? (due.report?.answers ?? {}) : {}, opener),
      read: (key) => this.read(key),
      send: (action) => this.send(desk, project, action),
    };
    const started = (project.agreement.startsOn ?? project.agreement.signedOn) !== undefined;
    const read = dues.find((due) => keyOf(due) === this.reading);
    const count = (fits: (due: ReportDue) => boolean): number => dues.filter(fits).length;
    return html`<article class="stack wide">
      <header class="stack tight">
        <h2>${text.heading}</h2>
        <p class="muted">${project.title} · ${project.applicant.name ?? project.applicant.id}</p>
        ${dues.length === 0 ? nothing : html`<p>${text.year({ count: dues.length, accepted: count(({ state: is }) => is === 'accepted'), late: count(({ isLate }) => isLate), skipped: count(({ state: is }) => is === 'skipped') })}</p>`}
      </header>
      ${dues.length === 0 ? html`<p class="table-empty">${started ? text.noDuties : text.empty}</p>` : html`${holdView(context)} ${reportTable(context)}`}
      ${this.refusedElsewhere()} ${read === undefined ? nothing : reportReading(read, context)} ${this.entryView(context)}
      <p class="visually-hidden" role="status">${this.busy ? text.working : this.announced}</p>
    </article>`;
  }

  /** A report is accepted without a form, so that what the rules or the host have against it stands here. */
  private refusedElsewhere(): TemplateResult | typeof nothing {
    if (this.entry !== undefined || this.refused.length === 0) return nothing;
    return noticeBox('danger', this.words.error, html`<ul>${this.refused.map(({ message, remedy }) => html`<li>${message}${remedy === undefined ? '' : ` ${remedy}`}</li>`)}</ul>`, { role: 'alert' });
  }

  private read(key: string): void {
    this.reading = key;
    if (key === '') return;
    void this.updateComplete.then(() => {
      const box = this.renderRoot.querySelector<HTMLElement>('#reading');
      box?.scrollIntoView({ block: 'nearest' });
      box?.focus({ preventScroll: true });
    });
  }

  private entryView(context: ReportContext): TemplateResult | typeof nothing {
    const { entry } = this;
    const { text, dues, project } = context;
    const due = dues.find((each) => keyOf(each) === entry?.about);
    if (entry === undefined || due === undefined) return nothing;
    const fills = entry.kind === 'fill';
    const skips = entry.kind === 'skip';
    const title = text.of({ action: fills ? text.report : skips ? text.skip : text.sendBack, report: titleOf(due, context), period: periodWords(due, context) });
    const definition = fills ? reportForm(context, due.duty) : this.once(`${entry.kind} ${entry.about}`, () => shortForm(entry.kind, title, { reason: textQuestion(skips ? text.skipReason : text.reason, { long: true }) }, skips ? text.skipHelp : undefined));
    if (definition === undefined) return nothing;
    return html`${entryForm({
      // The form of a duty is one for all its periods: which of them it is for stands on top.
      title, ...(fills ? { help: title } : {}), definition, value: this.startValue, facts: fills ? this.once('facts', (): Facts => ({ applicant: project.applicant, today: context.today, parameters: parametersFact(context.scheme) })) : undefined, hosts: this.hosts, problems: this.refused, busy: this.busy,
      submit: fills ? text.submit : skips ? text.skip : text.send, cancel: text.cancel,
      onSubmit: () => {
        const answers = this.entered();
        if (answers !== undefined) context.send(actionOf(entry.kind, due, answers));
      },
      onCancel: () => this.closeEntry(),
    })}${fills ? indicatorView(context) : nothing}`;
  }
}

function actionOf(kind: string, { duty, period, report }: ReportDue, answers: Readonly<Record<string, unknown>>): ProjectAction {
  if (kind === 'fill') return { type: 'reportSubmitted', data: { duty, period, answers } };
  const reason = enteredText(answers, 'reason');
  return kind === 'skip' ? { type: 'reportSkipped', data: { duty, period, reason } } : { type: 'reportReturned', data: { report: report?.id ?? '', reason } };
}

declare global {
  interface HTMLElementTagNameMap {
    'cobuild-report': CobuildReport;
  }
}
