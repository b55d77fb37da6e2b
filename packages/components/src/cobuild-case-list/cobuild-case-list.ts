import type { CSSResultGroup, TemplateResult } from 'lit';
import { css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CobuildElement } from '../internal/cobuild-element.js';
import { instantText } from '../internal/dates.js';
import type { Column, Tone } from '../internal/pieces.js';
import { button, dataTable, documentProblems, tag } from '../internal/pieces.js';
import { object, oneOf, optional, text } from '../internal/shape.js';
import { sharedStyles } from '../internal/styles.js';
import { wordTables } from '../internal/word-tables.js';

/** A line of a work list. Texts are ready to be shown. */
export interface CaseSummary {
  readonly id: string;
  readonly title: string;
  /** Organisation that applies; `''` hides it. */
  readonly applicant: string;
  readonly stage: string;
  readonly status: 'draft' | 'open' | 'returned' | 'ended';
  readonly statusText: string;
  /** Instant of the last change, ISO 8601. */
  readonly updatedAt: string;
  /** What this person has to do; absent where it is somebody else's turn. */
  readonly todo?: string;
}

// The date is left out: a line whose date nobody can read still has to be opened.
const caseShape = object<CaseSummary>({ id: text, title: text, applicant: text, status: oneOf('draft', 'open', 'returned', 'ended'), statusText: text, todo: optional(text) });

const words = wordTables({
  'zh-CN': { title: '项目', applicant: '申报单位', status: '状态', updated: '最近更新', filter: '查找项目或单位', none: '没有符合条件的项目。', found: (n: number) => `找到${n}项`, sortBy: '排序方式', sortHead: ({ label }: { label: string }) => `${label}，按此排序`, down: ({ label }: { label: string }) => `${label}，降序`, up: ({ label }: { label: string }) => `${label}，升序` },
  en: { title: 'Project', applicant: 'Applicant', status: 'Status', updated: 'Last change', filter: 'Find a project or organisation', none: 'No project matches.', found: (n: number) => `${n} found`, sortBy: 'Sort by', sortHead: ({ label }: { label: string }) => `${label}, sort by it`, down: ({ label }: { label: string }) => `${label}, descending`, up: ({ label }: { label: string }) => `${label}, ascending` },
});
const tones: Readonly<Record<CaseSummary['status'], Tone | 'neutral'>> = { draft: 'neutral', open: 'info', returned: 'warning', ended: 'neutral' };
type SortKey = 'title' | 'applicant' | 'statusText' | 'updatedAt';
/** More lines than this get a search field. */
const searchFrom = 8;

/**
 * A work list: somebody's applications, or what a desk has to do.
 *
 * @summary List of cases with status and what is to be done.
 * @csspart cases - All of it: heading, search, order and table.
 * @fires {CustomEvent<{ id: string }>} cobuild-open - A line was chosen.
 * @fires cobuild-create - The create button was pressed.
 */
export class CobuildCaseList extends CobuildElement {
  static override styles: CSSResultGroup = [sharedStyles, css`
    :host { display: block; }
    .sort { padding: 0; border: 0; background: none; color: inherit; font: inherit; font-weight: 600; cursor: pointer; }
    .sort .icon { inline-size: 0.9em; block-size: 0.9em; }
    .name { padding: 0; border: 0; background: none; color: var(--cb-primary); font: inherit; font-weight: 500; text-align: start; text-decoration: underline; text-underline-offset: 3px; cursor: pointer; min-block-size: 24px; overflow-wrap: anywhere; }
    .find { max-inline-size: 24em; }
    .phone-sort, .phone-head { display: none; }
    /* Cards have no head: a list to choose from takes the place of its buttons, which would take focus out of sight. */
    @media (max-width: 639px) { .phone-sort { display: grid; } .phone-head { display: inline; } .sort { display: none; } }
  `];

  /** The lines: `[{ id, title, applicant, stage, status: 'open', statusText: '镇街初审中', updatedAt: '2026-03-05T09:30:00+08:00', todo? }]`. */
  @property({ attribute: false }) cases: readonly CaseSummary[] = [];
  /** Title above the list. */
  @property() heading = '';
  /** What an empty list says: what will appear, and what to do first. */
  @property() empty = '';
  /** Label of the create button; without it there is none. */
  @property() create = '';

