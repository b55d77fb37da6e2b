import type { AnswerRow, FormNode } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { AnswersView, AnswerWidget, ComparedView } from './answer-widget.js';

/** Draws answers by the widget of their question: one registry for each place where answers are shown. */
export class AnswerWidgets {
  private readonly byName = new Map<string, AnswerWidget>();

  /**
   * @param shapes - What is drawn for a name that nobody registered: by what the answer is.
   * @param instead - Asked for such a name first.
   */
  constructor(private readonly shapes: { readonly text: AnswerWidget; readonly group: AnswerWidget; readonly list: AnswerWidget }, private readonly instead?: AnswerWidgets) {}

  /** Adds a drawing for the answers of a widget, or puts it in place of the one with that name. */
  register(name: string, widget: AnswerWidget): void {
    this.byName.set(name, widget);
  }

  widgetOf(row: AnswerRow): AnswerWidget {
    return this.named(row.widget) ?? (row.table ? this.shapes.list : row.rows ? this.shapes.group : this.shapes.text);
  }

  isWide(row: AnswerRow): boolean {
    return row.answered && this.widgetOf(row).wide === true;
  }

  /** The answer as it is drawn; where there is none, that. */
  draw(row: AnswerRow, view: Omit<AnswersView, 'widgets'>): TemplateResult {
    // Read one by one: the view may be an object whose members are getters.
    const { locale, words, hosts } = view;
    // A group says of each question in it whether it is answered.
    if (!row.answered && row.rows === undefined) return html`<span class="muted">${row.widget === 'cards' || row.widget === 'table' || row.widget === 'listDetail' ? words.none : words.notFilled}</span>`;
    return html`${this.widgetOf(row).draw(row, { locale, words, hosts, widgets: this })}`;
  }

  /** Both versions of an answer in one; `undefined` for a widget that does not compare. */
  compare(row: AnswerRow, before: AnswerRow, view: Omit<ComparedView, 'widgets'>): unknown {
    const { locale, words, hosts, onlyChanges } = view;
    return this.widgetOf(row).compare?.(row, before, { locale, words, hosts, widgets: this, ...(onlyChanges === undefined ? {} : { onlyChanges }) });
  }

  /** Where the answer is written by hand, for a widget that was registered with such a place. */
  blank(node: FormNode, view: Omit<AnswersView, 'widgets'>): unknown {
    const { locale, words } = view;
    return this.named(node.widget)?.blank?.(node, { locale, words, widgets: this });
  }

  private named(name: string): AnswerWidget | undefined {
    return this.byName.get(name) ?? this.instead?.named(name);
  }
}
