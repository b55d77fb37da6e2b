import type { FormNode } from '@cobuild/core';
import { listColumns } from '@cobuild/core';
import { arrange, make, setText } from './dom.js';
import { isContainer } from './field-context.js';
import { drawHead, markOf } from './field-label.js';
import { isNumber } from './leaf-drawing.js';
import { patchViewsIn } from './patch-views.js';
import { RowView } from './row-view.js';
import type { ListItems, ViewHost } from './view.js';
import { unitOf } from './widgets/number/unit.js';

/** Widgets that take more room than a cell has. */
const TOO_WIDE: readonly string[] = ['checkboxes', 'confirmation', 'multiCombobox', 'dateRange', 'period', 'address', 'areaPicker', 'slider', 'password'];

/** Several choices or questions within a cell would make the table unreadable; such items are drawn as cards. */
export function fitsTable(node: FormNode): boolean {
  return node.children.every((item) => item.widget === 'group' && item.choosers === undefined && item.children.every((child) => child.choosers === undefined && !isContainer(child) && !TOO_WIDE.includes(child.widget)));
}

/** Up to so many columns leave the first one what the others do not need; beside more it is kept from vanishing. */
const FEW_COLUMNS = 3;

/** Budget lines: a table on a desk, a card per row on a phone. */
export class TableItems implements ListItems {
  readonly element = make('table', { class: 'table cards input-table' });
  views: readonly RowView[] = [];
  private readonly caption: HTMLElement;
  private readonly head = make('tr');
  private readonly rows = make('tbody');
  private drawnHead = '';

  constructor(private readonly host: ViewHost, id: string) {
    this.caption = make('caption', { class: 'visually-hidden', id: `${id}-label` }, '');
    this.element.setAttribute('aria-labelledby', `${id}-label`);
    this.element.append(this.caption, make('thead', {}, this.head), this.rows);
  }

  patch(list: FormNode): void {
    const columns = listColumns(list);
    setText(this.caption, list.label);
    this.element.classList.toggle('with-copy', list.widgetOptions?.['copy'] === true);
    this.element.classList.toggle('few', columns.length <= FEW_COLUMNS);
    this.patchHead(list, columns);
    this.views = patchViewsIn(this.rows, this.views, list.children, this.host, (item, index) => new RowView(item, index, this.host, list)) as readonly RowView[];
    const templates = columns.map(({ template }) => template);
    for (const row of this.views) row.arrange(templates, list);
  }

  /** The head is drawn anew when it says something else. */
  private patchHead(list: FormNode, columns: readonly FormNode[]): void {
    const { words } = this.host.context;
    const says = columns.map((column) => [column.template, column.label, column.help, markOf(column, words), column.widget, column.width, column.unit].join('\t')).join('\n') + String(list.readonly);
    if (says === this.drawnHead) return;
    this.drawnHead = says;
    const position = make('th', { scope: 'col', class: 'position' }, words.rowHead);
    const actions = make('th', { scope: 'col', class: 'actions-head' }, make('span', { class: 'visually-hidden' }, words.actions));
    arrange(this.head, [position, ...columns.map((column) => this.drawColumn(column)), ...(list.readonly ? [] : [actions])]);
  }

  /** A table says the unit once, in the head. */
  private drawColumn(column: FormNode): HTMLElement {
    const { context } = this.host;
    const unit = isNumber(column) ? unitOf(column, context) : '';
    const classes = [isNumber(column) ? 'amount' : '', column.width === 'short' ? 'short' : '', column.widget].filter((name) => name !== '');
    const head = make('th', { scope: 'col', class: classes.join(' ') }, ...drawHead(column.label, markOf(column, context.words)));
    if (unit !== '') head.append(make('span', { class: 'unit' }, context.words.inBrackets({ text: unit })));
    if (column.help !== '') head.append(make('br'), make('span', { class: 'unit' }, column.help));
    return head;
  }
}
