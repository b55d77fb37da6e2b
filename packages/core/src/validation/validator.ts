/**
 * One finding of a validator: the keyword that failed, where in the instance, where in the schema, and with what
 * parameters. Sentences are made elsewhere (`locales`), from keyword and params.
 */
export interface ValidationIssue {
  /** JSON Schema keyword, or `false` for a false schema: `required`, `minimum`, `format`, … */
  readonly keyword: string;
  /** JSON Pointer into the instance. For `required` and `dependentRequired` it is the place of the missing property itself. */
  readonly instancePointer: string;
  /** Absolute address of the failing keyword: `$id#/properties/name/minLength`. */
  readonly schemaLocation: string;
  /**
   * By keyword: `required` `{ missingProperty }` · `dependentRequired` `{ property, missingProperty }` ·
   * `type` `{ type: string[] }` · limits `{ limit }` · `const` `{ allowedValue }` · `enum` `{ allowedValues }` ·
   * `pattern` `{ pattern }` · `format` `{ format }` · `additionalProperties`/`unevaluatedProperties` `{ property }` ·
   * `oneOf` `{ passing: number[] }` · `anyOf` `{}` · `contains` `{ min, max? , found }` · `uniqueItems` `{ i, j }` ·
   * `multipleOf` `{ multipleOf }` · `propertyNames` `{ property }`.
   */
  readonly params: Readonly<Record<string, unknown>>;
  /** For `anyOf`/`oneOf` without a passing branch: the issues of the branch that came closest, so that a form can show them. */
  readonly closest?: readonly ValidationIssue[];
}

/** A schema, ready to be used many times. */
export interface CompiledSchema {
  /** All issues, in document order; an empty list means valid. Never throws on any instance. */
  validate(instance: unknown): readonly ValidationIssue[];
}

/**
 * What checks instances against JSON Schema 2020-12. Two fulfilments: the interpreter of this package (the authority, works
 * under any Content-Security-Policy) and ajv (`@cobuild/core/ajv`, the second opinion; generates code).
 */
export interface Validator {
  /**
   * @param schema - JSON Schema 2020-12 (draft-07 documents load too); `true` and `false` are schemas.
   * @throws {SchemaError} when the schema itself cannot be used: an unresolvable `$ref`, a pattern that is no regular expression.
   */
  compile(schema: unknown): CompiledSchema;
}

/** A schema that cannot be used. `pointer` says where in the schema. */
export class SchemaError extends Error {
  override readonly name = 'SchemaError';
  constructor(message: string, readonly pointer: string) {
    super(message);
  }
}
