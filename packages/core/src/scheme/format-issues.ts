import { hasOwn, isObject, jsonType } from '../validation/instance.js';
import type { JsonObject } from '../validation/instance.js';
import type { ValidationIssue } from '../validation/index.js';
import { toPointer, valueAt } from '../problems/json-pointer.js';
import type { DocumentFinding } from './finding.js';
import { expandSite, formatValidator, formatValidatorAt, schemaAtLocation } from './format-schema.js';
import { nearestName } from './nearest-name.js';
import type { SchemeCode } from './problem-codes.js';

/** Keywords with a sentence of their own; another one is told as `scheme/invalid`. */
const TOLD = [
  'required', 'additionalProperties', 'type', 'enum', 'const', 'pattern', 'format', 'propertyNames', 'anyOf',
  'minLength', 'maxLength', 'minimum', 'maximum', 'exclusiveMinimum', 'minItems', 'depth',
];

/** What the format schema finds wrong with a merged scheme, one finding per mistake. */
export function checkFormat(document: unknown): DocumentFinding[] {
  return findingsOf(formatValidator('scheme').validate(document), document);
}

/** Puts a validator's issues against a schema of the format into findings. */
export function findingsOf(issues: readonly ValidationIssue[], document: unknown): DocumentFinding[] {
  return issues.flatMap((issue) => (issue.keyword === 'anyOf' || issue.keyword === 'oneOf' ? unionFindings(issue, document) : [finding(issue, document)]));
}

function finding(issue: ValidationIssue, document: unknown): DocumentFinding {
  const code: SchemeCode = TOLD.includes(issue.keyword) ? (`scheme/${issue.keyword}` as SchemeCode) : 'scheme/invalid';
  const made = { code, severity: 'error' as const, pointer: issue.instancePointer };
  const value = valueAt(document, issue.instancePointer);
  switch (issue.keyword) {
    case 'required':
      return { ...made, params: { property: issue.params['missingProperty'], ...wanted(issue.schemaLocation, issue.params['missingProperty']) } };
    case 'additionalProperties':
    case 'propertyNames': {
      const property = String(issue.params['property']);
      const known = issue.keyword === 'propertyNames' ? [] : knownProperties(issue.schemaLocation);
      const pointer = issue.instancePointer + toPointer(property);
      return { ...made, pointer, atKey: true, params: { property, known, ...nearest(property, known) } };
    }
    case 'enum': {
      const allowed = issue.params['allowedValues'];
      return { ...made, params: { value: shown(value), allowed, ...nearest(value, allowed) } };
    }
    case 'const':
      return { ...made, params: { value: shown(value), allowed: [issue.params['allowedValue']] } };
    case 'type':
      return { ...made, params: { type: issue.params['type'], found: jsonType(value) ?? 'number', value: shown(value), shape: schemaAtLocation(issue.schemaLocation.replace(/\/type$/, ''))?.schema['title'] } };
    default:
      return { ...made, params: { ...issue.params, value: shown(value) } };
  }
}

/** What a property that is missing would have to be: its words, or its shape. */
function wanted(schemaLocation: string, property: unknown): { allowed?: readonly unknown[]; shapes?: readonly unknown[] } {
  const site = schemaAtLocation(schemaLocation.replace(/\/required$/, ''));
  const properties = site?.schema['properties'];
  if (!site || !isObject(properties) || typeof property !== 'string' || !hasOwn(properties, property)) return {};
  const schemas = expandSite({ schema: properties[property], root: site.root }).map(({ schema }) => schema);
  const allowed = schemas.flatMap(literals);
  const shape = schemas.map((schema) => schema['title']).find((title) => title !== undefined);
  const type = schemas.map((schema) => schema['type']).find((each) => typeof each === 'string');
  return allowed.length > 0 ? { allowed } : shape !== undefined || type !== undefined ? { shapes: [shape ?? type, ...(shape === undefined || type === undefined ? [] : [type])] } : {};
}

/** The properties that the schema of an `additionalProperties` knows. */
function knownProperties(schemaLocation: string): string[] {
  const site = schemaAtLocation(schemaLocation.replace(/\/additionalProperties$/, ''));
  const properties = site?.schema['properties'];
  return isObject(properties) ? Object.keys(properties).filter((name) => !name.startsWith('$')) : [];
}

/**
 * A union is told by what was meant: an object by the branch whose words it uses, another value by everything that could
 * stand there.
 */
function unionFindings(issue: ValidationIssue, document: unknown): DocumentFinding[] {
  const { instancePointer, schemaLocation } = issue;
  const value = valueAt(document, instancePointer);
  const branches = branchesAt(schemaLocation);
  const unnamed = unnamedBranch(branches, value, instancePointer);
  if (unnamed) return [unnamed];
  const meant = meantBranch(branches, value);
  if (meant >= 0) {
    const issues = formatValidatorAt(`${schemaLocation}/${meant}`).validate(value);
    return findingsOf(issues.map((item) => ({ ...item, instancePointer: instancePointer + item.instancePointer })), document);
  }
  const plain = branches.flat();
  const allowed = plain.flatMap(literals);
  const words = [...allowed.filter((word) => word !== 'UNDECIDED'), ...allowed.filter((word) => word === 'UNDECIDED')];
  const shapes = plain.filter((schema) => literals(schema).length === 0).map((schema) => schema['title'] ?? (schema['pattern'] === '^/' ? 'Pointer' : schema['type']));
  const [first] = isObject(value) ? Object.keys(value) : [];
  const near = first === undefined ? nearest(value, words) : nearest(first, plain.flatMap((schema) => Object.keys(asObject(schema['properties']))));
  return [{ code: 'scheme/anyOf', severity: 'error', pointer: instancePointer, params: { value: shown(value), allowed: words, shapes, ...near } }];
}

