import type { BudgetLimitKind, BudgetResult, BudgetSettings, BudgetValue, FormNode } from '@cobuild/core';
import { formatYuan, localize, reckonBudget, valueAt } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { button } from '../../../pieces.js';
import { idOf } from '../../field-context.js';
import { liveWidget } from '../../live-widget.js';
import { numberCell } from '../../record/record-cell.js';
import { RecordPart } from '../../record/record-part.js';
import { problemLine } from '../../record/problem-line.js';
import type { WidgetField } from '../../widget.js';
import { wordsFor } from '../../words-for.js';
import { BudgetGrid } from './budget-grid.js';
import type { DraftLine } from './budget-lines.js';
import { contributionsOf, linesOf, payersOf, withContribution, withFund, withLineInserted } from './budget-lines.js';
import { budgetTables } from './budget-reading.js';
import { budgetStyles } from './budget.styles.js';
import { PastePanel } from './paste-panel.js';
import { budgetWords } from './words.js';

const FUNDS = ['own', 'raised', 'requested'] as const;
const NO_SETTINGS: BudgetSettings = {};
const LINE_CELLS = ['', '/subject', '/item', '/unit', '/quantity', '/unitPrice', '/amount', '/note'];
const MOST_UNDOS = 100;

/** The step of the reckoning that says a limit. */
const STEP_OF: Readonly<Record<BudgetLimitKind, string>> = { eligibleCost: 'budget/eligible', ownShare: 'budget/own-share', publicShare: 'budget/public-share', fundShare: 'budget/fund-share', projectCap: 'budget/project-cap', categoryCap: 'budget/category-cap', pool: 'budget/pool' };

/** Lines, who pays, and what it comes to, reckoned again with each letter. */
class BudgetPart extends RecordPart<BudgetValue> {
  private readonly grid = new BudgetGrid(this.element, this.gridHost());
  private readonly paste = new PastePanel(this.pasteHost());
  private readonly undos: (BudgetValue | undefined)[] = [];
  private drawnFor: { readonly node: FormNode; readonly category: unknown } | undefined;

  private get words(): (typeof budgetWords)['en'] {
    return wordsFor(this.context, budgetWords);
  }

  private get budget(): BudgetSettings {
    return this.settings.budget ?? NO_SETTINGS;
  }

  private get category(): unknown {
    return valueAt(this.context.answers, this.budget.category ?? '/category');
  }

  private get result(): BudgetResult {
    const { category } = this;
    const { pool } = this.context.hosts;
    return reckonBudget(this.value, this.budget, { pointer: this.pointer, locale: this.context.locale, ...(typeof category === 'string' ? { category } : {}), ...(pool === undefined ? {} : { pool }) });
  }

  /** Other answers count only where the category of the project changed. */
  override patch(field: WidgetField, node: FormNode): void {
    this.node = node;
    const { category } = this;
    if (this.drawnFor?.node === node && this.drawnFor.category === category) return;
    this.drawnFor = { node, category };
    super.patch(field, node);
  }

  override control(pointer = this.pointer): HTMLElement | undefined {
    const at = pointer.slice(this.pointer.length);
    return at === '' || at.startsWith('/lines') ? this.grid.control(at) : super.control(pointer);
  }

  protected override placeOf(at: string): string {
    const [, index] = /^\/contributions\/(\d+)/.exec(at) ?? [];
    const source = index === undefined ? undefined : contributionsOf(this.value)[Number(index)]?.source;
    return typeof source === 'string' ? `/contributions/#${source}` : at;
  }

  protected cells(): ReadonlySet<string> {
    const count = Math.max(1, linesOf(this.value).length);
    const lines = Array.from({ length: count }, (_, row) => LINE_CELLS.map((end) => `/lines/${row}${end}`)).flat();
    return new Set(['/lines', ...lines, ...FUNDS.map((key) => `/${key}`), ...payersOf(this.value, this.budget).map(({ id }) => `/contributions/#${id}`)]);
  }

