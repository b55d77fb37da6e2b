import type { Terms } from '@cobuild/core';
import { formatDate } from '@cobuild/core';
import type { NoticeNumbers, PublicItem, PublicNotice } from '@cobuild/rules';
import { listNumbers, noticeText } from '@cobuild/rules';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CobuildElement } from '../internal/cobuild-element.js';
import { noticeShape } from '../internal/document-shapes.js';
import { button, documentProblems, noticeBox, tag } from '../internal/pieces.js';
import { icons } from '../internal/icons.js';
import { officialPageSheet, officialType } from '../internal/page-sheets.js';
import { PrintPage } from '../internal/print-page.js';
import { saveText } from '../internal/project/csv.js';
import { steadyButton } from '../internal/steady-button.js';
import { sharedStyles } from '../internal/styles.js';
import { noticeStyles } from './cobuild-notice.styles.js';
import { wordBreaks } from '../internal/word-breaks.js';
import { words } from './words.js';

/** Up to so many items stand open on a phone, too. */
const SHORT_LIST = 5;
const PAGE_OF_CARDS = 20;

/**
 * A public notice: the list, its basis, the period with both dates, and how to object. Shows rendered texts only; what may
 * be published was decided where the answers are.
 *
 * @summary Public notice with masked fields, printable as an official document.
 * @fires {CustomEvent<{ caseId: string, text: string, contact: string }>} cobuild-object - Somebody objects to an item.
 * @csspart notice - The whole notice.
 */
export class CobuildNotice extends CobuildElement {
  static override styles: CSSResultGroup = [sharedStyles, officialType, noticeStyles];

  /** The list as `buildNotice()` of `@cobuild/rules` makes it: `{ schemeTitle, title, issuer, objectionChannel, objectionTerms?, objectorNamed?, channels, columns, items: [{ caseId, postedOn, until, status, cells: [{ label, text, kind }] }], terms? }`. */
  @property({ attribute: false }) notice: PublicNotice | undefined;
  /** Offers an objection form at every open item. */
  @property({ type: Boolean }) objections = false;

  @state() private objecting = '';
  @state() private search = '';
  @state() private page = 0;
  /** Ids of the items whose cards are opened on a phone. */
  @state() private opened: ReadonlySet<string> = new Set();
  /** What an objection that was sent lacks. */
  @state() private missing: readonly ('text' | 'contact')[] = [];

  constructor() {
    super();
    new PrintPage(this, officialPageSheet);
  }

  private get usable(): PublicNotice | undefined {
    return this.readDocument('notice', this.notice, noticeShape);
  }

  /** A notice brings the words of its scheme. */
  protected override get givenTerms(): Terms | undefined {
    return super.givenTerms ?? this.usable?.terms;
  }

  override render(): TemplateResult | typeof nothing {
    const notice = this.usable;
    if (notice === undefined) return documentProblems(this.givenProblems, this.words);
    const text = this.wordsOf(words);
    const numbers = listNumbers(notice, this.locale);
    if (numbers.length > 0) return this.refusal(numbers);
    const [first, ...others] = notice.items;
    // One period on top only where it is that of every item; each row says its own.
    const period = others.every(({ postedOn, until }) => postedOn === first?.postedOn && until === first.until) ? first : undefined;
    return html`<article class="stack notice official" part="notice">
      <header class="stack tight title">
        <p class="scheme">${notice.schemeTitle}</p>
        <h2>${notice.title}</h2>
        ${period === undefined ? nothing : html`<p class="period">${text.periodOf}${this.period(period)}</p>`}
      </header>
      ${notice.items.length === 0 ? html`<div class="table-empty">${text.empty}</div>` : this.renderList(notice, period !== undefined)}
      ${notice.items.some(({ cells }) => cells.some(({ kind }) => kind === 'masked')) ? html`<p class="muted small">${text.maskedNote}</p>` : nothing}
      <dl class="summary-list">
        ${this.row(text.basis, notice.basis)}${this.row(text.issuer, notice.issuer)}${this.row(text.objection, notice.objectionChannel)}${this.row(text.objectionTerms, notice.objectionTerms?.join(this.locale === 'en' ? ' ' : ''))}${this.row(text.channels, notice.channels.join(this.locale === 'en' ? ', ' : '、'))}${notice.items.length === 0 ? nothing : this.row(text.hash, notice.contentHash)}
      </dl>
      ${notice.items.length === 0 ? nothing : html`<div class="actions no-print">
        ${button({ label: text.print, icon: 'print', onClick: () => { print(); } })} ${button({ id: 'plain', label: text.plain, icon: 'down', onClick: () => saveText(noticeText(notice, this.locale), text.plainName({ title: notice.title }), 'text/plain;charset=utf-8') })}
      </div>`}
    </article>`;
  }

