import type { FormNode, WidgetName } from './form-model.js';
import type { RecordSettings } from '../generated/types.js';

/** One answer in words, with what a view needs to draw it otherwise. */
export interface AnswerRow {
  readonly pointer: string;
  readonly label: string;
  /** The whole answer in words; 未填写 where it is empty. */
  readonly text: string;
  /** Whether somebody answered. */
  readonly answered: boolean;
  readonly widget: WidgetName;
  /** The answer of a single question; groups and lists have `rows` and `table`. */
  readonly value?: unknown;
  /** Calculated from other answers. */
  readonly computed?: true;
  /** For the public: part of it is hidden. */
  readonly masked?: true;
  readonly provenance?: 'inferred' | 'invented';
  readonly widgetOptions?: FormNode['widgetOptions'];
  readonly record?: RecordSettings;
  /** Titles of the layout's groups and tabs around it, from the outside; missing where there are none. */
  readonly under?: readonly string[];
  /** The layout's texts right before it. */
  readonly notes?: readonly string[];
  /** Of a group: the answers in it, one by one. */
  readonly rows?: readonly AnswerRow[];
  /** Of a list of groups: its items as a table. */
  readonly table?: AnswerTable;
}

export interface AnswerColumn {
  readonly template: string;
  readonly label: string;
  readonly isNumber: boolean;
}

export interface AnswerTable {
  readonly columns: readonly AnswerColumn[];
  readonly rows: readonly AnswerTableRow[];
}

/** An item of a list. */
export interface AnswerTableRow {
  readonly pointer: string;
  /** What the item is called beside its number, where its list says so. */
  readonly title?: string;
  /** The answers in words, one a column; 未填写 where one is empty. */
  readonly cells: readonly string[];
  /** The same answers as rows; none where the item does not ask that question. */
  readonly answers: readonly (AnswerRow | undefined)[];
}

/** The answers of one section; `title` is that of the section or, without one, of its step. */
export interface AnswerSection {
  readonly stepId: string;
  readonly sectionId: string;
  readonly title: string;
  readonly rows: readonly AnswerRow[];
}

/** The title of a row, where there is one. */
export const titleOf = (title: string | undefined): Pick<AnswerTableRow, 'title'> => (title === undefined || title === '' ? {} : { title });
