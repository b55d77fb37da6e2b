import type { CompiledSchema, Validator } from '../validation/validator.js';
import type { JsonSchema } from './json-schema.js';
import { fragmentOf, isRecord, own, textAt } from './json-schema.js';
import type { Gate } from './schema-sources.js';

/** Answers for the `if` schemas of a form, each compiled on first use. */
export interface GateTests {
  /** @param objects - The objects on the way to a field, the root first. */
  hold(gates: readonly Gate[], objects: readonly unknown[]): boolean;
}

const WITHOUT_ID = 'urn:cobuild:answers';

/**
 * Compiles one `if` of a schema in its place, so that references inside it still lead where they did: the whole document is
 * embedded as a definition and the `if` is referred to by its address.
 */
function compileAt(root: JsonSchema, pointer: string, validator: Validator): CompiledSchema | undefined {
  const id = (textAt(root, '$id') ?? WITHOUT_ID).replace(/#$/, '');
  const dialect = textAt(root, '$schema');
  try {
    return validator.compile({
      ...(dialect === undefined ? {} : { $schema: dialect }),
      $defs: { answers: { ...root, $id: id } },
      allOf: [{ $ref: `${id}#${fragmentOf(pointer)}` }],
    });
  } catch {
    return undefined; // the whole schema does not compile either, and that is reported once
  }
}

export function createGateTests(root: JsonSchema, validator: Validator): GateTests {
  const compiled = new Map<string, CompiledSchema | undefined>();
  const testAt = (pointer: string): CompiledSchema | undefined => {
    if (!compiled.has(pointer)) compiled.set(pointer, compileAt(root, pointer, validator));
    return compiled.get(pointer);
  };
  const holds = (gate: Gate, objects: readonly unknown[]): boolean => {
    const object = objects[gate.depth];
    const instance = isRecord(object) ? object : {};
    if (gate.kind === 'present') return own(instance, gate.property) !== undefined;
    const test = testAt(gate.pointer);
    if (gate.kind === 'property') {
      const value = own(instance, gate.property);
      return value !== undefined && test?.validate(value).length === 0;
    }
    return test !== undefined && (test.validate(instance).length === 0) === gate.expected;
  };
  return { hold: (gates, objects) => gates.every((gate) => holds(gate, objects)) };
}
