import { pointerTokens, toPointer } from '../problems/json-pointer.js';
import { dialectOf, draft07, draft202012, isDraft07 } from './dialect.js';
import type { Dialect } from './dialect.js';
import { hasOwn, isObject } from './instance.js';
import { resolveUri, splitFragment } from './uri.js';
import { SchemaError } from './validator.js';

/** A schema with an address of its own: a document, or a part of one that has `$id`. */
export interface Resource {
  readonly uri: string;
  readonly dialect: Dialect;
  readonly root: SchemaNode;
  readonly anchors: Map<string, SchemaNode>;
  readonly dynamicAnchors: Map<string, SchemaNode>;
  /** Parts with an `$id`, by their pointer in this resource. */
  readonly embedded: Map<string, Resource>;
  readonly nodes: Map<string, SchemaNode>;
}

/** One schema and its place. */
export interface SchemaNode {
  readonly schema: unknown;
  readonly resource: Resource;
  /** Pointer from the resource's root: what makes the address. */
  readonly pointer: string;
  /** Pointer from the document's root: what a person looks for in the file. */
  readonly place: string;
}

/** Where schemas stand inside a schema. */
const SCHEMA = new Set('additionalProperties propertyNames items additionalItems contains not if then else unevaluatedItems unevaluatedProperties contentSchema'.split(' '));
const SCHEMA_LIST = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const SCHEMA_MAP = new Set(['properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions', 'dependencies']);
/** Deeper than any schema that somebody writes; checking deeper ones would leave no room to call functions. */
const DEEPEST = 1_000;

/** Calls back for each schema directly inside the schema, with the tokens that lead to it. */
export function eachSubschema(schema: unknown, visit: (subschema: unknown, ...tokens: string[]) => void): void {
  if (!isObject(schema)) return;
  for (const keyword of Object.keys(schema)) {
    const value = schema[keyword];
    if (Array.isArray(value)) {
      // `items` as a list is draft-07's.
      if (SCHEMA_LIST.includes(keyword) || keyword === 'items') value.forEach((item, index) => visit(item, keyword, String(index)));
    } else if (SCHEMA.has(keyword)) visit(value, keyword);
    else if (SCHEMA_MAP.has(keyword) && isObject(value)) {
      // `dependencies` may hold lists of names beside schemas.
      for (const key of Object.keys(value)) if (!Array.isArray(value[key])) visit(value[key], keyword, key);
    }
  }
}

/** The schemas that know each other. A registry made on top of another sees its documents and may replace them. */
export class Registry {
  private readonly resources = new Map<string, Resource>();

  constructor(private readonly below?: Registry) {}

  find(uri: string): Resource | undefined {
    return this.resources.get(uri) ?? this.below?.find(uri);
  }

  /** Takes in a document and everything in it that has an address. Returns its root. */
  load(document: unknown, uri: string): SchemaNode {
    const id = isObject(document) && typeof document['$id'] === 'string' ? document['$id'] : '';
    const resource = this.addResource(document, splitFragment(resolveUri(id, uri))[0], '', draft202012);
    // A document can be asked for by the address it was given under as well as by its own name.
    this.resources.set(uri, resource);
    return resource.root;
  }

  /** Every schema of the documents taken in here. */
  nodes(): SchemaNode[] {
    return [...new Set(this.resources.values())].flatMap((resource) => [...resource.nodes.values()]);
  }

  /** The schema that a reference means, seen from a node. */
  resolve(reference: string, from: SchemaNode): SchemaNode | undefined {
    const [address, fragment] = splitFragment(resolveUri(reference, from.resource.uri));
    const resource = address === from.resource.uri ? from.resource : this.find(address);
    if (!resource) return undefined;
    if (fragment === '') return resource.root;
    return fragment.startsWith('/') ? this.follow(resource, fragment) : resource.anchors.get(fragment);
  }

  private follow(start: Resource, pointer: string): SchemaNode | undefined {
    let resource = start;
    let value = start.root.schema;
    let within = '';
    for (const token of pointerTokens(pointer)) {
      if (value === null || typeof value !== 'object' || !hasOwn(value as Readonly<Record<string, unknown>>, token)) return undefined;
      value = (value as Readonly<Record<string, unknown>>)[token];
      within += toPointer(token);
      const embedded = resource.embedded.get(within);
      if (embedded) [resource, within] = [embedded, ''];
    }
    // A place that no keyword of ours leads to becomes a schema by being referred to.
    return resource.nodes.get(within) ?? this.addNode(value, resource, within, resource.root.place + within);
  }

  private addResource(schema: unknown, uri: string, place: string, inherited: Dialect): Resource {
    const resource = {
      uri,
      dialect: this.dialect(schema, inherited),
      anchors: new Map(),
      dynamicAnchors: new Map(),
      embedded: new Map(),
      nodes: new Map(),
    } as unknown as { -readonly [Key in keyof Resource]: Resource[Key] };
    if (!this.resources.has(uri)) this.resources.set(uri, resource);
    resource.root = { schema, resource, pointer: '', place };
    this.index(resource.root);
    return resource;
  }

  private addNode(schema: unknown, parent: Resource, pointer: string, place: string): SchemaNode {
    const refersOnly = parent.dialect.refAlone && isObject(schema) && hasOwn(schema, '$ref');
    const id = isObject(schema) && !refersOnly ? schema['$id'] : undefined;
    if (typeof id === 'string' && !id.startsWith('#')) {
      const resource = this.addResource(schema, splitFragment(resolveUri(id, parent.uri))[0], place, parent.dialect);
      parent.embedded.set(pointer, resource);
      return resource.root;
    }
    const node: SchemaNode = { schema, resource: parent, pointer, place };
    this.index(node);
    return node;
  }

  private index(node: SchemaNode): void {
    const { schema, resource, pointer, place } = node;
    resource.nodes.set(pointer, node);
    if (place.length > 20_000 || (place.length > DEEPEST && place.split('/').length > DEEPEST)) throw new SchemaError('The schema is nested too deeply.', place);
    if (!isObject(schema)) return;
    const { $id, $anchor, $dynamicAnchor } = schema;
    if (resource.dialect.refAlone && typeof $id === 'string' && $id.startsWith('#')) resource.anchors.set($id.slice(1), node);
    if (typeof $anchor === 'string') resource.anchors.set($anchor, node);
    if (typeof $dynamicAnchor === 'string') {
      resource.anchors.set($dynamicAnchor, node);
      resource.dynamicAnchors.set($dynamicAnchor, node);
    }
    eachSubschema(schema, (subschema, ...tokens) => {
      const step = toPointer(...tokens);
      this.addNode(subschema, resource, pointer + step, place + step);
    });
  }

  private dialect(schema: unknown, inherited: Dialect): Dialect {
    const uri = isObject(schema) ? schema['$schema'] : undefined;
    if (typeof uri !== 'string') return inherited;
    if (isDraft07(uri)) return draft07;
    return dialectOf(this.find(splitFragment(uri)[0])?.root.schema);
  }
}
