import { Ajv as Ajv07 } from 'ajv';
import type { Ajv, Options } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { withAddresses } from '../validation/addresses.js';
import { isDraft07 } from '../validation/dialect.js';
import { schemeFormats } from '../validation/formats.js';
import { isObject } from '../validation/instance.js';
import { compilePattern } from '../validation/patterns/pattern.js';
import { Registry } from '../validation/registry.js';
import type { Formats } from '../validation/site.js';
import { SchemaError } from '../validation/validator.js';
import type { CompiledSchema, ValidationIssue, Validator } from '../validation/validator.js';
import { issuesOf, NAMELESS, placesIn } from './ajv-issues.js';

/** Settings of `createAjvValidator`. */
export interface AjvValidatorOptions {
  /** Schemas that others may refer to, by absolute URI. None by default; ajv brings the metaschemas of 2020-12 itself. */
  readonly schemas?: Readonly<Record<string, unknown>>;
  /**
   * Formats to assert, for strings (`money`: for numbers). By default `schemeFormats`, so that both validators draw the line
   * at the same place; `{}` for none. Names that are not here are annotations.
   */
  readonly formats?: Formats;
  /** Whether `format` asserts. True by default; false makes it an annotation throughout. */
  readonly assertFormats?: boolean;
}

/**
 * The second opinion: ajv in the shape of our own validator. It generates code, so pages under a strict
 * Content-Security-Policy cannot use it; `compile` throws an `EvalError` there.
 *
 * A new ajv is made for each schema: it remembers every `$id`, and an editor compiles the same one over and over.
 */
export function createAjvValidator(options: AjvValidatorOptions = {}): Validator {
  return {
    compile(schema) {
      const ajv = makeAjv(options, isObject(schema) && isDraft07(schema['$schema']));
      return compiled(ajv, schema, options.schemas ?? {});
    },
  };
}

function compiled(ajv: Ajv, schema: unknown, others: Readonly<Record<string, unknown>>): CompiledSchema {
  const id = isObject(schema) && typeof schema['$id'] === 'string' ? schema['$id'].replace(/#$/, '') : '';
  const key = id === '' ? NAMELESS : id;
  const validate = attempt(() => {
    ajv.removeSchema(key);
    ajv.addSchema(schema as object, key);
    return ajv.compile({ $ref: key });
  });
  withAddresses();
  const registry = new Registry();
  for (const uri of Object.keys(others)) registry.load(others[uri], uri);
  registry.load(schema, '');
  const places = placesIn(registry);
  return {
    validate(instance): readonly ValidationIssue[] {
      try {
        return validate(instance) === true ? [] : issuesOf(ajv, places, validate.errors ?? [], instance);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        return [{ keyword: 'depth', instancePointer: '', schemaLocation: `${id}#`, params: {} }];
      }
    },
  };
}

function makeAjv({ schemas = {}, formats = schemeFormats, assertFormats = true }: AjvValidatorOptions, draft07: boolean): Ajv {
  const settings: Options = {
    allErrors: true,
    verbose: true, // errors carry their data, which the mapping needs
    strict: false,
    logger: false,
    // Without it `required: ["toString"]` is met by every object.
    ownProperties: true,
    validateFormats: assertFormats,
    // As draft-07 says; later drafts look at what stands beside `$ref`.
    ignoreKeywordsWithRef: draft07,
    // The same guard as in the interpreter: no expression that can hang, and no text longer than it is good for.
    code: { regExp: Object.assign(guarded, { code: 'new RegExp' }) },
  };
  const ajv = draft07 ? new Ajv07(settings) : (new Ajv2020(settings));
  for (const name of Object.keys(formats)) {
    const fits = formats[name] as (value: string | number) => boolean;
    ajv.addFormat(name, name === 'money' ? { type: 'number', validate: fits } : { type: 'string', validate: fits });
  }
  for (const uri of Object.keys(schemas)) {
    const schema = schemas[uri];
    if (ajv.getSchema(uri)) continue; // a metaschema
    const isMetaschema = isObject(schema) && '$vocabulary' in schema;
    if (isMetaschema) ajv.addMetaSchema(schema, uri);
    else attempt(() => ajv.addSchema(schema as object, uri));
  }
  return ajv;
}

function guarded(source: string): { test(text: string): boolean; toString(): string } {
  const result = compilePattern(source);
  if (typeof result === 'string') throw new SchemaError(result, '');
  // ajv keeps expressions apart by their text.
  return { test: result.test, toString: () => source };
}

function attempt<Result>(action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    // ajv says in words only where in the schema it was.
    if (error instanceof SchemaError || error instanceof EvalError) throw error;
    throw new SchemaError((error as Error).message, '');
  }
}
