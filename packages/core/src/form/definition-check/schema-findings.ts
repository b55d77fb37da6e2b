import { pointerTokens } from '../../problems/json-pointer.js';
import { INSIDE_VALUE, SAME_VALUE, subSchemas } from '../../scheme/checks/sub-schemas.js';
import { nearestName } from '../../scheme/nearest-name.js';
import { schemeFormats } from '../../validation/formats.js';
import { isRecord, own, textAt } from '../json-schema.js';
import { branchFindings } from './branch-findings.js';
import type { DefinitionFinding } from './definition-finding.js';

/** Keywords of JSON Schema 2020-12, and those of draft 7 that are read too. */
const KEYWORDS = (
  '$schema $id $ref $anchor $dynamicRef $dynamicAnchor $vocabulary $comment $defs definitions type enum const title description default examples deprecated readOnly writeOnly ' +
  'multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern format contentMediaType contentEncoding contentSchema ' +
  'items prefixItems additionalItems contains minContains maxContains minItems maxItems uniqueItems unevaluatedItems ' +
  'properties patternProperties additionalProperties propertyNames minProperties maxProperties required dependentRequired dependentSchemas dependencies unevaluatedProperties ' +
  'allOf anyOf oneOf not if then else'
).split(' ');
/** Formats of JSON Schema that are read as a remark, and those that choose a widget. */
const REMARKS = ['hostname', 'idn-hostname', 'ipv6', 'iri-reference', 'uri-template', 'json-pointer', 'relative-json-pointer', 'color', 'password', 'binary', 'byte'];
const CHECKED = Object.keys(schemeFormats);

/**
 * Words in a schema that no validator knows and that look like a slip: `maxLenght` limits nothing. Formats that nothing knows. Alternatives that are none.
 *
 * @param around - What the question is called that holds the schema.
 */
export function schemaFindings(schema: unknown, pointer: string, around: string): readonly DefinitionFinding[] {
  if (!isRecord(schema)) return [];
  const label = textAt(schema, 'title') ?? around;
  const slips = Object.keys(schema).flatMap((name): readonly DefinitionFinding[] => {
    const nearest = KEYWORDS.includes(name) || /^(x-|\$)/.test(name) ? undefined : nearestName(name, KEYWORDS);
    return nearest === undefined ? [] : [{ code: 'unknown-keyword', severity: 'warning', pointer: `${pointer}/${name}`, params: { label, name, nearest } }];
  });
  const format = own(schema, 'format');
  const isUnchecked = typeof format === 'string' && ![...CHECKED, ...REMARKS].includes(format);
  const near = isUnchecked ? nearestName(format, CHECKED) : undefined;
  const unchecked: readonly DefinitionFinding[] = isUnchecked ? [{ code: 'unknown-format', severity: 'warning', pointer: `${pointer}/format`, params: { label, name: format, known: CHECKED, ...(near === undefined ? {} : { nearest: near }) } }] : [];
  const inner = [...subSchemas(schema, pointer, SAME_VALUE), ...subSchemas(schema, pointer, INSIDE_VALUE)].flatMap((part) => {
    const name = /\/properties\/[^/]+$/.test(part.pointer) ? (pointerTokens(part.pointer).pop() ?? '') : label;
    return schemaFindings(part.schema, part.pointer, name);
  });
  return [...slips, ...unchecked, ...branchFindings(schema, pointer, label), ...inner];
}