  @state() private sort: { readonly key: SortKey; readonly down: boolean } = { key: 'updatedAt', down: true };
  @state() private find = '';

  private get lines(): readonly CaseSummary[] {
    return this.readLines('cases', this.cases, caseShape);
  }

  override render(): TemplateResult {
    const text = this.wordsOf(words);
    const { lines } = this;
    const rows = this.shown();
    return html`<section class="stack" part="cases">
      ${documentProblems(this.givenProblems, this.words)}
      <div class="row spread"><h2>${this.heading}</h2>${this.create === '' ? nothing : button({ label: this.create, kind: 'primary', icon: 'plus', onClick: () => this.emit('cobuild-create', null) })}</div>
      ${lines.length > searchFrom ? html`<label class="find stack tight"><span>${text.filter}</span><input class="input" type="search" .value=${this.find} @input=${(event: Event) => { this.find = (event.target as HTMLInputElement).value; }} /></label>` : nothing}
      ${lines.length > 1 ? this.renderPhoneSort() : nothing}
      <p class="visually-hidden" role="status">${this.find === '' ? '' : text.found(rows.length)}</p>
      ${dataTable(this.columns(), rows, { empty: lines.length === 0 ? this.empty : text.none })}
    </section>`;
  }

  /** The first press on a column sorts by it, dates the latest first; the next one turns it round. */
  private sortBy(key: SortKey): void {
    this.sort = { key, down: this.sort.key === key ? !this.sort.down : key === 'updatedAt' };
  }

  private renderPhoneSort(): TemplateResult {
    const text = this.wordsOf(words);
    const labels: Readonly<Record<SortKey, string>> = { updatedAt: text.updated, title: text.title, applicant: text.applicant, statusText: text.status };
    return html`<label class="phone-sort stack tight"><span>${text.sortBy}</span>
      <select class="input" @change=${(event: Event) => { const key = (event.target as HTMLSelectElement).value as SortKey; this.sort = { key, down: key === 'updatedAt' }; }}>
        ${(Object.keys(labels) as SortKey[]).map((key) => html`<option value=${key} ?selected=${key === this.sort.key}>${labels[key]}</option>`)}
      </select></label>`;
  }

  private columns(): Column<CaseSummary>[] {
    const text = this.wordsOf(words);
    const head = (key: SortKey, label: string): TemplateResult => {
      const active = this.sort.key === key;
      const name = !active ? text.sortHead({ label }) : this.sort.down ? text.down({ label }) : text.up({ label });
      return html`<span class="phone-head">${label}</span><button type="button" class="sort" aria-label=${name} @click=${() => this.sortBy(key)}>${label}${active ? html`<span aria-hidden="true"> ${this.sort.down ? '↓' : '↑'}</span>` : nothing}</button>`;
    };
    return [
      { head: head('title', text.title), label: text.title, rowHead: true, cell: (item) => html`<button type="button" class="name" @click=${() => this.emit('cobuild-open', { id: item.id })}>${item.title}</button>` },
      ...(this.lines.some(({ applicant }) => applicant !== '') ? [{ head: head('applicant', text.applicant), label: text.applicant, cell: (item: CaseSummary) => item.applicant }] : []),
      { head: head('statusText', text.status), label: text.status, cell: (item) => html`<span class="row">${tag(tones[item.status], item.statusText)}${item.todo === undefined ? nothing : tag('warning', item.todo, 'pen')}</span>` },
      { head: head('updatedAt', text.updated), label: text.updated, cell: (item) => html`<span class="figure">${instantText(item.updatedAt, this.locale)}</span>` },
    ];
  }

  private shown(): readonly CaseSummary[] {
    const needle = this.find.trim().toLowerCase();
    const { key, down } = this.sort;
    const order = new Intl.Collator(this.locale);
    return this.lines
      .filter(({ title, applicant }) => needle === '' || title.toLowerCase().includes(needle) || applicant.toLowerCase().includes(needle))
      .slice()
      .sort((a, b) => (down ? -1 : 1) * order.compare(a[key] ?? '', b[key] ?? ''));
  }
}