  /** The last net: a list with numbers of persons in it is not shown at all, whoever made it. */
  private refusal(numbers: readonly NoticeNumbers[]): TemplateResult {
    const text = this.wordsOf(words);
    const list = (parts: readonly string[]): string => parts.join(this.words.listSeparator);
    return noticeBox('danger', this.words.error, html`<p>${text.refused}</p>
      <ul>${numbers.map(({ label, kinds, excerpts }) => html`<li>${text.refusedAt({ label, kinds: list(kinds) })}<span class="muted">${excerpts.join(' ')}</span></li>`)}</ul>`, { role: 'alert' });
  }

  private row(label: string, value: string | undefined): unknown {
    return value === undefined || value === '' ? nothing : html`<div class="summary-row"><dt>${label}</dt><dd class="full">${value}</dd></div>`;
  }

  private period({ postedOn, until, provisional, status }: PublicItem): TemplateResult {
    const text = this.wordsOf(words);
    return html`<span class="day">${formatDate(postedOn, this.locale)}</span> <span class="day">${text.to} ${formatDate(until, this.locale)}</span>${provisional && status !== 'ended' ? html`${text.aside({ text: text.provisional })}` : nothing}`;
  }

  /** Items that are looked for; all of them without a word. */
  private found(items: readonly PublicItem[]): readonly PublicItem[] {
    const words = this.search.trim().toLowerCase().split(/\s+/).filter((word) => word !== '');
    return items.filter(({ cells }) => words.every((word) => cells.some(({ text }) => text.toLowerCase().includes(word))));
  }

  /** A long list can be searched. On a phone, where a line is a card, it comes in pages of cards that open; paper has it whole. */
  private renderList(notice: PublicNotice, onePeriod: boolean): TemplateResult {
    const text = this.wordsOf(words);
    const { items } = notice;
    if (items.length <= SHORT_LIST) return this.renderTable(notice, onePeriod, items, 0);
    const found = this.found(items);
    const pages = Math.max(1, Math.ceil(found.length / PAGE_OF_CARDS));
    const page = Math.min(this.page, pages - 1);
    const turn = (to: number): void => {
      this.page = to;
      this.renderRoot.querySelector('#search')?.scrollIntoView();
    };
    return html`<div class="row no-print search"><label class="stack tight"><span>${text.search}</span><input class="input" type="search" id="search" .value=${this.search} @input=${(event: Event) => { this.search = (event.target as HTMLInputElement).value; this.page = 0; }} /></label>
        <span class="muted" role="status">${this.search === '' ? '' : text.found({ found: found.length, count: items.length })}</span></div>
      ${found.length === 0 ? html`<p class="table-empty no-print">${text.none}</p>` : nothing}
      ${this.renderTable(notice, onePeriod, found, page)}
      ${pages === 1 ? nothing : html`<nav class="row pages no-print" aria-label=${text.page({ page: page + 1, pages })}>
        ${steadyButton({ id: 'previous', label: text.previous, blocked: page === 0, onClick: () => turn(page - 1) })}
        <span role="status">${text.page({ page: page + 1, pages })}</span>
        ${steadyButton({ id: 'next', label: text.next, blocked: page === pages - 1, onClick: () => turn(page + 1) })}
      </nav>`}`;
  }

  /** All items: those that are not found are left to paper, those of another page to paper and wide screens. */
  private renderTable({ items, columns }: PublicNotice, onePeriod: boolean, found: readonly PublicItem[], page: number): TemplateResult {
    const text = this.wordsOf(words);
    const folds = items.length > SHORT_LIST;
    const places = new Map(found.map(({ caseId }, place) => [caseId, Math.floor(place / PAGE_OF_CARDS)]));
    const rowClass = ({ caseId }: PublicItem): string => {
      const place = places.get(caseId);
      return [...(place === undefined ? ['missed'] : place === page ? [] : ['other-page']), ...(folds && !this.opened.has(caseId) && this.objecting !== caseId ? ['folded'] : [])].join(' ');
    };
    return html`<table class="table cards ${onePeriod ? 'one-period' : ''}">
      <thead><tr><th scope="col" class="number">${text.number}</th>${columns.map((column) => html`<th scope="col">${wordBreaks(column)}</th>`)}<th scope="col" class="item-period">${text.period}</th></tr></thead>
      <tbody>${items.map((item, index) => html`<tr class=${rowClass(item)}>
        <td class="number" data-label=${text.number}>${index + 1}</td>
        ${item.cells.map((cell, column) => {
          // An amount and its unit stay on one line.
          const body = html`${cell.text.replace(/(\d) (?=元$)/, '$1\u00a0')}${cell.kind === 'masked' ? html` <span class="masked">${text.masked}</span>` : nothing}`;
          return column === 0 ? html`<th scope="row" data-label=${cell.label}>${body}${folds ? this.unfold(item) : nothing}</th>` : html`<td class="folds" data-label=${cell.label}>${body}</td>`;
        })}
        <td class="item-period" data-label=${text.period}><span class="stack tight">
          ${item.status === 'objection' ? tag('warning', text.waiting) : item.status === 'ended' ? tag('neutral', text.ended) : tag('info', text.open, 'clock')}
          <span class="small">${this.period(item)}</span>
          ${this.objections && item.status !== 'ended' && this.objecting !== item.caseId ? this.objectButton(item) : nothing}</span></td>
      </tr>
      ${this.objections && item.status !== 'ended' && this.objecting === item.caseId ? html`<tr class="objecting no-print ${rowClass(item)}"><td colspan=${columns.length + 2}>${this.renderObjection(item)}</td></tr>` : nothing}`)}</tbody>
    </table>`;
  }

