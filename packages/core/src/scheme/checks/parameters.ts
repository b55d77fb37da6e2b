import { formatSchemas } from '../../generated/schemas.js';
import { valueAt } from '../../problems/json-pointer.js';
import { isObject } from '../../validation/instance.js';
import type { JsonObject } from '../../validation/instance.js';
import type { DocumentFinding, SchemeCheck } from '../finding.js';
import { findingsOf } from '../format-issues.js';
import { formatValidator, openName, walkFormat } from '../format-schema.js';
import { orderedTypes } from '../parameter-order.js';
import { unfitForParameter, written } from '../parameter-values.js';
import { entriesAt } from '../parts.js';
import { reportUnless } from './reference.js';

/** Types of parameters that can stand in for an open value. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  OpenInteger: ['integer', 'choice'],
  OpenNumber: ['integer', 'decimal', 'money', 'choice'],
  OpenMoney: ['money', 'choice'],
  OpenRatio: ['ratio', 'choice'],
  OpenPeriod: ['period', 'choice'],
  OpenDeadline: ['period', 'choice'],
  OpenOfficeHours: ['list', 'choice'],
  OpenInterval: ['interval', 'choice'],
  OpenText: ['text', 'choice'],
  OpenRecusal: ['list', 'choice'],
  OpenPlaces: ['integer', 'choice'],
  // Limits of table rows: numbers, amounts and days.
  OpenBound: ['integer', 'decimal', 'money', 'text', 'choice'],
};
/** Words from a list: base, operator, abstention, … */
const WORD_TYPES = ['choice', 'text'];

/** Parameters have values in their shape and range; references name parameters that exist and fit where they stand. */
export const parameters: SchemeCheck = (document, report) => {
  for (const { key, value, pointer } of entriesAt(document, '/parameters')) {
    const unfit = 'value' in value ? unfitForParameter(key, value, value['value']) : undefined;
    if (unfit) report({ ...unfit, severity: 'error', pointer: `${pointer}/value` });
    const ordered = typeof value['type'] !== 'string' || orderedTypes.includes(value['type']);
    if (!ordered && (value['overlay'] === 'raise' || value['overlay'] === 'lower')) {
      report({ code: 'scheme/parameter-not-ordered', severity: 'error', pointer: `${pointer}/overlay`, params: { key, type: value['type'], overlay: value['overlay'] } });
    }
  }
  const keys = entriesAt(document, '/parameters').map(({ key }) => key);
  walkFormat(document, (value, pointer, sites) => {
    const name = openName(sites);
    const key = name !== undefined && isObject(value) ? value['parameter'] : undefined;
    if (name === undefined || typeof key !== 'string') return;
    reportUnless(keys, key, 'scheme/unknown-parameter', `${pointer}/parameter`, report);
    const parameter = valueAt(document, `/parameters/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`);
    if (isObject(parameter)) checkFit(key, parameter, name, `${pointer}/parameter`, report);
  });
};

function checkFit(key: string, parameter: JsonObject, name: string, pointer: string, report: (finding: DocumentFinding) => void): void {
  const types = TYPES[name] ?? (name === 'OpenQuorum' ? ['choice'] : WORD_TYPES);
  const { type, value } = parameter;
  if (typeof type !== 'string') return;
  if (!types.includes(type)) report({ code: 'scheme/parameter-type', severity: 'error', pointer, params: { key, type, types } });
  else if (value !== undefined && unfitForParameter(key, parameter, value) === undefined) {
    const issues = openValidator(name)?.validate(value) ?? [];
    if (issues.length > 0) report({ code: 'scheme/parameter-unfit', severity: 'error', pointer, params: { key, value: written(value), ...wordsFor(findingsOf(issues, value)) } });
  }
}

/** The words that could stand there, where only some can. */
function wordsFor(findings: readonly DocumentFinding[]): { readonly allowed?: unknown; readonly nearest?: unknown } {
  const params = findings.find((finding) => Array.isArray(finding.params['allowed']) && finding.params['allowed'].length > 0)?.params;
  return params === undefined ? {} : { allowed: params['allowed'], ...(params['nearest'] === undefined ? {} : { nearest: params['nearest'] }) };
}

/** The definition of an open value, in whichever file of the format it stands; `undefined` where it is written out in its place. */
function openValidator(name: string): ReturnType<typeof formatValidator> | undefined {
  for (const [file, schema] of Object.entries(formatSchemas)) {
    const definitions = valueAt(schema, '/$defs');
    const key = isObject(definitions) ? Object.keys(definitions).find((candidate) => valueAt(definitions[candidate], '/title') === name) : undefined;
    if (key !== undefined) return formatValidator(`${file}#/$defs/${key}`);
  }
  return undefined;
}
