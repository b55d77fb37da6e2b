import type { Calendar, EventActor, EvidenceRecord, Facts, FormDefinition, Problem, Scheme } from '@cobuild/core';
import { chinaCalendar, dateInZone, formatDate, localize } from '@cobuild/core';
import type { CaseState } from '@cobuild/rules';
import { actionProblems, nextActions } from '@cobuild/rules';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { CobuildForm } from '../cobuild-form/cobuild-form.js';
import type { FieldHosts } from '../hosts/field-hosts.js';
import { atQuestion } from '../internal/at-question.js';
import type { CobuildActionDetail } from '../internal/case-action-event.js';
import { CobuildElement } from '../internal/cobuild-element.js';
import { endOfDay } from '../internal/dates.js';
import type { SchemeDocument } from '../internal/document-shapes.js';
import { actorShape, calendarShape, caseStateShape, dayShape, problemShape } from '../internal/document-shapes.js';
import { FocusKeeper } from '../internal/focus-keeper.js';
import { button, documentProblems, tag } from '../internal/pieces.js';
import { ENTRY_FORM, entryForm } from '../internal/project/entry-form.js';
import { projectStyles } from '../internal/project/project.styles.js';
import { sheetForm } from '../internal/sheet-form.js';
import { sharedStyles } from '../internal/styles.js';
import type { EvidenceLine } from './demands.js';
import { evidenceLines, missingRecords } from './demands.js';
import { evidenceAction, evidenceForm } from './evidence-form.js';
import { evidenceStyles } from './evidence.styles.js';
import { sheetAction, sheetFacts, sheetStart } from './sheet.js';
import { evidenceWords } from './words.js';

interface EvidenceDesk {
  readonly scheme: Scheme;
  readonly state: CaseState;
  readonly actor: EventActor;
  readonly today: string;
  readonly calendar: Calendar;
  readonly may: (line: EvidenceLine) => boolean;
}

/**
 * Records that the stage of a case asks for, such as papers checked, a visit, a plan that was sent out: what there is, what is missing, and a short form for each. The forms of
 * meetings, such as the sheets of the four discussions, are filled in here, too, from the beginning of the meeting on.
 * Stands at a desk or beside a meeting; in `cobuild-review` and `cobuild-meeting` it goes into the slot `records`.
 *
 * @summary Records that a stage asks for.
 * @fires {CustomEvent<CobuildActionDetail>} cobuild-action - A record was entered; cancelable.
 * @csspart demands - The records asked for.
 * @example
 * Object.assign(document.querySelector('cobuild-evidence'), { scheme, state, actor: { id: 'c1', role: 'villageClerk', unit: 'qingxi' }, today: '2026-03-06' });
 */
export class CobuildEvidence extends CobuildElement {
  static override styles: CSSResultGroup = [...sharedStyles, projectStyles, evidenceStyles];

  /** The scheme or its published file; a child script `data-part="scheme"` does the same. */
  @property({ attribute: false }) scheme: SchemeDocument | undefined;
  /** The case as `foldCase()` of `@cobuild/rules` returns it. */
  @property({ attribute: false }) state: CaseState | undefined;
  /** Who works here: `{ id: 'c1', name: '陈敏', role: 'villageClerk', unit: 'qingxi' }`; whoever may not record reads. */
  @property({ attribute: false }) actor: EventActor | undefined;
  /** Day on which the person works, `YYYY-MM-DD`; the day on the wall in Beijing by default. */
  @property() today: string | undefined;
  /** Working days; those of China by default. */
  @property({ attribute: false }) calendar: Calendar = chinaCalendar;
  /** Where files are kept and opened: `{ files }`; without it none is asked for. */
  @property({ attribute: false }) hosts: FieldHosts | undefined;
  /** An answer of the host is awaited: nothing is sent twice. */
  @property({ type: Boolean }) busy = false;
  /** Why the host refused the last record: `[{ code, severity, document, pointer, message, remedy? }]`. */
  @property({ attribute: false }) problems: readonly Problem[] = [];

