import type { Calendar, CaseEvent, Scheme } from '@cobuild/core';
import { chinaCalendar, dateInZone, formatDate, isDate, localize, resolveParameters } from '@cobuild/core';
import type { CaseState, FundedProject, Replay, StageDeadline } from '@cobuild/rules';
import { explainCount, explainDeadline, replayCase } from '@cobuild/rules';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { stageTitle } from '../cobuild-decision/timeline.js';
import { words as decisionWords } from '../cobuild-decision/words.js';
import { reportWords } from '../cobuild-report/words.js';
import { dueText, workingDaysAfter } from '../internal/case-deadline.js';
import { CobuildElement } from '../internal/cobuild-element.js';
import { dayOf } from '../internal/dates.js';
import type { SchemeDocument } from '../internal/document-shapes.js';
import { calendarShape, dayShape, eventsShape } from '../internal/document-shapes.js';
import { OpenWhilePrinting } from '../internal/explanation/open-while-printing.js';
import { icons } from '../internal/icons.js';
import type { SummaryRow } from '../internal/pieces.js';
import { button, documentProblems, noticeBox, summaryList, tag } from '../internal/pieces.js';
import { portraitPageSheet } from '../internal/page-sheets.js';
import { PrintPage } from '../internal/print-page.js';
import { projectShape } from '../internal/project/project-shapes.js';
import { sharedStyles } from '../internal/styles.js';
import { timelineList, timelineStyles } from '../internal/timeline.js';
import { applicantLines } from './applicant-lines.js';
import { cadenceView } from './cadence.js';
import { caseTimelineStyles } from './cobuild-timeline.styles.js';
import type { OfficeLine } from './office-lines.js';
import { dueAt, officeLines } from './office-lines.js';
import type { TimelineWords } from './words.js';
import { timelineWords } from './words.js';

/** For whom a history is shown. */
export type TimelineAudience = 'office' | 'applicant';

const NO_REPLAY: Replay = { states: [], problems: [] };

/**
 * The log of a case in order: who did what and when, where the case went, whether each stage was done in time, and whether the log was changed. Any day can be looked at as it
 * stood then. For the applicant it names public steps only.
 *
 * @summary History of a case, with its proof and a look at any day.
 * @csspart chain - Whether the records are whole.
 * @csspart day - The case as it stood on the chosen day.
 * @csspart events - The records in order.
 * @csspart cadence - What the approved project has to report or hold by when.
 * @example
 * Object.assign(document.querySelector('cobuild-timeline'), { scheme, events, day: '2026-03-10' });
 */
export class CobuildTimeline extends CobuildElement {
  static override styles: CSSResultGroup = [...sharedStyles, timelineStyles, caseTimelineStyles];

  /** The scheme or its published file; a child script `data-part="scheme"` does the same. */
  @property({ attribute: false }) scheme: SchemeDocument | undefined;
  /** The log of one case, whole and in order, as the store keeps it. */
  @property({ attribute: false }) events: readonly CaseEvent[] | undefined;
  /** `office` (default), or `applicant`: public names of steps, no names of officials, nothing of votes and scores. It masks what is drawn: what an applicant's page is handed is for the server to decide. */
  @property({ reflect: true }) view: TimelineAudience = 'office';
  /** Day to look at, `YYYY-MM-DD`; without it the case as it is now. */
  @property() day: string | undefined;
  /** The page chooses the day: none can be chosen here. */
  @property({ type: Boolean, reflect: true }) fixed = false;
  /** Day from which what is overdue is counted, `YYYY-MM-DD`; the day on the wall in Beijing by default. */
  @property() today: string | undefined;
  /** Working days, `{ version, isWorkingDay(date), isAnnounced(year) }`; those of China by default. */
  @property({ attribute: false }) calendar: Calendar = chinaCalendar;

  /** The approved project as `foldProject()` returns it: how the cadence of its reports and events is kept, as of `today`. */
  @property({ attribute: false }) project: FundedProject | undefined;

  @state() private typed: string | undefined;
  private log: readonly CaseEvent[] | undefined;
  private source: Scheme | undefined;
  private resolved: Scheme | undefined;
  private replay = NO_REPLAY;
  private days: Calendar = chinaCalendar;
  private chosen: string | undefined;
  private now = '';

  constructor() {
    super();
    new PrintPage(this, portraitPageSheet);
    new OpenWhilePrinting(this);
  }

