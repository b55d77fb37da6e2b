import { SchemaError } from './validator.js';

/** How the words of a schema document are read. */
export interface Dialect {
  /** Draft-07: what stands beside `$ref` is ignored, and `#name` in `$id` is an anchor. */
  readonly refAlone: boolean;
  /** Draft-07: `items` may be an array, the rest of the items falls to `additionalItems`. */
  readonly arrayItems: boolean;
  /** Whether a keyword belongs to a vocabulary that the metaschema leaves out. */
  readonly ignores: (keyword: string) => boolean;
}

export const draft202012: Dialect = { refAlone: false, arrayItems: false, ignores: () => false };
export const draft07: Dialect = { ...draft202012, refAlone: true, arrayItems: true };

const VOCABULARY = 'https://json-schema.org/draft/2020-12/vocab/';

const APPLICATORS =
  'prefixItems items contains additionalProperties properties patternProperties dependentSchemas propertyNames if then else allOf anyOf oneOf not'.split(' ');

/** The vocabulary of an asserting keyword. `format` is in none: it asserts by option, whatever the metaschema says. */
function vocabularyOf(keyword: string): string | undefined {
  if (/^(?:\$|format$|dependencies$|additionalItems$)/.test(keyword)) return undefined;
  if (keyword.startsWith('unevaluated')) return 'unevaluated';
  return APPLICATORS.includes(keyword) ? 'applicator' : 'validation';
}

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
  const used = new Set<string | undefined>([undefined]);
  for (const [uri, required] of Object.entries(vocabulary)) {
    if (uri.startsWith(VOCABULARY)) used.add(uri.slice(VOCABULARY.length));
    else if (required) throw new SchemaError(`The metaschema requires the unknown vocabulary "${uri}".`, '/$schema');
  }
  return { ...draft202012, ignores: (keyword) => !used.has(vocabularyOf(keyword)) };
}
