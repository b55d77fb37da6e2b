import type { FormElement } from '@cobuild/core';
import type { View, ViewHost } from '../view.js';

/** What is drawn for one element of an arrangement, for as long as it shows. */
export interface ElementPart<Element extends FormElement = FormElement> {
  /** Another one after a patch where a question has to be drawn otherwise. */
  readonly element: HTMLElement;
  /** The questions in it. */
  readonly views: readonly View[];
  patch(element: Element): void;
}

/** Arranged questions, as their surroundings see them. */
export interface ArrangedList {
  readonly element: HTMLElement;
  readonly views: readonly View[];
  patch(elements: readonly FormElement[]): void;
}

/** What parts that hold others are drawn with. */
export interface PartHost {
  readonly host: ViewHost;
  list(columns: number): ArrangedList;
}
