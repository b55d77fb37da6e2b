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
  for (const keyword of Object.keys(schema)) {
    const value = schema[keyword];
    if (typeof value !== 'object' && keyword !== 'items') continue;
    if (NAMED.has(keyword)) {
      if (isSchema(value) && Object.values(value).some((inner) => (keyword === 'properties' && isOpen(inner)) || hasOpenQuestion(inner))) return true;
    } else if (LISTED.has(keyword)) {
      if (Array.isArray(value) && value.some(hasOpenQuestion)) return true;
    } else if (SINGLE.has(keyword) && ((keyword === 'items' && isOpen(value)) || hasOpenQuestion(value))) return true;
  }
  return false;
}