  protected override willUpdate(changed: PropertyValues): void {
    const scheme = this.readScheme(this.scheme);
    const log = this.readDocument('events', this.events, eventsShape);
    const given = this.readDocument('day', this.day, dayShape);
    this.days = this.readDocument('calendar', this.calendar, calendarShape) ?? chinaCalendar;
    this.now = this.readDocument('today', this.today, dayShape) ?? dateInZone(new Date().toISOString());
    // Each event is hashed: a log is read once, not with every key in the field of the day.
    if (scheme !== this.source || log !== this.log) {
      this.resolved = scheme && resolveParameters(scheme);
      this.replay = scheme === undefined || log === undefined ? NO_REPLAY : replayCase(scheme, log);
    }
    this.source = scheme;
    this.log = log;
    if (changed.has('day')) this.typed = undefined;
    this.chosen = this.typed === undefined ? given : isDate(this.typed) ? this.typed : undefined;
  }

  private choose(day: string): void {
    this.typed = day;
  }

  protected override render(): TemplateResult {
    const { resolved: scheme, log } = this;
    const text = this.wordsOf(timelineWords);
    const problems = documentProblems(this.givenProblems, this.words);
    if (scheme === undefined || log === undefined) return html`${problems}`;
    if (log.length === 0) return html`${problems}<p class="table-empty">${text.empty}</p>`;
    const { chosen } = this;
    const until = chosen === undefined ? log.length : log.filter(({ at }) => recordDay(at) <= chosen).length;
    return html`${problems}<article class="history stack wide">
      <h2>${text.title}</h2>
      ${this.view === 'office' ? this.chain(text, log) : nothing} ${this.fixed ? nothing : this.dayField(text)} ${this.dayState(scheme, text, until)} ${this.cadence(scheme, text)}
      <section class="stack tight" part="events">
        <p class="muted small" role="status">${until === log.length ? '' : `${this.view === 'office' ? text.shown({ count: until, total: log.length }) : ''}${text.later}`}</p>
        ${this.view === 'office' ? this.officeView(scheme, log.slice(0, until), text) : this.applicantView(scheme, log.slice(0, until), text)}
      </section>
      <div class="no-print">${button({ label: this.words.print, icon: 'print', onClick: () => print() })}</div>
    </article>`;
  }

  private chain(text: TimelineWords, log: readonly CaseEvent[]): TemplateResult {
    const { problems } = this.replay;
    if (problems.length === 0) return html`<p class="row" part="chain">${tag('success', text.verified({ count: log.length }))}</p>`;
    const index = this.replay.states.length + 1;
    return html`<div part="chain">${noticeBox('danger', this.words.error, html`<p>${text.changed({ index })}</p>`, { role: 'alert' })}</div>`;
  }

  private dayField(text: TimelineWords): TemplateResult {
    const value = this.typed ?? this.day ?? '';
    const isWrong = this.typed !== undefined && this.typed !== '' && !isDate(this.typed);
    return html`<div class="replay no-print">
      <div>
        <label class="label" for="day">${text.replay}</label>
        <p class="muted small" id="day-help">${text.replayHelp}</p>
        ${isWrong ? html`<p class="field-error" id="day-error">${icons.danger}<span>${text.badDay}</span></p>` : nothing}
        <input class="input date" type="date" id="day" max=${this.now} aria-invalid=${isWrong ? 'true' : nothing} aria-describedby="day-help${isWrong ? ' day-error' : ''}" .value=${live(value)} @input=${(event: Event) => this.choose((event.target as HTMLInputElement).value)} />
      </div>
      ${value === '' ? nothing : button({ id: 'now', label: text.today, onClick: () => {
        this.choose('');
        this.renderRoot.querySelector<HTMLElement>('#day')?.focus();
      } })}
    </div>`;
  }

  /** The case as it stood when the day ended. */
  private dayState(scheme: Scheme, text: TimelineWords, until: number): TemplateResult {
    const { locale, chosen } = this;
    const day = chosen ?? this.now;
    const found = this.replay.states[Math.min(until, this.replay.states.length) - 1];
    const title = html`<h3 id="day-title">${text.dayState({ date: formatDate(day, locale) })}</h3>`;
    const rows = found === undefined ? [] : this.stateRows(scheme, text, found, day);
    return html`<section class="panel stack tight" part="day" aria-labelledby="day-title" aria-live="polite">${title}${found === undefined ? html`<p>${this.replay.states.length === 0 ? text.unreliable : text.nothingYet}</p>` : summaryList(rows)}${found !== undefined && until > this.replay.states.length ? html`<p class="muted small">${text.upTo({ sequence: this.replay.states.length })}</p>` : nothing}</section>`;
  }

