import type { FormDefinition } from '../generated/types.js';
import type { FieldSpec } from '../form/field-spec.js';
import { buildPrepared } from '../form/field-tree.js';
import { isRecord, listAt } from '../form/json-schema.js';
import { recordKind } from '../form/record-kind.js';
import { valueAt } from '../problems/json-pointer.js';
import { withValueAt } from '../problems/with-value-at.js';
import { recordSchema } from './record-schema.js';

/** `withRecordSchemas` where every part that the definition needs is loaded, as in the model of a form. */
export function withPreparedRecordSchemas(definition: FormDefinition): FormDefinition {
  let made = known.get(definition);
  if (made === undefined) known.set(definition, (made = completed(definition)));
  return made;
}

/** Worked out once for each definition object. */
const known = new WeakMap<FormDefinition, FormDefinition>();

function completed(definition: FormDefinition): FormDefinition {
  if (!Object.values(definition.fields ?? {}).some((settings) => isRecord(settings) && recordKind(settings) !== undefined)) return definition;
  const schema = recordsIn(buildPrepared(definition).root).reduce<unknown>((all, { schemaPointer, settings }) => {
    const kind = recordKind(settings);
    if (kind === undefined) return all;
    const written = valueAt(all, schemaPointer);
    const { title: _title, description: _description, ...ofRecord } = recordSchema(kind);
    return withValueAt(all, schemaPointer, { ...(isRecord(written) ? written : {}), allOf: [...(isRecord(written) ? listAt(written, 'allOf') : []), ofRecord] });
  }, definition.schema);
  return { ...definition, schema: schema as FormDefinition['schema'] };
}

function recordsIn(spec: FieldSpec): readonly FieldSpec[] {
  return [...(recordKind(spec.settings) === undefined ? [] : [spec]), ...spec.children.flatMap(recordsIn), ...(spec.item ? recordsIn(spec.item) : [])];
}
