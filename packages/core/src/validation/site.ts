import { toPointer } from '../problems/json-pointer.js';
import type { Check } from './evaluation.js';
import { hasOwn, isObject } from './instance.js';
import type { JsonObject } from './instance.js';
import type { SchemaNode } from './registry.js';
import { SchemaError } from './validator.js';
import type { ValidationIssue } from './validator.js';

/** What a keyword is made with: functions that check a named format. They return true for values they do not apply to. */
export type Formats = Readonly<Record<string, (value: string | number) => boolean>>;

/** What a keyword may ask of the compiler. */
export interface Workshop {
  readonly formats: Formats;
  /** The check of a schema standing inside another. */
  compile(node: SchemaNode): Check;
  /** The check of a schema that is referred to; it may be one that is still being made. */
  refer(node: SchemaNode, from: SchemaNode): Check;
  /** The checks, by resource, of every schema with this `$dynamicAnchor` that a validation can come through. */
  dynamicTargets(anchor: string): (resource: SchemaNode['resource']) => Check | undefined;
  resolve(reference: string, from: SchemaNode): SchemaNode | undefined;
}

/** Makes the check of one keyword, or of a family that works together; nothing where the schema has no such keyword. */
export type Keyword = (site: Site) => Check | undefined;

/** A schema object being compiled: what its keywords read and report with. */
export class Site {
  private readonly schema: JsonObject;
  private readonly alone: boolean;

  constructor(readonly node: SchemaNode, readonly workshop: Workshop) {
    this.schema = node.schema as JsonObject;
    this.alone = node.resource.dialect.refAlone && hasOwn(this.schema, '$ref');
  }

  /** The keyword's value; `undefined` where it is absent or its vocabulary is not in use. */
  value(keyword: string): unknown {
    if (!hasOwn(this.schema, keyword)) return undefined;
    const silent = (this.alone && keyword !== '$ref') || this.node.resource.dialect.ignores(keyword);
    return silent ? undefined : this.schema[keyword];
  }

  /** The address of a keyword of this schema. */
  location(...tokens: readonly string[]): string {
    return `${this.node.resource.uri}#${this.node.pointer}${toPointer(...tokens)}`;
  }

  /** An issue of the value that the schema looks at. One whose parameters are known beforehand is made once. */
  issue(keyword: string, params: ValidationIssue['params'], ...tokens: readonly string[]): ValidationIssue {
    // A keyword has nothing to escape.
    const schemaLocation = tokens.length > 0 ? this.location(...tokens) : `${this.node.resource.uri}#${this.node.pointer}/${keyword}`;
    return { keyword, instancePointer: '', schemaLocation, params };
  }

  /** The check of the subschema that the tokens lead to. */
  subschema(...tokens: readonly string[]): Check {
    const node = this.node.inner?.get(toPointer(...tokens));
    return node ? this.workshop.compile(node) : this.fail('A schema is expected here.', ...tokens);
  }

  /** A keyword that holds one number, not negative if it counts something. */
  number(keyword: string, counts = false): number | undefined {
    const value = this.value(keyword);
    if (value === undefined) return undefined;
    if (typeof value !== 'number' || !Number.isFinite(value)) return this.fail(`"${keyword}" must be a number.`, keyword);
    if (counts && (value < 0 || !Number.isInteger(value))) return this.fail(`"${keyword}" must be a whole number, 0 or more.`, keyword);
    return value;
  }

  /** A keyword that holds a list. */
  list(keyword: string): readonly unknown[] | undefined {
    const value = this.value(keyword);
    if (value === undefined || Array.isArray(value)) return value as readonly unknown[] | undefined;
    return this.fail(`"${keyword}" must be a list.`, keyword);
  }

  /** A keyword, or a part of one, that lists property names. */
  names(value: unknown, ...tokens: readonly string[]): readonly string[] {
    if (Array.isArray(value) && value.every((name) => typeof name === 'string')) return value;
    return this.fail(`"${tokens.join('/')}" must be a list of property names.`, ...tokens);
  }

  /** A keyword that holds something by name, as entries. */
  entries(keyword: string): readonly (readonly [string, unknown])[] | undefined {
    const value = this.value(keyword);
    if (value === undefined) return undefined;
    return isObject(value) ? Object.entries(value) : this.fail(`"${keyword}" must be an object.`, keyword);
  }

  fail(message: string, ...tokens: readonly string[]): never {
    throw new SchemaError(message, this.node.place + toPointer(...tokens));
  }
}
