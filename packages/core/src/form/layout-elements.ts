import type { Condition, LayoutSection } from '../generated/types.js';
import type { LocalizedText } from '../problems/problem.js';
import type { FieldSpec } from './field-spec.js';
import { elementPart } from './parts/form-parts.js';

/** A question where it stands in an arrangement; `index` among the fields of its section. */
export interface FieldElementPlan { readonly kind: 'field'; readonly index: number }

export interface GroupElementPlan {
  readonly kind: 'group';
  readonly title?: LocalizedText;
  readonly description?: LocalizedText;
  readonly columns: number;
  readonly visibleWhen?: Condition;
  readonly elements: readonly ElementPlan[];
}

export interface TabPlan {
  readonly id: string;
  readonly title: LocalizedText;
  readonly columns: number;
  readonly visibleWhen?: Condition;
  readonly elements: readonly ElementPlan[];
}

export interface TabsElementPlan { readonly kind: 'tabs'; readonly visibleWhen?: Condition; readonly tabs: readonly TabPlan[] }

export interface TextElementPlan { readonly kind: 'text'; readonly text: LocalizedText; readonly visibleWhen?: Condition }

/** What arranges the questions of a section. */
export type ElementPlan = FieldElementPlan | GroupElementPlan | TabsElementPlan | TextElementPlan;

/** A field in a section, with the conditions of everything in the section that it stands in. */
export interface PlacedField { readonly field: FieldSpec; readonly within: readonly Condition[] }

/** The questions of a section in the order in which they are met, and how they are arranged. */
export interface Arrangement {
  readonly placed: readonly PlacedField[];
  /** Missing where they stand one below the other. */
  readonly elements?: readonly ElementPlan[];
  /** Conditions of elements, on which it depends what of the arrangement shows. */
  readonly conditions: readonly Condition[];
}

/** Takes the field that a pointer of the layout names, each once; tells those that name none. */
export type TakeField = (template: string, pointer: string) => FieldSpec | undefined;

const NONE: readonly never[] = [];
const MOST_COLUMNS = 4;

/** Columns as the format allows them; anything else is one. */
export const columnsOf = (columns: unknown): number => (typeof columns === 'number' && Number.isInteger(columns) && columns > 1 && columns <= MOST_COLUMNS ? columns : 1);

/**
 * Reads the fields of a section: `elements` where it has them, then `fields`.
 *
 * @param at - Place of the section in the definition.
 */
export function arrange(section: LayoutSection, at: string, take: TakeField): Arrangement {
  if (section.elements !== undefined || columnsOf(section.columns) > 1) return elementPart.now.arrangeElements(section, at, take);
  const fields = (section.fields ?? []).map((template, index) => take(template, `${at}/fields/${index}`));
  return { placed: fields.filter((field) => field !== undefined).map((field) => ({ field, within: NONE })), conditions: NONE };
}
