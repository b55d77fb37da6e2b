import type { Indicator, IndicatorsSettings, IndicatorsValue } from '@cobuild/core';
import { localize } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { IconName } from '../../../icons.js';
import { icons } from '../../../icons.js';
import { button } from '../../../pieces.js';
import { idOf } from '../../field-context.js';
import { liveWidget } from '../../live-widget.js';
import { problemLine } from '../../record/problem-line.js';
import type { CellOptions } from '../../record/record-cell.js';
import { choiceCell, numberCell, textCell } from '../../record/record-cell.js';
import { RecordPart } from '../../record/record-part.js';
import { itemsOf, withItem, withMember, withoutItem } from '../../record/with-member.js';
import { wordsFor } from '../../words-for.js';
import { indicatorsStyles } from './indicators.styles.js';
import { weightsInWords } from './weights-in-words.js';
import { indicatorsWords } from './words.js';

type Row = Partial<Indicator>;
type Column = 'group' | 'name' | 'unit' | 'direction' | 'baseline' | 'target' | 'actual' | 'weight';

const MEMBERS: readonly Column[] = ['group', 'name', 'unit', 'direction', 'baseline', 'target', 'actual', 'weight'];
const NO_RULES: IndicatorsSettings = {};

/** A table of what the project wants to reach: a row an indicator on a desk, a card on a phone. */
class IndicatorsPart extends RecordPart<IndicatorsValue> {
  private get words(): (typeof indicatorsWords)['en'] {
    return wordsFor(this.context, indicatorsWords);
  }

  private get rules(): IndicatorsSettings {
    return this.settings.indicators ?? NO_RULES;
  }

  private get rows(): readonly Row[] {
    return itemsOf<Row>(this.value);
  }

  /** What was reached is asked for later, by `widgetOptions: { actual: true }`; a number that is there is never hidden. */
  private get columns(): readonly Column[] {
    const { rules, rows } = this;
    const isAsked: Readonly<Partial<Record<Column, boolean>>> = {
      group: (rules.groups ?? []).length > 0,
      actual: this.node.widgetOptions?.['actual'] === true || rows.some(({ actual }) => actual !== undefined),
      weight: rules.weighted === true || rows.some(({ weight }) => weight !== undefined),
    };
    return MEMBERS.filter((column) => isAsked[column] !== false);
  }

  protected cells(): ReadonlySet<string> {
    return new Set(this.rows.flatMap((_, index) => [`/${index}`, ...this.columns.map((column) => `/${index}/${column}`)]));
  }

  protected view(): TemplateResult {
    const { words, rows, columns } = this;
    return html`<div class="record">
      <p class="note">${words.help}</p>
      ${rows.length === 0
        ? html`<p class="table-empty">${words.empty}</p>`
        : html`<table class="table cards record-table indicators-table" aria-label=${this.node.label}>
            <thead>
              <tr>
                ${columns.map((column) => html`<th scope="col" class="column-${column}">${words[column]}</th>`)}
                <th scope="col" class="column-actions"><span class="visually-hidden">${words.actions}</span></th>
              </tr>
            </thead>
            <tbody>
              ${rows.map((row, index) => this.rowView(row, index))}
            </tbody>
          </table>`}
      ${rows.length > 0 && this.columns.includes('weight') && !this.problems.some(({ code }) => code === 'indicators/weights') ? this.sumView() : nothing}
      <div>${button({ label: words.add, icon: 'plus', id: `${idOf(this.pointer)}-add`, onClick: () => this.insert(rows.length, {}, words.added({ position: rows.length + 1 })) })}</div>
    </div>`;
  }

  private sumView(): TemplateResult {
    const { text, isExact } = weightsInWords(this.rows.map(({ weight }) => weight), this.context.locale);
    const tone = isExact ? 'success' : 'warning';
    return html`<p class="record-sum ${tone}" role="status">${icons[tone]}<span>${text}</span></p>`;
  }

