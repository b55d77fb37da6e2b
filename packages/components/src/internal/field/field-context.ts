import type { Facts, FormNode, Locale } from '@cobuild/core';
import type { FieldHosts } from '../../hosts/field-hosts.js';
import type { Messages } from '../../locales/messages.js';
import type { WidgetRegistry } from './widget-registry.js';

/** What the drawing of a field needs from the element around it, and whom it tells what people do. One object for the life of the element. */
export interface FieldContext {
  readonly locale: Locale;
  readonly words: Messages;
  readonly widgets: WidgetRegistry;
  /** What the page lends to the fields. */
  readonly hosts: FieldHosts;
  /** The answers as they are. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** Reserved facts: `today`, `parameters`, `applicant`, …. */
  readonly facts: Facts;
  /** The answers as they would be sent: what a signature stands under. */
  readonly submission: Readonly<Record<string, unknown>>;
  /** What the question at a pointer is called; `undefined` where the form shows none there. */
  labelOf(pointer: string): string | undefined;
  /** Where the answer at a pointer came from, for the line below its control; `undefined` where a person gave it. */
  sourceOf(pointer: string): string | undefined;
  /** The text in a number field while somebody types into it; formatted again when the person leaves. */
  readonly editing: { readonly pointer: string; readonly text: string } | undefined;
  /** Sentences that are made meanwhile are in the words of the scheme. */
  inTerms<T>(speak: () => T): T;
  /** The person changed an answer. */
  input(pointer: string, value: unknown): void;
  /** Names of files that were given for a record and are still on their way; none of them may be missing from a submit. */
  arriving(pointer: string, names: readonly string[]): void;
  /** The change is complete, as with the `change` event of a native control. */
  commit(pointer: string): void;
  edit(pointer: string, text: string | undefined): void;
  /** The person left the field. */
  leave(field: HTMLElement, pointer: string): void;
  addItem(node: FormNode): void;
  copyItem(node: FormNode, index: number): void;
  removeItem(node: FormNode, index: number): void;
  moveItem(node: FormNode, from: number, to: number): void;
  /** Makes the group that an `absent` node stands for. */
  addGroup(node: FormNode): void;
  /** Takes away a group that the person added. */
  removeGroup(node: FormNode): void;
  /** Adds an answer under a name; why that cannot be, as a sentence. */
  addEntry(node: FormNode, name: string): string | undefined;
  renameEntry(node: FormNode, name: string, to: string): string | undefined;
  removeEntry(node: FormNode, name: string): void;
}

/** An id from a pointer: readable for letters and digits of any script, and without the spaces that would split `aria-describedby`. */
export function idOf(pointer: string): string {
  // Of most pointers; browsers take their time over the letters of all scripts.
  if (/^[\w/-]*$/.test(pointer)) return `f${pointer}`;
  return `f${pointer.replace(/[^\p{L}\p{N}/_-]/gu, (character) => `.${(character.codePointAt(0) ?? 0).toString(16)}.`)}`;
}

export const isInvalid = (node: FormNode): boolean => node.problems.some((problem) => problem.severity === 'error');

export const ariaInvalid = (node: FormNode): 'true' | undefined => (isInvalid(node) ? 'true' : undefined);

/** Repeated groups hold their items as children; everything else that has children is a group. */
export const isRepeated = (node: FormNode): boolean => node.widget === 'cards' || node.widget === 'table' || node.widget === 'listDetail';

/** Fixed questions with others that the person adds. */
export const hasAdded = (node: FormNode): boolean => node.widget === 'map' || node.widget === 'tuple';

export const isContainer = (node: FormNode): boolean => node.widget === 'group' || node.widget === 'absent' || isRepeated(node) || hasAdded(node);
