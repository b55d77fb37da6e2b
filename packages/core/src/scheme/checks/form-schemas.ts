import { pointerTokens, valueAt } from '../../problems/json-pointer.js';
import { createInterpreter, findDisagreements, SchemaError, schemeFormats } from '../../validation/index.js';
import { isObject } from '../../validation/instance.js';
import type { SchemeCheck } from '../finding.js';
import { partsAt } from '../parts.js';
import { addressesIn } from './shared-definitions.js';

/** The JSON Schema of a form can be used, describes an object, and means the same to both validators. */
export const formSchemas: SchemeCheck = (document, report) => {
  const validator = createInterpreter({ formats: schemeFormats });
  for (const { value, pointer } of partsAt(document, '/forms')) {
    const schema = value['schema'];
    if (!isObject(schema)) continue;
    const at = `${pointer}/schema`;
    if (schema['type'] !== 'object') report({ code: 'scheme/form-schema-root', severity: 'error', pointer: `${at}/type`, params: {} });
    try {
      validator.compile(schema);
      for (const { pointer: place, construct } of findDisagreements(schema)) {
        report({ code: 'scheme/validators-disagree', severity: 'error', pointer: at + place, params: { keyword: pointerTokens(place).pop() ?? '', construct } });
      }
    } catch (error) {
      if (!(error instanceof SchemaError)) throw error;
      // A version of a shared definition that nobody has is told by its name.
      if (addressesIn(schema, '').length > 0) continue;
      report({ code: 'scheme/form-schema', severity: 'error', pointer: at + error.pointer, params: { reason: error.message, keyword: pointerTokens(error.pointer).pop() ?? '', value: valueAt(schema, error.pointer), known: isObject(schema['$defs']) ? Object.keys(schema['$defs']) : [] } });
    }
  }
};
