import type { FormDefinition } from '../../generated/types.js';
import type { DefinitionFinding } from './definition-finding.js';

/** Parts of a layout that show nothing. */
export function layoutFindings({ layout }: FormDefinition): readonly DefinitionFinding[] {
  return (layout?.steps ?? []).flatMap((step, index): readonly DefinitionFinding[] => {
    const at = `/layout/steps/${index}`;
    const isGated = step.opensWhen !== undefined || step.afterEarlierSteps === true;
    const text: readonly DefinitionFinding[] = step.opensText !== undefined && !isGated ? [{ code: 'opens-text', severity: 'warning', pointer: `${at}/opensText`, params: { id: step.id } }] : [];
    if (step.review === true) return text;
    return [
      ...text,
      ...(step.sections ?? []).flatMap((section, position): readonly DefinitionFinding[] => {
        const { fields, elements, description, id } = section;
        const isEmpty = (fields ?? []).length + (elements ?? []).length === 0 && description === undefined;
        return isEmpty ? [{ code: 'empty-section', severity: 'warning', pointer: `${at}/sections/${position}`, params: { id } }] : [];
      }),
    ];
  });
}
