const SAYING = ['type', 'enum', 'const', '$ref', '$dynamicRef', 'allOf', 'anyOf', 'oneOf', 'if', 'properties', 'items', 'prefixItems'];
const GROUPING = ['properties', 'allOf', 'anyOf', 'oneOf', 'if', '$ref'];
const LISTING = ['items', 'prefixItems', 'allOf', 'anyOf', 'oneOf', 'if', '$ref'];
/** Where schemas of questions stand: by name, in a list, alone. */
const NAMED = new Set(['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas']);
const LISTED = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);
const SINGLE = new Set(['items', 'if', 'then', 'else', 'additionalProperties']);

type Schema = Readonly<Record<string, unknown>>;

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value);
const says = (schema: Schema, keywords: readonly string[]): boolean => keywords.some((keyword) => schema[keyword] !== undefined);

/** Whether a question leaves open what its answer is: it has no type, or is a group that lists nothing, or a list that says nothing of its items. */
function isOpen(schema: unknown): boolean {
  if (!isSchema(schema)) return schema === true;
  return !says(schema, SAYING) || (schema['type'] === 'object' && !says(schema, GROUPING)) || (schema['type'] === 'array' && !says(schema, LISTING));
}

/** Whether a question somewhere in a schema leaves its answer open. Says so once too often rather than once too seldom. */
export function hasOpenQuestion(schema: unknown): boolean {
  if (!isSchema(schema)) return false;
  // One look at what is there: asking for each keyword would take a form's first drawing longer than making its fields.
  return Object.keys(schema).some((keyword) => {
    const value = schema[keyword];
    if (typeof value !== 'object' && keyword !== 'items') return false;
    if (NAMED.has(keyword)) return isSchema(value) && Object.values(value).some((inner) => (keyword === 'properties' && isOpen(inner)) || hasOpenQuestion(inner));
    if (LISTED.has(keyword)) return Array.isArray(value) && value.some(hasOpenQuestion);
    return SINGLE.has(keyword) && ((keyword === 'items' && isOpen(value)) || hasOpenQuestion(value));
  });
}
