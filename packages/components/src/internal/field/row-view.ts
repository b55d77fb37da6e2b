import type { FormNode } from '@cobuild/core';
import { arrange, make } from './dom.js';
import { ItemActions } from './item-actions.js';
import { NodeView } from './node-view.js';
import { patchViews } from './patch-views.js';
import type { ViewHost } from './view.js';

/** A row of a table of questions: one cell for each column that the table has. */
export class RowView extends NodeView {
  readonly element: HTMLElement;
  private readonly actions: ItemActions;
  private readonly position: HTMLElement;
  /** By column, where this item has no question. */
  private readonly gaps = new Map<string, HTMLElement>();
  /** What the cells were put in order for. */
  private arrangedFor: string | undefined;

  constructor(node: FormNode, private readonly index: number, private readonly host: ViewHost, list: FormNode) {
    super(node);
    this.position = make('th', { 'scope': 'row', 'class': 'position', 'aria-label': host.context.words.row({ position: index + 1 }) }, String(index + 1));
    this.actions = new ItemActions(index, list.widgetOptions?.['copy'] === true, make('td', { class: 'actions-cell' }));
    this.element = make('tr', { 'data-pointer': node.pointer });
    this.write();
    host.register(this);
  }

  protected takes(): boolean {
    return true;
  }

  /** Puts the cells below the heads of the table; a question that this item has not leaves its cell empty. */
  arrange(templates: readonly string[], list: FormNode): void {
    const wanted = [list.label, list.children.length, list.minItems, list.readonly, ...templates].join('\n');
    if (wanted === this.arrangedFor) return;
    this.arrangedFor = wanted;
    const own = this.questions.map(({ template }) => template);
    const cells = templates.map((template) => this.children[own.indexOf(template)]?.element ?? this.gapOf(template));
    this.actions.patch(list, this.host.context);
    arrange(this.element, [this.position, ...cells, ...(list.readonly ? [] : [this.actions.element])]);
  }

  private get questions(): readonly FormNode[] {
    return this.node.children.filter((child) => child.visible);
  }

  private gapOf(template: string): HTMLElement {
    const cell = this.gaps.get(template) ?? make('td');
    this.gaps.set(template, cell);
    return cell;
  }

  protected write(): void {
    const before = this.children;
    this.children = patchViews(before, this.questions, this.host, (child) => this.host.drawCell(child, this.index + 1));
    if (this.children !== before) this.arrangedFor = undefined;
  }
}
