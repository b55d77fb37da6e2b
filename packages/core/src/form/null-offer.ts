import type { FieldPlan } from './field-plan.js';
import type { FieldSpec } from './field-spec.js';
import { isNothing } from './merged-schema.js';

/** Whether null is an answer of its own: the schema allows it and no choice before the question says it. */
function allowsNull({ nullable, computed, schema, settings, alternatives }: Omit<FieldSpec, 'widget'>): boolean {
  return nullable && !computed && settings.nullAnswer !== 'hide' && !isNothing(schema) && !alternatives.some(({ branches }) => branches.some((branch) => branch.outline().type === 'null'));
}

/** Whether a person may come to say null here, depending on what else they answer. */
export const mayOfferNull = (spec: Omit<FieldSpec, 'widget'>, isItem: boolean): boolean =>
  allowsNull(spec) && (isItem || spec.settings.nullAnswer === 'offer' || spec.requiredWhen.length > 0 || spec.settings.requiredWhen !== undefined);

/**
 * Whether a person is asked now if there is nothing to say. Where an answer may be left out, leaving it out says so; where it has to be there, and null would do, only null
 * says it. The settings of a field ask in any case, or never.
 */
export const offersNull = ({ spec, isItem }: FieldPlan, required: boolean): boolean => mayOfferNull(spec, isItem) && (required || isItem || spec.settings.nullAnswer === 'offer');

/** Whether an answer that somebody gave says that there is nothing to say. */
export const saysNull = (spec: FieldSpec, value: unknown): boolean => value === null && mayOfferNull(spec, spec.name === '*');