  private rowView(row: Row, index: number): TemplateResult {
    const { words, rows } = this;
    const position = index + 1;
    const action = (icon: IconName, name: string, key: string, onClick: () => void, disabled = false): TemplateResult =>
      html`<button type="button" class="button quiet icon-only ${icon === 'trash' ? 'danger' : ''}" data-action=${`${key}-${index}`} aria-label=${name} title=${name} ?disabled=${disabled} @click=${onClick}>${icons[icon]}</button>`;
    return html`<tr data-cell="/${index}">
      ${this.columns.map((column, place) => html`<td class="column-${column}">${place === 0 ? html`<span class="row-title">${words.row({ position })}</span>` : nothing}${this.cellView(row, index, column)}</td>`)}
      <td class="column-actions">
        <div class="indicator-actions">
          ${rows.length === 1 ? nothing : html`${action('up', words.up({ position }), 'up', () => this.move(index, index - 1), index === 0)}${action('down', words.down({ position }), 'down', () => this.move(index, index + 1), position === rows.length)}`}
          ${action('copy', words.copy({ position }), 'copy', () => this.insert(position, row, words.copied({ position: position + 1 })))}${action('trash', words.remove({ position }), 'remove', () => this.removeAt(index))}
        </div>
        ${this.problemsAt(`/${index}`).map((problem) => problemLine(problem, this.context.words))}
      </td>
    </tr>`;
  }

  private cellView(row: Row, index: number, column: Column): TemplateResult {
    const { words } = this;
    const { locale } = this.context;
    const options: CellOptions = {
      at: `/${index}/${column}`,
      label: words[column],
      of: words.of({ position: index + 1 }),
      value: row[column],
      change: (member) => this.store(withItem(this.rows, index, withMember(this.rows[index] ?? {}, column, member))),
      inTable: true,
    };
    if (column === 'group') return choiceCell(this, { ...options, choices: (this.rules.groups ?? []).map(({ id, title }) => ({ id, title: localize(title, locale) })) });
    // More is better unless somebody says otherwise, as in the format.
    if (column === 'direction') return choiceCell(this, { ...options, value: row.direction ?? 'atLeast', required: true, choices: (['atLeast', 'atMost'] as const).map((id) => ({ id, title: words.directions[id] })) });
    if (column === 'name') return textCell(this, { ...options, maximum: 60 });
    if (column === 'unit') return textCell(this, { ...options, maximum: 20 });
    return numberCell(this, options);
  }

  private insert(at: number, row: Row, announcement: string): void {
    const { rows } = this;
    this.act([...rows.slice(0, at), { ...row }, ...rows.slice(at)] as IndicatorsValue, announcement, `[data-cell="/${at}"] :is(input, select)`);
  }

  private move(from: number, to: number): void {
    const { rows } = this;
    const moved = withItem(withItem(rows, from, rows[to] ?? {}), to, rows[from] ?? {});
    this.act(moved as IndicatorsValue, this.words.moved({ position: to + 1 }), `[data-action="${to < from ? 'up' : 'down'}-${to}"]:not(:disabled), [data-action="${to < from ? 'down' : 'up'}-${to}"]:not(:disabled)`);
  }

  private removeAt(index: number): void {
    const left = withoutItem(this.rows, index);
    const focus = left.length === 0 ? `[id="${idOf(this.pointer)}-add"]` : `[data-action="remove-${Math.min(index, left.length - 1)}"]`;
    this.remove(left.length === 0 ? undefined : (left as IndicatorsValue), this.words.removed({ position: index + 1 }), focus);
  }

  private store(rows: readonly Row[]): void {
    this.change(rows as IndicatorsValue);
  }
}

export const indicators = liveWidget({ labelled: 'group', ownProblems: true, styles: indicatorsStyles, create: (element, context) => new IndicatorsPart(element, context) });
