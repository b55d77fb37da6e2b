import type { FormDefinition } from '../generated/types.js';
import type { Validator } from '../validation/validator.js';
import { withEveryKeyword } from '../validation/whole-interpreter.js';
import * as english from '../locales/en.js';
import { englishPart } from '../locales/sentence.js';
import type { CompiledForm } from './compiled-form.js';
import { compilePrepared } from './compiled-form.js';
import { createPreparedForm } from './create-form.js';
import type { Answers, Named } from './answers.js';
import type { FieldTree } from './field-tree.js';
import { buildPrepared } from './field-tree.js';
import type { Form, FormOptions } from './form-model.js';
import { checkRecords } from '../records/check-records.js';
import { withPreparedRecordSchemas } from '../records/with-record-schemas.js';
import { assertFormCall, assertKnownOptions } from './misuse.js';
import * as branches from './parts/branches.js';
import * as checks from './parts/checks.js';
import * as computed from './parts/computed.js';
import * as elements from './parts/elements.js';
import * as entries from './parts/entries.js';
import { branchPart, checkPart, computedPart, elementPart, entryPart, formerPart, recordPart, titlePart } from './parts/form-parts.js';
import * as former from './parts/former.js';
import * as records from './parts/records.js';
import * as titles from './parts/titles.js';
import type { WidgetTester } from './widgets.js';

/** Whoever comes by here has loaded every part of the model. */
function withEveryPart(): void {
  englishPart.fill(english);
  withEveryKeyword();
  branchPart.fill(branches);
  entryPart.fill(entries);
  recordPart.fill(records);
  computedPart.fill(computed);
  elementPart.fill(elements);
  titlePart.fill(titles);
  formerPart.fill(former);
  checkPart.fill(checks);
}

/**
 * Makes a form without a screen. Never throws on what a definition or answers say: what is wrong with the definition stands in
 * `form.definitionProblems`, fields that cannot be drawn have the widget `unsupported`.
 *
 * The schema's defaults fill a form that starts without answers, and new items of lists. A draft is taken as it is: an answer
 * that somebody removed does not come back. Answers that the form has no question for any more are kept and not submitted.
 *
 * Each change works out only what it touches. Answers that were handed in are not to be changed in place; `load` takes them anew.
 *
 * @typeParam Value - What the answers are, where the outermost schema describes a list or a single value: `createForm<readonly string[]>(definition, options)`. It is taken
 *   at its word; the answers stay what the definition says.
 * @throws {TypeError} when the definition is no object, the validator or the evaluator of conditions is missing, or an option is none of {@link FormOptions}.
 */
export function createForm<Value = Answers>(definition: FormDefinition, options: FormOptions<Named<Value>>): Form<Value> {
  assertFormCall('createForm', definition, options, ['validator', 'evaluateCondition']);
  assertKnownOptions('createForm', options);
  withEveryPart();
  return createPreparedForm<Value>(definition, { records: { check: checkRecords }, ...options });
}

/** Compiles a definition once, for any number of answers. Never throws for what is wrong with a definition: that is found by `definitionProblems`. */
export function compileForm(definition: FormDefinition, validator: Validator, testers?: readonly WidgetTester[]): CompiledForm {
  withEveryPart();
  return compilePrepared(definition, validator, testers);
}

/**
 * Compiles the JSON Schema and the settings of a definition to the tree of its fields.
 *
 * @param testers - Of the host, asked beside the built-in ones.
 */
export function buildFieldTree(definition: FormDefinition, testers?: readonly WidgetTester[]): FieldTree {
  withEveryPart();
  return buildPrepared(definition, testers);
}

/**
 * The definition with the schema of each record beside what is written about its field: an administrator leaves it out (`"budget": {}`), or writes what is asked for beyond it. A definition without
 * records is the same object.
 */
export function withRecordSchemas(definition: FormDefinition): FormDefinition {
  withEveryPart();
  return withPreparedRecordSchemas(definition);
}
