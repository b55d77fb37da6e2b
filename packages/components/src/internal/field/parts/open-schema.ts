const SAYING = ['type', 'enum', 'const', '$ref', '$dynamicRef', 'allOf', 'anyOf', 'oneOf', 'if', 'properties', 'items', 'prefixItems'];
const GROUPING = ['properties', 'allOf', 'anyOf', 'oneOf', 'if', '$ref'];
const LISTING = ['items', 'prefixItems', 'allOf', 'anyOf', 'oneOf', 'if', '$ref'];
/** Where schemas of questions stand: by name, in a list, alone. */
const NAMED = ['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas'];
const LISTED = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const SINGLE = ['items', 'if', 'then', 'else', 'additionalProperties'];

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
  const named = NAMED.flatMap((keyword) => (isSchema(schema[keyword]) ? Object.values(schema[keyword]) : []));
  const listed = LISTED.flatMap((keyword) => (Array.isArray(schema[keyword]) ? (schema[keyword] as readonly unknown[]) : []));
  const questions = [...(isSchema(schema['properties']) ? Object.values(schema['properties']) : []), schema['items']];
  return questions.some(isOpen) || [...named, ...listed, ...SINGLE.map((keyword) => schema[keyword])].some(hasOpenQuestion);
}
