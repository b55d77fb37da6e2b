import type { ChangeOptions, FormDefinition, JsonChange, Locale, OverlayRule, Problem } from '@cobuild/core';
import type { Messages } from '../locales/messages.js';
import type { ToldTest } from './tests/told-test.js';
import type { EditorWords } from './words.js';

/** What every panel of the editor is drawn from, and the one way to change something. */
export interface EditorContext {
  /** The merged scheme, right or wrong, as it stands whenever somebody asks: what was drawn earlier acts upon it, too. What did not change is the same value. */
  readonly document: unknown;
  /** The schemes that it extends, merged; `undefined` where it extends none. */
  readonly base: unknown;
  /** Forms as they are in use: that of the application and, where the host knows them, those of reports and records. None where nothing was published yet. */
  readonly publishedForms: readonly FormDefinition[];
  readonly locale: Locale;
  readonly words: EditorWords;
  readonly messages: Messages;
  readonly readonly: boolean;
  /** Problems at a place itself, or at what is written right there. */
  problemsAt(pointer: string): readonly Problem[];
  /** Problems of a place and of everything in it. */
  problemsIn(pointer: string): readonly Problem[];
  /** What came out of a test, `/tests/4`, when the checks ran last, with what differs and why in words; `undefined` where they have not run it. */
  testAt(pointer: string): ToldTest | undefined;
  /** A step of the author; `false` where an overlay has no words for it, which the editor tells. */
  change(changes: JsonChange | readonly JsonChange[], options?: ChangeOptions): boolean;
  /** What an overlay may do at a place; `undefined` where no base says anything of it. */
  overlayRule(pointer: string): OverlayRule | undefined;
  /** Gives places back to the base. */
  restore(pointers: readonly string[]): boolean;
  /** Opens the page of a place and gives it the focus. */
  open(pointer: string): void;
  /** Gives the focus to the element of this id once the page is drawn anew: a control that is drawn otherwise after its change is another one to the browser. */
  refocus(id: string): void;
  /** What a panel holds besides the document, such as the cell that has the focus: made once and kept while these files are open. */
  keep<T extends object>(name: string, make: () => T): T;
  /** Draws again what `keep` holds; `then` finds its place in what is drawn. */
  redraw(then?: (root: ParentNode) => void): void;
}

/** What is no object as text: an object has no text of its own. */
export const plainText = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '');

/** A name for elements of a page by the pointer that they are about. */
export const idOf = (pointer: string): string => `at${pointer.replace(/[^A-Za-z0-9]/g, (letter) => `-${letter.charCodeAt(0).toString(36)}`)}`;

/** A word of the format at the head of something: `Vote rules`; in a sentence it stays as it is. */
export const heading = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
