import { Name } from 'ajv';
import type { Ajv, Options } from 'ajv';
import { Ajv as Ajv07 } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { isDraft07 } from '../validation/dialect.js';
import { schemeFormats } from '../validation/formats.js';
import { isObject } from '../validation/instance.js';
import { SchemaError } from '../validation/validator.js';

/** Name of the formats in the code that ajv makes. */
const FORMATS = 'cobuildFormats';

/**
 * Check functions for several schemas as the source of one ES module, made by ajv ahead of time. The source still imports ajv's small helpers and
 * `@cobuild/core`; `cobuild validators` bundles it into one file.
 *
 * @param schemas - By the name that each function gets in the exported object `validate`.
 * @throws {SchemaError} when a schema cannot be compiled.
 */
export function standaloneCode(schemas: Readonly<Record<string, unknown>>): string {
  const parts = Object.keys(schemas).map((name, index) => ({ name, local: `form${index}`, code: functionCode(schemas[name], name) }));
  return [
    "import { schemeFormats } from '@cobuild/core';",
    `const ${FORMATS} = { ...schemeFormats, money: { type: 'number', validate: schemeFormats.money } };`,
    // Each function lives in a scope of its own: ajv numbers its names from the start for each schema.
    ...parts.map(({ local, code }) => `const ${local} = (() => { const module = { exports: {} }; const exports = module.exports; ${code}\nreturn module.exports; })();`),
    `export const validate = { ${parts.map(({ name, local }) => `${JSON.stringify(name)}: ${local}`).join(', ')} };`,
    '',
  ].join('\n');
}

function functionCode(schema: unknown, name: string): string {
  const ajv = makeAjv(isObject(schema) && isDraft07(schema['$schema']));
  try {
    return standalone.default(ajv, ajv.compile(schema as object)).replace(/^"use strict";/, '');
  } catch (error) {
    throw new SchemaError(`${name}: ${error instanceof Error ? error.message : String(error)}`, '');
  }
}

function makeAjv(draft07: boolean): Ajv {
  const settings: Options = { allErrors: true, strict: false, logger: false, ownProperties: true, ignoreKeywordsWithRef: draft07, code: { source: true, esm: false, formats: new Name(FORMATS) } };
  const ajv = draft07 ? new Ajv07(settings) : new Ajv2020(settings);
  for (const [name, fits] of Object.entries(schemeFormats)) ajv.addFormat(name, name === 'money' ? { type: 'number', validate: fits } : fits);
  return ajv;
}