  /** Kind of the record that is being entered. */
  @state() private entry = '';
  @state() private refused: readonly Problem[] = [];
  private announced = '';
  private startValue: Readonly<Record<string, unknown>> = {};
  private definition: FormDefinition | undefined;
  private formFacts: Facts | undefined;
  private sheet: EvidenceLine['sheet'];
  /** The records as they were when the form was opened. */
  private recordsBefore = '';
  @query('cobuild-form') private readonly form!: CobuildForm | null;

  constructor() {
    super();
    new FocusKeeper(this);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('problems')) this.refused = this.readLines('problems', this.problems, problemShape).map(atQuestion);
    const lines = changed.has('state') ? this.lines() : [];
    const entered = lines.find(({ kind }) => kind === this.entry);
    if (this.entry !== '' && changed.has('state') && (entered === undefined || JSON.stringify(entered.records) !== this.recordsBefore)) this.close(entered === undefined ? '' : this.wordsOf(evidenceWords).saved({ name: localize(entered.title, this.locale) }));
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('refused') && this.refused.length > 0) void this.form?.updateComplete.then(() => this.form?.focusErrors());
  }

  private lines(): readonly EvidenceLine[] {
    const scheme = this.readScheme(this.scheme);
    const caseState = this.readDocument('state', this.state, caseStateShape);
    return scheme && caseState ? evidenceLines(scheme, caseState) : [];
  }

  private readDesk(): EvidenceDesk | undefined {
    const scheme = this.readScheme(this.scheme);
    const caseState = this.readDocument('state', this.state, caseStateShape);
    const actor = this.readDocument('actor', this.actor, actorShape);
    const today = this.readDocument('today', this.today, dayShape) ?? dateInZone(new Date().toISOString());
    const calendar = this.readDocument('calendar', this.calendar, calendarShape) ?? chinaCalendar;
    if (!scheme || !caseState || !actor) return undefined;
    const next = nextActions(scheme, caseState, actor, endOfDay(today), { calendar, schemeHash: caseState.schemeHash });
    const context = { calendar, schemeHash: caseState.schemeHash };
    const records = next.some(({ type, stage }) => type === 'evidenceRecorded' && stage === caseState.stage);
    const may = ({ kind, sheet }: EvidenceLine): boolean => (sheet === undefined ? records : actionProblems(scheme, caseState, sheetAction(sheet.stage, kind, today, {}), actor, endOfDay(today), context).length === 0);
    return { scheme, state: caseState, actor, today, calendar, may };
  }

  private open({ kind, title, records, sheet }: EvidenceLine, { scheme, state: caseState, today }: EvidenceDesk): void {
    const text = this.wordsOf(evidenceWords);
    this.sheet = sheet;
    this.definition = (sheet && sheetForm(sheet.form)) ?? evidenceForm(text.recordOf({ name: localize(title, this.locale) }), text, this.hosts?.files !== undefined);
    this.startValue = sheet === undefined ? { on: today } : sheetStart(scheme, caseState, sheet.stage, sheet.form, today);
    this.formFacts = sheet === undefined ? undefined : sheetFacts(scheme, caseState, today);
    this.recordsBefore = JSON.stringify(records);
    this.refused = [];
    this.announced = '';
    this.entry = kind;
    void this.focusLater(`#${ENTRY_FORM}`);
  }

  private close(announced: string): void {
    const { entry } = this;
    this.entry = '';
    this.refused = [];
    this.announced = announced;
    void this.focusLater(`#${CSS.escape(`record-${entry}`)}`);
  }

  private async focusLater(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  /** The rules say what is wrong before the host is asked. */
  private send({ scheme, state: caseState, actor, today, calendar }: EvidenceDesk): void {
    const { form } = this;
    if (this.busy || form === null || !form.reportValidity()) return;
    const answers = form.model?.submission() ?? {};
    const action = this.sheet === undefined ? evidenceAction(this.entry, answers) : sheetAction(this.sheet.stage, this.entry, today, answers);
    const found = this.inTerms(() => actionProblems(scheme, caseState, action, actor, endOfDay(today), { calendar, schemeHash: caseState.schemeHash, locale: this.locale }));
    this.refused = found.map(atQuestion);
    if (found.length === 0) this.emit<CobuildActionDetail>('cobuild-action', { action }, { cancelable: true });
  }

  protected override render(): TemplateResult {
    const desk = this.readDesk();
    const text = this.wordsOf(evidenceWords);
    const problems = documentProblems(this.givenProblems, this.words);
    if (desk === undefined) return html`${problems}`;
    const lines = evidenceLines(desk.scheme, desk.state);
    if (lines.length === 0) return html`${problems}<p class="muted">${text.none}</p>`;
    return html`${problems}<section class="stack tight" aria-labelledby="demands-title">
      <h3 id="demands-title">${text.heading}</h3>
      ${lines.some((line) => line.sheet === undefined && missingRecords(line) > 0 && desk.may(line)) ? html`<p class="muted small">${text.waits}</p>` : nothing}
      <ul class="demands" part="demands">${lines.map((line) => html`<li>${this.line(line, desk)}</li>`)}</ul>
      <p class="visually-hidden" role="status">${this.busy ? text.working : this.announced}</p>
    </section>`;
  }

  private line(line: EvidenceLine, desk: EvidenceDesk): TemplateResult {
    const text = this.wordsOf(evidenceWords);
    const { kind, records, sheet } = line;
    const mayRecord = desk.may(line);
    const name = localize(line.title, this.locale);
    const left = missingRecords(line);
    const label = sheet === undefined ? (records.length === 0 ? text.record : text.recordMore) : records.length === 0 ? text.fill : text.correct;
    return html`<div class="demand">
        <h4>${name}</h4>
        ${left === 0 ? tag('success', sheet === undefined ? text.done : text.filled) : tag(sheet === undefined ? 'warning' : 'info', sheet === undefined ? text.missing({ left }) : text.notFilled)}
        ${mayRecord && this.entry !== kind ? button({ id: `record-${kind}`, label, name: `${label}${this.words.colon}${name}`, kind: left === 0 ? 'quiet' : 'secondary', onClick: () => this.open(line, desk) }) : nothing}
      </div>
      ${records.length === 0 ? nothing : html`<ul class="records">${records.map((record) => html`<li>${this.record(record)}</li>`)}</ul>`}
      ${this.entry === kind && mayRecord ? this.entryView(name, desk) : nothing}`;
  }

  private record({ on, text: account, participants = [], files = [] }: EvidenceRecord): TemplateResult {
    const text = this.wordsOf(evidenceWords);
    const link = (id: string, index: number): unknown => {
      const href = this.hosts?.files?.link?.(id);
      const label = text.file({ number: index + 1 });
      return html`<li>${href === undefined ? label : html`<a href=${href} target="_blank" rel="noopener">${label}</a>`}</li>`;
    };
    return html`<p>${on === undefined ? nothing : html`<span class="day">${formatDate(on, this.locale)}</span>`}${participants.length === 0 ? nothing : html` ${participants.join(this.words.listSeparator)}`}</p>
      ${account === undefined ? nothing : html`<p class="answer-text">${account}</p>`} ${files.length === 0 ? nothing : html`<ul class="files small">${files.map(link)}</ul>`}`;
  }

  private entryView(name: string, desk: EvidenceDesk): TemplateResult {
    const text = this.wordsOf(evidenceWords);
    const { definition } = this;
    return definition === undefined ? html`` : entryForm({
      title: this.sheet === undefined ? text.recordOf({ name }) : name, definition, value: this.startValue, facts: this.formFacts, hosts: this.hosts, problems: this.refused, busy: this.busy, submit: text.save, cancel: text.cancel,
      onSubmit: () => this.send(desk), onCancel: () => this.close(''),
    });
  }
}
