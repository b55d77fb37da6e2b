import type { FormNode } from '@cobuild/core';
import type { CSSResult } from 'lit';
import type { FieldContext } from './field-context.js';

/** What is drawn for one node of the form, for as long as the node is there. */
export interface View {
  readonly pointer: string;
  readonly element: HTMLElement;
  /** The views inside, for a group and a list. */
  readonly children: readonly View[];
  /** A question that a person can leave; a group around questions is none. */
  readonly canBeLeft: boolean;
  /** Shows other answers beside its own. */
  readonly followsAnswers?: boolean;
  /** Whether a node can be shown by changing what is drawn. */
  fits(node: FormNode): boolean;
  /** Shows a node: writes what is not the same as before. The same node costs nothing. */
  patch(node: FormNode): void;
  /** Writes again what the person may have changed in the control. */
  refresh?(): void;
  /** The widget of this name (without one: of any name) may be another one now. */
  renew?(name: string | undefined): void;
  handle?(event: Event): void;
  /** The control to focus. @param pointer - Of a place inside the answer, where somebody is led to. */
  control(pointer?: string): HTMLElement | undefined;
}

/** Where views find each other. */
export interface ViewHost {
  readonly context: FieldContext;
  /** Draws a field, a group or a list, and knows it by its pointer from then on. */
  draw(node: FormNode): View;
  /** The same for a question in a cell of a table. */
  drawCell(node: FormNode, position: number): View;
  register(view: View): void;
  /** What is drawn for a pointer now. */
  get(pointer: string): View | undefined;
  /** Puts the sheet of a widget on the page, once. */
  wear(styles: CSSResult | undefined): void;
  /** Forgets a view and those inside; its element is out of the page. */
  forget(view: View): void;
}

/** The items of a list in one of the ways to draw them. */
export interface ListItems {
  readonly element: HTMLElement;
  readonly views: readonly View[];
  /** What is dragged to another place, where that is not the items themselves. */
  readonly boxes?: readonly HTMLElement[];
  patch(list: FormNode): void;
  /** What takes the focus when somebody is led to the list. */
  control?(): HTMLElement | undefined;
}
