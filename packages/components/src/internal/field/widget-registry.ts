import type { FormNode } from '@cobuild/core';
import type { Widget } from './widget.js';

/** Widgets by the name that a field's settings or its schema ask for. */
export class WidgetRegistry {
  private readonly byName: Map<string, Widget>;

  /** @param rest - For names that nobody registered: the answer stays untouched, and the field says so. */
  constructor(widgets: Readonly<Record<string, Widget>>, private readonly output: Widget, private readonly rest: Widget) {
    this.byName = new Map(Object.entries(widgets));
  }

  /** Adds a widget, or puts it in place of the one with that name. */
  register(name: string, widget: Widget): void {
    this.byName.set(name, widget);
  }

  /** What a question is drawn with; what nobody types is an output, whatever it would be otherwise. */
  widgetOf(node: FormNode): Widget {
    return node.computed || node.readonly ? this.output : (this.byName.get(node.widget) ?? this.rest);
  }
}
