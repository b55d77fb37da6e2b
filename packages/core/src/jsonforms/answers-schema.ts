import type { JsonSchema } from '../form/json-schema.js';
import { isRecord, listAt, own, textAt } from '../form/json-schema.js';
import { eachSubschema } from './each-subschema.js';
import { resolved } from './scopes.js';
import { startCase } from './start-case.js';

/** The answer that stands for the whole where the data is no object. */
export const WRAPPING = 'value';

/** Whether the data is an object whatever is filled in; a form's answers always are. */
export function isObjectSchema(root: JsonSchema): boolean {
  const schema = resolved(root, root) ?? root;
  const type = own(schema, 'type');
  if (type !== undefined) return type === 'object' || (Array.isArray(type) && type.every((each) => each === 'object'));
  return isRecord(own(schema, 'properties')) || !['items', 'enum', 'const', 'oneOf', 'anyOf'].some((keyword) => own(schema, keyword) !== undefined);
}

/** The schema with the titles that JSON Forms shows: of a reference the title of its target, else the name as words. */
export function withTitles(root: JsonSchema): JsonSchema {
  // Up to draft-07 nothing beside a reference counts.
  const isOld = /draft-0[3-7]/.test(textAt(root, '$schema') ?? '');
  return eachSubschema(root, (schema, name) => {
    if (name === undefined) return schema;
    const title = textAt(resolved(root, schema) ?? schema, 'title') ?? startCase(name);
    if (title === '') return schema;
    const reference = textAt(schema, '$ref');
    return isOld && reference !== undefined ? { title, allOf: [{ $ref: reference }] } : { ...schema, title };
  });
}

/** `09:30` or `09:30:00`, as JSON Forms' own validator reads `format: "time"`. */
export const TIME_OF_DAY = '^([0-1][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$';

const COMBINING = ['oneOf', 'anyOf'] as const;
const NAMING = ['$ref', 'properties', 'patternProperties', 'additionalProperties', 'allOf', 'oneOf', 'anyOf', 'enum', 'const'];

/**
 * The schema as a form can draw it, with the same meaning: one alternative alone is no choice, and an object that names nothing
 * is an empty frame, as in JSON Forms.
 */
export function asDrawable(root: JsonSchema): JsonSchema {
  return eachSubschema(root, (schema) => withTimeOfDay(withNoProperties(COMBINING.reduce(withoutLoneBranch, schema))));
}

/** JSON Forms takes the time on a clock for `format: "time"`, where JSON Schema wants an offset from UTC as well. */
function withTimeOfDay(schema: JsonSchema): JsonSchema {
  return own(schema, 'format') === 'time' ? { ...withoutKey(schema, 'format'), pattern: TIME_OF_DAY } : schema;
}

function withoutLoneBranch(schema: JsonSchema, keyword: (typeof COMBINING)[number]): JsonSchema {
  const branches = listAt(schema, keyword);
  return branches.length === 1 ? { ...withoutKey(schema, keyword), allOf: [...listAt(schema, 'allOf'), ...branches] } : schema;
}

function withNoProperties(schema: JsonSchema): JsonSchema {
  return own(schema, 'type') === 'object' && NAMING.every((keyword) => own(schema, keyword) === undefined) ? { ...schema, properties: {} } : schema;
}

/** JSON Forms fills in a `default` in a new item only: elsewhere a form that starts with defaults would hold other data. */
export function withoutDefaults(root: JsonSchema): JsonSchema {
  const properties = own(root, 'properties');
  if (!isRecord(properties)) return root;
  const kept = Object.entries(properties).map(([name, schema]) => [name, isRecord(schema) ? withoutDefaults(withoutKey(schema, 'default')) : schema] as const);
  return { ...root, properties: Object.fromEntries(kept) };
}

function withoutKey(schema: JsonSchema, key: string): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== key));
}

/** A schema of any data as the schema of an object that holds it as its one property; references go on leading where they led. */
export function wrappedSchema(root: JsonSchema): JsonSchema {
  const id = (textAt(root, '$id') ?? '').replace(/#$/, '');
  const moved = eachSubschema(root, (schema) => {
    const reference = textAt(schema, '$ref');
    if (reference === undefined) return schema;
    const [base = '', fragment = ''] = reference.split('#', 2);
    const isHere = (base === '' || base === id) && (fragment === '' || fragment.startsWith('/'));
    return isHere ? { ...schema, $ref: `#/properties/${WRAPPING}${fragment}` } : schema;
  });
  const dialect = textAt(root, '$schema');
  const inner = withoutKey(withoutKey(moved, '$schema'), '$id');
  return { ...(dialect === undefined ? {} : { $schema: dialect }), type: 'object', properties: { [WRAPPING]: inner } };
}

/** Whether one of the types of a schema is this one. */
export function hasType(schema: JsonSchema, type: string): boolean {
  return own(schema, 'type') === type || listAt(schema, 'type').includes(type);
}
