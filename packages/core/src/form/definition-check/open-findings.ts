import { valueAt } from '../../problems/json-pointer.js';
import type { FieldSpec } from '../field-spec.js';
import { own } from '../json-schema.js';
import type { DefinitionFinding } from './definition-finding.js';

const isAnything = ({ alternatives }: FieldSpec): boolean => alternatives.some(({ anything }) => anything === true);

/** Questions that take anything because nothing is said of them; `true` says that it is meant. */
export function openFindings(field: FieldSpec, label: string, schema: unknown): readonly DefinitionFinding[] {
  const { shape, item, entries, children, schemaPointer, settings } = field;
  const written = valueAt(schema, schemaPointer);
  const found = (missing: string): readonly DefinitionFinding[] => [{ code: 'any-value', severity: 'warning', pointer: `/schema${schemaPointer}`, params: { label, missing } }];
  if (written === undefined || written === true || settings.widget?.startsWith('x-') === true) return [];
  if (isAnything(field)) return found('type');
  if (shape === 'list' && item !== undefined && isAnything(item) && own(written, 'items') === undefined && own(written, 'type') === 'array') return found('items');
  const isOpen = shape === 'group' && entries !== undefined && children.length === 0 && own(written, 'type') === 'object';
  return isOpen && ['additionalProperties', 'patternProperties', 'unevaluatedProperties', '$ref', 'allOf'].every((keyword) => own(written, keyword) === undefined) ? found('properties') : [];
}