  protected view(): TemplateResult {
    const { words } = this;
    const title = `${idOf(this.pointer)}-lines`;
    const result = this.result;
    if (this.node.readonly || this.node.computed) return html`<div class="record budget">${this.readView()}${this.totalsView(result)}</div>`;
    return html`<div class="record budget">
      <div class="record-part" @paste=${this.onPaste} @keydown=${this.onKeyBesidePaste}>
        <p class="record-title" id=${title}>${words.lines}</p>
        <p class="note no-print">${words.help}</p>
        <p class="visually-hidden" id="${title}-keys">${words.gridHelp}</p>
        ${this.grid.view(result.lines)}
        ${this.problemsAt('/lines').map((problem) => problemLine(problem, this.context.words))}
        <div class="budget-tools no-print">
          ${button({ label: words.add, icon: 'plus', onClick: () => this.addLine() })}
          <span class="paste-button">${button({ label: words.paste, kind: 'secondary', icon: 'document', disabled: this.paste.isOpen, onClick: () => this.paste.open() })}</span>
          ${this.undos.length === 0 ? nothing : button({ label: words.undo, kind: 'quiet', icon: 'returned', onClick: () => this.undo() })}
        </div>
        ${this.paste.view()}
      </div>
      ${this.fundsView()} ${this.totalsView(result)}
    </div>`;
  }

  private fundsView(): TemplateResult {
    const { words, value, budget } = this;
    const id = `${idOf(this.pointer)}-funds`;
    const fund = (key: (typeof FUNDS)[number]): TemplateResult =>
      numberCell(this, { at: `/${key}`, label: words[key], unit: words.yuan, value: value?.[key], change: (amount) => this.change(withFund(this.value, key, amount)), width: 'half', optional: key !== 'requested', money: true });
    const payers = payersOf(value, budget).map(({ id: source, title }) => {
      const amount = contributionsOf(value).find((each) => each.source === source)?.amount;
      return numberCell(this, { at: `/contributions/#${source}`, label: localize(title, this.context.locale) || source, unit: words.yuan, value: amount, change: (next) => this.change(withContribution(this.value, source, next)), width: 'half', optional: true, money: true });
    });
    return html`<div class="record-part" role="group" aria-labelledby=${id}>
      <p class="record-title" id=${id}>${words.funds}</p>
      <div class="record-cells">${fund('own')}${fund('raised')}${payers}${fund('requested')}</div>
    </div>`;
  }

  /** What it comes to, and every step on the way: anybody can do the sum again. */
  private totalsView({ total, eligible, funds, most, bound, complete, steps }: BudgetResult): TemplateResult {
    const { words } = this;
    const yuan = (amount: number): string => formatYuan(amount, this.context.locale);
    const gap = funds.difference === 0 ? words.agrees : funds.difference < 0 ? words.short({ amount: yuan(-funds.difference) }) : words.over({ amount: yuan(funds.difference) });
    const decides = bound === undefined ? undefined : STEP_OF[bound];
    return html`<div class="record-part budget-totals">
      <dl class="totals">
        <div><dt>${words.total}</dt><dd class="figure">${yuan(total)}</dd></div>
        ${eligible === total ? nothing : html`<div><dt>${words.eligible}</dt><dd class="figure">${yuan(eligible)}</dd></div>`}
        <div><dt>${words.fundsTotal}</dt><dd class="figure">${yuan(funds.total)}</dd></div>
        <div><dt>${words.difference}</dt><dd>${complete ? gap : words.notYet}</dd></div>
        <div class="most"><dt>${words.most}</dt><dd class="figure">${most === undefined ? words.notYet : yuan(most)}</dd></div>
      </dl>
      ${linesOf(this.value).length === 0
        ? nothing
        : html`<details class="budget-steps">
            <summary>${words.explained}</summary>
            <ol>${steps.map(({ code, message }) => html`<li class=${code === decides ? 'decides' : ''}>${message}${code === decides ? html` <span class="tag neutral">${words.decides}</span>` : nothing}</li>`)}</ol>
          </details>`}
    </div>`;
  }

