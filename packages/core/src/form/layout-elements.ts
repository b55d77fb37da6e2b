import type { Condition, LayoutElement, LayoutGroup, LayoutSection, LayoutTab, LayoutTabs, LayoutText } from '../generated/types.js';
import type { LocalizedText } from '../problems/problem.js';
import type { FieldSpec } from './field-spec.js';
import { isRecord } from './json-schema.js';

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

/** Arrangements deeper than this are no longer read: nobody finds a question nested so far. */
const DEEPEST = 16;

/** Columns as the format allows them; anything else is one. */
export const columnsOf = (columns: unknown): number => (typeof columns === 'number' && Number.isInteger(columns) && columns > 1 && columns <= MOST_COLUMNS ? columns : 1);

/**
 * Reads the fields of a section: `elements` where it has them, then `fields`.
 *
 * @param at - Place of the section in the definition.
 */
export function arrange(section: LayoutSection, at: string, take: TakeField): Arrangement {
  const reader = new ElementReader(take);
  const elements = section.elements === undefined ? [] : reader.read(section.elements, `${at}/elements`, NONE, 0);
  for (const [index, template] of (section.fields ?? []).entries()) elements.push(...reader.field(template, `${at}/fields/${index}`, NONE));
  const isPlain = section.elements === undefined && columnsOf(section.columns) === 1;
  return { placed: reader.placed, conditions: reader.conditions, ...(isPlain ? {} : { elements }) };
}

/** Definitions are read as they come; what is no element arranges nothing. */
const isList = (list: unknown): boolean => Array.isArray(list);
const isElement = (element: unknown): boolean => isRecord(element);

class ElementReader {
  readonly placed: PlacedField[] = [];
  readonly conditions: Condition[] = [];

  constructor(private readonly take: TakeField) {}

  read(elements: readonly LayoutElement[], at: string, within: readonly Condition[], depth: number): ElementPlan[] {
    if (depth > DEEPEST || !isList(elements)) return [];
    return elements.flatMap((element, index) => this.element(element, `${at}/${index}`, within, depth));
  }

  field(template: string, at: string, within: readonly Condition[]): readonly FieldElementPlan[] {
    const field = this.take(template, at);
    if (field === undefined) return NONE;
    this.placed.push({ field, within });
    return [{ kind: 'field', index: this.placed.length - 1 }];
  }

  private element(element: LayoutElement, at: string, within: readonly Condition[], depth: number): readonly ElementPlan[] {
    if (typeof element === 'string') return this.field(element, at, within);
    if (!isElement(element)) return NONE;
    const inside = this.inside(element, within);
    if ('group' in element) return [this.group(element, at, inside, depth)];
    if ('tabs' in element) return [this.tabs(element, at, inside, depth)];
    return 'text' in element ? [this.text(element)] : NONE;
  }

  private group({ title, description, columns, visibleWhen, group }: LayoutGroup, at: string, within: readonly Condition[], depth: number): GroupElementPlan {
    return { kind: 'group', title, description, columns: columnsOf(columns), visibleWhen, elements: this.read(group, `${at}/group`, within, depth + 1) };
  }

  private tabs({ tabs, visibleWhen }: LayoutTabs, at: string, within: readonly Condition[], depth: number): TabsElementPlan {
    const read = (tab: LayoutTab, index: number): TabPlan => ({
      id: tab.id,
      title: tab.title,
      columns: columnsOf(tab.columns),
      visibleWhen: tab.visibleWhen,
      elements: this.read(tab.elements, `${at}/tabs/${index}/elements`, this.inside(tab, within), depth + 1),
    });
    return { kind: 'tabs', visibleWhen, tabs: isList(tabs) ? tabs.filter(isRecord).map(read) : [] };
  }

  private text({ text, visibleWhen }: LayoutText): TextElementPlan {
    return { kind: 'text', text, visibleWhen };
  }

  private inside({ visibleWhen }: { readonly visibleWhen?: Condition }, within: readonly Condition[]): readonly Condition[] {
    if (visibleWhen === undefined) return within;
    this.conditions.push(visibleWhen);
    return [...within, visibleWhen];
  }
}
