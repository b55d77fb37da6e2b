import type { Condition, LayoutElement, LayoutGroup, LayoutSection, LayoutTab, LayoutTabs, LayoutText } from '../generated/types.js';
import { isRecord } from './json-schema.js';
import type { Arrangement, ElementPlan, FieldElementPlan, GroupElementPlan, PlacedField, TabPlan, TabsElementPlan, TakeField, TextElementPlan } from './layout-elements.js';
import { columnsOf } from './layout-elements.js';

const NONE: readonly never[] = [];

/** Arrangements deeper than this are no longer read: nobody finds a question nested so far. */
const DEEPEST = 16;

/** Reads a section whose questions stand in groups and tabs, or beside each other. */
export function arrangeElements(section: LayoutSection, at: string, take: TakeField): Arrangement {
  const reader = new ElementReader(take);
  const elements = section.elements === undefined ? [] : reader.read(section.elements, `${at}/elements`, NONE, 0);
  for (const [index, template] of (section.fields ?? []).entries()) elements.push(...reader.field(template, `${at}/fields/${index}`, NONE));
  return { placed: reader.placed, conditions: reader.conditions, elements };
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
