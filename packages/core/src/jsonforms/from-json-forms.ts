import type { FormDefinition, Layout, LayoutStep, Text } from '../generated/types.js';
import type { Locale, Problem } from '../problems/problem.js';
import type { JsonSchema } from '../form/json-schema.js';
import { isRecord, own, textAt } from '../form/json-schema.js';
import { WRAPPING, asDrawable, isObjectSchema, withTitles, withoutDefaults, wrappedSchema } from './answers-schema.js';
import { asText, Labels } from './labels.js';
import type { Conversion, Surroundings } from './conversion.js';
import { children, convertElement, ruleOf, within } from './convert-elements.js';
import { Deviations } from './deviations.js';
import { generatedUiSchema } from './generated-ui-schema.js';
import { withItemOrder } from './item-order.js';
import { schemaFromData } from './schema-from-data.js';
import { schemaAt } from './scopes.js';
import { SettingsBook } from './settings-book.js';
import type { JsonFormsI18n, RegisteredUiSchema, UiSchema } from './ui-schema.js';
import { elementsOf, optionsOf } from './ui-schema.js';
import { hideUnshown } from './unshown-fields.js';

/** What a JSON Forms page has: its schemas, its data, and what its host sets for all controls. */
export interface JsonFormsDocuments {
  /** Without one it is derived from the data. */
  readonly schema?: object;
  /** Without one there is a control for each property. */
  readonly uischema?: UiSchema;
  readonly data?: unknown;
  readonly i18n?: JsonFormsI18n;
  /** Layouts of objects and items that the host registered. */
  readonly uischemas?: readonly RegisteredUiSchema[];
  /** Options that hold for every control which does not say otherwise. */
  readonly config?: unknown;
  /** Id and title of the definition. Default `json-forms`; the schema's title, else 表单. */
  readonly id?: string;
  readonly title?: Text;
  /** Language of the problems. Default `zh-CN`. */
  readonly locale?: Locale;
}

export interface ConvertedForm {
  readonly definition: FormDefinition;
  /** The data as the answers of the form. */
  readonly value: Readonly<Record<string, unknown>>;
  /** What has no equal here, with its place in the UI schema. */
  readonly problems: readonly Problem[];
  /** The data is no object: it is the one answer `value`, and `value.value` of the answers is the data. */
  readonly wrapped: boolean;
}

/**
 * Makes a form definition of a JSON Forms schema and UI schema. The answers have the shape of the data.
 *
 * @param documents - As they are given to JSON Forms. Functions among them (`translate`, testers) are asked now; the definition is plain JSON.
 * @returns The definition, the answers to start with, and what is said otherwise here. The table in `docs/json-forms.md` names it all.
 * @throws {TypeError} when there is neither a schema nor data to derive one from.
 * @example
 * fromJsonForms({ schema: { type: 'object', properties: { postalCode: { type: 'string' } } } }).definition.layout
 * // one step with the question "Postal Code"
 */
export function fromJsonForms(documents: JsonFormsDocuments): ConvertedForm {
  const { data, uischema, i18n, uischemas = [], locale = 'zh-CN' } = documents;
  if (documents.schema === undefined && data === undefined) throw new TypeError('fromJsonForms: neither a schema nor data');
  const given = asDrawable((documents.schema ?? schemaFromData(data)) as JsonSchema);
  const wrapped = !isObjectSchema(given);
  const root = wrapped ? withTitles(wrappedSchema(given)) : withoutDefaults(withTitles(given));
  const base = wrapped ? [WRAPPING] : [];
  const on: Conversion = {
    root, base, uischemas, labels: new Labels(i18n), book: new SettingsBook(), deviations: new Deviations(locale), itemOrders: [],
    config: isRecord(documents.config) ? documents.config : {},
  };
  const title = documents.title ?? titleOf(given);
  const layout = layoutOf(uischema ?? generatedUiSchema(given), { names: base, schema: schemaAt(root, root, base) ?? root, at: '', isConditional: false, isItem: false, itemShows: [] }, title, on);
  hideUnshown(root, root, '', on.book);
  if (!on.book.showsWhole && NAMES.some((keyword) => isRecord(own(root, keyword)))) on.book.add('', { widget: 'group' });
  // The name of the wrapping is ours: nobody is to read it.
  if (wrapped && textAt(given, 'title') === undefined && on.book.at(`/${WRAPPING}`).title === undefined) on.book.add(`/${WRAPPING}`, { titleHidden: true });
  return {
    definition: { id: documents.id ?? 'json-forms', title, schema: on.itemOrders.reduce(withItemOrder, root), layout, fields: on.book.fields() },
    value: wrapped ? (data === undefined ? {} : { [WRAPPING]: data }) : isRecord(data) ? data : {},
    problems: on.deviations.problems,
    wrapped,
  };
}

/** Keywords about answers under names that nobody listed. */
const NAMES = ['additionalProperties', 'patternProperties', 'unevaluatedProperties'];

function titleOf(schema: JsonSchema): Text {
  const title = textAt(schema, 'title');
  return title === undefined || title === '' ? { 'zh-CN': '表单', en: 'Form' } : asText(title);
}

/** Categories at the root are the steps of the form, shown as tabs or, as a stepper, one after the other; all else is one step. */
function layoutOf(uischema: UiSchema, place: Surroundings, title: Text, on: Conversion): Layout {
  if (uischema.type !== 'Categorization') {
    return { steps: [{ id: 'form', title, sections: [{ id: 'fields', elements: [...convertElement(uischema, place, on)] }] }] };
  }
  const rule = ruleOf(uischema, place, on);
  const steps = elementsOf(uischema).map(({ element, at }, index): LayoutStep => {
    const there: Surroundings = { ...within(place, rule), at };
    const { visibleWhen, ...rest } = ruleOf(element, there, on);
    const conditions = [rule.visibleWhen, visibleWhen].filter((condition) => condition !== undefined);
    const inside = within(there, { ...rest, ...(visibleWhen === undefined ? {} : { visibleWhen }) });
    return {
      id: `part-${index + 1}`,
      title: asText(on.labels.ofLayout(element) ?? String(index + 1)),
      ...(conditions.length === 0 ? {} : { visibleWhen: conditions.length === 1 ? (conditions[0]) : { all: conditions } }),
      sections: [{ id: `part-${index + 1}-fields`, elements: element.type === 'Categorization' ? [...convertElement(element, inside, on)] : children(element, inside, on) }],
    };
  });
  return { show: optionsOf(uischema, {})['variant'] === 'stepper' ? 'steps' : 'tabs', steps };
}
