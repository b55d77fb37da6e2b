import { isRecord, own } from '../form/json-schema.js';

/**
 * An element of a JSON Forms UI schema: `VerticalLayout`, `HorizontalLayout`, `Group`, `Categorization`, `Category`, `Control`,
 * `Label`, `ListWithDetail`, or one of the host's own. What else stands in it depends on the type and is read where it is used.
 */
export interface UiSchema { readonly type: string }

/** A UI schema that a host registered for details: the one whose tester answers the highest number is taken, below 0 none. */
export interface RegisteredUiSchema {
  readonly tester: (schema: never, schemaPath: string, path: string) => number;
  readonly uischema: UiSchema;
}

/** How a JSON Forms host translates: by key, with what stands there without a translation. */
export interface JsonFormsI18n {
  readonly locale?: string;
  readonly translate?: (key: string, defaultMessage: string | undefined, context?: unknown) => string | undefined;
}

export function isUiSchema(value: unknown): value is UiSchema {
  return isRecord(value) && typeof own(value, 'type') === 'string';
}

/** Elements of a layout, each with its place in it; what is no element is left out. */
export function elementsOf(layout: UiSchema): readonly { readonly element: UiSchema; readonly at: string }[] {
  const elements = own(layout, 'elements');
  if (!Array.isArray(elements)) return [];
  return (elements as readonly unknown[]).flatMap((element, index) => (isUiSchema(element) ? [{ element, at: `/elements/${index}` }] : []));
}

/** Options of an element, over those that the host set for all. */
export function optionsOf(element: UiSchema, config: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const options = own(element, 'options');
  return isRecord(options) ? { ...config, ...options } : config;
}
