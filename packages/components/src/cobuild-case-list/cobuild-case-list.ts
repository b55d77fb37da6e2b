import type { CSSResultGroup, TemplateResult } from 'lit';
import { css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CobuildElement } from '../internal/cobuild-element.js';
import { instantText } from '../internal/dates.js';
import type { Column, Tone } from '../internal/pieces.js';
import { button, dataTable, documentProblems, moreCards, PHONE_CARDS, tag } from '../internal/pieces.js';
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
  /** What doing the same for several would do with this one, such as the group that the rule proposes: `''` says nothing. Only lines that have it can be chosen. */
  readonly batch?: string;
}

/** Something that is done for several lines at once. Texts are ready to be shown. */
export interface CaseListBatch {
  /** Title above it, what it does. */
  readonly title: string;
  readonly help?: string;
  /** Label of its button. */
  readonly action: string;
  /** A list to choose one of, such as the groups; the first one is chosen at the start. */
  readonly choice?: { readonly label: string; readonly options: readonly { readonly value: string; readonly label: string }[] };
  /** Label of a line of text, such as a reason. */
  readonly text?: string;
}

/** What is asked for: the lines, and what was chosen and written; `''` where nothing was. */
export interface CobuildBatchDetail { readonly ids: readonly string[]; readonly choice: string; readonly text: string }

// The date is left out: a line whose date nobody can read still has to be opened.
const caseShape = object<CaseSummary>({ id: text, title: text, applicant: text, status: oneOf('draft', 'open', 'returned', 'ended'), statusText: text, todo: optional(text), batch: optional(text) });