  private stateRows(scheme: Scheme, text: TimelineWords, found: CaseState, day: string): SummaryRow[] {
    const { locale } = this;
    const stage = this.view === 'applicant' ? publicTitle(scheme, found.stage, locale) : stageTitle(scheme, found.stage, locale);
    const status = found.end !== undefined ? text[found.end] : found.returned !== undefined ? text.waitsForApplicant : text.open;
    const due = dueAt(scheme, found, this.days);
    return [
      { label: text.at, value: stage }, { label: text.status, value: status },
      ...(found.stageSince === undefined || this.view === 'applicant' ? [] : [{ label: text.since, value: dayOf(found.stageSince, locale) }]),
      ...(due === undefined ? [] : [{ label: text.deadline, value: html`${this.dueWords(stage, due, day, text)}${this.howCounted(scheme, found, text)}` }]),
      ...(found.notice === undefined ? [] : [{ label: text.onNotice, value: text.noticePeriod({ from: formatDate(found.notice.postedOn, locale), until: formatDate(found.notice.until, locale) }) }]),
    ];
  }

  private dueWords(stage: string, due: StageDeadline, day: string, text: TimelineWords): TemplateResult {
    const { date, provisional } = due;
    const late = workingDaysAfter(this.days, date, day);
    const sentence = day > date ? tag('danger', text.overdue({ stage, days: late }), 'clock') : text.left({ stage, days: workingDaysAfter(this.days, day, date), date: dueText(due, this.locale) });
    return html`${sentence}${provisional ? this.words.inBrackets({ text: text.provisional }) : ''}`;
  }

  private cadence(scheme: Scheme, text: TimelineWords): TemplateResult | typeof nothing {
    const project = this.readDocument('project', this.project, projectShape);
    return project === undefined ? nothing : cadenceView({ scheme, project, today: this.now, calendar: this.days, locale: this.locale, text, reports: this.wordsOf(reportWords) });
  }

  /** How the day was counted; for the office also whom the clock tells, and what follows by itself. */
  private howCounted(scheme: Scheme, found: CaseState, text: TimelineWords): TemplateResult {
    const planned = this.view === 'office' ? explainDeadline(scheme, found, this.days, this.locale) : [];
    const lines = [...planned.slice(0, 1).map((line) => line.text), ...explainCount(scheme, found, this.days, this.locale), ...planned.slice(1).map((line) => line.text)];
    return html`<details class="counted"><summary>${text.howCounted}</summary><ul class="small">${lines.map((line) => html`<li>${line}</li>`)}</ul></details>`;
  }

  private officeView(scheme: Scheme, events: readonly CaseEvent[], text: TimelineWords): TemplateResult {
    const lines = officeLines({ scheme, events, replay: { ...this.replay, states: this.replay.states.slice(0, events.length) }, calendar: this.days, locale: this.locale, words: text, decision: this.wordsOf(decisionWords) });
    return timelineList(lines.map((line, index) => ({ what: line.what, at: line.at, who: line.who, latest: index === lines.length - 1, ...(line.reason === '' ? {} : { text: text.reason({ reason: line.reason }) }), details: lineFacts(line, text, this.words.colon) })), this.locale);
  }

  private applicantView(scheme: Scheme, events: readonly CaseEvent[], text: TimelineWords): TemplateResult {
    const lines = applicantLines(scheme, events, { ...this.replay, states: this.replay.states.slice(0, events.length) }, text, this.locale);
    return timelineList(lines.map(({ what, at, who, reason }, index) => ({ what, at, who, latest: index === lines.length - 1, ...(reason === '' ? {} : { text: text.reason({ reason }) }) })), this.locale);
  }
}

/** The day of an event; what is no instant is shown whatever the day. */
function recordDay(at: string): string {
  return Number.isNaN(Date.parse(at)) ? '' : dateInZone(at);
}

function publicTitle(scheme: Scheme, id: string, locale: 'zh-CN' | 'en'): string {
  const title = scheme.stages.find((stage) => stage.id === id)?.publicTitle;
  return title === undefined ? stageTitle(scheme, id, locale) : localize(title, locale);
}

function lineFacts(line: OfficeLine, text: TimelineWords, colon: string): TemplateResult {
  const number = line.from === line.to ? text.record({ sequence: line.from }) : text.records({ from: line.from, to: line.to });
  return html`<ul class="facts">
      <li class="muted">${number}</li>
      ${line.stage === '' ? nothing : html`<li class="muted">${text.stage}${colon}${line.stage}</li>`}
      ${line.moves.map((move) => html`<li>${move}</li>`)}
      ${line.deadline === undefined ? nothing : html`<li class=${line.deadline.late ? 'late' : ''}>${line.deadline.text}</li>`}
      ${line.changes === undefined ? nothing : html`<li>${text.answersChanged({ count: line.changes.length })}</li>`}
      ${line.unreliable ? html`<li>${tag('danger', text.unreliable)}</li>` : nothing}
    </ul>
    ${line.changes === undefined || line.changes.length === 0 ? nothing : html`<details><summary>${text.which}</summary><ul>${line.changes.map((label) => html`<li>${label}</li>`)}</ul></details>`}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'cobuild-timeline': CobuildTimeline;
  }
}
