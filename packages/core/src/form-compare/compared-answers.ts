import type { AnswerRow, AnswerTableRow } from '../form/answer-rows.js';

/** What became of an answer; `added` where nothing was answered before, `removed` where nothing is answered now. */
export type ComparedKind = 'same' | 'changed' | 'added' | 'removed';

/** An item of a list, in one version or both. */
export interface ComparedItem {
  readonly kind: ComparedKind;
  /** It stands elsewhere among the items that stayed. */
  readonly moved: boolean;
  readonly before?: AnswerTableRow;
  readonly after?: AnswerTableRow;
  /** Place in the list before and after, from 0. */
  readonly from?: number;
  readonly to?: number;
  /** Columns in which a changed item differs, from 0. */
  readonly changedColumns: readonly number[];
}

/** An answer in both versions. */
export interface ComparedRow {
  /** As it reads now; empty where the answer was taken back. */
  readonly row: AnswerRow;
  /** As it read before, where that was answered and different. */
  readonly before?: AnswerRow;
  readonly kind: ComparedKind;
  /** Titles of the groups around it. */
  readonly within: readonly string[];
  /** Of a list of groups: its items, in the order of now; removed ones behind the item that they followed. */
  readonly items?: readonly ComparedItem[];
  /** Of a calculated answer: pointers of the changed answers from which the change follows. */
  readonly causes?: readonly string[];
}

export interface ComparedSection {
  readonly stepId: string;
  readonly sectionId: string;
  readonly title: string;
  readonly rows: readonly ComparedRow[];
}

/** A change with what followed from it by calculation. */
export interface AnswerChange {
  readonly change: ComparedRow;
  readonly consequences: readonly ComparedRow[];
}

export interface AnswerComparison {
  /** Every answer, changed or not, as in the layout. */
  readonly sections: readonly ComparedSection[];
  /** What changed, in the order of the layout. */
  readonly changes: readonly AnswerChange[];
}
