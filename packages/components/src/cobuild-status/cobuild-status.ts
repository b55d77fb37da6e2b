import type { Problem } from '@cobuild/core';
import { chinaCalendar, dateInZone, formatDate } from '@cobuild/core';
import type { CaseState, PublicStatus } from '@cobuild/rules';
import { publicStatus } from '@cobuild/rules';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { CobuildActionDetail } from '../internal/case-action-event.js';
import { CobuildElement } from '../internal/cobuild-element.js';
import type { SchemeDocument } from '../internal/document-shapes.js';
import { caseStateShape, dayShape, problemShape } from '../internal/document-shapes.js';
import { FocusKeeper } from '../internal/focus-keeper.js';
import type { IconName } from '../internal/icons.js';
import { icons } from '../internal/icons.js';
import type { SummaryRow } from '../internal/pieces.js';
import { button, documentProblems, summaryList, tag } from '../internal/pieces.js';
import { PrintPage } from '../internal/print-page.js';
import { sharedStyles } from '../internal/styles.js';
import { statusPageSheet, statusStyles } from './cobuild-status.styles.js';
import type { StatusSentences } from './sentences.js';
import { deadlineLines, statusSentences, titleOf } from './sentences.js';
import { SpokenChange } from './spoken-change.js';
import { statusShape } from './status-shape.js';
import { Withdrawal } from './withdrawal.js';
import type { StatusWords } from './words.js';
import { words } from './words.js';

/** While it goes on the application can be taken back. */
const GOING_ON: readonly PublicStatus['kind'][] = ['withApplicant', 'returned', 'inProgress'];

/**
 * Where an application stands, for its applicant: public names of the steps, what happens next, deadlines, what to correct, and the dates of the public notice.
 * What goes on inside a step is not shown. A page of the applicant should be given `status` only, made on the server: then nothing else ever reaches it.
 *
 * Where `withdrawable` is set, the applicant may take the application back.
 *
 * @summary Progress of an application for its applicant.
 * @fires {CustomEvent<CobuildActionDetail>} cobuild-action - The applicant takes the application back, `{ type: 'withdrawn', data: { reason? } }`; cancelable.
 * @csspart status - Where it stands and what happens next.
 * @csspart steps - The steps.
 * @csspart returned - What to correct, or why it was not passed.
 * @example
 * document.querySelector('cobuild-status').status = publicStatus(scheme, state, { today: '2026-03-10', calendar: chinaCalendar });
 */
export class CobuildStatus extends CobuildElement {
  static override styles: CSSResultGroup = [...sharedStyles, statusStyles];

  /** What the applicant may know, as `publicStatus()` of `@cobuild/rules` makes it; a child script `data-part="status"` does the same without a script. */
  @property({ attribute: false }) status: PublicStatus | undefined;
  /** The scheme, or a published file, with `state`, where the page is not the applicant's own. A child script `data-part="scheme"` does the same. */
  @property({ attribute: false }) scheme: SchemeDocument | undefined;
  /** State of the case as `foldCase()` returns it, in place of `status`. */
  @property({ attribute: false }) state: CaseState | undefined;
  /** Day on which `state` is read, `2026-03-05`; today in Beijing by default. */
  @property() today: string | undefined;

  /** Whoever reads this may take the application back, as `nextActions()` of `@cobuild/rules` tells the host (`withdrawn`). Nothing is offered once the case has ended. */
  @property({ type: Boolean }) withdrawable = false;
  /** An answer of the host is awaited: nothing is sent twice. */
  @property({ type: Boolean }) busy = false;
  /** Why the host refused, `{ code, severity, document, pointer, message, remedy? }`. */
  @property({ attribute: false }) problems: readonly Problem[] = [];

  private readonly spoken = new SpokenChange(this);
  private readonly withdrawal = new Withdrawal(this, (reason) => this.withdraw(reason));
  private shown: PublicStatus | undefined;
  private refused: readonly Problem[] = [];

  constructor() {
    super();
    new FocusKeeper(this);
    new PrintPage(this, statusPageSheet);
  }

  private get text(): StatusWords {
    return this.wordsOf(words);
  }

  private withdraw(reason: string): void {
    if (!this.busy) this.emit<CobuildActionDetail>('cobuild-action', { action: { type: 'withdrawn', data: reason === '' ? {} : { reason } } }, { cancelable: true });
  }

  protected override willUpdate(changed: PropertyValues): void {
    const before = this.shown?.caseId;
    this.shown = this.usableStatus();
    this.refused = this.readLines('problems', this.problems, problemShape);
    if (this.shown?.caseId !== before || (changed.has('withdrawable') && !this.withdrawable)) this.withdrawal.startOver();
  }

