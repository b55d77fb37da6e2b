import type { Dialect } from './dialect.js';
import { draft202012 } from './dialect.js';
import { SchemaError } from './validator.js';

const VOCABULARY = 'https://json-schema.org/draft/2020-12/vocab/';

const APPLICATORS =
  'prefixItems items contains additionalProperties properties patternProperties dependentSchemas propertyNames if then else allOf anyOf oneOf not'.split(' ');

/** The vocabulary of an asserting keyword. `format` is in none: it asserts by option, whatever the metaschema says. */
function vocabularyOf(keyword: string): string | undefined {
  if (/^(?:\$|format$|dependencies$|additionalItems$)/.test(keyword)) return undefined;
  if (keyword.startsWith('unevaluated')) return 'unevaluated';
  return APPLICATORS.includes(keyword) ? 'applicator' : 'validation';
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
