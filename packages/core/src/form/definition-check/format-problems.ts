import type { FormDefinition } from '../../generated/types.js';
import type { Locale, Problem } from '../../problems/problem.js';
import { describe } from '../../scheme/describe-problem.js';
import { findingsOf } from '../../scheme/format-issues.js';
import { formatValidator } from '../../scheme/format-schema.js';

/**
 * What the published JSON Schema of forms finds wrong: settings and parts of conditions that there are not, values of another kind. Codes and sentences are those
 * that a form inside a scheme is told with.
 *
 * @param told - Problems of the form itself: of a place that one of them speaks of, the format says nothing more.
 */
export function formatProblems(definition: FormDefinition, told: readonly Problem[], locale: Locale): readonly Problem[] {
  const places = new Set(told.map(({ pointer }) => pointer));
  const asScheme = { forms: [definition] };
  return findingsOf(formatValidator('form').validate(definition), definition)
    .filter(({ pointer }) => !places.has(pointer))
    .map(({ code, severity, pointer, params }) => ({ code, severity, document: definition.id, pointer, params, ...describe({ code, params }, asScheme, `/forms/0${pointer}`, { locale }) }));
}