  private readView(): TemplateResult[] {
    return budgetTables(this.value, this.budget, { locale: this.context.locale }).map(({ caption, columns, rows }) => html`<table class="table cards">
      <caption>${caption}</caption>
      <thead><tr>${columns.map(({ head, number }) => html`<th scope="col" class=${number === true ? 'number' : ''}>${head}</th>`)}</tr></thead>
      <tbody>${rows.map((row) => html`<tr>${row.map((cell, index) => html`<td data-label=${columns[index]?.head ?? ''} class=${columns[index]?.number === true ? 'number' : ''}>${cell}</td>`)}</tr>`)}</tbody>
    </table>`);
  }

  private gridHost(): ConstructorParameters<typeof BudgetGrid>[1] {
    const part = (): BudgetPart => this;
    return {
      get context() { return part().context; },
      get pointer() { return part().pointer; },
      get value() { return part().value; },
      get budget() { return part().budget; },
      get showNotes() { return part().node.widgetOptions?.['notes'] === true; },
      get titleId() { return `${idOf(part().pointer)}-lines`; },
      problemsAt: (at) => this.problemsAt(at),
      type: (value) => this.change(value),
      settle: (before, announcement) => this.settle(before, announcement),
      redraw: () => this.redraw(),
      undo: () => this.undo(),
    };
  }

  private pasteHost(): ConstructorParameters<typeof PastePanel>[0] {
    const part = (): BudgetPart => this;
    return {
      get context() { return part().context; },
      get pointer() { return part().pointer; },
      get value() { return part().value; },
      get budget() { return part().budget; },
      redraw: () => this.redraw(),
      focus: (selector) => this.focus(selector),
      accept: (lines) => this.addLines(lines),
    };
  }

  private addLine(): void {
    const before = this.value;
    const row = Math.max(1, linesOf(before).length);
    // The line that is always there to begin with counts as one.
    this.change(withLineInserted(before, row, linesOf(before).length === 0 ? [{}, {}] : [{}]));
    this.settle(before, this.words.inserted({ row: row + 1 }));
    this.grid.open(row);
  }

  private addLines(lines: readonly DraftLine[]): void {
    const before = this.value;
    const row = linesOf(before).length;
    this.change(withLineInserted(before, row, lines));
    this.settle(before, this.words.accepted({ count: lines.length }));
    this.grid.focus(row);
  }

  private settle(before: BudgetValue | undefined, announcement = ''): void {
    this.undos.push(before);
    if (this.undos.length > MOST_UNDOS) this.undos.shift();
    const { total, funds, most } = this.result;
    const yuan = (amount: number): string => formatYuan(amount, this.context.locale);
    this.say(`${announcement}${this.words.spoken({ total: yuan(total), funds: yuan(funds.total), most: most === undefined ? undefined : yuan(most) })}`);
    this.commit();
  }

  private undo(): void {
    if (this.paste.isOpen) {
      this.paste.close();
      return;
    }
    if (this.undos.length === 0) return;
    this.change(this.undos.pop());
    this.say(this.words.undone);
    this.commit();
    this.grid.control('')?.focus();
  }

  /** The paste that is looked at was the last step: taking back puts it away, and reaches no answer of the form. */
  private readonly onKeyBesidePaste = (event: KeyboardEvent): void => {
    const key = event.key.toLowerCase();
    const isTyping = event.composedPath()[0] instanceof HTMLTextAreaElement || event.composedPath()[0] instanceof HTMLInputElement;
    if (!this.paste.isOpen || event.defaultPrevented || isTyping || event.altKey || !(event.ctrlKey || event.metaKey) || (key !== 'z' && key !== 'y')) return;
    event.preventDefault();
    if (key === 'z' && !event.shiftKey) this.paste.close();
  };

  /** Cells from a spreadsheet are looked at first; a single text goes where the person is. */
  private readonly onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const isInPanel = event.target instanceof Element && event.target.closest('.budget-paste') !== null;
    if (isInPanel || !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    this.paste.open(text);
  };
}

export const budget = liveWidget({ labelled: 'group', ownProblems: true, followsAnswers: true, showsFixed: true, styles: budgetStyles, create: (element, context) => new BudgetPart(element, context) });
