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
  /**
   * For one document that changes little by little, such as the answers of a form while somebody types. Not every validator
   * has it: `const session = schema.session?.() ?? schema`.
   */
  session?(): ValidationSession;
}

/**
 * Validations of one document after each other. It remembers what it found out about every object, so an edit costs the way
 * to the edited place and not the whole document, and issues that stay are the same objects as before.
 *
 * Objects and lists that were validated must not be changed any more: an edit makes new ones on the way to its place and
 * keeps the others, as core's form model does. Somebody who changes them in place uses `validate` of the schema.
 *
 * @example
 * const session = createInterpreter().compile(schema).session();
 * session.validate(answers);
 * session.validate({ ...answers, name: 'Lin' }); // looks at `name` alone
 */
export interface ValidationSession {
  /** The same issues as `validate` of the schema gives. */
  validate(instance: unknown): readonly ValidationIssue[];
  /**
   * The branch that the value at a place of the last validated document takes; also at a keyword inside a branch that was taken.
   *
   * @param instancePointer - Of the value.
   * @param schemaLocation - Of the keyword `oneOf`, `anyOf` or `if`: `$id#/properties/payee/oneOf`.
   * @returns `undefined` where the keyword did not look at the value.
   */
  branch(instancePointer: string, schemaLocation: string): BranchMatch | undefined;
}

/** Which way a value goes at `oneOf`, `anyOf` or `if`. */
export interface BranchMatch {
  readonly instancePointer: string;
  readonly schemaLocation: string;
  /** Of `oneOf` and `anyOf` the first branch that the value passes, else the one that came closest. Of `if` 0 for `then`, 1 for `else`, present or not. */
  readonly branch: number;
  /** False for a closest branch that the value does not pass. */
  readonly fits: boolean;
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
