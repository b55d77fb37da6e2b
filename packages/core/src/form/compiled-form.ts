import type { FormDefinition } from '../generated/types.js';
import type { CompiledSchema, Validator } from '../validation/validator.js';
import { SchemaError } from '../validation/validator.js';
import type { ComputedPlan } from './computed-plan.js';
import type { FormPlan } from './field-plan.js';
import { planFields } from './field-plan.js';
import type { FieldSpec } from './field-spec.js';
import { buildPrepared } from './field-tree.js';
import type { GateTests } from './gates.js';
import { isRecord } from './json-schema.js';
import type { LayoutPlan } from './layout-plan.js';
import { planLayout } from './layout-plan.js';
import { branchPart, computedPart, recordPart } from './parts/form-parts.js';
import type { SchemaFinding } from './schema-sources.js';
import type { WidgetTester } from './widgets.js';

/** A definition made ready: structure, layout, order of calculation and the compiled schema. Holds no answers. */
export interface CompiledForm {
  readonly definition: FormDefinition;
  readonly root: FieldSpec;
  readonly layout: LayoutPlan;
  /** The fields with what is asked of them at each change. */
  readonly plan: FormPlan;
  readonly computed: ComputedPlan;
  readonly gateTests: GateTests;
  readonly findings: readonly SchemaFinding[];
  /** Missing when the schema cannot be used; `schemaError` says why. */
  readonly schema?: CompiledSchema;
  readonly schemaError?: { readonly reason: string; readonly pointer: string };
}

const NO_COMPUTED: ComputedPlan = { order: [], cycles: [] };
/** Of a schema without conditions and branches. */
const NO_GATES: GateTests = { hold: (gates) => gates.length === 0, fits: () => false, issues: () => [] };

/**
 * Compiles a definition once, for any number of answers, with the parts that are there. Never throws for what is wrong with a definition: that is
 * found by `definitionProblems`.
 */
export function compilePrepared(definition: FormDefinition, validator: Validator, testers?: readonly WidgetTester[]): CompiledForm {
  const { root, findings } = buildPrepared(definition, testers);
  const layout = planLayout(definition, root);
  return {
    definition,
    root,
    findings,
    layout,
    plan: planFields(root, layout),
    computed: definition.computed === undefined ? NO_COMPUTED : computedPart.now.planComputed(definition),
    gateTests: branchPart.known?.createGateTests(isRecord(definition.schema) ? definition.schema : {}, validator) ?? NO_GATES,
    // What an administrator writes about a record leaves out what every record of its kind has.
    ...compileSchema(recordPart.known?.withRecordSchemas(definition) ?? definition, validator),
  };
}

function compileSchema(definition: FormDefinition, validator: Validator): Pick<CompiledForm, 'schema' | 'schemaError'> {
  try {
    return { schema: validator.compile(definition.schema) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { schemaError: { reason, pointer: error instanceof SchemaError ? error.pointer : '' } };
  }
}
