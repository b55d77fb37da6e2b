import type { FormNode } from '@cobuild/core';
import { make } from './dom.js';
import type { FieldContext } from './field-context.js';
import type { Widget, WidgetField } from './widget.js';

/** One drawn field of a widget that remembers something besides the answer: the cell in focus, an upload under way, a list that is open. */
export interface LivePart {
  /** Shows the node; with the first one everything is written. */
  patch(field: WidgetField, node: FormNode, before: FormNode | undefined): void;
  /** `input`, `change`, `click`, `keydown`, `paste` and `focusout` inside the field; other events are listened to on the part's own element. */
  handle?(event: Event, node: FormNode): void;
  /** What takes the focus. @param pointer - Of a place inside the answer, or of the answer itself. */
  control(pointer?: string): HTMLElement | undefined;
}

export interface LiveWidgetOptions extends Pick<Widget, 'labelled' | 'role' | 'shape' | 'descriptions' | 'showsFixed' | 'styles' | 'ownProblems' | 'followsAnswers'> {
  /** Makes the part of one field in an empty element. */
  readonly create: (element: HTMLElement, context: FieldContext) => LivePart;
}

/**
 * A widget each of whose fields has a state of its own. Plain ones need none and are copied from one drawing; these are made one by one.
 *
 * @example
 * export const widget = liveWidget({ labelled: 'group', create: (element, context) => new BudgetGrid(element, context) });
 */
export function liveWidget({ create, ...rest }: LiveWidgetOptions): Widget {
  const parts = new WeakMap<Element, LivePart>();
  const partOf = (box: Element): LivePart | undefined => parts.get(box);
  return {
    ...rest,
    draw: () => [make('div', { class: 'live' })],
    patch: (field, node, before, context) => {
      let part = partOf(field.box);
      if (part === undefined) parts.set(field.box, (part = create(field.box.querySelector('.live') as HTMLElement, context)));
      part.patch(field, node, before);
    },
    handle: (event, node) => {
      const box = event.target instanceof Element ? event.target.closest('[data-pointer]') : null;
      if (box) partOf(box)?.handle?.(event, node);
    },
    control: (box, pointer) => partOf(box)?.control(pointer),
  };
}
