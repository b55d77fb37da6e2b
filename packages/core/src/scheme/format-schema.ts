import { formatSchemas } from '../generated/schemas.js';
import { escapeToken, valueAt } from '../problems/json-pointer.js';
import { createInterpreter, schemeFormats } from '../validation/index.js';
import type { CompiledSchema, Validator } from '../validation/index.js';
import { hasOwn, isObject } from '../validation/instance.js';
import { schemasAt, stepInto } from './schema-cursor.js';
import type { ResolveReference, SchemaSite } from './schema-cursor.js';

const BASE = 'https://cobuild.dev/schemas/1/';

function schemaFile(file: string): unknown {
  const name = file.replace(/\.schema\.json$/, '');
  return hasOwn(formatSchemas, name) ? (formatSchemas as Readonly<Record<string, unknown>>)[name] : undefined;
}

const members = new WeakMap<readonly SchemaSite[], Map<string, readonly SchemaSite[]>>();
let rootSites: readonly SchemaSite[] | undefined;

const resolve: ResolveReference = (reference, root) => {
  const [file = '', pointer = ''] = reference.split('#');
  const document = file === '' ? root : schemaFile(file);
  return document === undefined ? undefined : { schema: valueAt(document, pointer), root: document };
};

/** The schema that a validator's `schemaLocation` leads to: `https://…/threshold.schema.json#/properties/base`. */
export function schemaAtLocation(location: string): SchemaSite | undefined {
  const [file = '', pointer = ''] = location.split('#');
  const root = schemaFile(file.slice(BASE.length));
  const schema = valueAt(root, pointer);
  return isObject(schema) ? { schema, root } : undefined;
}

/** All schemas of the format that speak about the same place as the one given. */
export function expandSite(site: { readonly schema: unknown; readonly root: unknown }): SchemaSite[] {
  return schemasAt(site, resolve);
}

/** The schemas of a member. Schemas of the format do not change, and walking a long list asks the same again and again. */
export function formatSitesOf(sites: readonly SchemaSite[], token: string): readonly SchemaSite[] {
  const key = /^\d+$/.test(token) ? '*' : token;
  const known = members.get(sites) ?? new Map<string, readonly SchemaSite[]>();
  const found = known.get(key) ?? stepInto(sites, key, resolve);
  members.set(sites, known.set(key, found));
  return found;
}

let validator: Validator | undefined;
const compiled = new Map<string, CompiledSchema>();

/** A schema of the format, ready to use: `scheme`, or a definition as `common#/$defs/ratio`. Made when it is first asked for. */
export function formatValidator(name: string): CompiledSchema {
  const [file = '', pointer] = name.split('#');
  return formatValidatorAt(`${BASE}${file}.schema.json${pointer === undefined ? '' : `#${pointer}`}`);
}

/** The same by the full address of any schema inside the format. */
export function formatValidatorAt(address: string): CompiledSchema {
  const known = compiled.get(address);
  if (known) return known;
  validator = validator ?? createInterpreter({ schemas: byAddress(), formats: schemeFormats });
  const made = validator.compile({ $ref: address });
  compiled.set(address, made);
  return made;
}

function byAddress(): Record<string, unknown> {
  const schemas: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(formatSchemas)) schemas[`${BASE}${name}.schema.json`] = schema;
  return schemas;
}

/** All schemas that speak about the whole scheme. */
export function formatRoot(): readonly SchemaSite[] {
  rootSites = rootSites ?? expandSite({ schema: formatSchemas.scheme, root: formatSchemas.scheme });
  return rootSites;
}

/** Called for each place that the format describes, with all that it says there. */
export type VisitPlace = (value: unknown, pointer: string, sites: readonly SchemaSite[]) => void;

/** Goes through a scheme as far as the format describes it: not into form schemas, answers or `x-…`. */
export function walkFormat(document: unknown, visit: VisitPlace): void {
  const walk = (value: unknown, pointer: string, sites: readonly SchemaSite[]): void => {
    if (sites.length === 0) return;
    visit(value, pointer, sites);
    if (value === null || typeof value !== 'object') return;
    for (const [key, member] of Object.entries(value)) walk(member, `${pointer}/${escapeToken(key)}`, formatSitesOf(sites, key));
  };
  walk(document, '', formatRoot());
}

/** Whether the format allows `UNDECIDED` at a place. */
export function isOpen(sites: readonly SchemaSite[]): boolean {
  return sites.some(({ schema }) => schema['const'] === 'UNDECIDED' || schema['title'] === 'ParameterValue');
}

/** The name of the open value at a place, `OpenRatio`, where a parameter may stand in for it. */
export function openName(sites: readonly SchemaSite[]): string | undefined {
  if (!sites.some(({ schema }) => schema['title'] === 'ParameterReference')) return undefined;
  const titles = sites.map(({ schema }) => schema['title']);
  return titles.find((title): title is string => typeof title === 'string' && title.startsWith('Open'));
}
