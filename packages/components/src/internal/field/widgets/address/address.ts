import type { FormNode, PartRole } from '@cobuild/core';
import { make, setAttribute, setText } from '../../dom.js';
import type { FieldContext } from '../../field-context.js';
import { ariaInvalid } from '../../field-context.js';
import type { LivePart } from '../../live-widget.js';
import { liveWidget } from '../../live-widget.js';
import type { Widget, WidgetField } from '../../widget.js';
import { AreaPicker } from '../area/area-picker.js';
import { areaStyles } from '../area/area.styles.js';
import { choose } from '../choices.js';
import { lookUpOf, takesText } from '../look-up/entries.js';
import { shapeOfPicker } from '../look-up/look-up.js';
import { NoLookUp } from '../look-up/no-look-up.js';
import type { PickedAnswer } from '../look-up/picker.js';
import { StoredEntry } from '../look-up/stored-entry.js';
import { partOf, partValue, withPart } from '../parts.js';

const detailText = (node: FormNode): string => {
  const detail = partValue(node, 'detail');
  return typeof detail === 'string' ? detail : '';
};

class AddressPart implements LivePart {
  private node: FormNode | undefined;
  private area: AreaPicker | NoLookUp | undefined;
  private stored: StoredEntry | undefined;
  private readonly label = make('label', { class: 'part-label' });
  private readonly detail = make('input', { class: 'input text', type: 'text', autocomplete: 'street-address' });

  constructor(private readonly element: HTMLElement, private readonly context: FieldContext) {}

  patch(field: WidgetField, node: FormNode): void {
    this.node = node;
    if (!this.element.hasChildNodes()) this.draw(node);
    this.stored?.patch(field.id, node, partValue(node, 'area'));
    this.area?.patch(field, node);
    if (this.stored) return;
    this.detail.id = `${field.id}-detail`;
    this.label.htmlFor = this.detail.id;
    setText(this.label, partOf(node, 'detail').label);
    setAttribute(this.detail, 'aria-invalid', ariaInvalid(node));
    setAttribute(this.detail, 'aria-required', node.required ? 'true' : undefined);
    const text = detailText(node);
    if (this.detail.value !== text) this.detail.value = text;
  }

  handle(event: Event): void {
    const { node, detail, context } = this;
    this.area?.handle(event);
    if (event.target !== detail || !node) return;
    if (event.type === 'input') context.input(node.pointer, this.with('detail', detail.value === '' ? undefined : detail.value));
    if (event.type === 'change') context.commit(node.pointer);
  }

  control(): HTMLElement | undefined {
    return this.area?.input ?? (this.stored ? undefined : this.detail);
  }

  private draw(node: FormNode): void {
    const { element, context } = this;
    if (node.readonly || node.computed) {
      this.stored = new StoredEntry(context, detailText);
      element.append(this.stored.element);
      return;
    }
    const picked: PickedAnswer = {
      node: () => this.node,
      value: () => this.node && partValue(this.node, 'area'),
      answer: (value) => this.node && choose(context, this.node.pointer, this.with('area', value)),
    };
    this.area = lookUpOf(node, context) ? new AreaPicker(context, picked) : new NoLookUp(context, picked, takesText(node));
    element.append(make('div', { class: 'area-picker' }, this.area.element, make('div', {}, this.label, this.detail)));
  }

  private with(role: PartRole, value: unknown): unknown {
    return this.node && withPart(this.node, role, value);
  }
}

/**
 * An area of a register and the rest as text: `{ area: '440608001', detail: '沿江路 12 号' }`. `widgetOptions` of the area picker, and `area` and `detail`, the names
 * of the properties.
 */
export const address: Widget = liveWidget({ labelled: 'group', role: 'group', showsFixed: true, styles: areaStyles, shape: shapeOfPicker, create: (element, context) => new AddressPart(element, context) });
