import { SchemaError } from './validator.js';

/** How the words of a schema document are read. */
export interface Dialect {
  /** Draft-07: what stands beside `$ref` is ignored, and `#name` in `$id` is an anchor. */
  readonly refAlone: boolean;
  /** Draft-07: `items` may be an array, the rest of the items falls to `additionalItems`. */
  readonly arrayItems: boolean;
  /** Keywords of vocabularies that the metaschema leaves out. */
  readonly ignored: ReadonlySet<string>;
}

export const draft202012: Dialect = { refAlone: false, arrayItems: false, ignored: new Set() };
export const draft07: Dialect = { refAlone: true, arrayItems: true, ignored: new Set() };

const VOCABULARY = 'https://json-schema.org/draft/2020-12/vocab/';

/** The asserting keywords by vocabulary; the other vocabularies hold annotations only, or `format`, which asserts by option. */
const KEYWORDS: Readonly<Record<string, string>> = {
  core: '',
  applicator:
    'prefixItems items contains additionalProperties properties patternProperties dependentSchemas propertyNames if then else allOf anyOf oneOf not',
  unevaluated: 'unevaluatedItems unevaluatedProperties',
  validation:
    'type const enum multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems maxContains minContains maxProperties minProperties required dependentRequired',
  'meta-data': '',
  'format-annotation': '',
  'format-assertion': '',
  content: '',
};

/** Whether `$schema` names draft-07 (or draft-06, which reads alike). */
export function isDraft07(uri: unknown): boolean {
  return typeof uri === 'string' && /^https?:\/\/json-schema\.org\/draft-0[67]\/schema#?$/.test(uri);
}

/**
 * The dialect of a metaschema by its `$vocabulary`.
 *
 * @throws {SchemaError} when it requires a vocabulary that nobody here understands.
 */
export function dialectOf(metaschema: unknown): Dialect {
  const vocabulary = (metaschema as { $vocabulary?: Readonly<Record<string, boolean>> } | undefined)?.$vocabulary;
  if (vocabulary === undefined || vocabulary === null || typeof vocabulary !== 'object') return draft202012;
  const used = new Set<string>();
  for (const [uri, required] of Object.entries(vocabulary)) {
    const name = uri.startsWith(VOCABULARY) ? uri.slice(VOCABULARY.length) : '';
    if (Object.prototype.hasOwnProperty.call(KEYWORDS, name)) used.add(name);
    else if (required) throw new SchemaError(`The metaschema requires the unknown vocabulary "${uri}".`, '/$schema');
  }
  const ignored = Object.keys(KEYWORDS).filter((name) => !used.has(name)).flatMap((name) => (KEYWORDS[name] ?? '').split(' '));
  return { ...draft202012, ignored: new Set(ignored) };
}