  /** Opens the card of an item on a phone. */
  private unfold({ caseId, cells }: PublicItem): TemplateResult {
    const text = this.wordsOf(words);
    const isOpen = this.opened.has(caseId);
    const action = isOpen ? text.fold : text.expand;
    const toggle = (): void => { this.opened = isOpen ? new Set([...this.opened].filter((id) => id !== caseId)) : new Set([...this.opened, caseId]); };
    return html`<button type="button" class="link unfold no-print" aria-expanded=${String(isOpen)} aria-label=${text.item({ action, name: cells[0]?.text ?? caseId })} @click=${toggle}>${action}</button>`;
  }

  private objectButton({ caseId, cells }: PublicItem): TemplateResult {
    const text = this.wordsOf(words);
    return html`<span class="no-print">${button({ label: text.object, name: text.item({ action: text.object, name: cells[0]?.text ?? caseId }), kind: 'quiet', id: `object-${caseId}`, onClick: () => this.startObjection(caseId) })}</span>`;
  }

  /** The form has a line of its own: the column of the period is narrow. */
  private renderObjection(item: PublicItem): TemplateResult {
    const text = this.wordsOf(words);
    const name = item.cells[0]?.text ?? item.caseId;
    const { objectorNamed: isNamed = false, objectionTerms: terms = [] } = this.usable ?? {};
    const [noText, noContact] = [this.missing.includes('text'), this.missing.includes('contact')];
    const id = `objection-${item.caseId}`;
    return html`<form class="stack objection" novalidate aria-label=${text.item({ action: text.object, name })} @submit=${(event: Event) => this.sendObjection(event, item.caseId)}>
      <div class="field"><label for=${id}>${text.text}</label><p class="muted small" id=${`${id}-help`}>${text.textHelp}</p>
        ${noText ? html`<p class="field-error" id=${`${id}-error`}>${icons.danger}${text.textMissing}</p>` : nothing}
        <textarea class="input" id=${id} name="text" rows="4" maxlength="4000" aria-required="true" aria-describedby=${`${id}-help${noText ? ` ${id}-error` : ''}`} aria-invalid=${noText ? 'true' : nothing}></textarea></div>
      <div class="field"><label for=${`${id}-contact`}>${isNamed ? text.namedContact : text.contact}</label><p class="muted small" id=${`${id}-contact-help`}>${text.contactHelp}</p>
        ${noContact ? html`<p class="field-error" id=${`${id}-contact-error`}>${icons.danger}${text.contactMissing}</p>` : nothing}
        <input class="input" id=${`${id}-contact`} name="contact" autocomplete=${isNamed ? 'on' : 'tel'} aria-required=${isNamed ? 'true' : nothing} aria-describedby=${`${id}-contact-help${noContact ? ` ${id}-contact-error` : ''}`} aria-invalid=${noContact ? 'true' : nothing} /></div>
      ${terms.length === 0 ? nothing : html`<p class="muted small">${terms.join(this.locale === 'en' ? ' ' : '')}</p>`}
      <div class="row"><button class="button primary" type="submit">${text.send}</button>${button({ label: text.cancel, kind: 'quiet', onClick: () => this.cancelObjection(item.caseId) })}</div>
    </form>`;
  }

  private startObjection(caseId: string): void {
    this.objecting = caseId;
    this.missing = [];
    void this.updateComplete.then(() => this.renderRoot.querySelector('textarea')?.focus());
  }

  private sendObjection(event: Event, caseId: string): void {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const value = (name: string): string => { const entry = data.get(name); return typeof entry === 'string' ? entry.trim() : ''; };
    this.missing = [...(value('text') === '' ? ['text' as const] : []), ...(this.usable?.objectorNamed === true && value('contact') === '' ? ['contact' as const] : [])];
    const [first] = this.missing;
    if (first !== undefined) {
      this.renderRoot.querySelector<HTMLElement>(`.objection [name="${first}"]`)?.focus();
      return;
    }
    this.emit('cobuild-object', { caseId, text: value('text'), contact: value('contact') });
    this.cancelObjection(caseId);
  }

  private cancelObjection(caseId: string): void {
    this.objecting = '';
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(`object-${caseId}`)}`)?.focus());
  }
}
