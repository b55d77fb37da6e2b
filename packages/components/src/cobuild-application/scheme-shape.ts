import type { Scheme } from '@cobuild/core';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a document has the parts of a scheme that screens read. What is wrong inside a part is for `cobuild check` to say. */
export function hasSchemeShape(value: unknown): value is Scheme {
  if (!isRecord(value)) return false;
  const { title, stages, forms, parameters, eligibility, organisation } = value;
  const hasLists = Array.isArray(stages) && stages.length > 0 && stages.every((stage) => isRecord(stage) && Array.isArray(stage['outcomes'])) && Array.isArray(forms);
  return hasLists && isRecord(title) && isRecord(parameters) && isRecord(eligibility) && Array.isArray(eligibility['rules']) && isRecord(organisation) && Array.isArray(organisation['levels']) && Array.isArray(organisation['roles']);
}
