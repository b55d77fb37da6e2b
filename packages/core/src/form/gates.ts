import { pointerTokens, valueAt } from '../problems/json-pointer.js';
import type { CompiledSchema, ValidationIssue, Validator } from '../validation/validator.js';
import type { FieldSpec } from './field-spec.js';
import type { JsonSchema } from './json-schema.js';
import { isRecord, own, textAt } from './json-schema.js';
import { fragmentOf } from './references.js';
import type { Gate } from './schema-sources.js';

/** Answers for the `if` schemas of a form, each compiled on first use. */
export interface GateTests {
  /**
   * @param objects - The objects on the way to a field, the root first.
   * @param chosen - The branches that are chosen at each of them, by the pointer of their keyword.
   */
  hold(gates: readonly Gate[], objects: readonly unknown[], chosen: readonly ChosenBranches[]): boolean;
  /** Whether a value fits the schema at a pointer. */
  readonly fits: (pointer: string, value: unknown) => boolean;
  /** What is wrong with a value by the schema at a pointer; places are seen from the value. */
  issues(pointer: string, value: unknown): readonly ValidationIssue[];
}

/** Branches of one value by the pointer of the keyword that has them. */
export type ChosenBranches = ReadonlyMap<string, number>;

const WITHOUT_ID = 'urn:cobuild:answers';
const NOTHING: JsonSchema = {};

/** Whether a schema means the same by itself: it refers to nothing and stands in no resource of its own. */
function standsAlone(root: JsonSchema, pointer: string): boolean {
  let outer: unknown = root;
  for (const token of pointerTokens(pointer)) {
    outer = Array.isArray(outer) ? outer[Number(token)] : own(outer, token);
    if (own(outer, '$id') !== undefined || own(outer, '$schema') !== undefined) return false;
  }
  return refersToNothing(outer);
}

function refersToNothing(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(refersToNothing);
  return !isRecord(value) || Object.keys(value).every((key) => !/^\$(?!comment$)/.test(key) && refersToNothing(value[key]));
}

/**
 * Compiles one `if` of a schema so that references inside it still lead where they did: where there are any, the whole document
 * is embedded as a definition and the `if` is referred to by its address.
 */
function compileAt(root: JsonSchema, pointer: string, validator: Validator): CompiledSchema | undefined {
  const id = (textAt(root, '$id') ?? WITHOUT_ID).replace(/#$/, '');
  const schema = textAt(root, '$schema');
  const dialect = schema === undefined ? {} : { $schema: schema };
  const part = valueAt(root, pointer);
  try {
    if (isRecord(part) && standsAlone(root, pointer)) return validator.compile({ ...dialect, ...part });
    return validator.compile({ ...dialect, $defs: { answers: { ...root, $id: id } }, allOf: [{ $ref: `${id}#${fragmentOf(pointer)}` }] });
  } catch {
    return undefined; // the whole schema does not compile either, and that is reported once
  }
}

/** One `if`, which many fields ask about the same answers. */
class GateTest {
  private readonly known = new WeakMap<object, boolean>();
  private last: { readonly value: unknown; readonly fits: boolean } | undefined;
  /** Answers change little by little, and so do those that an `if` or a branch is asked about. */
  private readonly schema: Pick<CompiledSchema, 'validate'> | undefined;

  constructor(schema: CompiledSchema | undefined) {
    this.schema = schema?.session?.() ?? schema;
  }

  issues(value: unknown): readonly ValidationIssue[] {
    return this.schema?.validate(value) ?? [];
  }

  /** Whether a value fits; never, where the schema cannot be used. */
  fits(value: unknown): boolean | undefined {
    if (this.schema === undefined) return undefined;
    if (value === null || typeof value !== 'object') {
      if (this.last?.value !== value || this.last === undefined) this.last = { value, fits: this.schema.validate(value).length === 0 };
      return this.last.fits;
    }
    let fits = this.known.get(value);
    if (fits === undefined) this.known.set(value, (fits = this.schema.validate(value).length === 0));
    return fits;
  }
}

/** Depths of the objects that the schema's own conditions about a field are asked of. */
export const gateDepths = ({ presentWhen, requiredWhen, variants }: FieldSpec): readonly number[] =>
  [...presentWhen, ...requiredWhen, ...(variants?.gates ?? [])].flatMap((gates) => gates.map(({ depth }) => depth));

export function createGateTests(root: JsonSchema, validator: Validator): GateTests {
  const tests = new Map<string, GateTest>();
  const testAt = (pointer: string): GateTest => {
    let test = tests.get(pointer);
    if (test === undefined) tests.set(pointer, (test = new GateTest(compileAt(root, pointer, validator))));
    return test;
  };
  const holds = (gate: Gate, objects: readonly unknown[], chosen: readonly ChosenBranches[]): boolean => {
    if (gate.kind === 'branch') return chosen[gate.depth]?.get(gate.at) === gate.branch;
    const object = objects[gate.depth];
    const instance = object === undefined || object === null ? NOTHING : object;
    if (gate.kind === 'present') return own(instance, gate.property) !== undefined;
    if (gate.kind === 'schema') return testAt(gate.pointer).fits(instance) === gate.expected;
    const value = own(instance, gate.property);
    return value !== undefined && testAt(gate.pointer).fits(value) === true;
  };
  return {
    hold: (gates, objects, chosen) => gates.every((gate) => holds(gate, objects, chosen)),
    issues: (pointer, value) => testAt(pointer).issues(value),
    fits: (pointer, value) => testAt(pointer).fits(value) === true,
  };
}
