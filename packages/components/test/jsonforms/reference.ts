import type { JsonFormsCore, JsonFormsState, JsonSchema, UISchemaElement } from '@jsonforms/core';
import * as core from '@jsonforms/core';
import type { ExampleDescription } from '@jsonforms/examples';

/** JSON Forms core with an example in it: what edits do to the data, and how its mappers see the state. */

/** A change to the data: the value at a path, names and indexes from the root. */
export interface Edit { readonly path: readonly string[]; readonly value: unknown }

const empty = { data: undefined, schema: {}, uischema: undefined, errors: [], additionalErrors: [], validator: undefined, ajv: undefined, validationMode: 'ValidateAndShow' } as unknown as JsonFormsCore;

/** The state that JSON Forms starts an example with. */
export function startReference(example: ExampleDescription): JsonFormsState {
  const data = example.data as unknown;
  const schema = (example.schema as JsonSchema | undefined) ?? core.Generate.jsonSchema(data as object);
  const uischema = (example.uischema as UISchemaElement | undefined) ?? core.Generate.uiSchema(schema);
  const i18n = core.i18nReducer(undefined, core.updateI18n(example.i18n?.locale ?? 'en', example.i18n?.translate, example.i18n?.translateError));
  const config = core.configReducer(undefined, core.setConfig(example.config)) as unknown;
  return { jsonforms: { core: core.coreReducer(empty, core.init(data, schema, uischema)), i18n, uischemas: example.uischemas ?? [], config } };
}

export function coreOf(state: JsonFormsState): JsonFormsCore {
  const found = state.jsonforms.core;
  if (found === undefined) throw new Error('JSON Forms was not started');
  return found;
}

/** The state after edits, as the `update` action of JSON Forms core makes it. */
export function edited(state: JsonFormsState, edits: readonly Edit[]): JsonFormsState {
  const after = edits.reduce((at, { path, value }) => core.coreReducer(at, core.update(path.join('.'), () => value)), coreOf(state));
  return { jsonforms: { ...state.jsonforms, core: after } };
}

export function dataAt(state: JsonFormsState, path: readonly string[]): unknown {
  return core.Resolve.data(coreOf(state).data, path.join('.')) as unknown;
}

/** Which of some alternatives the data at a path fits, as JSON Forms decides it; the first where it fits none. */
export function fittingBranch(state: JsonFormsState, path: readonly string[], branches: readonly JsonSchema[]): number {
  if (new Set(branches.map(({ type }) => type)).size === branches.length) return Math.max(0, branches.findIndex(({ type }) => isOfType(dataAt(state, path), type)));
  const { schema: root } = coreOf(state);
  const definitions = (root as { readonly definitions?: never }).definitions;
  const probe = { type: 'object', properties: { value: { oneOf: [...branches] } }, definitions } as JsonSchema;
  const lone = core.coreReducer(empty, core.init({ value: dataAt(state, path) }, probe, { type: 'VerticalLayout' }));
  const props = core.mapStateToOneOfProps({ jsonforms: { ...state.jsonforms, core: lone } }, { uischema: { type: 'Control', scope: '#/properties/value' } as never, path: '' });
  return props.indexOfFittingSchema ?? 0;
}

/** Kinds of value tell alternatives apart where each is of another. */
function isOfType(value: unknown, type: unknown): boolean {
  if (Array.isArray(value)) return type === 'array';
  if (value === null) return type === 'null';
  return type === 'integer' ? Number.isInteger(value) : typeof value === type;
}
