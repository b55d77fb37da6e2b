import { escapeToken } from '../problems/json-pointer.js';
import type { JsonSchema } from '../form/json-schema.js';
import { isRecord, listAt, own } from '../form/json-schema.js';
import { propertyNames, resolved } from './scopes.js';
import type { UiSchema } from './ui-schema.js';

const COMBINING = ['oneOf', 'anyOf', 'allOf'];
const TELLING = ['properties', 'items', 'enum'];

/** The layout that JSON Forms makes where there is none: a control for each property that says what it is, in the order of the schema. */
export function generatedUiSchema(root: JsonSchema, schema: JsonSchema = root): UiSchema {
  const behind = resolved(root, schema) ?? {};
  return isPlainObject(behind) ? controlsOf(root, behind) : layout([control('#')]);
}

/** The layout inside an object without a layout of its own, also where parts and alternatives describe it. */
export function layoutInside(root: JsonSchema, schema: JsonSchema): UiSchema {
  if (isPlainObject(schema)) return controlsOf(root, schema);
  return layout(propertyNames(root, schema).map((name) => control(`#/properties/${escapeToken(name)}`)));
}

function controlsOf(root: JsonSchema, behind: JsonSchema): UiSchema {
  const properties = own(behind, 'properties');
  if (!isRecord(properties)) return layout([]);
  const drawn = Object.keys(properties).filter((name) => saysType(root, properties[name]));
  return layout(drawn.map((name) => control(`#/properties/${escapeToken(name)}`)));
}

const layout = (elements: readonly UiSchema[]): UiSchema & { readonly elements: readonly UiSchema[] } => ({ type: 'VerticalLayout', elements });
const control = (scope: string): UiSchema & { readonly scope: string } => ({ type: 'Control', scope });

const combines = (schema: JsonSchema): boolean => COMBINING.some((keyword) => listAt(schema, keyword).length > 0);

function isPlainObject(schema: JsonSchema): boolean {
  if (combines(schema)) return false;
  const type = own(schema, 'type');
  return type === undefined ? isRecord(own(schema, 'properties')) : type === 'object' || (Array.isArray(type) && type.length === 1 && type[0] === 'object');
}

/** JSON Forms makes no control for a schema that does not say what it describes. */
function saysType(root: JsonSchema, schema: unknown): boolean {
  const behind = resolved(root, schema);
  return behind !== undefined && (own(behind, 'type') !== undefined || combines(behind) || TELLING.some((keyword) => own(behind, keyword) !== undefined));
}
