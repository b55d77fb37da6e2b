import type { BudgetPaste, BudgetSettings, BudgetValue } from '@cobuild/core';
import { localize, readBudgetPaste } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { button } from '../../../pieces.js';
import type { FieldContext } from '../../field-context.js';
import { idOf } from '../../field-context.js';
import { problemLine } from '../../record/problem-line.js';
import { shownText } from '../control.js';
import { displayNumber } from '../number/number-text.js';
import { wordsFor } from '../../words-for.js';
import type { DraftLine } from './budget-lines.js';
import { columnsFor, linesOf } from './budget-lines.js';
import { budgetWords } from './words.js';

export interface PasteHost {
  readonly context: FieldContext;
  readonly pointer: string;
  readonly value: BudgetValue | undefined;
  readonly budget: BudgetSettings;
  redraw(): void;
  focus(selector: string): void;
  accept(lines: readonly DraftLine[]): void;
}

/** Lines from a spreadsheet: what was pasted, what was understood of it, what was not; nothing is added before somebody says so. */
export class PastePanel {
  private state: { readonly text: string; readonly paste: BudgetPaste | undefined } | undefined;

  constructor(private readonly host: PasteHost) {}

  get isOpen(): boolean {
    return this.state !== undefined;
  }

  /** @param text - What was pasted already. */
  open(text = ''): void {
    this.read(text);
    this.host.redraw();
    this.host.focus(text === '' ? '.budget-paste textarea' : '.budget-paste .record-title');
  }

  view(): TemplateResult | typeof nothing {
    const { state } = this;
    if (!state) return nothing;
    const { context, pointer } = this.host;
    const words = wordsFor(context, budgetWords);
    const id = `${idOf(pointer)}-paste`;
    const count = state.paste?.lines.length ?? 0;
    return html`<div class="budget-paste panel no-print" role="group" aria-labelledby=${id} @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'Escape') this.close();
    }}>
      <p class="record-title" id=${id} tabindex="-1">${words.pasteTitle}</p>
      <p class="help" id="${id}-help">${words.pasteHelp}</p>
      <label class="label" for="${id}-text">${words.pasteLabel}</label>
      <textarea class="input" rows="4" id="${id}-text" aria-describedby="${id}-help" .value=${state.text} @input=${(event: Event) => {
        this.read((event.target as HTMLTextAreaElement).value);
        this.host.redraw();
      }}></textarea>
      <div role="status">${state.text.trim() === '' ? nothing : html`<p class="paste-count">${count === 0 ? words.nothingUnderstood : words.understood({ count })}</p>`}</div>
      ${state.paste && count > 0 ? this.preview(state.paste.lines) : nothing}
      ${state.paste && state.paste.problems.length > 0 ? html`<div class="paste-problems">${state.paste.problems.map((problem) => problemLine(problem, context.words))}</div>` : nothing}
      <div class="actions">
        ${button({ label: words.accept({ count }), kind: 'primary', disabled: count === 0, onClick: () => this.accept() })}
        ${button({ label: words.cancel, onClick: () => this.close() })}
      </div>
    </div>`;
  }

  private preview(lines: readonly DraftLine[]): TemplateResult {
    const { context, budget } = this.host;
    const words = wordsFor(context, budgetWords);
    const columns = columnsFor({ lines: lines as BudgetValue['lines'] }, budget, false).filter((column) => column !== 'amount');
    const text = (line: DraftLine, column: (typeof columns)[number]): string => {
      const value = line[column];
      if (column === 'subject') return localize(budget.subjects?.find(({ id }) => id === value)?.title, context.locale) || shownText(value);
      return column === 'quantity' || column === 'unitPrice' ? displayNumber({ widget: column === 'unitPrice' ? 'money' : 'number', value }, context.locale) : shownText(value);
    };
    return html`<table class="table cards paste-preview">
      <thead><tr>${columns.map((column) => html`<th scope="col" class=${column === 'quantity' || column === 'unitPrice' ? 'number' : ''}>${words.columns[column]}</th>`)}</tr></thead>
      <tbody>${lines.map((line) => html`<tr>${columns.map((column) => html`<td data-label=${words.columns[column]} class=${column === 'quantity' || column === 'unitPrice' ? 'number' : ''}>${text(line, column) || html`<span class="muted">${words.empty}</span>`}</td>`)}</tr>`)}</tbody>
    </table>`;
  }

  private read(text: string): void {
    const { budget, context, pointer, value } = this.host;
    // Without a head the columns are those of the grid that is looked at.
    const columns = columnsFor(value, budget, true);
    this.state = { text, paste: text.trim() === '' ? undefined : context.inTerms(() => readBudgetPaste(text, budget, { pointer, locale: context.locale, existing: linesOf(value).length, columns })) };
  }

  private accept(): void {
    const lines = this.state?.paste?.lines ?? [];
    this.state = undefined;
    this.host.accept(lines);
  }

  /** Without adding anything; the focus goes back to the button that opens it. */
  close(): void {
    this.state = undefined;
    this.host.redraw();
    this.host.focus('.budget-tools .paste-button button');
  }
}
