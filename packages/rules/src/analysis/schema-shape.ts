import { valueAt } from '@cobuild/core';
import type { FactType } from '../operators/index.js';
import type { FactShape, ValueLimits } from './fact-shapes.js';

type SchemaNode = Readonly<Record<string, unknown>>;

/** A schema that speaks about a value; `sure` when it holds for every such value, not only in one branch. */
interface Site { readonly schema: SchemaNode; readonly sure: boolean }

const ALWAYS = ['allOf'] as const;
const SOMETIMES = ['anyOf', 'oneOf'] as const;
const SOMETIMES_ONE = ['if', 'then', 'else'] as const;
/** Schemas that refer to one another in circles end here. */
const MOST_SITES = 200;

export function isNode(value: unknown): value is SchemaNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * What a JSON Schema says of the value: its type and choices where they always hold, the names of its properties in whichever branch they
 * stand. Properties are looked at when they are asked for, so that schemas may refer to themselves.
 */
export function shapeOfSchema(schema: unknown): FactShape {
  return shapeOf([{ schema, sure: true }], isNode(schema) ? schema : {});
}

function shapeOf(start: readonly { readonly schema: unknown; readonly sure: boolean }[], root: SchemaNode): FactShape {
  const sites = expand(start, root);
  const sure = sites.filter((site) => site.sure).map((site) => site.schema);
  const options = sure.map(optionsOf).find((found) => found !== undefined);
  const type = sure.map(typeOf).find((found) => found !== undefined) ?? typeOfOptions(options);
  const names = [...new Set(sites.flatMap((site) => Object.keys(propertiesOf(site.schema))))];
  return {
    type,
    ...(options === undefined ? {} : { options }),
    ...limitsOf(sure, type),
    ...(names.length === 0 || sites.some((site) => isMap(site.schema)) ? {} : { names }),
    property: (name) => {
      const members = sites.filter((site) => hasOwn(propertiesOf(site.schema), name)).map((site) => ({ schema: propertiesOf(site.schema)[name], sure: site.sure }));
      return members.length === 0 ? undefined : shapeOf(members, root);
    },
    item: () => shapeOf(sites.filter((site) => site.schema['prefixItems'] === undefined).map((site) => ({ schema: site.schema['items'], sure: site.sure })), root),
  };
}

/** All schemas that speak about the same value: the schema, what it refers to and its branches. */
function expand(start: readonly { readonly schema: unknown; readonly sure: boolean }[], root: SchemaNode): readonly Site[] {
  const sites: Site[] = [];
  const open = [...start];
  for (let next = open.shift(); next !== undefined && sites.length < MOST_SITES; next = open.shift()) {
    const { schema, sure } = next;
    if (!isNode(schema) || sites.some((site) => site.schema === schema)) continue;
    sites.push({ schema, sure });
    const reference = schema['$ref'];
    if (typeof reference === 'string') open.push({ schema: referred(reference, root), sure });
    for (const keyword of ALWAYS) for (const branch of branchesOf(schema[keyword])) open.push({ schema: branch, sure });
    for (const keyword of SOMETIMES) for (const branch of branchesOf(schema[keyword])) open.push({ schema: branch, sure: false });
    for (const keyword of SOMETIMES_ONE) open.push({ schema: schema[keyword], sure: false });
    const dependent = schema['dependentSchemas'];
    if (isNode(dependent)) for (const branch of Object.values(dependent)) open.push({ schema: branch, sure: false });
  }
  return sites;
}

/** `#/$defs/line`, or the `$id` of a definition. */
function referred(reference: string, root: SchemaNode): unknown {
  if (reference.startsWith('#')) return valueAt(root, reference.slice(1));
  const definitions = root['$defs'];
  return isNode(definitions) ? Object.values(definitions).find((definition) => isNode(definition) && definition['$id'] === reference) : undefined;
}

function branchesOf(list: unknown): readonly unknown[] {
  return Array.isArray(list) ? (list as readonly unknown[]) : [];
}

function propertiesOf(schema: SchemaNode): SchemaNode {
  const properties = schema['properties'];
  return isNode(properties) ? properties : {};
}

/** Whether properties of any name may be there because the schema says so. */
function isMap(schema: SchemaNode): boolean {
  return isNode(schema['patternProperties']) || isNode(schema['additionalProperties']);
}

/** `enum`, `const`, or a `oneOf` of titled constants. */
function optionsOf(schema: SchemaNode): readonly unknown[] | undefined {
  if (Array.isArray(schema['enum'])) return schema['enum'] as readonly unknown[];
  if (hasOwn(schema, 'const')) return [schema['const']];
  const branches = schema['oneOf'];
  if (!Array.isArray(branches) || branches.length === 0) return undefined;
  const constants = (branches as readonly unknown[]).flatMap((branch) => (isNode(branch) && hasOwn(branch, 'const') ? [branch['const']] : []));
  return constants.length === branches.length ? constants : undefined;
}

/** The limits of all schemas together; those of a list are about the number of its items. */
function limitsOf(sure: readonly SchemaNode[], type: FactType): { readonly limits?: ValueLimits } {
  if (type !== 'number' && type !== 'list') return {};
  const all = (keyword: string): number[] => sure.map((schema) => schema[keyword]).filter((limit): limit is number => typeof limit === 'number');
  const lowest = all(type === 'list' ? 'minItems' : 'minimum');
  const highest = all(type === 'list' ? 'maxItems' : 'maximum');
  const [above, below] = type === 'list' ? [[], []] : [all('exclusiveMinimum'), all('exclusiveMaximum')];
  const isWhole = type === 'list' || sure.some((schema) => schema['type'] === 'integer');
  const limits: ValueLimits = {
    ...(lowest.length === 0 ? (type === 'list' ? { minimum: 0 } : {}) : { minimum: Math.max(...lowest) }),
    ...(highest.length === 0 ? {} : { maximum: Math.min(...highest) }),
    ...(above.length === 0 ? {} : { exclusiveMinimum: Math.max(...above) }),
    ...(below.length === 0 ? {} : { exclusiveMaximum: Math.min(...below) }),
    ...(isWhole ? { perUnit: 1 } : sure.some((schema) => schema['format'] === 'money') ? { perUnit: 100 } : {}),
  };
  return Object.keys(limits).length === 0 ? {} : { limits };
}

function typeOf(schema: SchemaNode): FactType | undefined {
  const { type: written } = schema;
  if (written === undefined) return undefined;
  const types = (Array.isArray(written) ? (written as readonly unknown[]) : [written]).filter((type) => type !== 'null');
  if (types.length !== 1) return 'any';
  switch (types[0]) {
    case 'number': case 'integer': return 'number';
    case 'string': return schema['format'] === 'date' ? 'date' : 'text';
    case 'boolean': return 'boolean';
    case 'array': return 'list';
    default: return 'any';
  }
}

function typeOfOptions(options: readonly unknown[] | undefined): FactType {
  const kinds = [...new Set((options ?? []).map((option) => typeof option))];
  if (kinds.length !== 1) return 'any';
  return kinds[0] === 'string' ? 'text' : kinds[0] === 'number' || kinds[0] === 'boolean' ? kinds[0] : 'any';
}

function hasOwn(value: object, key: string): boolean {
  return Object.prototype.hasOwnProperty.call(value, key);
}