  protected override render(): TemplateResult {
    const status = this.shown;
    const problems = this.givenProblems;
    const said = status && statusSentences(status, this.text, this.locale);
    if (status !== undefined && said !== undefined) this.spoken.say(this.meaningOf(status), this.text.announce(said));
    const body = status !== undefined && said !== undefined ? this.statusView(status, said) : problems.length === 0 ? html`<p class="table-empty">${this.text.empty}</p>` : nothing;
    return html`${documentProblems(problems, this.words)}${body}
      <div class="visually-hidden" role="status">${this.spoken.text}</div>`;
  }

  private usableStatus(): PublicStatus | undefined {
    const given = this.readDocument('status', this.status ?? this.jsonPart('status'), statusShape);
    const scheme = this.readScheme(this.scheme);
    const state = this.readDocument('state', this.state, caseStateShape);
    const today = this.readDocument('today', this.today, dayShape);
    if (given !== undefined || scheme === undefined || state === undefined) return given;
    return publicStatus(scheme, state, { today: today ?? dateInZone(new Date().toISOString()), calendar: chinaCalendar });
  }

  /** What has to change for a change to be announced: days that pass are none. */
  private meaningOf({ caseId, kind, steps, returned, notice }: PublicStatus): string {
    return JSON.stringify([caseId, kind, steps.map(({ state }) => state), returned, notice?.running]);
  }

  private statusView(status: PublicStatus, said: StatusSentences): TemplateResult {
    const { text } = this;
    const icon: IconName = said.tone === 'info' ? 'clock' : said.tone === 'neutral' ? (status.kind === 'unknown' ? 'unknown' : 'returned') : said.tone;
    return html`<article class="stack wide status" tabindex="-1">
      <header class="stack tight head ${said.tone}" part="status">
        <p class="muted small">${titleOf(status.scheme, this.locale)}</p>
        <div class="row">${icons[icon]}<h2>${said.status}</h2></div>
        <p class="measure">${said.next}</p>
      </header>
      ${this.returnedView(status)}
      ${summaryList(this.rows(status))}
      ${status.kind === 'unknown' ? nothing : html`<section class="stack" part="steps">
        <h3>${text.steps}</h3>
        <ol class="steps">${status.steps.map(({ title, state }) => html`<li class=${state} aria-current=${state === 'current' ? 'step' : nothing}><span class="step-title">${titleOf(title, this.locale)}</span><span class="small step-state">${text[state]}</span></li>`)}</ol>
      </section>`}
      <div class="no-print">${button({ label: text.print, icon: 'print', onClick: () => print() })}</div>
      ${this.withdrawable && GOING_ON.includes(status.kind) ? this.withdrawal.view({ text, common: this.words, problems: this.refused }) : nothing}
    </article>`;
  }

  private returnedView({ returned, reason }: PublicStatus): TemplateResult | typeof nothing {
    const { text, locale } = this;
    if (returned === undefined && reason === undefined) return nothing;
    const shown = returned?.reason ?? reason ?? '';
    return html`<section class="stack tight reason" part="returned">
      <h3>${returned === undefined ? text.refusal : text.reason}</h3>
      ${returned?.on === undefined ? nothing : html`<p class="muted small">${text.returnedOn({ date: formatDate(returned.on, locale) })}</p>`}
      <p class="answer-text">${shown.trim() === '' ? text.noReason : shown}</p>
    </section>`;
  }

  private rows({ caseId, submittedOn, since, deadline, notice, kind }: PublicStatus): readonly SummaryRow[] {
    const { text, locale } = this;
    const lines = deadline && deadlineLines(deadline, text, locale);
    const posted = notice && html`<div class="stack tight"><span>${text.period({ from: formatDate(notice.postedOn, locale), to: formatDate(notice.until, locale) })}</span>${notice.provisional ? html`<span class="muted small">${text.provisional}</span>` : nothing}
      <span>${notice.running ? tag('info', text.noticeRunning, 'clock') : tag('neutral', text.noticeOver)}</span></div>`;
    return [
      { label: text.number, value: caseId },
      { label: text.submitted, value: formatDate(submittedOn, locale) },
      ...(since === undefined || kind === 'unknown' ? [] : [{ label: text.since, value: formatDate(since, locale) }]),
      ...(lines === undefined ? [] : [{ label: text.deadline, value: html`${lines.day}<br /><span class=${lines.late ? 'small late' : 'muted small'}>${lines.more.join(locale === 'en' ? '; ' : '，')}</span>` }]),
      ...(posted === undefined ? [] : [{ label: text.notice, value: posted }]),
    ];
  }
}
