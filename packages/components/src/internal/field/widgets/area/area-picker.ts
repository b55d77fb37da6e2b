import type { FormNode } from '@cobuild/core';
import { make } from '../../dom.js';
import type { FieldContext } from '../../field-context.js';
import type { LivePart } from '../../live-widget.js';
import { liveWidget } from '../../live-widget.js';
import type { Widget, WidgetField } from '../../widget.js';
import { choose } from '../choices.js';
import { lookUpOf, takesText } from '../look-up/entries.js';
import { shapeOfPicker } from '../look-up/look-up.js';
import { NoLookUp } from '../look-up/no-look-up.js';
import type { PickedAnswer } from '../look-up/picker.js';
import { Picker } from '../look-up/picker.js';
import { StoredEntry } from '../look-up/stored-entry.js';
import { lookUpWords } from '../look-up/words.js';
import { wordsFor } from '../../words-for.js';
import { AreaLevels } from './area-levels.js';
import { areaStyles } from './area.styles.js';

/** An area by its name or code, or level by level: both show the same answer. */
export class AreaPicker {
  readonly element: HTMLElement;
  private readonly label = make('label', { class: 'part-label' });
  private readonly levels: AreaLevels;
  private readonly picker: Picker;
  /** What this picker answered last: the levels show it already. */
  private own = '';

  constructor(context: FieldContext, picked: PickedAnswer) {
    this.levels = new AreaLevels(context, () => lookUpOf(picked.node() ?? {}, context), (entry) => {
      this.own = JSON.stringify(entry?.value ?? null);
      if (entry) this.picker.choose(entry);
      else if (picked.value() !== undefined) picked.answer(undefined);
    });
    this.picker = new Picker(context, picked, true, () => this.follow(picked.value()));
    this.label.textContent = wordsFor(context, lookUpWords).search;
    this.element = make('div', { class: 'area-picker' }, make('div', {}, this.label, this.picker.element), this.levels.element);
  }

  get input(): HTMLElement {
    return this.picker.combobox.input;
  }

  patch(field: WidgetField, node: FormNode): void {
    this.label.htmlFor = field.id;
    this.levels.patch(field.id, node);
    this.picker.patch(field, node);
  }

  handle(event: Event): void {
    this.levels.handle(event);
    this.picker.handle(event);
  }

  /** The levels follow an answer that came from somewhere else, once its place in the tree is known. */
  private follow(value: unknown): void {
    const { entry, state } = this.picker.name;
    const key = JSON.stringify(value ?? null);
    if (key === this.own || state === 'reading') return;
    const isFirst = this.own === '';
    this.own = key;
    if (!isFirst || entry) this.levels.show(entry);
  }
}

class AreaPart implements LivePart {
  private node: FormNode | undefined;
  private readonly picked: PickedAnswer;
  private area: AreaPicker | undefined;
  private missing: NoLookUp | undefined;
  private stored: StoredEntry | undefined;

  constructor(private readonly element: HTMLElement, private readonly context: FieldContext) {
    this.picked = { node: () => this.node, value: () => this.node?.value, answer: (value) => this.node && choose(context, this.node.pointer, value) };
  }

  patch(field: WidgetField, node: FormNode): void {
    this.node = node;
    const { element, context, picked } = this;
    if (!element.hasChildNodes()) {
      if (node.readonly || node.computed) this.stored = new StoredEntry(context);
      else if (lookUpOf(node, context)) this.area = new AreaPicker(context, picked);
      else this.missing = new NoLookUp(context, picked, takesText(node));
      element.append((this.area ?? this.missing ?? this.stored)?.element ?? '');
    }
    this.area?.patch(field, node);
    this.missing?.patch(field, node);
    this.stored?.patch(field.id, node, node.value);
  }

  handle(event: Event): void {
    this.area?.handle(event);
    this.missing?.handle(event);
  }

  control(): HTMLElement | undefined {
    return this.area?.input ?? this.missing?.input;
  }
}

/**
 * An area of a large tree that the page lends (`hosts.lookUps`), searched or chosen level by level. An entry outside its days is not offered; one that
 * is stored is shown with them, and stays an answer.
 *
 * `widgetOptions`: `lookUp`, the name of the register; `levels`, titles of the levels from the top; `freeText` as for other pickers.
 */
export const areaPicker: Widget = liveWidget({ labelled: 'group', role: 'group', showsFixed: true, styles: areaStyles, shape: shapeOfPicker, create: (element, context) => new AreaPart(element, context) });