/** Where each branch is named by a word of one property, `op`, and the value has none of these words. */
function unnamedBranch(branches: readonly (readonly JsonObject[])[], value: unknown, pointer: string): DocumentFinding | undefined {
  if (!isObject(value)) return undefined;
  const names = branches.map((schemas) => schemas.flatMap((schema) => Object.entries(asObject(schema['properties'])).filter(([, property]) => isObject(property) && property['const'] !== undefined)));
  const property = names[0]?.[0]?.[0];
  if (property === undefined || !names.every((each) => each.some(([name]) => name === property))) return undefined;
  const allowed = names.flatMap((each) => each.filter(([name]) => name === property).map(([, schema]) => asObject(schema)['const']));
  const written = hasOwn(value, property) ? value[property] : undefined;
  if (allowed.includes(written)) return undefined;
  const made = { severity: 'error' as const, pointer: pointer + toPointer(property) };
  return written === undefined ? { ...made, code: 'scheme/required', params: { property, allowed } } : { ...made, code: 'scheme/enum', params: { value: shown(written), allowed, ...nearest(written, allowed) } };
}

/** Per branch of a union its schemas, references followed; unions inside unions taken apart. */
function branchesAt(schemaLocation: string): JsonObject[][] {
  const site = schemaAtLocation(schemaLocation.replace(/\/(anyOf|oneOf)$/, ''));
  const list = site?.schema['anyOf'] ?? site?.schema['oneOf'];
  if (!site || !Array.isArray(list)) return [];
  return (list as unknown[]).map((schema) =>
    expandSite({ schema, root: site.root }).map((branch) => branch.schema).filter((branch) => branch['anyOf'] === undefined && branch['$ref'] === undefined),
  );
}

function literals(schema: JsonObject): unknown[] {
  if (Array.isArray(schema['enum'])) return schema['enum'] as unknown[];
  return schema['const'] === undefined ? [] : [schema['const']];
}

/** The branch that knows most of the object's words, or takes an array where there is one; -1 where none does. */
function meantBranch(branches: readonly (readonly JsonObject[])[], value: unknown): number {
  const scores = branches.map((schemas) => Math.max(0, ...schemas.map((schema) => familiarity(schema, value))));
  const best = Math.max(0, ...scores);
  return best === 0 ? -1 : scores.indexOf(best);
}

function familiarity(schema: JsonObject, value: unknown): number {
  if (Array.isArray(value)) return schema['type'] === 'array' ? 1 : 0;
  const properties = schema['properties'];
  if (!isObject(value) || !isObject(properties)) return 0;
  const required = Array.isArray(schema['required']) ? (schema['required'] as unknown[]) : [];
  // `name` and `priority` fit every condition; what a branch asks for tells more.
  return Object.keys(value).reduce((sum, key) => sum + (isNamedBy(properties[key], value[key]) ? 100 : required.includes(key) ? 3 : hasOwn(properties, key) ? 1 : 0), 0);
}

/** The word that tells one branch from the others. */
const isNamedBy = (schema: unknown, value: unknown): boolean => isObject(schema) && schema['const'] !== undefined && schema['const'] === value;

function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** Other ways to write a comparison; by their letters `≥` is as near to `>` as to `>=`. */
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  '>=': ['≥', '≧', '⩾', '＞＝', '＞=', '>＝', '=>', '＝＞', '大于等于', '大于或等于', '不小于', '不低于', '不少于', '至少', '以上'],
  '>': ['＞', '﹥', '大于', '多于', '高于', '超过', '逾'],
};

function nearest(value: unknown, known: unknown): { nearest?: string } {
  if (typeof value !== 'string' || !Array.isArray(known)) return {};
  const sign = Object.keys(SIGNS).find((name) => known.includes(name) && SIGNS[name]?.includes(value.trim()));
  if (sign !== undefined) return { nearest: sign };
  const names = known.filter((name): name is string => typeof name === 'string' && name !== 'UNDECIDED');
  // A word that several names begin with means any of them: `visible`, `visibleWhen` and `visibleTo`.
  const longer = value.length > 2 ? names.filter((name) => name !== value && name.startsWith(value)) : [];
  const found = nearestName(value, names);
  return longer.length > 1 && longer.length < 4 ? { nearest: longer.join(' / ') } : found === undefined ? {} : { nearest: found };
}

/** A value as it can stand in a sentence: scalars as they are, others by what they are. */
function shown(value: unknown): unknown {
  if (typeof value === 'string') return value.length > 60 ? `${value.slice(0, 60)}…` : value;
  return value !== null && typeof value === 'object' ? (Array.isArray(value) ? '[…]' : '{…}') : value;
}
