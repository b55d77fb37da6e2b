import type { LocalizedText } from '@cobuild/core';
import { escapeToken, localize, pointerTokens, valueAt } from '@cobuild/core';
import type { EditorContext } from '../editor-context.js';
import type { Spot } from './form-outline.js';
import { answerWay, schemaPointer } from './form-outline.js';
import type { PartKind } from './palette.js';
import type { FormsWords } from './words.js';

/** What is in hand: a field by its pointer, or a step, section or block of the layout by where it stands. */
export type InHand = { readonly kind: 'field'; readonly field: string } | { readonly kind: 'part'; readonly pointer: string };

/** What the parts of the designer are drawn from and tell. */
export interface Designer {
  readonly context: EditorContext;
  readonly words: FormsWords;
  /** Where the form stands: `/forms/0`. */
  readonly form: string;
  readonly inHand: InHand | undefined;
  /** Whether somebody asked to remove what is in hand and has to say more. */
  readonly isRemoving: boolean;
  /** The panel has just come with a new field: what is folded in it is drawn once the row and the panel have been seen. */
  readonly isFresh: boolean;
  take(inHand: InHand | undefined, options?: { readonly focus?: boolean }): void;
  askToRemove(isRemoving: boolean): void;
  /** Told to readers in a status. */
  say(text: string): void;
}

/** What the rows of a form ask besides. */
export interface RowDesigner extends Designer {
  /** Takes what stands at one place, or a field that stands nowhere, to another; `false` where that cannot be. */
  move(from: Spot | undefined, to: Spot, title: string, field?: string): boolean;
  /** The palette adds here next. */
  addAt(spot: Spot): void;
  /** A new step, section or block; without a place, where fields are added now. */
  addPart(kind: PartKind, spot?: Spot): void;
  /** Of the row in hand the button of this name gets the focus once it is drawn anew; without a name, or where it cannot be pressed, what takes hold of the row. */
  focusRow(button?: string): void;
}

export const settingsPointer = (form: string, field: string): string => `${form}/fields/${escapeToken(field)}`;

export function textOf(context: EditorContext, pointer: string): string {
  const text = valueAt(context.document, pointer);
  return text !== null && typeof text === 'object' ? localize(text as LocalizedText, context.locale) : '';
}

/** What is said of a field by a name, such as `mask`: by the form, else by the definition that it is part of. */
export function settingOf(context: EditorContext, form: string, field: string, name: string): unknown {
  const own = valueAt(context.document, `${settingsPointer(form, field)}/${name}`);
  if (own !== undefined) return own;
  const [, definition, inside] = /^(\/definitions\/\d+)\/schema(\/.*)$/.exec(schemaPointer(context.document, form, field)) ?? [];
  return definition === undefined || inside === undefined || definition === form ? undefined : settingOf(context, definition, answerWay(inside), name);
}

/** What a field is called: by its settings, its schema, or its name. */
export function fieldTitle(context: EditorContext, form: string, field: string): string {
  const title = settingOf(context, form, field, 'title');
  const written = valueAt(context.document, `${schemaPointer(context.document, form, field)}/title`);
  return (title !== null && typeof title === 'object' ? localize(title as LocalizedText, context.locale) : '') || (typeof written === 'string' ? written : pointerTokens(field).pop() ?? textOf(context, `${form}/title`));
}

/** What a step, a section or a block is called. */
export function partTitle({ context, words }: Pick<Designer, 'context' | 'words'>, pointer: string): string {
  const id = valueAt(context.document, `${pointer}/id`);
  return textOf(context, `${pointer}/title`) || textOf(context, `${pointer}/text`) || (typeof id === 'string' ? id : words.unnamed);
}
