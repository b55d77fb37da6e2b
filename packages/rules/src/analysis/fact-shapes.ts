import type { FormDefinition } from '@cobuild/core';
import { valueAt, withRecordSchemas } from '@cobuild/core';
import { reservedFacts } from '../conditions/index.js';
import type { FactType } from '../operators/index.js';
import { isCalendarDate } from '../operators/index.js';
import { isNode, shapeOfSchema } from './schema-shape.js';

/** What is known of a fact before anything runs. */
export interface FactShape {
  readonly type: FactType;
  /** Its choices, where the list of them is closed. */
  readonly options?: readonly unknown[];
  /** Names of an object's properties; absent where others may be there too. */
  readonly names?: readonly string[];
  readonly property?: (name: string) => FactShape | undefined;
  /** What an item of a list is. */
  readonly item?: () => FactShape;
  /** Limits that always hold: of a number, or of the length of a list. */
  readonly limits?: ValueLimits;
}

/** Smallest and largest value that the form or the parameter lets through; of a list, the number of its items. */
export interface ValueLimits {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  /** Values per unit: 1 for whole numbers, 100 for money. */
  readonly perUnit?: 1 | 100;
}

/** Facts with what is known of each. */
export interface FactShapes {
  readonly byName: ReadonlyMap<string, FactShape>;
  /** All facts are known; otherwise a form could not be read and a name that is not here may still be right. */
  readonly complete: boolean;
}

export const anything: FactShape = { type: 'any' };
const text: FactShape = { type: 'text' };

const parameterTypes: Readonly<Record<string, FactType>> = { money: 'number', integer: 'number', decimal: 'number', boolean: 'boolean', text: 'text', list: 'list' };
const hostFactTypes: Readonly<Record<string, FactType>> = { text: 'text', number: 'number', boolean: 'boolean', date: 'date', list: 'list' };

/**
 * The facts of the requirements: answers of the application form, the reserved facts and what the host looks up.
 *
 * @param scheme - A merged scheme, checked or not; what has the wrong shape is left out.
 */
export function eligibilityFacts(scheme: unknown): FactShapes {
  return factsOf(applicationForm(scheme), hostFacts(scheme), scheme);
}

/** The facts of a form's own conditions: its answers and the reserved facts; in the application form the host's facts too. */
export function formFacts(scheme: unknown, form: unknown): FactShapes {
  return factsOf(form, form === applicationForm(scheme) ? hostFacts(scheme) : [], scheme);
}

/** What a case of the scheme holds by itself, whoever decides it: its answers and who applies. */
export function applicationFacts(scheme: unknown): FactShapes {
  const { byName, complete } = factsOf(applicationForm(scheme), [], scheme);
  return { byName: new Map([...byName].filter(([name]) => name === 'applicant' || !reservedFacts.some((reserved) => reserved === name))), complete };
}

function factsOf(form: unknown, fromHost: readonly [string, FactShape][], scheme: unknown): FactShapes {
  const schema = schemaWithCells(form);
  return { byName: new Map([...answerFacts(schema), ...fromHost, ...reserved(scheme)]), complete: isNode(schema) };
}

/** With the schemas of records, so that a path into one is followed as well. */
function schemaWithCells(form: unknown): unknown {
  const schema = valueAt(form, '/schema');
  return isNode(schema) && isNode(valueAt(form, '/fields')) ? withRecordSchemas(form as FormDefinition).schema : schema;
}

function applicationForm(scheme: unknown): unknown {
  const stage = listAt(scheme, '/stages').find((candidate) => valueAt(candidate, '/method') === 'application');
  const id = valueAt(stage, '/form');
  return listAt(scheme, '/forms').find((form) => id !== undefined && valueAt(form, '/id') === id);
}

function answerFacts(schema: unknown): [string, FactShape][] {
  const root = shapeOfSchema(schema);
  return (root.names ?? []).map((name) => [name, root.property?.(name) ?? anything]);
}

function hostFacts(scheme: unknown): [string, FactShape][] {
  return listAt(scheme, '/eligibility/hostFacts').flatMap((fact): [string, FactShape][] => {
    const id = valueAt(fact, '/id');
    return typeof id === 'string' ? [[id, { type: typeNamed(hostFactTypes, valueAt(fact, '/type')) }]] : [];
  });
}

function reserved(scheme: unknown): [string, FactShape][] {
  const levels = listAt(scheme, '/organisation/levels').map((level) => valueAt(level, '/id'));
  const applicant = objectShape({ id: text, name: text, unit: text, town: text, level: levels.length === 0 ? text : { type: 'text', options: levels } });
  const known: Readonly<Record<string, FactShape>> = { applicant, parameters: parametersShape(valueAt(scheme, '/parameters')), today: { type: 'date' } };
  return reservedFacts.map((name) => [name, known[name] ?? anything]);
}

function parametersShape(parameters: unknown): FactShape {
  return isNode(parameters) ? objectShape(Object.fromEntries(Object.entries(parameters).map(([key, parameter]) => [key, parameterShape(parameter)]))) : anything;
}

function parameterShape(parameter: unknown): FactShape {
  const choices = valueAt(parameter, '/choices');
  // There is no type of its own for days: a text that is one is compared as one.
  const type = isCalendarDate(valueAt(parameter, '/value')) ? 'date' : typeNamed(parameterTypes, valueAt(parameter, '/type'));
  return { type, ...(Array.isArray(choices) ? { options: choices } : {}), limits: parameterLimits(parameter) };
}

function parameterLimits(parameter: unknown): ValueLimits {
  const [minimum, maximum, type] = ['/minimum', '/maximum', '/type'].map((at) => valueAt(parameter, at));
  return {
    ...(typeof minimum === 'number' ? { minimum } : {}), ...(typeof maximum === 'number' ? { maximum } : {}),
    ...(type === 'integer' ? { perUnit: 1 as const } : type === 'money' ? { perUnit: 100 as const } : {}),
  };
}

function objectShape(properties: Readonly<Record<string, FactShape>>): FactShape {
  return { type: 'any', names: Object.keys(properties), property: (name) => (Object.prototype.hasOwnProperty.call(properties, name) ? properties[name] : undefined) };
}

function typeNamed(types: Readonly<Record<string, FactType>>, name: unknown): FactType {
  return typeof name === 'string' && Object.prototype.hasOwnProperty.call(types, name) ? (types[name] ?? 'any') : 'any';
}

/** The list at a place; empty where there is none. */
export function listAt(document: unknown, pointer: string): readonly unknown[] {
  const list = valueAt(document, pointer);
  return Array.isArray(list) ? (list as readonly unknown[]) : [];
}
