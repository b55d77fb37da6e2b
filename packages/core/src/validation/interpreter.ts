import { every, Run } from './evaluation.js';
import type { Check } from './evaluation.js';
import { dateFormat } from './date-format.js';
import { hasOwn, isObject } from './instance.js';
import { OTHER_KEYWORDS, plainKeywords } from './keywords/plain.js';
import { formatPart, keywordPart } from './parts/validation-parts.js';
import { Registry } from './registry.js';
import type { Resource, SchemaNode } from './registry.js';
import { createSession, outcome } from './session.js';
import { Site } from './site.js';
import type { Formats, Workshop } from './site.js';
import { SchemaError } from './validator.js';
import type { CompiledSchema, ValidationSession, Validator } from './validator.js';

const others = new Set(OTHER_KEYWORDS);

/** Settings of `createInterpreter`. */
export interface InterpreterOptions {
  /**
   * Schemas that others may refer to, by absolute URI. None by default: nothing is ever fetched. The metaschemas of
   * 2020-12 stand ready as `metaschemas`.
   */
  readonly schemas?: Readonly<Record<string, unknown>>;
  /**
   * Formats to assert, by name. A function returns true for values it does not apply to (`money` looks at numbers, `date` at
   * strings). By default `schemeFormats`, the standard ones and CoBuild's; `{}` makes `format` an annotation, as unknown names always are.
   */
  readonly formats?: Formats;
}

/** A schema that the interpreter has read. */
export interface InterpretedSchema extends CompiledSchema {
  session(): ValidationSession;
}

export interface Interpreter extends Validator {
  compile(schema: unknown): InterpretedSchema;
}

/** The interpreter that `createInterpreter` makes, for a page that loads it in parts: what the schemas need has to be there, see `prepareSchema`. */
export function createPreparedInterpreter(options: InterpreterOptions = {}): Interpreter {
  const library = new Registry();
  for (const uri of Object.keys(options.schemas ?? {})) library.load(options.schemas?.[uri], uri.replace(/#$/, ''));
  return { compile: (schema) => compiled(schema, library, options.formats ?? formatPart.known?.schemeFormats ?? dateFormat) };
}

function compiled(schema: unknown, library: Registry, formats: Formats): InterpretedSchema {
  const registry = new Registry(library);
  const root = registry.load(schema, '');
  const compiler = new Compiler(registry, formats);
  const check = compiler.compile(root);
  // Parts that nothing refers to yet are compiled too, so that a mistake in them is found when the file is loaded.
  const nodes = registry.nodes();
  if (compiler.size < nodes.length) for (const node of nodes) compiler.compile(node);
  const lasting = compiler.finish();
  const { uri } = root.resource;
  return {
    validate: (instance) => outcome(instance, check, uri, new Run()).issues,
    session: () => createSession(check, uri, lasting),
  };
}

/** Makes closures of schemas, each once. */
class Compiler implements Workshop {
  private readonly checks = new Map<SchemaNode, Check>();
  private readonly waiting: SchemaNode[] = [];
  private readonly reached = new Set<Resource>();
  private readonly dynamicAnchors = new Set<string>();

  constructor(private readonly registry: Registry, readonly formats: Formats) {}

  /** How many schemas are compiled. */
  get size(): number {
    return this.checks.size;
  }

  compile(node: SchemaNode): Check {
    const known = this.checks.get(node);
    if (known) return known;
    this.reached.add(node.resource);
    const check = node.pointer === '' ? entering(node.resource, this.make(node)) : this.make(node);
    this.checks.set(node, check);
    return check;
  }

  refer(node: SchemaNode, from: SchemaNode): Check {
    this.waiting.push(node);
    const check: Check = (instance, run, seen) => (this.checks.get(node) as Check)(instance, run, seen);
    // A resource is also entered by a reference to somewhere inside it.
    return node.resource === from.resource || node.pointer === '' ? check : entering(node.resource, check);
  }

  dynamicTargets(anchor: string): (resource: Resource) => Check | undefined {
    this.dynamicAnchors.add(anchor);
    return (resource) => {
      const node = resource.dynamicAnchors.get(anchor);
      return node && this.checks.get(node);
    };
  }

  resolve(reference: string, from: SchemaNode): SchemaNode | undefined {
    return this.registry.resolve(reference, from);
  }

  /**
   * Compiles what was referred to, and what dynamic references can come to, until nothing is new. Returns whether a check
   * always says the same of an object: it does not where a dynamic reference asks which way the validation came.
   */
  finish(): boolean {
    for (let size = -1; size !== this.checks.size; ) {
      size = this.checks.size;
      for (let node = this.waiting.pop(); node; node = this.waiting.pop()) this.compile(node);
      for (const resource of [...this.reached]) {
        for (const [anchor, node] of resource.dynamicAnchors) if (this.dynamicAnchors.has(anchor)) this.compile(node);
      }
    }
    return this.dynamicAnchors.size === 0;
  }

  private make(node: SchemaNode): Check {
    const { schema } = node;
    if (schema === true) return () => true;
    if (schema === false) {
      const issue = { keyword: 'false', instancePointer: '', schemaLocation: `${node.resource.uri}#${node.pointer}`, params: {} };
      return (_, run) => run.report(issue);
    }
    if (!isObject(schema)) throw new SchemaError('A schema is an object, true or false.', node.place);
    const site = new Site(node, this);
    const parts = Object.keys(schema).some((name) => others.has(name)) ? keywordPart.now : keywordPart.known;
    const checks: Check[] = [];
    for (const keyword of (parts?.keywords ?? plainKeywords).of(schema)) {
      const check = keyword(site);
      if (check) checks.push(check);
    }
    const made = every(checks);
    const watches = hasOwn(schema, 'unevaluatedProperties') || hasOwn(schema, 'unevaluatedItems');
    return watches ? keywordPart.now.withOwnRecord(made) : made;
  }
}

/** Notes the resource in the dynamic scope while its schema is at work. */
function entering(resource: Resource, check: Check): Check {
  return (instance, run, seen) => {
    run.scope.push(resource);
    const valid = check(instance, run, seen);
    run.scope.pop();
    return valid;
  };
}
