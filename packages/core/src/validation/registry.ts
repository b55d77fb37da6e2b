import { toPointer } from '../problems/json-pointer.js';
import { draft07, draft202012, isDraft07 } from './dialect.js';
import type { Dialect } from './dialect.js';
import { hasOwn, isObject } from './instance.js';
import { addressPart } from './parts/validation-parts.js';
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
  /** In the order in which they are met. */
  readonly nodes: SchemaNode[];
}

/** One schema and its place. */
export interface SchemaNode {
  readonly schema: unknown;
  readonly resource: Resource;
  /** Pointer from the resource's root: what makes the address. */
  readonly pointer: string;
  /** Pointer from the document's root: what a person looks for in the file. */
  readonly place: string;
  /** Schemas directly inside, by the way from here: `/properties/name`. */
  inner?: Map<string, SchemaNode>;
}

/** Where schemas stand inside a schema. */
const SCHEMA = new Set('additionalProperties propertyNames items additionalItems contains not if then else unevaluatedItems unevaluatedProperties contentSchema'.split(' '));
const SCHEMA_LIST = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const SCHEMA_MAP = new Set(['properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions', 'dependencies']);
/** Deeper than any schema that somebody writes; checking deeper ones would leave no room to call functions. */
const DEEPEST = 1_000;

/** Calls back for each schema directly inside the schema, with the keyword that leads to it and, in a list or a map, its place there. */
export function eachSubschema(schema: unknown, visit: (subschema: unknown, keyword: string, key?: string) => void): void {
  if (!isObject(schema)) return;
  Object.keys(schema).forEach((keyword) => {
    const value = schema[keyword];
    if (Array.isArray(value)) {
      // `items` as a list is draft-07's.
      if (SCHEMA_LIST.includes(keyword) || keyword === 'items') value.forEach((item, index) => visit(item, keyword, String(index)));
    } else if (SCHEMA.has(keyword)) visit(value, keyword);
    else if (SCHEMA_MAP.has(keyword) && isObject(value)) {
      // `dependencies` may hold lists of names beside schemas.
      for (const key of Object.keys(value)) if (!Array.isArray(value[key])) visit(value[key], keyword, key);
    }
  });
}

/** The address of a schema with this `$id`, inside what has an address itself. */
const addressOf = (id: string, base: string): string => (id === '' && base === '' ? '' : addressPart.now.absolute(id, base));

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
    const resource = this.addResource(document, addressOf(id, uri), '', draft202012);
    // A document can be asked for by the address it was given under as well as by its own name.
    this.resources.set(uri, resource);
    return resource.root;
  }

  /** Every schema of the documents taken in here. */
  nodes(): SchemaNode[] {
    return [...new Set(this.resources.values())].flatMap(({ nodes }) => nodes);
  }

  /** The schema that a reference means, seen from a node. */
  resolve(reference: string, from: SchemaNode): SchemaNode | undefined {
    return addressPart.now.resolveIn(this, reference, from);
  }

  private addResource(schema: unknown, uri: string, place: string, inherited: Dialect): Resource {
    const resource = {
      uri,
      dialect: this.dialect(schema, inherited),
      anchors: new Map(),
      dynamicAnchors: new Map(),
      embedded: new Map(),
      nodes: [],
    } as unknown as { -readonly [Key in keyof Resource]: Resource[Key] };
    if (!this.resources.has(uri)) this.resources.set(uri, resource);
    resource.root = { schema, resource, pointer: '', place };
    this.index(resource.root);
    return resource;
  }

  /** Takes in a schema at a place, with everything in it. */
  addNode(schema: unknown, parent: Resource, pointer: string, place: string): SchemaNode {
    const refersOnly = parent.dialect.refAlone && isObject(schema) && hasOwn(schema, '$ref');
    const id = isObject(schema) && !refersOnly ? schema['$id'] : undefined;
    if (typeof id === 'string' && !id.startsWith('#')) {
      const resource = this.addResource(schema, addressOf(id, parent.uri), place, parent.dialect);
      parent.embedded.set(pointer, resource);
      return resource.root;
    }
    const node: SchemaNode = { schema, resource: parent, pointer, place };
    this.index(node);
    return node;
  }

  private index(node: SchemaNode): void {
    const { schema, resource, pointer, place } = node;
    resource.nodes.push(node);
    if (place.length > DEEPEST && (place.length > 20_000 || place.split('/').length > DEEPEST)) throw new SchemaError('The schema is nested too deeply.', place);
    if (!isObject(schema)) return;
    const { $id, $anchor, $dynamicAnchor } = schema;
    if (resource.dialect.refAlone && typeof $id === 'string' && $id.startsWith('#')) resource.anchors.set($id.slice(1), node);
    if (typeof $anchor === 'string') resource.anchors.set($anchor, node);
    if (typeof $dynamicAnchor === 'string') {
      resource.anchors.set($dynamicAnchor, node);
      resource.dynamicAnchors.set($dynamicAnchor, node);
    }
    eachSubschema(schema, (subschema, keyword, key) => {
      const step = key === undefined ? `/${keyword}` : `/${keyword}${toPointer(key)}`;
      const inner = pointer + step;
      // One text where both are the same, as in nearly every document.
      (node.inner ??= new Map<string, SchemaNode>()).set(step, this.addNode(subschema, resource, inner, pointer === place ? inner : place + step));
    });
  }

  private dialect(schema: unknown, inherited: Dialect): Dialect {
    const uri = isObject(schema) ? schema['$schema'] : undefined;
    if (typeof uri !== 'string') return inherited;
    if (isDraft07(uri)) return draft07;
    const metaschema = this.find(uri.replace(/#.*/s, ''));
    return metaschema === undefined ? draft202012 : addressPart.now.dialectOf(metaschema.root.schema);
  }
}
