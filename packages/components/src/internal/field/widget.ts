import type { FormNode } from '@cobuild/core';
import type { CSSResult } from 'lit';
import type { FieldContext } from './field-context.js';

/** A drawn field, as its widget sees it. */
export interface WidgetField {
  /** The box around label, help, control and problems. */
  readonly box: HTMLElement;
  /** Id of the first control, which the label is for. */
  readonly id: string;
  /** Ids of what describes the control: help, unit, count, problems. */
  readonly describedBy: string | undefined;
}

/**
 * What one kind of question is drawn with. Without state of its own: one object serves all its fields.
 *
 * @example
 * const stars: Widget = {
 *   labelled: 'control',
 *   draw: () => [make('input', { type: 'range', max: '5' })],
 *   patch: ({ box, id }, node) => Object.assign(inputOf(box), { id, value: JSON.stringify(node.value ?? 0) }),
 *   handle: (event, node, context) => context.input(node.pointer, Number((event.target as HTMLInputElement).value)),
 *   control: inputOf,
 * };
 */
export interface Widget {
  /** `control` takes a label of its own (`<label for>`), `group` is several controls under a legend, `bare` brings its label itself. */
  readonly labelled: 'control' | 'group' | 'bare';
  /** Of the box around several controls. */
  readonly role?: 'group' | 'radiogroup';
  /** Also draws an answer that nobody types (calculated, or fixed at this stage); others leave that to a plain output. */
  readonly showsFixed?: boolean;
  /** Its own sheet, put into the form's root with the first field that is drawn. */
  readonly styles?: CSSResult;
  /** Shows the problems itself, each at its part; those that have none in an element with the id of the field and `-problems`. */
  readonly ownProblems?: boolean;
  /** Is also shown anew when another answer changed. */
  readonly followsAnswers?: boolean;
  /** A text that differs where `draw` makes something else, such as the choices; fields with the same text are copies of one drawing. */
  shape?(node: FormNode, context: FieldContext): string;
  /** The parts between help and problems, without id, answer and anything else that a single field says. */
  draw(node: FormNode, context: FieldContext): readonly HTMLElement[];
  /** Endings of the ids (`-unit`, `-count`) of own parts that describe the control. */
  descriptions?(node: FormNode, context: FieldContext): readonly string[];
  /** Writes what is not the same as in the node `before`; everything, where there was none. The answer in the control is compared with what stands there. */
  patch(field: WidgetField, node: FormNode, before: FormNode | undefined, context: FieldContext): void;
  /** What the person did: `input`, `change`, `click`, `keydown`, `paste` and `focusout` of anything inside the box. */
  handle?(event: Event, node: FormNode, context: FieldContext): void;
  /** What takes the focus when somebody is led to the field, or to a place inside its answer. */
  control(box: Element, pointer?: string): HTMLElement | undefined;
}
