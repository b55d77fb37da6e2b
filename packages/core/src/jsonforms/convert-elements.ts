import type { Condition, LayoutElement, LayoutTab } from '../generated/types.js';
import { toPointer } from '../problems/json-pointer.js';
import { own } from '../form/json-schema.js';
import { hasType } from './answers-schema.js';
import { answerSettings, detailOf, labelSettings, translateInside } from './control-settings.js';
import type { Conversion, Surroundings } from './conversion.js';
import { layoutInside } from './generated-ui-schema.js';
import { namesShown } from './item-order.js';
import { asText } from './labels.js';
import type { RuleSays } from './rules.js';
import { conditionBase, readRule } from './rules.js';
import { propertyNames, schemaAt, scopeNames } from './scopes.js';
import type { UiSchema } from './ui-schema.js';
import { elementsOf, optionsOf } from './ui-schema.js';

/** Columns that a section can have. */
const MOST_COLUMNS = 4;

/** Converts an element with all that is inside it. */
export function convertElement(element: UiSchema, place: Surroundings, on: Conversion): readonly LayoutElement[] {
  switch (element.type) {
    case 'Control': case 'ListWithDetail': return convertControl(element, place, on);
    case 'Label': return label(element, place, on);
    case 'Categorization': return categorization(element, place, on);
    case 'VerticalLayout': case 'HorizontalLayout': case 'Group': case 'Category': return layout(element, place, on);
    default:
      on.deviations.add('element', place.at, { type: element.type });
      return layout(element, place, on);
  }
}

export function ruleOf(element: UiSchema, place: Surroundings, on: Conversion): RuleSays {
  return readRule(element, { base: conditionBase(place.names), deviations: on.deviations, at: `${place.at}/rule` });
}

/** The same surroundings within an element: a rule of its own replaces the lock around it, as in JSON Forms. */
export function within(place: Surroundings, { visibleWhen, readonlyWhen }: RuleSays): Surroundings {
  const lock = readonlyWhen ?? place.lock;
  const shows = place.isItem && visibleWhen !== undefined ? { itemShows: [...place.itemShows, visibleWhen] } : {};
  return { ...place, ...(lock === undefined ? {} : { lock }), ...shows, isConditional: place.isConditional || visibleWhen !== undefined };
}

export function children(element: UiSchema, place: Surroundings, on: Conversion): LayoutElement[] {
  return elementsOf(element).flatMap(({ element: child, at }) => convertElement(child, { ...place, at: `${place.at}${at}` }, on));
}

function layout(element: UiSchema, place: Surroundings, on: Conversion): readonly LayoutElement[] {
  const rule = ruleOf(element, place, on);
  const inner = children(element, within(place, rule), on);
  const title = element.type === 'Group' || element.type === 'Category' ? on.labels.ofLayout(element) : undefined;
  const isRow = element.type === 'HorizontalLayout' && inner.length > 1;
  if (inner.length === 0 || (title === undefined && !isRow && rule.visibleWhen === undefined)) return inner;
  return [{
    group: inner,
    ...(title === undefined ? {} : { title: asText(title) }),
    ...(isRow ? { columns: Math.min(inner.length, MOST_COLUMNS) } : {}),
    ...shownWhen(rule),
  }];
}

function shownWhen({ visibleWhen }: RuleSays): { readonly visibleWhen?: Condition } {
  return visibleWhen === undefined ? {} : { visibleWhen };
}

function label(element: UiSchema, place: Surroundings, on: Conversion): readonly LayoutElement[] {
  const text = on.labels.ofLayout(element);
  return text === undefined ? [] : [{ text: asText(text), ...shownWhen(ruleOf(element, place, on)) }];
}

function categorization(element: UiSchema, place: Surroundings, on: Conversion): readonly LayoutElement[] {
  const rule = ruleOf(element, place, on);
  const inside = within(place, rule);
  const tabs = elementsOf(element).flatMap(({ element: category, at }, index): LayoutTab[] => {
    const there = { ...inside, at: `${inside.at}${at}` };
    const own = ruleOf(category, there, on);
    const elements = category.type === 'Categorization' ? [...categorization(category, within(there, own), on)] : children(category, within(there, own), on);
    return elements.length === 0 ? [] : [{ id: `part-${index + 1}`, title: asText(on.labels.ofLayout(category) ?? String(index + 1)), ...shownWhen(own), elements }];
  });
  return tabs.length === 0 ? [] : [{ tabs, ...shownWhen(rule) }];
}

function convertControl(control: UiSchema, place: Surroundings, on: Conversion): readonly LayoutElement[] {
  const scope = own(control, 'scope');
  const names = scopeNames(scope);
  const schema = schemaAt(on.root, place.schema, names);
  if (schema === undefined) {
    on.deviations.add('scope', place.at, { scope });
    return [];
  }
  const rule = ruleOf(control, place, on);
  const inside: Surroundings = { ...within(place, rule), names: [...place.names, ...names], schema };
  const options = optionsOf(control, on.config);
  const detail = detailOf(control, options, inside, on);
  const isObject = hasType(schema, 'object') || propertyNames(on.root, schema).length > 0;
  const isWhole = inside.names.length === 0;
  if (isWhole) on.book.showsWhole = true;
  if (isObject && (isWhole || detail !== undefined)) return objectInside(detail ?? layoutInside(on.root, schema), inside, rule, on);
  const template = toPointer(...inside.names);
  const title = on.labels.ofControl(control, schema, inside.names.slice(on.base.length));
  if (on.book.isPlaced(template)) {
    const before = on.book.at(template).title?.['zh-CN'] ?? on.labels.ofField(names[names.length - 1] ?? '', schema, inside.names.slice(on.base.length));
    on.deviations.add('placed-twice', place.at, { pointer: template });
    if (title.text !== before && title.isShown) on.deviations.add('other-label', place.at, { pointer: template, label: title.text });
    return [];
  }
  on.book.place(template);
  on.book.add(template, { ...labelSettings(control, title, inside, on), ...answerSettings(control, options, inside, rule, on) });
  itemsInside(template, detail, inside, on);
  translateInside(template, inside, on);
  return [template];
}

/** What stands in an object in place of the object itself. */
function objectInside(detail: UiSchema, inside: Surroundings, rule: RuleSays, on: Conversion): readonly LayoutElement[] {
  const elements = [...convertElement(detail, { ...inside, at: `${inside.at}/options/detail` }, on)];
  return rule.visibleWhen === undefined || elements.length === 0 ? elements : [{ group: elements, visibleWhen: rule.visibleWhen }];
}

/** What a control of a list says of its items: which questions there are, and what they are called. */
function itemsInside(template: string, detail: UiSchema | undefined, inside: Surroundings, on: Conversion): void {
  const items = schemaAt(on.root, inside.schema, ['*']);
  if (detail === undefined || items === undefined || !hasType(inside.schema, 'array')) return;
  const place: Surroundings = { names: [...inside.names, '*'], schema: items, at: `${inside.at}/options/detail`, isConditional: false, isItem: true, itemShows: [] };
  const elements = convertElement(detail, place, on);
  on.itemOrders.push({ list: inside.names, names: namesShown(elements, `${template}/*`) });
  if (elements.some((element) => typeof element !== 'string')) on.deviations.add('detail-layout', inside.at, { pointer: template });
}
