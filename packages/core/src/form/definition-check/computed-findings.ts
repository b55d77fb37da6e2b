import type { Computation, FormDefinition } from '../../generated/types.js';
import { escapeToken } from '../../problems/json-pointer.js';
import type { FieldSpec } from '../field-spec.js';
import type { DefinitionFinding } from './definition-finding.js';

const isNumber = ({ type }: FieldSpec): boolean => type === 'number' || type === 'integer';

/**
 * Calculations whose result can never be: of answers that are no numbers, or into an answer that is none.
 *
 * @param fieldAt - The field of a pointer, whatever item it is of.
 */
export function computedFindings(definition: FormDefinition, fieldAt: (pointer: string) => FieldSpec | undefined, labelOf: (field: FieldSpec) => string): readonly DefinitionFinding[] {
  const unreadable = (tree: Computation, at: string): readonly DefinitionFinding[] =>
    tree.of.flatMap((operand, index): readonly DefinitionFinding[] => {
      const pointer = `${at}/of/${index}`;
      if (typeof operand === 'object') return unreadable(operand, pointer);
      const field = typeof operand === 'string' && tree.op !== 'count' ? fieldAt(operand) : undefined;
      const isOpen = field === undefined || isNumber(field) || field.type === undefined || field.alternatives.length > 0;
      return isOpen ? [] : [{ code: 'computed-operand', severity: 'error', pointer, params: { label: labelOf(field), type: field.type, inList: field.type === 'array' } }];
    });
  return Object.entries(definition.computed ?? {}).flatMap(([template, tree]) => {
    const at = `/computed/${escapeToken(template)}`;
    const target = fieldAt(template);
    const isUnfit = target !== undefined && target.type !== undefined && !isNumber(target);
    return [...(isUnfit ? [{ code: 'computed-target' as const, severity: 'error' as const, pointer: at, params: { label: labelOf(target), type: target.type } }] : []), ...unreadable(tree, at)];
  });
}
