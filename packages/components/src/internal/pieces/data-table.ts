import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';

export interface Column<Row> {
  readonly head: unknown;
  /** Text of the head on a phone, where each cell carries it; the head itself when that is text. */
  readonly label?: string;
  readonly number?: boolean;
  /** The cell that names the row. */
  readonly rowHead?: boolean;
  readonly cell: (row: Row, index: number) => unknown;
}

/** A table that becomes cards under 640 px; `empty` says what will appear and what to do first, `open` how many cards a phone shows: see `moreCards`. */
export function dataTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[], options: { readonly caption?: unknown; readonly empty?: unknown; readonly open?: number } = {}): TemplateResult {
  if (rows.length === 0 && options.empty !== undefined) return html`<div class="table-empty">${options.empty}</div>`;
  const cell = (column: Column<Row>, row: Row, index: number): TemplateResult => {
    const label = column.label ?? (typeof column.head === 'string' ? column.head : '');
    const body = column.cell(row, index);
    return column.rowHead === true
      ? html`<th scope="row" data-label=${label}>${body}</th>`
      : html`<td class=${column.number === true ? 'number' : ''} data-label=${label}>${body}</td>`;
  };
  return html`<table class="table cards">
    ${options.caption === undefined ? nothing : html`<caption>${options.caption}</caption>`}
    <thead>
      <tr>
        ${columns.map((column) => html`<th scope="col" class=${column.number === true ? 'number' : ''}>${column.head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map((row, index) => html`<tr class=${index < (options.open ?? rows.length) ? '' : 'beyond'}>${columns.map((column) => cell(column, row, index))}</tr>`)}
    </tbody>
  </table>`;
}
