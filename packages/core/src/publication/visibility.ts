import type { FormDefinition } from '../generated/types.js';
import { buildFieldTree } from '../form/field-tree.js';
import type { Answers } from '../form/answers.js';
import type { FieldSpec } from '../form/field-spec.js';
import { define, isRecord, own } from '../form/json-schema.js';
import { asAnswers } from '../form/root-answer.js';
import { partsOf, specForValue } from '../form/spec-for-value.js';

/** Who is looking, and in which stage of the case. */
export interface Viewer {
  readonly role: string;
  readonly stage: string;
}

/**
 * Whether a field's own settings let this viewer see it. Without `visibleTo` every role does. The stage's own entry counts, else
 * `*`; where neither is there, or the role is not named, the answer is not seen.
 */
export function isFieldVisibleTo(field: FieldSpec, { role, stage }: Viewer): boolean {
  const { visibleTo } = field.settings;
  if (visibleTo === undefined) return true;
  const roles = own(visibleTo, stage) ?? own(visibleTo, '*');
  return Array.isArray(roles) && roles.includes(role);
}

/**
 * The answers that a role may see in a stage. A group or list that is not seen hides all it holds. Answers that the form does not
 * know are left out: nothing says who may see them.
 *
 * @example visibleAnswers(definition, answers, { role: 'committee', stage: 'jointReview' }) // without bank accounts
 */
export function visibleAnswers(definition: FormDefinition, answers: Answers, viewer: Viewer): Answers {
  const { root } = buildFieldTree(definition);
  return asAnswers(root, seenBy(root, answers, viewer));
}

function seenBy(given: FieldSpec, value: unknown, viewer: Viewer): unknown {
  if (value === undefined || !isFieldVisibleTo(given, viewer)) return undefined;
  const field = specForValue(given, value);
  const parts = partsOf(field, value);
  if (Array.isArray(value) && field.shape !== 'leaf') return parts.map((part) => seenBy(part.spec, part.value, viewer)).filter((each) => each !== undefined);
  if (field.shape !== 'group' || !isRecord(value)) return value;
  const seen: Record<string, unknown> = {};
  for (const part of parts) {
    const answer = seenBy(part.spec, part.value, viewer);
    if (answer !== undefined) define(seen, part.name, answer);
  }
  return seen;
}
