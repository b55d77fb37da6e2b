import type { FormNode } from '@cobuild/core';
import type { FieldContext } from '../../field-context.js';
import type { LivePart } from '../../live-widget.js';
import { liveWidget } from '../../live-widget.js';
import type { Widget, WidgetField } from '../../widget.js';
import { choose } from '../choices.js';
import { comboboxStyles } from '../combobox/combobox.styles.js';
import { lookUpOf, takesText } from './entries.js';
import { NoLookUp } from './no-look-up.js';
import type { PickedAnswer } from './picker.js';
import { Picker } from './picker.js';
import { StoredEntry } from './stored-entry.js';

/** Fields are drawn anew when the page brings a register or takes it away. */
export const shapeOfPicker = (node: FormNode, context: FieldContext): string => `${lookUpOf(node, context) ? 'there' : 'missing'} ${String(takesText(node))}`;

class LookUpPart implements LivePart {
  private node: FormNode | undefined;
  private readonly picked: PickedAnswer;
  private picker: Picker | undefined;
  private missing: NoLookUp | undefined;
  private stored: StoredEntry | undefined;

  constructor(private readonly element: HTMLElement, private readonly context: FieldContext) {
    this.picked = {
      node: () => this.node,
      value: () => this.node?.value,
      answer: (value) => this.node && choose(context, this.node.pointer, value),
    };
  }

  patch(field: WidgetField, node: FormNode): void {
    this.node = node;
    const { element, context, picked } = this;
    if (!this.picker && !this.missing && !this.stored) {
      if (node.readonly || node.computed) this.stored = new StoredEntry(context);
      else if (lookUpOf(node, context)) this.picker = new Picker(context, picked);
      else this.missing = new NoLookUp(context, picked, takesText(node));
      element.append((this.picker ?? this.missing ?? this.stored)?.element ?? '');
    }
    this.picker?.patch(field, node);
    this.missing?.patch(field, node);
    this.stored?.patch(field.id, node, node.value);
  }

  handle(event: Event): void {
    this.picker?.handle(event);
    this.missing?.handle(event);
  }

  control(): HTMLElement | undefined {
    return this.picker?.combobox.input ?? this.missing?.input;
  }
}

/**
 * An entry of a register that the page lends (`hosts.lookUps`): an organisation, a person, anything that is found by its name.
 *
 * `widgetOptions`: `lookUp`, the name of the register; `freeText: true`, where an answer may be typed that the register has not.
 */
export const lookUp: Widget = liveWidget({ labelled: 'control', showsFixed: true, styles: comboboxStyles, shape: shapeOfPicker, create: (element, context) => new LookUpPart(element, context) });