const words = wordTables({
  'zh-CN': { title: '项目', applicant: '申报单位', status: '状态', updated: '最近更新', filter: ({ name }: { readonly name: string }) => `查找${name || '项目'}或单位`, none: '没有符合条件的项目。', found: (n: number) => `找到${n}项`, choose: '选择', chooseOne: ({ title }: { title: string }) => `选择“${title}”`, chooseAll: (n: number) => `全选（${n}项）`, chosen: (n: number) => `已选${n}项`, sortBy: '排序方式', sortHead: ({ label }: { label: string }) => `${label}，按此排序`, down: ({ label }: { label: string }) => `${label}，降序`, up: ({ label }: { label: string }) => `${label}，升序` },
  en: { title: 'Project', applicant: 'Applicant', status: 'Status', updated: 'Last change', filter: ({ name }: { readonly name: string }) => (name === '' ? 'Find a project or organisation' : `Find by “${name}” or organisation`), none: 'No project matches.', found: (n: number) => `${n} found`, choose: 'Choose', chooseOne: ({ title }) => `Choose “${title}”`, chooseAll: (n: number) => `Choose all (${n})`, chosen: (n: number) => `${n} chosen`, sortBy: 'Sort by', sortHead: ({ label }: { label: string }) => `${label}, sort by it`, down: ({ label }: { label: string }) => `${label}, descending`, up: ({ label }: { label: string }) => `${label}, ascending` },
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
 * @csspart batch - What can be done for several lines at once.
 * @fires {CustomEvent<{ id: string }>} cobuild-open - A line was opened.
 * @fires {CustomEvent<CobuildBatchDetail>} cobuild-batch - The action for several lines was pressed.
 * @fires cobuild-create - The create button was pressed.
 */
export class CobuildCaseList extends CobuildElement {
  static override styles: CSSResultGroup = [sharedStyles, css`
    :host { display: block; }
    .sort { min-block-size: 24px; padding: 0; border: 0; background: none; color: inherit; font: inherit; font-weight: 600; cursor: pointer; }
    .sort .icon { inline-size: 0.9em; block-size: 0.9em; }
    .name { padding: 0; border: 0; background: none; color: var(--cb-primary); font: inherit; font-weight: 500; text-align: start; text-decoration: underline; text-underline-offset: 3px; cursor: pointer; min-block-size: 24px; overflow-wrap: anywhere; }
    .find { max-inline-size: 24em; }
    .phone-sort, .phone-head { display: none; }
    /* Cards have no head: a list to choose from takes the place of its buttons, which would take focus out of sight. */
    @media (max-width: 639px) { .phone-sort { display: grid; } .phone-head { display: inline; } .sort { display: none; } .tag { white-space: normal; } }
    .batch { padding: 16px; border: var(--cb-line) solid var(--cb-border); border-radius: var(--cb-radius); background: var(--cb-surface); }
    .batch .fields { display: flex; flex-wrap: wrap; gap: 16px; align-items: end; }
    .batch .fields > label { flex: 0 1 20em; }
    .choose { display: inline-flex; gap: 8px; align-items: center; min-block-size: 24px; }
    .choose input { inline-size: 20px; block-size: 20px; flex: none; }
  `];

  /** The lines: `[{ id, title, applicant, stage, status: 'open', statusText: '镇街初审中', updatedAt: '2026-03-05T09:30:00+08:00', todo? }]`. */
  @property({ attribute: false }) cases: readonly CaseSummary[] = [];
  /** Title above the list. */
  @property() heading = '';
  /** What the names in the list are names of, such as the question that gives them: `党员`. Default `项目`. */
  @property({ attribute: 'name-label' }) nameLabel = '';
  /** What an empty list says: what will appear, and what to do first. */
  @property() empty = '';
  /** Label of the create button; without it there is none. */
  @property() create = '';

  /** What can be done for several lines at once: `{ title, action, help?, choice?: { label, options: [{ value, label }] }, text? }`; without it there is none. */
  @property({ attribute: false }) batch: CaseListBatch | undefined;
  /** An answer of the host is awaited: nothing is sent twice. */
  @property({ type: Boolean }) busy = false;

  /** Ids of the lines that are chosen. */
  @state() private chosen: readonly string[] = [];
  @state() private choice = '';
  @state() private written = '';
  /** So many cards stand open on a phone. */
  @state() private open = PHONE_CARDS;
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
      ${lines.length > searchFrom ? html`<label class="find stack tight"><span>${text.filter({ name: this.nameLabel })}</span><input class="input" type="search" .value=${this.find} @input=${(event: Event) => { this.find = (event.target as HTMLInputElement).value; }} /></label>` : nothing}
      ${lines.length > 1 ? this.renderPhoneSort() : nothing}
      <p class="visually-hidden" role="status">${this.find === '' ? '' : text.found(rows.length)}</p>
      ${this.renderBatch(rows)}
      ${dataTable(this.columns(), rows, { empty: lines.length === 0 ? this.empty : text.none, open: this.open })}
      ${moreCards({ count: rows.length, open: this.open, label: this.words.moreCards, onMore: (open) => { this.open = open; } })}
    </section>`;
  }

  /** Those of the lines shown that can be chosen. */
  private choosable(rows: readonly CaseSummary[]): readonly CaseSummary[] {
    return this.batch === undefined ? [] : rows.filter(({ batch }) => batch !== undefined);
  }

  private renderBatch(rows: readonly CaseSummary[]): TemplateResult | typeof nothing {
    const { batch } = this;
    const all = this.choosable(rows);
    if (batch === undefined || this.choosable(this.lines).length === 0) return nothing;
    const text = this.wordsOf(words);
    const ids = all.map(({ id }) => id).filter((id) => this.chosen.includes(id));
    const { choice } = batch;
    const value = choice?.options.some((option) => option.value === this.choice) === true ? this.choice : (choice?.options[0]?.value ?? '');
    const send = (): void => { this.emit('cobuild-batch', { ids, choice: value, text: this.written.trim() } satisfies CobuildBatchDetail); };
    return html`<section class="batch stack tight no-print" part="batch" aria-labelledby="batch-title">
      <h3 id="batch-title">${batch.title}</h3>
      ${batch.help === undefined ? nothing : html`<p class="muted small">${batch.help}</p>`}
      <label class="choose"><input type="checkbox" id="choose-all" .checked=${all.length > 0 && ids.length === all.length} .indeterminate=${ids.length > 0 && ids.length < all.length} @change=${(event: Event) => { this.chosen = (event.target as HTMLInputElement).checked ? all.map(({ id }) => id) : []; }} /><span>${text.chooseAll(all.length)}</span></label>
      <div class="fields">
        ${choice === undefined ? nothing : html`<label class="stack tight"><span>${choice.label}</span><select class="input" id="batch-choice" @change=${(event: Event) => { this.choice = (event.target as HTMLSelectElement).value; }}>${choice.options.map((option) => html`<option value=${option.value} ?selected=${option.value === value}>${option.label}</option>`)}</select></label>`}
        ${batch.text === undefined ? nothing : html`<label class="stack tight"><span>${batch.text}</span><input class="input" id="batch-text" .value=${this.written} @input=${(event: Event) => { this.written = (event.target as HTMLInputElement).value; }} /></label>`}
        ${button({ id: 'batch-send', label: batch.action, kind: 'primary', disabled: ids.length === 0 || this.busy, onClick: send })}
      </div>
      <p class="muted small" role="status">${text.chosen(ids.length)}</p>
    </section>`;
  }

  private chooseBox({ id, title, batch }: CaseSummary): TemplateResult | typeof nothing {
    if (batch === undefined) return nothing;
    const text = this.wordsOf(words);
    return html`<label class="choose"><input type="checkbox" aria-label=${text.chooseOne({ title })} .checked=${this.chosen.includes(id)} @change=${(event: Event) => { this.chosen = (event.target as HTMLInputElement).checked ? [...this.chosen, id] : this.chosen.filter((one) => one !== id); }} /><span class="small">${batch}</span></label>`;
  }

  /** The first press on a column sorts by it, dates the latest first; the next one turns it round. */
  private sortBy(key: SortKey): void {
    this.sort = { key, down: this.sort.key === key ? !this.sort.down : key === 'updatedAt' };
  }

  private renderPhoneSort(): TemplateResult {
    const text = this.wordsOf(words);
    const labels: Readonly<Record<SortKey, string>> = { updatedAt: text.updated, title: this.nameLabel || text.title, applicant: text.applicant, statusText: text.status };
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
    const chooses = this.choosable(this.lines).length > 0;
    const name = this.nameLabel || text.title;
    return [
      ...(chooses ? [{ head: text.choose, cell: (item: CaseSummary) => this.chooseBox(item) }] : []),
      { head: head('title', name), label: name, rowHead: true, cell: (item) => html`<button type="button" class="name" @click=${() => this.emit('cobuild-open', { id: item.id })}>${item.title}</button>` },
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
      // What can be chosen stands first: on a phone the others may be folded away.
      .sort((a, b) => Number(this.batch !== undefined && b.batch !== undefined) - Number(this.batch !== undefined && a.batch !== undefined) || (down ? -1 : 1) * order.compare(a[key] ?? '', b[key] ?? ''));
  }
}
